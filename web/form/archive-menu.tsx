import Archive from 'lucide-solid/icons/archive'
import ArchiveRestore from 'lucide-solid/icons/archive-restore'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import type { JSX } from 'solid-js'
import { Menu, MenuItem } from '../ui/menu.tsx'

interface ArchiveMenuProps {
  readonly name: string
  readonly active: boolean
  readonly onArchive: (archived: boolean) => void
  /** Further items, above. */
  readonly children?: JSX.Element
}

/** What else can be done with the record in the panel. */
export function ArchiveMenu(props: ArchiveMenuProps): JSX.Element {
  return (
    <Menu
      label={`More about ${props.name}`}
      triggerClass="button quiet icon-only"
      trigger={<Ellipsis size={16} aria-hidden="true" />}
    >
      {props.children}
      <MenuItem icon={props.active ? Archive : ArchiveRestore} onSelect={() => props.onArchive(props.active)}>
        {props.active ? 'Archive' : 'Bring back'}
      </MenuItem>
    </Menu>
  )
}
