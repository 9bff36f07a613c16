import { For, Show } from 'solid-js'
import type { LaterView, PendingView, ProofView } from '../../../domain/public-booking.ts'
import { bookingAt, carried } from './booking-links.ts'
import { type BookingReading, timeOf } from './booking-times.ts'
import { HeldCard } from './held-card.tsx'

/** The address has still to prove itself. */
export function Pending(props: BookingReading & { readonly view: PendingView }) {
  const { view, words } = props
  return (
    <div class="narrow">
      <h1>{words.pending}</h1>
      <p role="status">{words.pendingHint(view.email, timeOf(props, view.expiresAt))}</p>
      <HeldCard {...props} isCounted />
      <Show when={!view.isUsual}>
        <p class="quiet">{words.pendingWhy}</p>
      </Show>
      <p class="quiet">{words.pendingSpam}</p>
    </div>
  )
}

/** What the link in the mail leads to: as programs follow links too, only the button books. */
export function Proof(props: BookingReading & { readonly view: ProofView }) {
  const { page, view, words } = props
  return (
    <div class="narrow">
      <h1>{words.proof}</h1>
      <HeldCard {...props} isCounted />
      <form class="form" method="post" action={`${page.base}/confirm/${view.key}`}>
        <For each={carried(page.choice)}>{([name, value]) => <input type="hidden" name={name} value={value} />}</For>
        <p class="quiet">{words.proofHint}</p>
        <button class="main" type="submit">
          {words.proofButton}
        </button>
      </form>
    </div>
  )
}

export function Over(props: BookingReading) {
  const { page, words } = props
  return (
    <div class="narrow">
      <h1>{words.over}</h1>
      <p role="status">{words.overHint}</p>
      <p>
        <a class="button" href={bookingAt(page)}>
          {words.again}
        </a>
      </p>
    </div>
  )
}

export function Later(props: BookingReading & { readonly view: LaterView }) {
  const { view, words } = props
  return (
    <div class="narrow">
      <h1>{words.later}</h1>
      <p role="status">{words.laterHint(view.minutes)}</p>
    </div>
  )
}

/** Nothing is booked at this address. */
export function Closed(props: BookingReading) {
  const { page, words } = props
  return (
    <div class="narrow">
      <h1>{words.closed}</h1>
      <p>{words.closedHint}</p>
      <Show when={page.clinic && page.path !== page.base}>
        <p>
          <a href={page.base}>{words.again}</a>
        </p>
      </Show>
    </div>
  )
}
