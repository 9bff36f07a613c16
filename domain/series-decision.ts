import { daysAround } from './availability.ts'
import { decideBooking } from './booking.ts'
import type { BookingFacts, BookingRequest, Busy, ResourceFacts } from './booking-facts.ts'
import { type Instant, type Interval, minutesOf } from './interval.ts'
import type { BookingProblem, BookingProblemCode } from './problem.ts'
import type { OccurrenceOutcome, SeriesPolicy } from './series.ts'
import type { Slot } from './slots/request.ts'
import { findSlots } from './slots.ts'

/** Where an occurrence is to stand. */
export interface OccurrenceRequest extends Interval {
  /** The start its series gives it. */
  readonly original: Instant
  readonly therapistId: string
  readonly roomId: string | null
  /** The appointment that is to go there, and the start it has: it leaves its place when it does. */
  readonly appointmentId?: string
  readonly previousStart?: Instant
  /** The distance that the appointment was booked with; what the options say otherwise. */
  readonly buffers?: Buffers
}

type Buffers = Pick<BookingRequest, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>

/** A place in the book that is free for it. */
export interface OccurrencePlace extends Slot {
  readonly lane: number
  readonly overridden: readonly BookingProblemCode[]
}

export interface OccurrenceDecision {
  readonly request: OccurrenceRequest
  readonly outcome: OccurrenceOutcome
  /** Why it cannot stand where it was wanted. */
  readonly problems: readonly BookingProblem[]
  /** Left out for a clash, and for one that is left out. */
  readonly place?: OccurrencePlace
}

export interface SeriesOptions extends Buffers, Pick<BookingRequest, 'override' | 'online'> {
  readonly policy: SeriesPolicy
  readonly now: Instant
}

/** What all occurrences are decided from; it must reach eight days to either side of them. */
export interface SeriesFacts extends Omit<BookingFacts, 'therapist' | 'room'> {
  readonly resources: ReadonlyMap<string, ResourceFacts>
}

const NEAR_DAYS = 7
const NOWHERE_ELSE: ReadonlySet<BookingProblemCode> = new Set(['IN_THE_PAST', 'INVALID_INTERVAL'])

/**
 * Decides every occurrence in turn: those that may stand take their time from the ones after them, and from the places
 * that are looked for then for those that cannot. An appointment that cannot go where its series goes stays, and then
 * stands in the way of the others; so it is decided until none is left that would have to stay.
 */
export function decideOccurrences(
  requests: readonly OccurrenceRequest[],
  options: SeriesOptions,
  facts: SeriesFacts,
): OccurrenceDecision[] {
  const going = new Set(requests.flatMap((each) => each.appointmentId ?? []))
  for (;;) {
    const book = withoutAppointments(facts, going)
    const wanted = decideWanted(requests, options, facts, book, going)
    const elsewhere = options.policy === 'nearest_alternative' ? placesElsewhere(wanted, options, book) : undefined
    const decisions = wanted.map((each): OccurrenceDecision => {
      const place = elsewhere?.get(each)
      return place ? { ...each, outcome: 'moved', place } : each
    })
    const staying = decisions.filter((each) => !each.place && going.has(each.request.appointmentId ?? ''))
    if (staying.length === 0 || options.policy === 'all_or_nothing') return decisions
    for (const { request } of staying) going.delete(request.appointmentId!)
  }
}

/**
 * Decides where each is wanted, first those that leave a place that others are to take. One that is to stay takes its own
 * place again at once: then a whole row that would have to stay for it is found in one go.
 */
function decideWanted(
  requests: readonly OccurrenceRequest[],
  options: SeriesOptions,
  facts: SeriesFacts,
  book: FillingBook,
  going: ReadonlySet<string>,
): OccurrenceDecision[] {
  const isLater = requests.some(({ start, previousStart = start }) => start > previousStart)
  const decisions = new Map<OccurrenceRequest, OccurrenceDecision>()
  for (const request of isLater ? requests.toReversed() : requests) {
    const decision = decideOccurrence(request, options, book)
    decisions.set(request, decision)
    const { appointmentId } = request
    const stays = !decision.place && options.policy === 'skip_clashes'
    if (stays && appointmentId && going.has(appointmentId)) putBack(appointmentId, facts, book)
  }
  return requests.map((request) => decisions.get(request)!)
}

/** What the appointment takes, it takes in that book too. */
function putBack(appointmentId: string, facts: SeriesFacts, book: FillingBook): void {
  const own = (busy: readonly Busy[] = []) => busy.filter((each) => each.appointmentId === appointmentId)
  book.client?.busy.push(...own(facts.client?.busy))
  for (const [id, each] of book.resources) each.busy.push(...own(facts.resources.get(id)?.busy))
}

