import './column-menu.css'
import CalendarOff from 'lucide-solid/icons/calendar-off'
import EllipsisVertical from 'lucide-solid/icons/ellipsis-vertical'
import Thermometer from 'lucide-solid/icons/thermometer'
import { type Accessor, type JSX, Show } from 'solid-js'
import type { Column } from '../calendar/store/book.ts'
import { Menu, MenuItem } from '../ui/menu.tsx'
import type { AwayKind } from './create-column-away.ts'
import { mayAskFor, mayDecide } from './time-off-rights.ts'

interface ColumnMenuProps {
  readonly resource: Column
  readonly isStop: Accessor<boolean>
  readonly isToday: boolean
  readonly onAway: (kind: AwayKind) => void
}

/** In the head of a column: its therapist is away, its room is out of use. */
export function ColumnMenu(props: ColumnMenuProps): JSX.Element {
  const isRoom = () => props.resource.kind === 'room'
  const word = () => (isRoom() ? 'Out of use' : 'Away')
  return (
    <Show when={mayAskFor(props.resource.id)}>
      <div class="column-menu">
        <Menu
          label={`More about ${props.resource.name}`}
          trigger={<EllipsisVertical size={14} aria-hidden="true" />}
          triggerClass="button quiet icon-only"
          triggerTabIndex={props.isStop() ? 0 : -1}
        >
          <Show
            when={mayDecide()}
            fallback={
              <MenuItem icon={CalendarOff} onSelect={() => props.onAway('days')}>
                Ask for time off…
              </MenuItem>
            }
          >
            <Show when={props.isToday}>
              <MenuItem icon={isRoom() ? CalendarOff : Thermometer} onSelect={() => props.onAway('rest of today')}>
                {word()} today…
              </MenuItem>
            </Show>
            <MenuItem icon={CalendarOff} onSelect={() => props.onAway('days')}>
              {word()}…
            </MenuItem>
          </Show>
        </Menu>
      </div>
    </Show>
  )
}
