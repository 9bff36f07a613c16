import type { Trx } from '../db/connect.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { findPlaceFacts, listWaiting, type WaitingRow } from '../db/queries/waiting.ts'
import { getWaitlistPolicy } from '../db/queries/waitlist-policies.ts'
import type { Instant, Interval } from '../domain/interval.ts'
import { type Candidate, candidatesFor, type MatchOptions, type OpenPlace } from '../domain/waitlist-match.ts'
import { instantOf, localDateOf } from '../domain/zone.ts'

export interface WantedPlace extends Interval {
  readonly therapistId: string
}

/** All that decides about who is offered a place. */
export interface MatchFacts {
  readonly entries: readonly WaitingRow[]
  readonly place: OpenPlace
  readonly options: MatchOptions
}

/** Loads it; undefined when there is no such therapist. */
export async function readMatchFacts(
  trx: Trx,
  clinicId: string,
  wanted: WantedPlace,
  now: Instant,
): Promise<MatchFacts | undefined> {
  const [{ zone }, { offersADay }, found] = await Promise.all([
    getClinic(trx, clinicId),
    getWaitlistPolicy(trx, clinicId),
    findPlaceFacts(trx, clinicId, wanted),
  ])
  if (!found) return undefined
  const entries = await listWaiting(trx, clinicId, { since: startOfDay(now, zone) })
  const { busyClientIds, offeredEntryIds, therapist } = found
  const place = {
    ...{ start: wanted.start, end: wanted.end, therapist },
    ...{ busyClientIds: new Set(busyClientIds), offeredEntryIds: new Set(offeredEntryIds) },
  }
  return { entries, place, options: { zone, now, offersADay } }
}

/** The first instant of the day on the clinic's calendar. */
export function startOfDay(now: Instant, zone: string): Instant {
  return instantOf(localDateOf(now, zone), '00:00', zone)
}

/** Who waits for that place, those whom it fits first, with the reasons. */
export async function findCandidates(
  trx: Trx,
  clinicId: string,
  wanted: WantedPlace,
  { first, now }: { readonly first: number; readonly now: Instant },
): Promise<Candidate<WaitingRow>[] | undefined> {
  const facts = await readMatchFacts(trx, clinicId, wanted, now)
  return facts && candidatesFor(facts.entries, facts.place, facts.options, first)
}
