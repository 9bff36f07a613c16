import './leave-choices.css'
import { type JSX, Show } from 'solid-js'
import type { Desk } from '../calendar/desk.ts'
import type { Card, TimeOff } from '../calendar/store/book.ts'
import { leaveUnder, sayLeave } from '../calendar/store/leave.ts'
import { Notice } from '../ui/notice.tsx'

interface LeaveNoticeProps {
  readonly desk: Desk
  readonly card: Card
  /** What there is to do about it. */
  readonly children?: (under: TimeOff) => JSX.Element
}

/** Of what stands on leave time: who is away, and why. */
export function LeaveNotice(props: LeaveNoticeProps): JSX.Element {
  const book = () => props.desk.shown().book.truth()
  const leave = () => leaveUnder(props.card, book().timeOffByResource)
  return (
    <Show when={leave()}>
      {(under) => (
        <section class="leave-choices" aria-label="On leave time">
          <Notice tone="danger">On leave time. {sayLeave(under(), book().resources.get(under().resourceId))}</Notice>
          {props.children?.(under())}
        </section>
      )}
    </Show>
  )
}
