import type { ClinicRow } from '../../db/queries/clinics.ts'
import type { Session } from '../../db/queries/event-sessions.ts'
import type { RegistrationRow } from '../../db/queries/registrations.ts'
import type { Instant } from '../../domain/interval.ts'
import { languageOf } from '../../jobs/templates/languages.ts'
import { writeTime } from '../../jobs/templates/write-time.ts'
import { html } from './html.ts'
import type { Page } from './page.ts'
import { type RegistrationWords, registrationWords } from './words/registration-words.ts'

/** A registration as its holder sees it: of others who come, nothing. */
export interface RegistrationView {
  readonly token: string
  readonly now: Instant
  readonly clinic: ClinicRow
  readonly registration: RegistrationRow
  readonly title: string
  /** Its own, or those to come of the event. */
  readonly sessions: readonly Session[]
}

/** The page on which somebody who registered sees her place and gives it back. */
export function registrationPage(view: RegistrationView, wasDone: boolean): Page {
  const { clinic, registration, sessions, title, token } = view
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
${wasDone && registration.status === 'cancelled' && html`<p class="notice" role="status">${words.done}</p>`}
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
${
  mayGiveBack(view) &&
  html`<details><summary>${words.cancel}</summary>
<form method="post" action="/r/${token}/cancel" id="cancel">
<p class="quiet">${words.cancelHint}</p>
<button class="danger">${words.cancelNow}</button>
</form></details>`
}
</section>`,
  }
}

function headingOf({ registration: { status }, sessions }: RegistrationView, words: RegistrationWords): string {
  if (status === 'cancelled') return words.cancelled
  if (sessions.length > 0 && sessions.every((each) => each.status === 'cancelled')) return words.sessionCancelled
  return words[status]
}

/** Until the last of it is over. */
export function mayGiveBack({ now, registration, sessions }: RegistrationView): boolean {
  return registration.status !== 'cancelled' && sessions.some((each) => each.endsAt > now)
}
