import type { LucideIcon } from 'lucide-solid'

/** An icon of lucide-solid, imported deep: `import Plus from 'lucide-solid/icons/plus'`. */
export type Icon = LucideIcon
