import { contains, type Instant, type Interval, overlaps, widen } from '../../../domain/interval.ts'
import { mayChangeAppointment, mayChangeEvent, type Rights } from '../../../domain/rights.ts'
import { isMovable, statusWord, takesTime } from '../../../domain/status.ts'
import type { Clock } from '../layout/clock.ts'
import { timeLeftSpoken } from '../layout/countdown.ts'
import {
  type Card,
  type Closed,
  type Column,
  type Hold,
  NOBODY,
  type Place,
  resourcesOf,
  type TimeOff,
  therapistsOf,
} from '../store/book.ts'
import { sayLeave } from '../store/leave.ts'
import { isSamePlace } from '../store/moves.ts'
import { runnersOf } from '../store/session.ts'

export interface Viewer {
  readonly rights: Rights
  /** The viewer's own calendar, where a therapist is signed in. */
  readonly therapistId?: string
}

/** What the grid knows; the server, which knows more, decides. */
export interface Facts {
  readonly now: Instant
  readonly clock: Clock
  readonly viewer: Viewer
  readonly allowsOverbooking: boolean
  resource(id: string): Column | undefined
  cardsOn(resourceId: string): readonly Card[]
  holdsOn(resourceId: string): readonly Hold[]
  isMyHold(hold: Hold): boolean
  cardsOf(clientId: string): readonly Card[]
  /** Undefined where no hours are kept and the resource is always open. */
  openHours(resource: Column): readonly Interval[] | undefined
  readonly closures: readonly Closed[]
  timeOff(resourceId: string): readonly TimeOff[]
  /** What calendars of the therapist's own take. */
  elsewhere(resourceId: string): readonly Interval[]
  isSaving(cardId: string): boolean
}

export interface Verdict {
  /** Why it cannot go there at all. */
  readonly blocked?: string
  /** What a person may have good reason to do all the same. */
  readonly warnings: readonly string[]
}

/** Whether the card may go to the place. Said while it is dragged, before anybody is asked. */
export function judge(card: Card, place: Place, facts: Facts): Verdict {
  const blocked = lockOf(card, facts) ?? peopleProblem(card, place, facts) ?? inactiveProblem(place, facts)
  if (blocked) return { blocked, warnings: [] }
  const clashes = clashesOf(card, place, facts)
  const mayOverbook = facts.allowsOverbooking && facts.viewer.rights.has('override_rules')
  const client = clientClash(card, place, facts)
  if (client) return { blocked: client, warnings: [] }
  const held = heldProblem(place, facts)
  if (held) return { blocked: held, warnings: [] }
  if (clashes.length > 0 && !mayOverbook) return { blocked: clashes[0], warnings: [] }
  return { warnings: [...clashes, ...softProblems(card, place, facts)] }
}

/** Why the card cannot be moved anywhere, if so. */
export function lockOf(card: Card, facts: Pick<Facts, 'viewer' | 'isSaving'>): string | undefined {
  const { rights, therapistId } = facts.viewer
  if (card.session) {
    if (!mayChangeEvent(rights, runnersOf(card), therapistId)) return refusalOfRights(rights, 'the events you run')
  } else if (!card.newcomer && !mayChangeAppointment(rights, card.therapistId, therapistId)) {
    return refusalOfRights(rights, 'your own appointments')
  }
  if (!isMovable(card.status))
    return `${card.clientName} is ${statusWord(card.status)}: ${card.session ? 'the session' : 'the appointment'} cannot be moved.`
  return facts.isSaving(card.id) ? 'The last move is still being saved.' : undefined
}

function refusalOfRights(rights: Rights, own: string): string {
  return rights.has('edit_own_appointments')
    ? `You may move ${own} only.`
    : 'You may look at the calendar, not change it.'
}

function peopleProblem(card: Card, place: Place, facts: Facts): string | undefined {
  // In a room's column whoever is free there is found when it is booked.
  if (card.newcomer && place.therapistId === NOBODY) return undefined
  if (card.session) {
    const therapists = therapistsOf(place)
    const twice = therapists.find((id, index) => therapists.indexOf(id) !== index)
    return twice && `${facts.resource(twice)?.name ?? 'Whoever that is'} runs it already.`
  }
  const { rights, therapistId } = facts.viewer
  return mayChangeAppointment(rights, place.therapistId, therapistId) ? undefined : 'You may book with yourself only.'
}

