import { FURTHEST } from './booking.ts'
import type { BookingFacts, BookingRequest, Busy, ResourceFacts, RuleFacts, TypeFacts } from './booking-facts.ts'
import { isLeaving } from './clash.ts'
import { type Instant, type Interval, MINUTE, overlaps } from './interval.ts'
import type { BookingProblem, BookingProblemCode } from './problem.ts'
import { closureProblems, resourceProblems } from './resource-rules.ts'
import { problem, spell } from './tell-problem.ts'

const SHORTEST = 5 * MINUTE
const LONGEST = 12 * 60 * MINUTE

/** Where a session is to take place. */
export interface SessionRequest extends Interval {
  /** The start that its event's rule gives it. */
  readonly original: Instant
  readonly therapistIds: readonly string[]
  readonly roomId: string | null
  /** How many people the room is to hold; null for no limit. */
  readonly capacity: number | null
  /** The session that is to go there, and the start it has: it leaves its place when it does. */
  readonly sessionId?: string
  readonly previousStart?: Instant
}

export interface SessionOptions {
  /** What takes place, as refusals call it. */
  readonly title: string
  readonly override: ReadonlySet<BookingProblemCode>
  readonly now: Instant
  /** Sessions that leave their places for good. */
  readonly leaving?: readonly string[]
}

/** What sessions are decided from; it must reach half a day to either side of them. */
export interface SessionFacts extends Pick<BookingFacts, 'zone' | 'stepMinutes' | 'allowsOverbooking' | 'closures'> {
  readonly resources: ReadonlyMap<string, ResourceFacts>
}

export interface SessionPlace {
  readonly lane: number
  readonly overridden: readonly BookingProblemCode[]
}

export interface SessionDecision {
  readonly request: SessionRequest
  /** Why it cannot take place there. */
  readonly problems: readonly BookingProblem[]
  /** Left out where it cannot. */
  readonly place?: SessionPlace
}

/**
 * Decides every session in turn; each that may stand takes its time from those after it. Sessions that are asked about by
 * their id leave their places first. Buffers and limits of appointments do not apply to a session.
 */
export function decideSessions(
  requests: readonly SessionRequest[],
  options: SessionOptions,
  facts: SessionFacts,
): SessionDecision[] {
  const leaving = new Set([...requests.flatMap((each) => each.sessionId ?? []), ...(options.leaving ?? [])])
  const book = forSessions(facts)
  return requests.map((request) => {
    const decision = decideSession(request, options, book, leaving)
    if (decision.place) take(request, decision.place, options.title, book)
    return decision
  })
}

/** Whether a session may stand there beside all that stands: for many places, one after the other. */
export function fitsIn(facts: SessionFacts, options: SessionOptions): (request: SessionRequest) => boolean {
  const book = forSessions(facts)
  const leaving = new Set(options.leaving)
  return (request) => decideSession(request, options, book, leaving).place !== undefined
}

type SessionBook = Omit<SessionFacts, 'resources'> & {
  readonly resources: ReadonlyMap<string, ResourceFacts & { readonly busy: Busy[] }>
}

/** The same book as far as a session asks: nothing keeps a distance from it, and no block of hours is full. */
function forSessions(facts: SessionFacts): SessionBook {
  const resources = [...facts.resources].map(([id, each]) => {
    const busy = each.busy.map((taken) => ({ ...taken, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }))
    const weekly = each.schedule.weekly.map((block) => ({ ...block, mostAppointments: null }))
    return [id, { ...each, busy, schedule: { ...each.schedule, weekly } }] as const
  })
  return { ...facts, resources: new Map(resources) }
}

function decideSession(
  request: SessionRequest,
  options: SessionOptions,
  book: SessionBook,
  leaving: ReadonlySet<string>,
): SessionDecision {
  const malformed = intervalProblem(request, options.now, book)
  if (malformed) return { request, problems: [malformed] }
  const found = [...pastProblems(request, options.now, book), ...rulesAgainst(request, options, book, leaving)]
  const standing = found.filter((each) => !(each.overridable && options.override.has(each.code)))
  if (standing.length > 0) return { request, problems: standing }
  const overridden = [...new Set(found.map((each) => each.code))]
  return { request, problems: [], place: { lane: freeLane(request, book, leaving), overridden } }
}

