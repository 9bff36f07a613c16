import { For, Show } from 'solid-js'
import type { WaitProofView, WaitStateView } from '../../../domain/public-booking.ts'
import { dayInWords } from '../times.ts'
import { bookingAt, carried } from './booking-links.ts'
import { type BookingReading, timeOf } from './booking-times.ts'
import { HeldCard } from './held-card.tsx'
import { WishCard } from './wish-card.tsx'

/** The same for everybody, whether or not a mail was sent. */
export function WaitSent(props: BookingReading) {
  const { page, words } = props
  const { waiting } = words
  return (
    <div class="narrow">
      <h1>{waiting.sent}</h1>
      <p role="status">{waiting.sentHint}</p>
      <p class="quiet">{waiting.sentSpam}</p>
      <p>
        <a class="button" href={bookingAt(page)}>
          {waiting.back}
        </a>
      </p>
    </div>
  )
}

/** What the link in the mail leads to: as programs follow links too, only the button puts anybody on the list. */
export function WaitProof(props: BookingReading & { readonly view: WaitProofView }) {
  const { page, view, words } = props
  const { waiting } = words
  const day = dayInWords({ startsAt: view.expiresAt, zone: page.zone }, words.locale, page.now)
  return (
    <div class="narrow">
      <h1>{waiting.proof}</h1>
      <WishCard {...props} />
      <form class="form" method="post" action={`${page.base}/waitlist/${view.key}`}>
        <Carried {...props} />
        <p class="quiet">{waiting.proofHint(timeOf(props, view.expiresAt), day)}</p>
        <button class="main" type="submit">
          {waiting.proofButton}
        </button>
      </form>
    </div>
  )
}

/** Where she stands, what is kept for her, and the way off the list. */
export function WaitState(props: BookingReading & { readonly view: WaitStateView }) {
  const { view, words } = props
  const { waiting } = words
  const { heading, hint } = waiting.standing[view.standing]
  return (
    <div class="narrow">
      <h1>{heading}</h1>
      <p role="status">{view.standing === 'waiting' && !view.isOffered ? waiting.inTouch : hint}</p>
      <Show when={view.slot} fallback={view.standing !== 'gone' && <WishCard {...props} />}>
        {(slot) => <HeldCard {...props} view={slot()} isCounted={view.standing === 'offered'} />}
      </Show>
      <Show when={view.offerUrl}>
        {(url) => (
          <p>
            <a class="button" href={url()} target={props.page.choice.isEmbedded ? '_blank' : undefined}>
              {waiting.toOffer}
            </a>
          </p>
        )}
      </Show>
      <Show when={view.standing === 'waiting' || view.standing === 'offered'} fallback={<Again {...props} />}>
        <Leave {...props} />
      </Show>
    </div>
  )
}

function Leave(props: BookingReading & { readonly view: WaitStateView }) {
  const { page, view, words } = props
  const { waiting } = words
  return (
    <form class="form" method="post" action={`${page.base}/waitlist/${view.key}/leave`}>
      <Carried {...props} />
      <Show when={view.standing === 'offered'}>
        <p class="quiet">{waiting.leaveHint}</p>
      </Show>
      <button class="plain" type="submit">
        {waiting.leave}
      </button>
    </form>
  )
}

export function WaitOver(props: BookingReading) {
  const { waiting } = props.words
  return (
    <div class="narrow">
      <h1>{waiting.over}</h1>
      <p role="status">{waiting.overHint}</p>
      <Again {...props} />
    </div>
  )
}

function Carried(props: BookingReading) {
  return (
    <For each={carried(props.page.choice)}>{([name, value]) => <input type="hidden" name={name} value={value} />}</For>
  )
}

function Again(props: BookingReading) {
  return (
    <p>
      <a class="button" href={bookingAt(props.page)}>
        {props.words.waiting.again}
      </a>
    </p>
  )
}
