import { openTime } from '../availability.ts'
import type { BookingFacts, BookingRequest, ResourceFacts } from '../booking-facts.ts'
import { bufferClashOf, clashOf } from '../clash.ts'
import { type Instant, type Interval, overlaps } from '../interval.ts'
import type { BookingProblem, BookingProblemCode } from '../problem.ts'
import { closureProblems, resourceProblems } from '../resource-rules.ts'
import { problem, spell } from '../tell-problem.ts'
import { type AskerRule, askerRules, wishedStarts } from './asker-rules.ts'
import { type Board, makeBoard } from './board.ts'
import {
  type Free,
  keepBusy,
  keepClosures,
  keepHours,
  keepLimits,
  keepOnly,
  keepTimeOff,
  openFor,
  type Rule,
} from './columns.ts'
import type { Slot } from './request.ts'
import { type RoomColumn, suitableRooms } from './rooms.ts'
import { sayWish } from './say-wish.ts'
import type { TherapistColumn } from './therapists.ts'

/** What was looked through and left nothing, or nothing with some. */
export interface Searched {
  readonly board: Board
  readonly columns: readonly TherapistColumn[]
  readonly rooms: readonly RoomColumn[]
  readonly slots: readonly Slot[]
}

/** Why there are no slots: with each therapist when there is none at all, else with the preferred one who has none. */
export function reasonsOf({ board, columns, rooms, slots }: Searched, now: Instant): BookingProblem[] {
  const { request, facts } = board
  const without = facts.therapists.filter(
    ({ id }) => slots.length === 0 || (id === request.preferTherapistId && slots[0]!.therapistId !== id),
  )
  if (without.length === 0) return []
  const wide = makeBoard(request, facts, wishedStarts(request, facts.zone))
  const steps = stepsOf(wide, now)
  const known = new Set(columns.map((each) => each.therapist.id))
  const reasons = without.map((therapist) =>
    known.has(therapist.id)
      ? reasonOf(therapist, wide, steps, rooms)
      : firstProblem(therapist, wide, 0, ['RESOURCE_INACTIVE', 'THERAPIST_UNQUALIFIED'])!,
  )
  return reasons.filter((each, at) => reasons.findIndex(({ message }) => message === each.message) === at)
}

/** The first step that leaves the therapist no start. */
function reasonOf(
  therapist: ResourceFacts,
  board: Board,
  steps: readonly Step[],
  rooms: readonly RoomColumn[],
): BookingProblem {
  const free: Free = new Uint8Array(board.starts.length).fill(1)
  for (const { keep, tell } of steps) {
    const before = free.indexOf(1)
    keep(free, therapist, board)
    if (!free.includes(1)) return tell(therapist, board, before)
  }
  return roomReason(therapist, board, free.indexOf(1), rooms)
}

interface Step {
  readonly keep: Rule
  /** Tells what leaves no start, of which the one given was the first that was left until then. */
  readonly tell: (therapist: ResourceFacts, board: Board, at: number) => BookingProblem
}

/** The rules in the order in which they explain most. */
function stepsOf({ request, facts }: Board, now: Instant): Step[] {
  const [whenever, ofClient] = [askerRules(request, facts, now), [] as AskerRule[]]
  if (whenever.at(-1)?.code === 'CLIENT_BUSY') ofClient.push(whenever.pop()!)
  return [hoursStep, ...whenever.map(askerStep), ...therapistSteps, ...ofClient.map(askerStep)]
}

const hoursStep: Step = {
  keep: keepHours,
  tell: (therapist, board) =>
    summary(therapist, board, 'OUTSIDE_HOURS', hoursWords(therapist, board), board.request.window),
}

/** None at the times asked for, none but for telehealth, or none that long. */
function hoursWords(therapist: ResourceFacts, board: Board): string {
  const { request, facts } = board
  const wished = wishedStarts({ ...request, minutes: facts.stepMinutes }, facts.zone)
  const isWished = (open: readonly Interval[]) => open.some((each) => wished.some((wish) => overlaps(each, wish)))
  if (!isWished(openTime(therapist, [], request.window, facts.zone))) return 'has no hours'
  if (!isWished(openFor(therapist, board))) return 'has hours for telehealth alone'
  return `has no ${request.minutes} minutes of hours on end`
}