function rulesAgainst(
  request: SessionRequest,
  options: SessionOptions,
  book: SessionBook,
  leaving: ReadonlySet<string>,
): BookingProblem[] {
  const asked: BookingRequest = {
    ...{ start: request.start, end: request.end, leaving, override: options.override, online: false },
    ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
  }
  const facts: RuleFacts = {
    ...book,
    type: typeOf(request, options.title),
    room: request.roomId ? book.resources.get(request.roomId) : undefined,
  }
  return [
    ...closureProblems(request, book, request.therapistIds[0] ?? request.roomId ?? undefined),
    ...resourcesOf(request, book).flatMap((each) => resourceProblems(asked, each, facts).map(asOfEvent)),
  ]
}

/** What a session asks of its room and of nobody else. */
function typeOf({ roomId, capacity }: SessionRequest, name: string): TypeFacts {
  return {
    ...{ id: 'session', name, active: true, needsRoom: roomId !== null, requiredSkills: [], requiredFeatures: [] },
    ...{ minCapacity: capacity ?? 0, dailyLimit: null, online: false, leadMinutes: 0, horizonDays: 0 },
  }
}

/** Inputs of an event name several therapists. */
function asOfEvent(found: BookingProblem): BookingProblem {
  const isTherapist = found.path?.at(-1) === 'therapistId'
  return isTherapist ? { ...found, path: ['input', 'facilitatorIds'] } : found
}

function resourcesOf({ therapistIds, roomId }: SessionRequest, book: SessionBook) {
  return [...therapistIds, ...(roomId ? [roomId] : [])].map((id) => book.resources.get(id)!)
}

function intervalProblem(request: SessionRequest, now: Instant, book: SessionBook): BookingProblem | undefined {
  const refuse = (message: string, path: string) =>
    problem(book, 'INVALID_INTERVAL', message, { interval: request, path: ['input', path] })
  const length = request.end - request.start
  if (length <= 0) return refuse('A session must end after it starts.', 'endsAt')
  if (length < SHORTEST) return refuse('A session lasts at least 5 minutes.', 'endsAt')
  if (length > LONGEST) return refuse('A session lasts at most 12 hours.', 'endsAt')
  if (Math.abs(request.start - now) > FURTHEST)
    return refuse('The book reaches five years back and five years ahead.', 'startsAt')
  if (request.start % MINUTE !== 0) return refuse('A session begins on a full minute.', 'startsAt')
  if (request.end % MINUTE !== 0) return refuse('A session ends on a full minute.', 'endsAt')
  return undefined
}

function pastProblems(request: SessionRequest, now: Instant, book: SessionBook): BookingProblem[] {
  if (request.start >= now || request.start === request.previousStart) return []
  const message = `${spell(request, book.zone)} is already past.`
  return [problem(book, 'IN_THE_PAST', message, { interval: request, path: ['input', 'startsAt'] })]
}

/** The lowest lane free on every resource: 0 unless overbooked on purpose. */
function freeLane(request: SessionRequest, book: SessionBook, leaving: ReadonlySet<string>): number {
  const taken = new Set<number>()
  for (const { busy } of resourcesOf(request, book))
    for (const each of busy) if (!isLeaving({ leaving }, each) && overlaps(each, request)) taken.add(each.lane)
  let lane = 0
  while (taken.has(lane)) lane++
  return lane
}

function take(request: SessionRequest, { lane }: SessionPlace, title: string, book: SessionBook): void {
  const { start, end } = request
  const taken: Busy = { start, end, lane, sessionTitle: title, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }
  for (const { busy } of resourcesOf(request, book)) busy.push(taken)
}
