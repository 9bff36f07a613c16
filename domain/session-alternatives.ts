import { type Instant, MINUTE, overlaps } from './interval.ts'
import { fitsIn, type SessionFacts, type SessionOptions, type SessionRequest } from './session-decision.ts'
import { snapToStep } from './zone.ts'

/** How far either side of the wanted time another one is looked for, in days. */
export const NEAR_DAYS = 7
const COUNT = 4

/**
 * Where a session could be instead, with the same people: at the wanted time in another room, then at the nearest times
 * that do not overlap, in its own room where that is free. `roomIds` are those that may be offered, all of them in `facts`.
 */
export function sessionAlternatives(
  wanted: SessionRequest,
  options: SessionOptions,
  facts: SessionFacts,
  roomIds: readonly string[],
): SessionRequest[] {
  const fits = fitsIn(facts, { ...options, override: new Set() })
  const rooms = wanted.roomId ? [wanted.roomId, ...roomIds.filter((each) => each !== wanted.roomId)] : [null]
  const there = { ...wanted, previousStart: undefined }
  const found: SessionRequest[] = []
  for (const start of startsNear(wanted, facts, options.now)) {
    if (found.length === COUNT) break
    const request = { ...there, start, end: start + (wanted.end - wanted.start) }
    if (found.some((each) => overlaps(each, request)) || !fits({ ...request, roomId: null, capacity: null })) continue
    const roomId = rooms.find((each) => fits({ ...request, roomId: each }))
    if (roomId !== undefined) found.push({ ...request, roomId })
  }
  return found
}

/** The wanted start, then those a step and more of the clinic to either side of it. */
function* startsNear({ start }: SessionRequest, { stepMinutes, zone }: SessionFacts, now: Instant): Generator<Instant> {
  if (start >= now) yield start
  const step = stepMinutes * MINUTE
  const middle = snapToStep(start, stepMinutes, zone)
  for (let far = step; far <= NEAR_DAYS * 24 * 60 * MINUTE; far += step)
    for (const near of [middle + far, middle - far]) if (near >= now) yield near
}
