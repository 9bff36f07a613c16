import { bookingAt } from './booking-links.ts'
import type { BookingReading } from './booking-times.ts'

/** Booking is open; the way onto the waitlist is not. */
export function WaitClosed(props: BookingReading) {
  const { waiting } = props.words
  return (
    <div class="narrow">
      <h1>{waiting.closed}</h1>
      <p role="status">{waiting.closedHint}</p>
      <p>
        <a class="button" href={bookingAt(props.page)}>
          {waiting.back}
        </a>
      </p>
    </div>
  )
}
