import { v4 as uuid } from 'uuid'
import { ownReasons } from '../../actions/cancel-own-appointment.ts'
import { ownProblem } from '../../actions/own-appointment.ts'
import { isLate } from '../../domain/booking-settings.ts'
import { googleLink, outlookLink } from '../../domain/ics/add-links.ts'
import type { Instant } from '../../domain/interval.ts'
import { isTerminal } from '../../domain/status.ts'
import { languageOf } from '../../jobs/templates/languages.ts'
import { writeTime } from '../../jobs/templates/write-time.ts'
import { type Html, type HtmlPart, html } from './html.ts'
import type { LinkView } from './link-view.ts'
import type { Page } from './page.ts'
import { wordsOf } from './words/page-languages.ts'
import type { PageWords, Said } from './words/page-words.ts'

/** A view with what it takes to write it down. */
interface Written extends LinkView {
  readonly words: PageWords
  readonly timeOf: (instant: Instant) => ReturnType<typeof writeTime>
}

/** The page on which a client sees her appointment and does what she wants about it. */
export function linkPage(view: LinkView, said: Said | undefined): Page {
  const { appointment, clinic } = view
  const language = languageOf(view.language)
  const words = wordsOf(language.code)
  const zone = view.zone ?? clinic.zone
  const timeOf = (instant: Instant) => writeTime(instant, language, clinic.zone, zone)
  const written: Written = { ...view, words, timeOf }
  const mayChange = ownProblem(appointment, view.now, {}) === undefined
  const mayMove = mayChange && !isLate(appointment.startsAt, view.settings.moveNoticeMinutes, view.now)
  return {
    language: language.code,
    title: words.title(clinic.name),
    hue: view.clinic.hue,
    body: html`<p class="clinic">${clinic.name}</p>
${said && isStillTrue(written, said, mayChange) && noticeOf(words, said)}
${appointmentCard(written, mayChange, mayMove)}
${mayMove && (view.hold ? heldCard(written, view.hold) : view.offers && offersCard(written, view.offers))}
${conversationCard(written)}
<footer class="quiet">${words.footer(clinic.name)}</footer>`,
  }
}

const DAY = 24 * 60

const GOOD: ReadonlySet<Said> = new Set<Said>([
  ...(['confirmed', 'cancelled', 'moved', 'written', 'late', 'waiting', 'left'] as const),
])

/** Whether what was just done is so still: a browser's way back leads to the same address later. */
function isStillTrue({ appointment, waiting }: Written, said: Said, mayChange: boolean): boolean {
  const isCancelled = appointment.status === 'cancelled'
  if (said === 'cancelled') return isCancelled
  if (said === 'confirmed') return mayChange && appointment.confirmedAt !== null
  if (said === 'moved') return mayChange
  if (said === 'waiting') return waiting !== undefined
  return said === 'left' ? waiting === undefined : true
}

function noticeOf(words: PageWords, said: Said): Html {
  return html`<p class="notice${!GOOD.has(said) && ' warning'}" role="status">${words.said[said]}</p>`
}

function appointmentCard(view: Written, mayChange: boolean, mayMove: boolean): Html {
  const { appointment, clinic, settings, words, timeOf } = view
  const { therapist, room, startsAt, endsAt, status } = appointment
  const { date, time } = timeOf(startsAt)
  const isVoid = status === 'cancelled'
  const address = room?.location?.address
  return html`<section class="card">
<h1>${headingOf(view)}</h1>
<p class="when${isVoid && ' void'}">${date}<small>${time} · ${words.minutes((endsAt - startsAt) / 60_000)}</small></p>
<dl>
<dt>${words.withTherapist}</dt><dd>${therapist.name}${therapist.title && `, ${therapist.title}`}</dd>
${room && html`<dt>${words.where}</dt><dd>${room.location ? `${room.location.name}, ${room.name}` : room.name}${address && html`<br>${address}`}</dd>`}
</dl>
${isVoid && settings.open && html`<a class="button" href="/book/${clinic.slug}">${words.bookAnother}</a>`}
${mayChange && calendarLinks(view)}
${mayChange && choices(view, mayMove)}
</section>`
}

function calendarLinks({ appointment, clinic, language, token, words }: Written): Html {
  const { endsAt, room, startsAt } = appointment
  const location = [room?.location?.name, room?.location?.address].filter(Boolean).join(', ')
  const entry = { title: languageOf(language).words.calendarTitle(clinic.name), startsAt, endsAt, location }
  const elsewhere = (href: string, name: string) =>
    html`<a href="${href}" target="_blank" rel="noopener noreferrer">${name}</a>`
  return html`<p>${words.calendar}: <a href="/appointments/${token}.ics">${words.calendarFile}</a>,
${elsewhere(googleLink(entry), 'Google')}, ${elsewhere(outlookLink(entry), 'Outlook')}</p>`
}

function headingOf({ appointment, now, words }: Written): string {
  if (appointment.status === 'cancelled') return words.wasCancelled
  if (ownProblem(appointment, now, {}) === undefined) return words.yours
  return appointment.endsAt <= now || isTerminal(appointment.status) ? words.isOver : words.hasBegun
}

