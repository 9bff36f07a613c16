import type { JSX } from 'solid-js'
import type { Desk } from '../calendar/desk.ts'
import { timeLeft, timeLeftSpoken } from '../calendar/layout/countdown.ts'
import type { Hold } from '../calendar/store/book.ts'

/** `4 min left`, counting; whoever listens is told it by the minute. */
export function HoldLeft(props: { readonly desk: Desk; readonly hold: Hold }): JSX.Element {
  const { holdNow } = props.desk
  return (
    <>
      <span class="hold-left" aria-hidden="true">
        {timeLeft(props.hold.expiresAt, holdNow())} left
      </span>
      <span class="aside">{timeLeftSpoken(props.hold.expiresAt, holdNow())} left</span>
    </>
  )
}
