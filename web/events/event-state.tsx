import Archive from 'lucide-solid/icons/archive'
import FilePen from 'lucide-solid/icons/file-pen'
import Globe from 'lucide-solid/icons/globe'
import type { JSX } from 'solid-js'
import type { PublishStatus } from '../generated/graphql.ts'
import { Badge } from '../ui/badge.tsx'

export const stateWords = { DRAFT: 'Draft', PUBLISHED: 'Published', ARCHIVED: 'Archived' } as const

const marks = {
  DRAFT: { icon: FilePen, tone: 'warning' },
  PUBLISHED: { icon: Globe, tone: 'success' },
  ARCHIVED: { icon: Archive, tone: 'neutral' },
} as const

/** Whether the public sees it: an icon and a word. */
export function EventState(props: { readonly status: PublishStatus }): JSX.Element {
  return <Badge {...marks[props.status]}>{stateWords[props.status]}</Badge>
}
