import './hold-popover.css'
import { Popover } from '@kobalte/core/popover'
import CalendarPlus from 'lucide-solid/icons/calendar-plus'
import { type JSX, Show } from 'solid-js'
import type { Desk } from '../calendar/desk.ts'
import type { Hold } from '../calendar/store/book.ts'
import { Button } from '../ui/button.tsx'
import { HoldActions } from './hold-actions.tsx'
import { HoldLeft } from './hold-left.tsx'

interface HoldPopoverProps {
  readonly desk: Desk
  readonly hold: Hold
  /** Its block on the day. */
  readonly block: HTMLElement
  readonly onBook: (hold: Hold) => void
  readonly onClose: () => void
}

/** A held slot in full: whose it is and for how long, and what its holder may do with it. */
export function HoldPopover(props: HoldPopoverProps): JSX.Element {
  const { desk } = props
  const isMine = () => desk.holds.isMine(props.hold)
  const title = () => (isMine() ? 'Held by you' : `Held by ${props.hold.heldBy}`)
  return (
    <Popover
      open
      anchorRef={() => props.block}
      onOpenChange={(open) => !open && props.onClose()}
      placement="right-start"
      flip="left-start bottom-start top-start"
      gutter={6}
    >
      <Popover.Portal>
        <Popover.Content class="hold-popover" aria-label={title()} onCloseAutoFocus={(event) => event.preventDefault()}>
          <h2>
            {title()}
            <HoldLeft desk={desk} hold={props.hold} />
          </h2>
          <p class="hold-popover-time">{desk.clock.range({ start: props.hold.startsAt, end: props.hold.endsAt })}</p>
          <p>{props.hold.typeName}</p>
          <p>{placeNames(desk, props.hold)}</p>
          <Show when={isMine()} fallback={<p>Free again then, unless it is booked.</p>}>
            <div class="hold-popover-acts">
              <Button kind="primary" icon={CalendarPlus} onClick={() => props.onBook(props.hold)}>
                Book it…
              </Button>
              <HoldActions desk={desk} hold={props.hold} onReleased={props.onClose} />
            </div>
          </Show>
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  )
}

function placeNames(desk: Desk, { therapistId, roomId }: Hold): string {
  const nameOf = (id: string) => desk.clinic().resources.find((each) => each.id === id)?.name
  return [nameOf(therapistId), roomId === null ? 'No room' : nameOf(roomId)].filter(Boolean).join(' · ')
}
