import { isLeaving } from '../clash.ts'
import { type Instant, type Interval, intersect, subtract } from '../interval.ts'
import { onlineWindow } from '../online-rules.ts'
import type { BookingProblem, BookingProblemCode } from '../problem.ts'
import { problem, spell, spellDay } from '../tell-problem.ts'
import { datesOf, dayInterval, formatDate, formatTime, instantOf, weekdayOf } from '../zone.ts'
import { lengthOf, startsInside, startsOnStep, startsTouching } from './board.ts'
import type { SlotFacts, SlotRequest } from './request.ts'

/** A rule that binds whoever asks. */
export interface AskerRule {
  readonly code: BookingProblemCode
  /** What it leaves of ranges of starts: sorted and non-overlapping. */
  readonly left: (ranges: readonly Interval[]) => readonly Interval[]
  readonly says: () => string
}

/** The starts that the asker could take whoever is free: what was wished for, without what binds the asker. */
export function startsAsked(request: SlotRequest, facts: SlotFacts, now: Instant): readonly Interval[] {
  if (inactiveProblem(request, facts)) return []
  let ranges = wishedStarts(request, facts.zone)
  for (const rule of askerRules(request, facts, now)) ranges = rule.left(ranges)
  return ranges
}

/** Why the asker could take none of them: the first rule that leaves no start. */
export function reasonOfAsker(request: SlotRequest, facts: SlotFacts, now: Instant): BookingProblem {
  const inactive = inactiveProblem(request, facts)
  if (inactive) return inactive
  let ranges = wishedStarts(request, facts.zone)
  const leavesNone = () => startsOnStep(ranges, facts.stepMinutes, facts.zone).length === 0
  const refuse = (code: BookingProblemCode, message: string) =>
    problem(facts, code, message, { interval: request.window, path: ['input'] })
  if (leavesNone()) {
    const within = spell(request.window, facts.zone)
    return refuse(
      'OUTSIDE_HOURS',
      `No ${request.minutes} minutes on the weekdays and times asked for lie within ${within}.`,
    )
  }
  const rules = askerRules(request, facts, now)
  const strictest = rules.find(({ left }) => {
    ranges = left(ranges)
    return leavesNone()
  })
  const { code, says } = strictest ?? rules.at(-1)!
  return refuse(code, says())
}

/** A type that is not offered, or not to this asker, or an archived client: there are no slots for them. */
function inactiveProblem({ online }: SlotRequest, facts: SlotFacts): BookingProblem | undefined {
  const { type, client } = facts
  const refuse = (message: string, field: string) =>
    problem(facts, 'RESOURCE_INACTIVE', message, { path: ['input', field] })
  if (!type.active) return refuse(`${type.name} is no longer offered.`, 'typeId')
  if (online && !type.online) return refuse(`${type.name} is not booked online.`, 'typeId')
  if (client && !client.active) return refuse(`${client.name} is archived.`, 'clientId')
  return undefined
}

/** The past, online booking, and what the client has already. */
export function askerRules(request: SlotRequest, facts: SlotFacts, now: Instant): AskerRule[] {
  const { type, client, zone } = facts
  // Spelt out only for whoever asks why: most searches find something.
  const within = () => spell(request.window, zone)
  const from = (start: Instant) => (ranges: readonly Interval[]) => clipped(ranges, { start, end: Infinity })
  const rules: AskerRule[] = [
    { code: 'IN_THE_PAST', left: from(now), says: () => `What there was ${within()} is already past.` },
  ]
  if (request.online) {
    const { start, end } = onlineWindow(type, now, zone)
    const first = () => `${formatDate(start, zone)}, ${formatTime(start, zone)}`
    const last = () => spellDay(end - 1, now, zone)
    rules.push(
      { code: 'TOO_SOON', left: from(start), says: () => `${type.name} is booked online from ${first()}, not sooner.` },
      {
        code: 'TOO_FAR',
        left: (ranges) => clipped(ranges, { start: -Infinity, end }),
        says: () => `${type.name} is booked online up to ${last()}, not further ahead.`,
      },
    )
  }
  if (client)
    rules.push({
      code: 'CLIENT_BUSY',
      left: (ranges) => subtract(ranges, clientStarts(request, client.busy)),
      says: () => `${client.name} has something else at every time there is ${within()}.`,
    })
  return rules
}

function clientStarts(request: SlotRequest, busy: NonNullable<SlotFacts['client']>['busy']): Interval[] {
  return busy.filter((each) => !isLeaving(request, each)).map((each) => startsTouching(each, lengthOf(request)))
}

/** Starts of slots on the weekdays and between the times asked for, by the clinic's clock. */
export function wishedStarts(request: SlotRequest, zone: string): readonly Interval[] {
  const { window, weekdays, earliestTime, latestTime } = request
  const inside = startsInside(window, lengthOf(request))
  if (!weekdays && !earliestTime && !latestTime) return inside.start < inside.end ? [inside] : []
  return datesOf(window, zone).flatMap((date) => {
    if (weekdays && !weekdays.includes(weekdayOf(date))) return []
    const day = dayInterval(date, zone)
    const start = earliestTime ? instantOf(date, earliestTime, zone) : day.start
    const end = latestTime ? instantOf(date, latestTime, zone) - lengthOf(request) + 1 : day.end
    const wished = intersect({ start, end }, inside)
    return wished ? [wished] : []
  })
}

function clipped(ranges: readonly Interval[], to: Interval): Interval[] {
  return ranges.map((each) => intersect(each, to)).filter((each) => each !== undefined)
}
