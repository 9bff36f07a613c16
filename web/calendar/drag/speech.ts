import { statusWord } from '../../../domain/status.ts'
import { newsOf, sayNews } from '../../messages/mark-news.ts'
import type { Clock } from '../layout/clock.ts'
import type { Actor } from '../store/apply-change.ts'
import { type Book, type Card, type Place, therapistsOf } from '../store/book.ts'
import { isSamePlace } from '../store/moves.ts'
import type { DragEvent } from './drag.ts'
import type { Verdict } from './judge.ts'

/** `2:30 PM with Dr. Chen, Room 2`: a place as a person would say it. */
export function sayPlace(place: Place, book: Book, clock: Clock): string {
  const therapist = therapistsOf(place)
    .flatMap((id) => book.resources.get(id)?.name ?? [])
    .join(' and ')
  const room = place.roomId === null ? undefined : book.resources.get(place.roomId)?.name
  return `${clock.time(place.startsAt)}${therapist ? ` with ${therapist}` : ''}${room ? `, ${room}` : ''}`
}

/** The same where the card would also become longer or shorter: `2:30 PM to 3:45 PM with Dr. Chen`. */
export function sayTarget(from: Place, to: Place, book: Book, clock: Clock): string {
  const place = sayPlace(to, book, clock)
  if (to.endsAt - to.startsAt === from.endsAt - from.startsAt) return place
  const start = clock.time(to.startsAt)
  return `${start} to ${clock.time(to.endsAt)}${place.slice(start.length)}`
}

export function sayVerdict(verdict: Verdict): string {
  return verdict.blocked ? `Not possible: ${verdict.blocked}` : verdict.warnings.join(' ')
}

/** What somebody else did to a card. */
export function sayRemote(
  actor: Actor,
  before: Card | undefined,
  after: Card | undefined,
  sayPlace: (place: Place) => string,
): string {
  const { name } = actor
  const isClient = actor.kind === 'CLIENT'
  if (!after && isClient && before) return `${before.clientName} cancelled ${sayPlace(before)}.`
  if (!after) return `${name} took ${before?.clientName ?? 'something'} off the calendar.`
  if (!before && after.session) return `${name} put ${after.clientName} on the calendar at ${sayPlace(after)}.`
  if (!before) return `${name} booked ${after.clientName} at ${sayPlace(after)}.`
  if (!isSamePlace(before, after))
    return `${name} moved ${isClient ? '' : `${after.clientName} `}to ${sayPlace(after)}.`
  if (before.status !== after.status) return `${name} set ${after.clientName} to ${statusWord(after.status)}.`
  const sign = newsOf(before, after)
  return sign ? sayNews(sign, after, sayPlace(after)) : `${name} changed ${after.clientName} at ${sayPlace(after)}.`
}

/** What a card in hand looks like to whoever moves it. */
export interface Held {
  readonly card: Card
  readonly place: Place
  readonly by: 'pointer' | 'keys'
  readonly verdict: Verdict
}

/** What a step of a drag is to be spoken as; undefined for the many that a pointer makes. */
export function sayStep(
  before: Held | undefined,
  after: Held | undefined,
  event: DragEvent,
  say: (from: Place, to: Place) => string,
): string | undefined {
  if (before && !after) return sayEnd(before, event, say)
  if (!after) return undefined
  if (!before) return sayLifted(after)
  if (after.by === 'keys' && !isSamePlace(before.place, after.place)) {
    return [say(after.card, after.place), sayVerdict(after.verdict)].filter(Boolean).join('. ')
  }
  return before.verdict.blocked !== after.verdict.blocked && after.verdict.blocked
    ? sayVerdict(after.verdict)
    : undefined
}

function sayLifted(held: Held): string {
  const [verb, does] = held.card.newcomer ? ['Placing', 'books'] : ['Moving', 'moves']
  const moving = `${verb} ${held.card.clientName}.`
  return held.by === 'pointer' ? moving : `${moving} Arrow keys choose time and column, Enter ${does}, Escape cancels.`
}

function sayPlaced(held: Held, event: DragEvent, say: (from: Place, to: Place) => string): string {
  const { clientName } = held.card
  if (event.type === 'drop' && event.outcome === 'save')
    return `Booking ${clientName} ${say(held.card, held.place)}, saving.`
  return `Not booked. ${clientName} stays on the waitlist.`
}

function sayEnd(held: Held, event: DragEvent, say: (from: Place, to: Place) => string): string {
  const { clientName } = held.card
  if (held.card.newcomer) return sayPlaced(held, event, say)
  if (event.type === 'removed') return `${clientName} was taken off the calendar while you were moving it.`
  if (event.type === 'drop' && event.outcome === 'save')
    return `Moving ${clientName} to ${say(held.card, held.place)}, saving.`
  if (event.type === 'drop' && event.outcome === 'blocked') return `Not moved: ${held.verdict.blocked ?? ''}`
  return `Not moved. ${clientName} stays at ${say(held.card, held.card)}.`
}