function choices(view: Written, mayMove: boolean): Html {
  const { appointment, hold, offers, token, words } = view
  const isChoosing = hold !== undefined || offers !== undefined
  return html`${appointment.confirmedAt === null ? confirmForm(view) : html`<p class="yes">${words.confirmed}</p>`}
${!isChoosing && mayMove && html`<a class="button" href="/m/${token}?move">${words.move}</a>`}
${!mayMove && html`<p class="quiet">${words.moveNotice(noticeIn(words, view.settings.moveNoticeMinutes))}</p>`}
${!isChoosing && waitPart(view)}
<details${view.wantsCancel && html` open`}><summary>${words.cancel}</summary>
<div id="cancel">
${form(
  view,
  'cancel',
  html`${policyOf(view)}
<p class="quiet">${words.cancelHint}</p>
<label>${words.reason}<select name="reason" required><option value="">${words.choose}</option>${ownReasons.map((each) => html`<option value="${each}">${words.reasons[each]}</option>`)}</select></label>
<label>${words.note}<textarea name="note" rows="2" maxlength="1000"></textarea></label>
<button class="danger">${words.cancelNow}</button>`,
)}
</div></details>`
}

/** Where she asks for a sooner time than she has, or no longer does. */
function waitPart(view: Written): HtmlPart {
  const { appointment, hasWaitlist, waiting, words } = view
  if (!waiting)
    return (
      hasWaitlist &&
      html`<details><summary>${words.wait}</summary>
${form(view, 'wait', html`<p class="quiet">${words.waitHint}</p><button>${words.wait}</button>`)}
</details>`
    )
  const isHers = waiting.appointmentId === appointment.id
  return html`<p class="quiet">${words.isWaiting}</p>
${isHers && form(view, 'leave', html`<button>${words.leave}</button>`)}`
}

/** What the clinic says of cancelling, before it is done. */
function policyOf({ appointment, now, settings, words }: Written): Html {
  const { cancelNoticeMinutes, policy } = settings
  const late = isLate(appointment.startsAt, cancelNoticeMinutes, now)
  return html`${policy && html`<div class="policy"><h2>${words.policy}</h2><p>${policy}</p></div>`}
${late && html`<p class="notice warning">${words.lateNotice(noticeIn(words, cancelNoticeMinutes))}</p>`}`
}

/** In days or hours where it is whole ones. */
function noticeIn(words: PageWords, minutes: number): string {
  if (minutes >= 2 * DAY && minutes % DAY === 0) return words.days(minutes / DAY)
  return minutes >= 60 && minutes % 60 === 0 ? words.hours(minutes / 60) : words.minutes(minutes)
}

function confirmForm(view: Written): Html {
  return form(view, 'confirm', html`<button class="main">${view.words.confirm}</button>`)
}

/** Says with what it does which time she saw, so that nothing happens to another. */
function form({ appointment, token }: Written, action: string, fields: HtmlPart): Html {
  return html`<form method="post" action="/m/${token}/${action}">
<input type="hidden" name="seen" value="${appointment.startsAt}">
${fields}
</form>`
}

function offersCard(view: Written, offers: NonNullable<LinkView['offers']>): Html {
  const { around, token, words, timeOf } = view
  return html`<section class="card" id="move">
<h2>${words.move}</h2>
<p class="quiet">${offers.length > 0 ? words.moveHint : words.noOffers}</p>
<div class="offers">${offers.map(({ start, roomId }) => {
    const { date, time } = timeOf(start)
    const fields = html`<input type="hidden" name="start" value="${start}"><input type="hidden" name="room" value="${roomId ?? ''}">
<button><span>${date}</span> <b>${time}</b></button>`
    return form(view, 'move', fields)
  })}</div>
<form method="get" action="/m/${token}#move">
<label for="day">${words.otherDay}</label>
<div class="row"><input id="day" type="date" name="move" required value="${around ?? ''}"><button>${words.showTimes}</button></div>
</form>
<a class="button" href="/m/${token}">${words.keep}</a>
</section>`
}

function heldCard(view: Written, hold: NonNullable<LinkView['hold']>): Html {
  const { appointment, token, words, timeOf } = view
  const { date, time } = timeOf(hold.startsAt)
  return html`<section class="card" id="move">
<h2>${words.move}</h2>
<p class="when">${date}<small>${time}</small></p>
<p class="quiet">${words.instead(timeOf(appointment.startsAt).when)}. ${words.held(timeOf(hold.expiresAt).time)}</p>
<div class="row">
${form(view, 'move', html`<input type="hidden" name="hold" value="${hold.id}"><input type="hidden" name="start" value="${hold.startsAt}"><button class="main">${words.take}</button>`)}
<a class="button" href="/m/${token}">${words.keep}</a>
</div>
</section>`
}

function conversationCard(view: Written): Html {
  const { conversation, words, timeOf } = view
  return html`<section class="card" id="messages">
<h2>${words.conversation}</h2>
${
  conversation.length > 0 &&
  html`<ul class="thread">${conversation.map(({ author, text, writtenAt }) => {
    const isOwn = author.kind === 'client'
    return html`<li${isOwn && html` class="own"`}><small>${isOwn ? words.you : author.name} · ${timeOf(writtenAt).whenShort}</small><p>${text}</p></li>`
  })}</ul>`
}
${form(
  view,
  'message',
  html`<input type="hidden" name="once" value="${uuid()}">
<label>${words.write}<textarea name="text" rows="3" maxlength="4000" required></textarea></label>
<button>${words.send}</button>`,
)}
<p class="quiet">${words.conversationHint}</p>
</section>`
}

/** For whoever comes with a link that leads nowhere: nobody is told whether it ever did. */
export function gonePage(language: string): Page {
  const words = wordsOf(language)
  const body = html`<section class="card"><h2>${words.goneTitle}</h2><p>${words.gone}</p></section>`
  return { language, title: words.goneTitle, body }
}

export function waitPage(language: string): Page {
  const words = wordsOf(language)
  return { language, title: words.later, body: html`<section class="card"><p>${words.later}</p></section>` }
}
