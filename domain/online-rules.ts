import type { BookingFacts, BookingRequest, TypeFacts } from './booking-facts.ts'
import { type Instant, type Interval, MINUTE } from './interval.ts'
import type { BookingProblem } from './problem.ts'
import { problem, spellDay } from './tell-problem.ts'
import { addDays, formatDate, formatTime, instantOf, localDateOf } from './zone.ts'

/** When an appointment of the type may begin that is booked online now: after its lead time, up to its horizon. */
export function onlineWindow(
  type: Pick<TypeFacts, 'leadMinutes' | 'horizonDays'>,
  now: Instant,
  zone: string,
): Interval {
  const lastDate = addDays(localDateOf(now, zone), type.horizonDays)
  return { start: now + type.leadMinutes * MINUTE, end: instantOf(lastDate, '24:00', zone) }
}

/** What online booking is refused for that a person at the desk is not. A start that stays is not asked again. */
export function onlineProblems(request: BookingRequest, facts: BookingFacts, now: Instant): BookingProblem[] {
  const { type, zone } = facts
  if (!request.online || request.start === request.previousStart) return []
  const where = { interval: request, path: ['input', 'startsAt'], resourceId: facts.therapist.id }
  if (!type.online && request.previousStart === undefined) {
    const message = `${type.name} is not booked online.`
    return [problem(facts, 'RESOURCE_INACTIVE', message, { ...where, path: ['input', 'typeId'] })]
  }
  const { start, end } = onlineWindow(type, now, zone)
  if (request.start >= end) {
    const last = spellDay(end - MINUTE, now, zone)
    return [problem(facts, 'TOO_FAR', `${type.name} is booked online up to ${last}, not further ahead.`, where)]
  }
  if (request.start >= start || request.start < now) return []
  const first = `${formatDate(start, zone)}, ${formatTime(start, zone)}`
  return [problem(facts, 'TOO_SOON', `${type.name} is booked online from ${first}, not sooner.`, where)]
}
