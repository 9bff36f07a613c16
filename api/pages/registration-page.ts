import type { ClinicRow } from '../../db/queries/clinics.ts'
import type { Session } from '../../db/queries/event-sessions.ts'
import type { RegistrationRow } from '../../db/queries/registrations.ts'
import type { Instant } from '../../domain/interval.ts'
import type { RegistrationStatus } from '../../domain/registration.ts'
import type { Language } from '../../jobs/templates/language.ts'
import { languageOf } from '../../jobs/templates/languages.ts'
import { writeTime } from '../../jobs/templates/write-time.ts'
import { type Html, html } from './html.ts'
import type { Page } from './page.ts'
import { type RegistrationWords, registrationWords } from './words/registration-words.ts'

/** A registration as its holder sees it: of others who come, nothing. */
export interface RegistrationView {
  readonly token: string
  readonly now: Instant
  readonly clinic: ClinicRow
  readonly registration: RegistrationRow
  readonly title: string
  /** Whether she came to give it back. */
  readonly wantsCancel?: boolean
  /** Its own, or those to come of the event. */
  readonly sessions: readonly Session[]
}

/** What its holder has just done on the page. */
export type Done = 'done' | 'left' | 'taken' | 'late'

/** The page on which somebody who registered sees her place, takes one that is offered, and gives it back. */
export function registrationPage(view: RegistrationView, done?: Done): Page {
  const { clinic, registration, sessions, title } = view
  const language = languageOf(registration.language)
  const words = registrationWords(language.code)
  const [first] = sessions
  const room = first?.room
  const whom = first?.facilitators.map((each) => each.name).join(', ')
  return {
    language: language.code,
    title: words.title(clinic.name),
    hue: clinic.hue,
    body: html`<p class="clinic">${clinic.name}</p>
${noticeOf(view, words, done)}
<section class="card">
<h1>${headingOf(view, words)}</h1>
<p>${title} · ${words.places(registration.places)}</p>
${sessions.map(({ startsAt, status }) => {
  const { date, time } = writeTime(startsAt, language, clinic.zone, clinic.zone)
  return html`<p class="when${status === 'cancelled' && ' void'}">${date}<small>${time}</small></p>`
})}
<dl>
${whom && html`<dt>${words.withWhom}</dt><dd>${whom}</dd>`}
${room && html`<dt>${words.where}</dt><dd>${room.location ? `${room.location.name}, ${room.name}` : room.name}</dd>`}
</dl>
${offerOf(view, words, language)}
${mayGiveBack(view) && givingBack(view, words)}
</section>`,
  }
}

/** Where it stands at this moment: an offer ends on time, whether or not the next in line has been asked yet. */
function standingOf({ now, registration: { offerExpiresAt, status } }: RegistrationView): RegistrationStatus {
  return status === 'offered' && offerExpiresAt! <= now ? 'waitlisted' : status
}

function noticeOf(view: RegistrationView, words: RegistrationWords, done: Done | undefined): Html | false | undefined {
  const said = { done: 'cancelled', left: 'cancelled', taken: 'registered', late: 'waitlisted' } as const
  return (
    done &&
    said[done] === standingOf(view) &&
    html`<p class="notice${done === 'late' && ' warning'}" role="status">${words[done]}</p>`
  )
}

/** The place that is kept for her, or was: late she has it only if nobody else does. */
function offerOf(view: RegistrationView, words: RegistrationWords, language: Language): Html | false {
  const { clinic, registration, token } = view
  const { offerExpiresAt, passedAt, status } = registration
  const wasOffered = status === 'offered' || passedAt !== null
  if (offerExpiresAt === null || !wasOffered || !mayGiveBack(view)) return false
  const { when } = writeTime(offerExpiresAt, language, clinic.zone, clinic.zone)
  const isLate = standingOf(view) !== 'offered'
  return html`<form method="post" action="/r/${token}/accept" id="accept">
<p>${isLate ? words.passed(when) : words.keptUntil(when)}</p>
<button class="main">${isLate ? words.takeStill : words.accept}</button>
</form>`
}

function givingBack(view: RegistrationView, words: RegistrationWords): Html {
  const [summary, hint, button] = givingWords(view, words)
  return html`<details${view.wantsCancel && html` open`}><summary>${summary}</summary>
<form method="post" action="/r/${view.token}/cancel${standingOf(view) !== 'registered' && '?left'}" id="cancel">
<p class="quiet">${hint}</p>
<button class="danger">${button}</button>
</form></details>`
}

function givingWords(view: RegistrationView, words: RegistrationWords): readonly [string, string, string] {
  const standing = standingOf(view)
  if (standing === 'offered') return [words.decline, words.declineHint, words.declineNow]
  if (standing === 'waitlisted') return [words.leave, words.leaveHint, words.leaveNow]
  return [words.cancel, words.cancelHint, words.cancelNow]
}

function headingOf(view: RegistrationView, words: RegistrationWords): string {
  const { sessions } = view
  const status = standingOf(view)
  if (status === 'cancelled') return words.cancelled
  if (sessions.length > 0 && sessions.every((each) => each.status === 'cancelled')) return words.sessionCancelled
  return words[status]
}

/** Until the last of it is over. */
export function mayGiveBack({ now, registration, sessions }: RegistrationView): boolean {
  return registration.status !== 'cancelled' && sessions.some((each) => each.endsAt > now)
}
