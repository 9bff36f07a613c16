import type { Trx } from '../db/connect.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { listPlaceFacts, listWaiting, type WaitingRow, type WantedPlace } from '../db/queries/waiting.ts'
import { getWaitlistPolicy } from '../db/queries/waitlist-policies.ts'
import type { Instant } from '../domain/interval.ts'
import { type Candidate, candidatesFor, type MatchOptions, type OpenPlace } from '../domain/waitlist-match.ts'
import { instantOf, localDateOf } from '../domain/zone.ts'

/** All that decides about who is offered those places. */
export interface MatchFacts {
  readonly entries: readonly WaitingRow[]
  /** In the order asked for; undefined where there is no such therapist, or room. */
  readonly places: readonly (OpenPlace | undefined)[]
  readonly options: MatchOptions
}

/** Loads it, for everybody on the list or those entries alone. */
export async function readMatchFacts(
  trx: Trx,
  clinicId: string,
  wanted: readonly WantedPlace[],
  { ids, now }: { readonly now: Instant; readonly ids?: readonly string[] },
): Promise<MatchFacts> {
  const [{ zone }, { offersADay }, found] = await Promise.all([
    getClinic(trx, clinicId),
    getWaitlistPolicy(trx, clinicId),
    listPlaceFacts(trx, clinicId, wanted),
  ])
  const entries = await listWaiting(trx, clinicId, { ids, since: startOfDay(now, zone) })
  const places = found.map((facts, at) => {
    if (!facts) return undefined
    const { busyClientIds, offeredEntryIds, room, therapist } = facts
    const { end, start } = wanted[at]!
    return {
      ...{ start, end, therapist, room },
      ...{ busyClientIds: new Set(busyClientIds), offeredEntryIds: new Set(offeredEntryIds) },
    }
  })
  return { entries, places, options: { zone, now, offersADay } }
}

/** The first instant of the day on the clinic's calendar. */
export function startOfDay(now: Instant, zone: string): Instant {
  return instantOf(localDateOf(now, zone), '00:00', zone)
}

/** Who waits for each of those places, those whom it fits first, with the reasons. */
export async function findCandidates(
  trx: Trx,
  clinicId: string,
  wanted: readonly WantedPlace[],
  { first, now }: { readonly first: number; readonly now: Instant },
): Promise<(Candidate<WaitingRow>[] | undefined)[]> {
  const { entries, options, places } = await readMatchFacts(trx, clinicId, wanted, { now })
  return places.map((place) => place && candidatesFor(entries, place, options, first))
}
