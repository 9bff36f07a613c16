import { type Db, inSnapshot } from '../../db/connect.ts'
import { readSlotFacts, slotFactsOf } from '../../db/queries/slot-facts.ts'
import type { Slot, SlotFacts, SlotRequest } from '../../domain/slots/request.ts'
import { findSlots } from '../../domain/slots.ts'
import { connectBare } from '../transactions.ts'
import { type SlotClinic, windowOf } from './clinic.ts'
import { obviousSlots, type ReadDay } from './obvious.ts'
import type { Size } from './rows.ts'

const now = Date.parse('2027-02-01T00:00:00Z')
const DAY = 24 * 60 * 60_000

/** The ways to find the same slots. */
export interface Searches {
  readonly ours: () => readonly Slot[]
  readonly obvious: () => Promise<readonly Slot[]>
  readonly oursLoading: () => Promise<readonly Slot[]>
  readonly obviousQuerying: () => Promise<readonly Slot[]>
}

/** Every way to find the slots of that size, from the same rows. */
export async function openSearches(
  { db, appUrl, clinic, parts }: { db: Db; appUrl: string; clinic: SlotClinic; parts: AsyncDisposableStack },
  size: Size,
): Promise<Searches> {
  const window = windowOf(size.days)
  const request: SlotRequest = {
    ...{ window, minutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, online: false },
    ...{ needsRoom: true, order: 'soonest', first: Infinity },
  }
  const therapistIds = clinic.therapistIds.slice(0, size.therapists)
  const load = () =>
    inSnapshot(db, clinic.id, async (snapshot) => {
      const loaded = await readSlotFacts(snapshot, clinic.id, {
        ...{ typeId: clinic.typeId, clientId: null, therapistIds, window, now },
      })
      return slotFactsOf(loaded, loaded.type!)
    })
  const facts = await load()
  const byDay = daysOf(facts)
  const query = await queryDays(appUrl, clinic.id, facts, parts)
  return {
    ours: () => findSlots(request, facts, now).slots,
    obvious: () => obviousSlots(request, facts, async (day) => byDay(day)),
    oursLoading: async () => findSlots(request, await load(), now).slots,
    obviousQuerying: () => obviousSlots(request, facts, query),
  }
}

/** What the book holds, day by day: from midnight, and none of these days is longer than 24 hours. */
function daysOf({ therapists, rooms }: SlotFacts): (day: number) => Awaited<ReturnType<ReadDay>> {
  const known = new Map<number, Awaited<ReturnType<ReadDay>>>()
  return (day) => {
    const found =
      known.get(day) ??
      new Map(
        [...therapists, ...rooms].map(({ id, busy }) => [
          id,
          busy.filter((each) => each.start >= day && each.start < day + DAY),
        ]),
      )
    known.set(day, found)
    return found
  }
}

async function queryDays(
  appUrl: string,
  clinicId: string,
  { therapists, rooms }: SlotFacts,
  parts: AsyncDisposableStack,
): Promise<ReadDay> {
  const client = await connectBare(appUrl, parts)
  await client.query(`select set_config('daybook.clinic_id', $1, false)`, [clinicId])
  const ids = [...therapists, ...rooms].map((each) => each.id)
  const text = `select resource_id, starts_at, ends_at from occupancies
    where clinic_id = $1 and resource_id = any($2::uuid[]) and starts_at >= $3 and starts_at < $4`
  return async (day) => {
    const values = [clinicId, ids, new Date(day), new Date(day + DAY)]
    const { rows } = await client.query<{ resource_id: string; starts_at: Date; ends_at: Date }>({
      name: 'day',
      text,
      values,
    })
    const taken = rows.map((row) => ({
      id: row.resource_id,
      start: row.starts_at.getTime(),
      end: row.ends_at.getTime(),
    }))
    return Map.groupBy(taken, (each) => each.id)
  }
}