const therapistSteps: readonly Step[] = [
  {
    keep: keepClosures,
    tell: (therapist, board, at) => closureProblems(requestAt(board, at), board.facts, therapist.id)[0]!,
  },
  {
    keep: keepTimeOff,
    tell: (therapist, board, at) => firstProblem(therapist, board, at, ['ON_TIME_OFF', 'EXTERNAL_BUSY'])!,
  },
  { keep: keepBusy, tell: busyReason },
  { keep: keepLimits, tell: (therapist, board, at) => firstProblem(therapist, board, at, ['DAILY_LIMIT'])! },
]

function askerStep({ code, left, says }: AskerRule): Step {
  return {
    keep: (free, _therapist, board) => keepOnly(free, left([board.request.window]), board),
    tell: (_therapist, { request, facts }) =>
      problem(facts, code, says(), { interval: request.window, path: ['input'] }),
  }
}

/** Busy all the time, or busy so near to it that the time between is kept free. */
function busyReason(therapist: ResourceFacts, board: Board, at: number): BookingProblem {
  const says = `has no ${board.request.minutes} minutes free`
  const clash = clashOf(requestAt(board, at), therapist.busy)
  if (clash) return summary(therapist, board, 'THERAPIST_BUSY', says, clash)
  const neighbour = bufferClashOf(requestAt(board, at), therapist.busy)
  return summary(therapist, board, 'BUFFER', `${says} with the time kept beside appointments`, neighbour!)
}

/** The therapist is free, but no room is. */
function roomReason(therapist: ResourceFacts, board: Board, at: number, rooms: readonly RoomColumn[]): BookingProblem {
  const { request, facts } = board
  const [first] = suitableRooms(request, facts)
  const within = spell(request.window, facts.zone)
  if (!first) {
    const asked = [...facts.type.requiredFeatures, ...(request.roomFeatures ?? [])].join(', ')
    const message = `No room suits ${facts.type.name}${asked ? ` (${asked})` : ''}.`
    return problem(facts, 'ROOM_UNSUITABLE', message, { interval: request.window, path: ['input', 'roomIds'] })
  }
  const [found] = rooms.flatMap(({ room }) => resourceProblems(requestAt(board, at), room, factsOf(board, therapist)))
  const when = sayWish(request, facts.zone) || ','
  const message = `No room that suits ${facts.type.name} is free when ${therapist.name} is${when} ${within}.`
  if (found) return { ...found, message, path: ['input', 'roomIds'] }
  const where = { interval: request.window, path: ['input', 'roomIds'], resourceId: first.id }
  return problem(facts, 'ROOM_UNSUITABLE', `No room is where ${therapist.name} works, ${within}.`, where)
}

function summary(
  therapist: ResourceFacts,
  { request, facts }: Board,
  code: BookingProblemCode,
  says: string,
  interval: Interval,
): BookingProblem {
  const message = `${therapist.name} ${says}${sayWish(request, facts.zone)} ${spell(request.window, facts.zone)}.`
  return problem(facts, code, message, { interval, path: ['input', 'therapistIds'], resourceId: therapist.id })
}

/** What booking that start would be refused for. */
function firstProblem(
  therapist: ResourceFacts,
  board: Board,
  at: number,
  codes: readonly BookingProblemCode[],
): BookingProblem | undefined {
  const found = resourceProblems(requestAt(board, at), therapist, factsOf(board, therapist))
  const first = found.find((each) => codes.includes(each.code))
  return first && { ...first, path: ['input', 'therapistIds'] }
}

function requestAt({ request, starts, length }: Board, at: number): BookingRequest {
  const start = starts[at]!
  return { ...request, start, end: start + length, override: new Set() }
}

function factsOf({ facts }: Board, therapist: ResourceFacts): BookingFacts {
  return { ...facts, therapist }
}
