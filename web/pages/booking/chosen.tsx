import { Show } from 'solid-js'
import type { BookableType } from '../../../domain/public-booking.ts'
import { bookingAt } from './booking-links.ts'
import type { BookingReading } from './booking-times.ts'

interface ChosenProps extends BookingReading {
  readonly type: BookableType
  /** Who was chosen; null for anybody, left out while nobody was asked. */
  readonly therapist?: { readonly name: string } | null
  /** Whether another can be chosen. */
  readonly isChosen?: boolean
}

/** What was chosen so far, and the way back to each choice. */
export function Chosen(props: ChosenProps) {
  const { page, type, words } = props
  const whom = () => (props.therapist === undefined ? undefined : (props.therapist?.name ?? words.anybody))
  const start = { type: null, with: null, month: null, day: null }
  return (
    <ul class="chosen">
      <li>
        <span>
          {type.name} <span class="quiet">· {words.minutes(type.minutes)}</span>
        </span>
        <a href={bookingAt(page, start)}>
          {words.change}
          <span class="unseen"> {type.name}</span>
        </a>
      </li>
      <Show when={whom()}>
        {(name) => (
          <li>
            <span>{name()}</span>
            <Show when={props.isChosen}>
              <a href={bookingAt(page, { with: null, day: null, month: null })}>
                {words.change}
                <span class="unseen"> {name()}</span>
              </a>
            </Show>
          </li>
        )}
      </Show>
    </ul>
  )
}
