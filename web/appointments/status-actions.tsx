import './appointment-panel.css'
import CalendarCheck from 'lucide-solid/icons/calendar-check'
import CalendarX from 'lucide-solid/icons/calendar-x'
import CheckCheck from 'lucide-solid/icons/check-check'
import DoorOpen from 'lucide-solid/icons/door-open'
import Undo2 from 'lucide-solid/icons/undo-2'
import UserX from 'lucide-solid/icons/user-x'
import { For, type JSX } from 'solid-js'
import type { Card } from '../calendar/store/book.ts'
import type { SetAppointmentStatusInput } from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import type { Icon } from '../ui/icon.ts'

export type StatusChange = Pick<SetAppointmentStatusInput, 'status' | 'confirmed'>

interface Action {
  readonly word: string
  readonly icon: Icon
  readonly change: StatusChange
  readonly isPrimary?: boolean
}

interface StatusActionsProps {
  readonly card: Card
  /** Whether its day has come: the client may walk in any moment. */
  readonly isDue: boolean
  readonly busy: boolean
  readonly onChange: (change: StatusChange) => void
}

/** What may become of the appointment next, the likeliest first. */
export function StatusActions(props: StatusActionsProps): JSX.Element {
  return (
    <div class="appointment-actions">
      <For each={actionsFor(props.card, props.isDue)}>
        {(action) => (
          <Button
            icon={action.icon}
            kind={action.isPrimary ? 'primary' : 'plain'}
            busy={props.busy}
            onClick={() => props.onChange(action.change)}
          >
            {action.word}
          </Button>
        )}
      </For>
    </div>
  )
}

function actionsFor({ status, confirmedAt }: Card, isDue: boolean): Action[] {
  const arrived: Action = { word: 'Arrived', icon: DoorOpen, change: { status: 'ARRIVED' }, isPrimary: isDue }
  const back: Action = { word: 'Not here after all', icon: Undo2, change: { status: 'BOOKED' } }
  const seen: Action = { word: 'Seen', icon: CheckCheck, change: { status: 'FULFILLED' } }
  const noShow: Action = { word: 'No-show', icon: UserX, change: { status: 'NOSHOW' } }
  const confirm: Action =
    confirmedAt === null
      ? { word: 'Confirmed', icon: CalendarCheck, change: { confirmed: true } }
      : { word: 'Not confirmed', icon: CalendarX, change: { confirmed: false } }
  if (status === 'pending')
    return [{ word: 'Accept', icon: CalendarCheck, change: { status: 'BOOKED' }, isPrimary: true }]
  if (status === 'booked') return [arrived, confirm, seen, noShow]
  if (status === 'arrived') return [{ ...seen, isPrimary: true }, back]
  return []
}
