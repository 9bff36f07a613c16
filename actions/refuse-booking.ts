import { inSnapshot, type Trx } from '../db/connect.ts'
import type { NamedResource } from '../db/queries/book.ts'
import { readSlotFacts, slotFactsOf } from '../db/queries/slot-facts.ts'
import { type AlternativesRequest, alternativesTo } from '../domain/alternatives.ts'
import { daysAround } from '../domain/availability.ts'
import type { Instant } from '../domain/interval.ts'
import type { BookingProblem } from '../domain/problem.ts'
import type { Slot as FoundSlot } from '../domain/slots/request.ts'
import { isOnline } from './caller.ts'
import type { ActionContext } from './context.ts'

/** A problem with the resource it concerns. */
export interface ToldProblem extends Omit<BookingProblem, 'resourceId' | 'start' | 'end'> {
  readonly resource: NamedResource | null
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
}

/** A slot that could be booked instead. */
export interface Slot {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly therapist: NamedResource
  readonly room: NamedResource | null
}

export interface BookingRefused {
  readonly kind: 'refused'
  readonly problems: readonly ToldProblem[]
  readonly alternatives: readonly Slot[]
}

/** A refusal before alternatives are looked for. */
export interface Refusal {
  readonly problems: readonly BookingProblem[]
  readonly resources: ReadonlyMap<string, NamedResource>
  /** What was wanted, when another slot could serve instead. */
  readonly wanted?: Omit<AlternativesRequest, 'online'> & { readonly clientId: string | null; readonly typeId: string }
}

const SOON_DAYS = 2
const REACH_DAYS = 14
const ENOUGH = 2

/** Says why, and looks for something better: first in the days beside the wanted one, then within two weeks. */
export async function tellRefusal(context: ActionContext, refusal: Refusal): Promise<BookingRefused> {
  const problems = refusal.problems.map((problem) => toldProblem(problem, refusal.resources))
  if (!refusal.wanted || problems.some((each) => each.code === 'INVALID_INTERVAL'))
    return { kind: 'refused', problems, alternatives: [] }
  const { wanted } = refusal
  const alternatives = await inSnapshot(context.db, context.caller.clinicId, async (snapshot) => {
    const soon = await findAlternatives(context, snapshot, wanted, SOON_DAYS)
    return soon.length >= ENOUGH ? soon : findAlternatives(context, snapshot, wanted, REACH_DAYS)
  })
  return { kind: 'refused', problems, alternatives }
}

/** A problem with the therapist or the room it names. */
export function toldProblem(problem: BookingProblem, resources: Refusal['resources']): ToldProblem {
  const { resourceId, start, end, ...rest } = problem
  const resource = (resourceId && resources.get(resourceId)) || null
  return { ...rest, resource, startsAt: start ?? null, endsAt: end ?? null }
}

async function findAlternatives(
  context: ActionContext,
  snapshot: Trx,
  wanted: NonNullable<Refusal['wanted']>,
  days: number,
): Promise<Slot[]> {
  const now = context.now()
  const from = Math.max(wanted.start, now)
  const window = daysAround({ start: from, end: from + (wanted.end - wanted.start) }, 1, days, 'utc')
  const { clientId, typeId, leaving } = wanted
  const loaded = await readSlotFacts(snapshot, context.caller.clinicId, { clientId, typeId, window, leaving, now })
  if (!loaded.type) return []
  const asked = { ...wanted, online: isOnline(context.caller) }
  const found = alternativesTo(asked, slotFactsOf(loaded, loaded.type), window, now)
  return found.map((slot) => toldSlot(slot, loaded.resources))
}

/** A slot with the therapist and the room it names. */
export function toldSlot(
  { start, end, therapistId, roomId }: FoundSlot,
  resources: ReadonlyMap<string, NamedResource>,
): Slot {
  const room = roomId === undefined ? null : resources.get(roomId)!
  return { startsAt: start, endsAt: end, therapist: resources.get(therapistId)!, room }
}