/** What is taken, as it fills. */
export interface FillingBook extends SeriesFacts {
  readonly client?: NonNullable<SeriesFacts['client']> & { readonly busy: Busy[] }
  readonly resources: ReadonlyMap<string, ResourceFacts & { readonly busy: Busy[] }>
}

/** The same book as if those appointments were not there. What is placed in it afterwards stays in it. */
export function withoutAppointments(facts: SeriesFacts, ids: ReadonlySet<string>): FillingBook {
  const left = (busy: readonly Busy[]) => busy.filter((each) => !ids.has(each.appointmentId ?? ''))
  const resources = [...facts.resources].map(([id, each]) => [id, { ...each, busy: left(each.busy) }] as const)
  return {
    ...facts,
    client: facts.client && { ...facts.client, busy: left(facts.client.busy) },
    resources: new Map(resources),
  }
}

/** Decides whether one occurrence may stand where it is wanted and, where it may, takes its time in the book. */
export function decideOccurrence(
  request: OccurrenceRequest,
  options: SeriesOptions,
  book: FillingBook,
): OccurrenceDecision {
  const decision = decideAt(request, options, book)
  if (decision.accepted)
    return { request, outcome: 'booked', problems: [], place: take(request, decision, options, book) }
  const outcome = options.policy === 'all_or_nothing' ? 'clash' : 'skipped'
  return { request, outcome, problems: decision.problems }
}

/**
 * Where those that cannot stand where they were wanted could stand instead, in a book that has taken those that can: none
 * takes the place of another. What is past is not made up for, and an interval that cannot be is nowhere else either.
 */
export function placesElsewhere(
  decisions: readonly OccurrenceDecision[],
  options: SeriesOptions,
  book: FillingBook,
  most = Infinity,
): Map<OccurrenceDecision, OccurrencePlace> {
  const found = new Map<OccurrenceDecision, OccurrencePlace>()
  const homeless = decisions.filter(
    ({ place, problems }) => !place && !problems.some(({ code }) => NOWHERE_ELSE.has(code)),
  )
  for (const decision of homeless.slice(0, most)) {
    const slot = nearestTo(decision.request, options, book)
    if (!slot) continue
    const there = { ...decision.request, ...slot, roomId: slot.roomId ?? null }
    const moved = decideAt(there, options, book)
    if (moved.accepted) found.set(decision, take(there, moved, options, book))
  }
  return found
}

/** The same for decisions made before, of which those that may stand take their time in the book again. */
export function placesInstead(
  decisions: readonly OccurrenceDecision[],
  options: SeriesOptions,
  facts: SeriesFacts,
  most: number,
): Map<OccurrenceDecision, OccurrencePlace> {
  const book = withoutAppointments(facts, new Set(decisions.flatMap(({ request }) => request.appointmentId ?? [])))
  for (const { request, place } of decisions)
    if (place) take({ ...request, roomId: place.roomId ?? null }, place, options, book)
  return placesElsewhere(decisions, options, book, most)
}

/** The slot nearest to where the occurrence was wanted, with the same therapist and within a week of it. */
function nearestTo(request: OccurrenceRequest, options: SeriesOptions, book: SeriesFacts): Slot | undefined {
  const rooms = request.roomId ? [...book.resources.values()].filter((each) => each.kind === 'room' && each.active) : []
  const { slots } = findSlots(
    {
      ...options,
      ...request.buffers,
      window: daysAround(request, NEAR_DAYS, NEAR_DAYS, book.zone),
      minutes: minutesOf(request),
      needsRoom: request.roomId !== null,
      preferRoomId: request.roomId ?? undefined,
      order: 'nearest',
      near: request.start,
      first: 1,
    },
    { ...book, therapists: [book.resources.get(request.therapistId)!], rooms },
    options.now,
  )
  return slots[0]
}

function decideAt(request: OccurrenceRequest, options: SeriesOptions, book: FillingBook) {
  const { resources, ...facts } = book
  return decideBooking(
    { ...options, ...request.buffers, start: request.start, end: request.end, previousStart: request.previousStart },
    {
      ...facts,
      therapist: resources.get(request.therapistId)!,
      room: request.roomId ? resources.get(request.roomId) : undefined,
    },
    options.now,
  )
}

function take(
  request: OccurrenceRequest,
  { lane, overridden }: Pick<OccurrencePlace, 'lane' | 'overridden'>,
  options: SeriesOptions,
  book: FillingBook,
): OccurrencePlace {
  const { bufferBeforeMinutes, bufferAfterMinutes } = request.buffers ?? options
  const { start, end, therapistId, roomId } = request
  const taken: Busy = { start, end, lane, typeId: book.type.id, bufferBeforeMinutes, bufferAfterMinutes }
  book.client?.busy.push({ ...taken, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 })
  for (const id of roomId ? [therapistId, roomId] : [therapistId]) book.resources.get(id)!.busy.push(taken)
  return { start, end, therapistId, roomId: roomId ?? undefined, lane, overridden }
}
