import type { Appointment } from '../../db/queries/book.ts'
import type { ClinicRow } from '../../db/queries/clinics.ts'
import type { WaitlistEntry } from '../../db/queries/waitlist-entries.ts'
import type { Offer } from '../../db/queries/waitlist-offers.ts'
import type { Instant } from '../../domain/interval.ts'
import { isShown } from '../../domain/status.ts'
import { isOnList } from '../../domain/waitlist-entry.ts'
import { languageOf } from '../../jobs/templates/languages.ts'
import { writeTime } from '../../jobs/templates/write-time.ts'
import { type Html, html } from './html.ts'
import type { Page } from './page.ts'
import { type OfferSaid, type OfferWords, offerWords } from './words/offer-words.ts'

/** An offer as the one who holds its link sees it. */
export interface OfferView {
  readonly token: string
  readonly now: Instant
  readonly clinic: ClinicRow
  readonly offer: Offer
  readonly entry: WaitlistEntry
  /** What she took it for, as it stands now; undefined while she has not. */
  readonly booked: Appointment | undefined
  /** What she has and gives up for it. */
  readonly given: Appointment | undefined
}

interface Written extends OfferView {
  readonly words: OfferWords
  readonly timeOf: (instant: Instant) => ReturnType<typeof writeTime>
}

/** The page on which somebody who waits takes what she is offered, or leaves it. */
export function offerPage(view: OfferView, said: OfferSaid | undefined): Page {
  const { clinic, entry } = view
  const language = languageOf(entry.client.language)
  const words = offerWords(language.code)
  const zone = entry.client.zone ?? clinic.zone
  const timeOf = (instant: Instant) => writeTime(instant, language, clinic.zone, zone)
  return {
    language: language.code,
    title: words.title(clinic.name),
    hue: clinic.hue,
    body: html`<p class="clinic">${clinic.name}</p>
${said && isStillTrue(view, said) && html`<p class="notice${WARNS.has(said) && ' warning'}" role="status">${words.said[said]}</p>`}
${offerCard({ ...view, words, timeOf })}`,
  }
}

const WARNS: ReadonlySet<OfferSaid> = new Set(['gone', 'withdrawn', 'left', 'cancelled', 'booked'])

/** Whether what was just done is so still: a browser's way back leads to the same address later. */
function isStillTrue(view: OfferView, said: OfferSaid): boolean {
  const { entry, offer } = view
  if (said === 'taken' || said === 'booked') return isHers(view)
  if (said === 'another') return isOpen(view)
  if (said === 'cancelled') return offer.status === 'accepted' && !isHers(view)
  const isOver = !isOpen(view) && offer.status !== 'accepted'
  return isOver && (said === 'left' || isOnList(entry.status))
}

/** Whether an answer still counts. */
export function isOpen({ now, offer }: Pick<OfferView, 'now' | 'offer'>): boolean {
  return offer.status === 'open' && now < offer.expiresAt
}

function offerCard(view: Written): Html {
  const { booked, offer, timeOf, words } = view
  const { endsAt, room, startsAt, therapist } = booked ?? offer
  const { date, time } = timeOf(startsAt)
  const isVoid = !isOpen(view) && !isHers(view)
  const address = room?.location?.address
  return html`<section class="card">
<h1>${headingOf(view)}</h1>
<p class="when${isVoid && ' void'}">${date}<small>${time} · ${words.minutes((endsAt - startsAt) / 60_000)}</small></p>
<dl>
<dt>${words.withWhom}</dt><dd>${therapist.name}${therapist.title && `, ${therapist.title}`}</dd>
${room && html`<dt>${words.where}</dt><dd>${room.location ? `${room.location.name}, ${room.name}` : room.name}${address && html`<br>${address}`}</dd>`}
</dl>
${isOpen(view) ? choices(view) : mayAskAgain(view) && askAgain(view)}
</section>`
}

/** She took it, and it was not cancelled since. */
function isHers({ booked, offer }: OfferView): boolean {
  return offer.status === 'accepted' && booked !== undefined && isShown(booked.status)
}

function headingOf(view: Written): string {
  const { booked, offer, words } = view
  if (isOpen(view)) return words.open
  if (isHers(view)) return booked?.startsAt === offer.startsAt ? words.accepted : words.moved
  if (offer.status === 'accepted') return words.cancelled
  return offer.status === 'declined' ? words.declined : words.over
}

function choices({ given, offer, timeOf, token, words }: Written): Html {
  return html`<p class="quiet">${words.kept(timeOf(offer.expiresAt).when)}</p>
${given && html`<p class="quiet">${words.instead(timeOf(given.startsAt).when)}</p>`}
<form method="post" action="/o/${token}/accept" id="accept"><button class="main">${words.take}</button></form>
<form method="post" action="/o/${token}/decline" id="decline"><button>${words.leave}</button></form>`
}

/** She waits still, and nothing else is offered to her. */
function mayAskAgain({ entry, offer }: OfferView): boolean {
  return offer.status !== 'accepted' && isOnList(entry.status) && entry.status !== 'offered'
}

function askAgain({ token, words }: Written): Html {
  return html`<form method="post" action="/o/${token}/accept" id="again">
<p class="quiet">${words.anotherHint}</p>
<button>${words.another}</button>
</form>`
}