function inactiveProblem(place: Place, facts: Facts): string | undefined {
  const archived = resourcesOf(place)
    .map((id) => facts.resource(id))
    .find((each) => each && !each.active)
  return archived && `${archived.name} is archived: nothing can be put there.`
}

function clashesOf(card: Card, place: Place, facts: Facts): string[] {
  return resourcesOf(place).flatMap((id) => {
    const clash = facts.cardsOn(id).find((each) => stands(each, card) && overlaps(interval(each), interval(place)))
    return clash ? [taken(facts.resource(id), clash, facts.clock)] : []
  })
}

function heldProblem(place: Place, facts: Facts): string | undefined {
  for (const id of resourcesOf(place)) {
    const hold = facts
      .holdsOn(id)
      .find((each) => overlaps(interval(each), interval(place)) && !isKeptFor(each, place, facts))
    const name = facts.resource(id)?.name
    if (hold && name) return sayHeld(hold, name, facts)
  }
  return undefined
}

/** What the viewer holds was kept for just this. */
function isKeptFor(hold: Hold, place: Place, facts: Facts): boolean {
  return facts.isMyHold(hold) && isSamePlace(hold, place)
}

function sayHeld(hold: Hold, name: string, { clock, now, isMyHold }: Facts): string {
  const held = isMyHold(hold) ? 'You hold' : `${hold.heldBy} holds`
  return `${held} ${name} ${clock.range(interval(hold))}, ${timeLeftSpoken(hold.expiresAt, now)} left.`
}

function clientClash(card: Card, place: Place, facts: Facts): string | undefined {
  if (card.session) return undefined
  const clash = facts
    .cardsOf(card.clientId)
    .find((each) => stands(each, card) && overlaps(interval(each), interval(place)))
  return clash && `${card.clientName} already has an appointment ${facts.clock.range(interval(clash))}.`
}

function softProblems(card: Card, place: Place, facts: Facts): string[] {
  const past = place.startsAt < facts.now && place.startsAt !== card.startsAt
  const problems = past ? [`${facts.clock.time(place.startsAt)} is already past.`] : []
  const closure = facts.closures.find((each) => overlaps(each, interval(place)))
  if (closure) problems.push(`The clinic is closed: ${closure.name}.`)
  for (const id of resourcesOf(place)) {
    const resource = facts.resource(id)
    if (!resource) continue
    problems.push(...hoursProblems(resource, place, facts), ...elsewhereProblems(resource, place, facts))
    problems.push(...bufferProblems(resource, card, place, facts))
  }
  return problems
}

function hoursProblems(resource: Column, place: Place, facts: Facts): string[] {
  const away = facts.timeOff(resource.id).find((each) => overlaps(each, interval(place)))
  if (away) return [sayLeave(away, resource)]
  // Where the whole clinic is closed, that has been said.
  if (facts.closures.some((each) => overlaps(each, interval(place)))) return []
  const open = facts.openHours(resource)
  if (!open || open.some((each) => contains(each, interval(place)))) return []
  return [`${resource.name} is not open ${facts.clock.range(interval(place))}.`]
}

function elsewhereProblems(resource: Column, place: Place, facts: Facts): string[] {
  const taken = facts.elsewhere(resource.id).find((each) => overlaps(each, interval(place)))
  return taken ? [`${resource.name} is busy elsewhere ${facts.clock.range(taken)}.`] : []
}

function bufferProblems(resource: Column, card: Card, place: Place, facts: Facts): string[] {
  if (card.session) return []
  const wanted = widen(interval(place), card.bufferBeforeMinutes, card.bufferAfterMinutes)
  const close = facts.cardsOn(resource.id).find((each) => {
    if (!stands(each, card) || overlaps(interval(each), interval(place))) return false
    const kept = widen(interval(each), each.bufferBeforeMinutes, each.bufferAfterMinutes)
    return overlaps(interval(each), wanted) || overlaps(kept, interval(place))
  })
  return close ? [`${resource.name} needs time kept free beside ${close.clientName}.`] : []
}

function stands(other: Card, moving: Card): boolean {
  return other.id !== moving.id && other.id !== moving.newcomer?.givesUpId && takesTime(other.status)
}

function interval(place: Place): Interval {
  return { start: place.startsAt, end: place.endsAt }
}

function taken(resource: Column | undefined, clash: Card, clock: Clock): string {
  const when = clock.range(interval(clash))
  return resource?.kind === 'room'
    ? `${resource.name} is taken by ${clash.clientName}, ${when}.`
    : `${resource?.name ?? 'The therapist'} is busy with ${clash.clientName}, ${when}.`
}
