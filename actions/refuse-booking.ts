import { inClinic, type Trx } from '../db/connect.ts'
import type { ResourceRow } from '../db/queries/book.ts'
import { listResourceFacts } from '../db/queries/booking-facts.ts'
import { type AlternativesRequest, alternativesTo } from '../domain/alternatives.ts'
import { daysAround } from '../domain/availability.ts'
import type { Instant } from '../domain/interval.ts'
import type { BookingProblem } from '../domain/problem.ts'
import type { ActionContext } from './context.ts'

/** A problem with the resource it concerns. */
export interface ToldProblem extends Omit<BookingProblem, 'resourceId' | 'start' | 'end'> {
  readonly resource: ResourceRow | null
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
}

/** A slot that could be booked instead. */
export interface Slot {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly therapist: ResourceRow
  readonly room: ResourceRow | null
}

export interface BookingRefused {
  readonly kind: 'refused'
  readonly problems: readonly ToldProblem[]
  readonly alternatives: readonly Slot[]
}

/** A refusal before alternatives are looked for. */
export interface Refusal {
  readonly problems: readonly BookingProblem[]
  readonly resources: ReadonlyMap<string, ResourceRow>
  /** What was wanted, when another slot could serve instead. */
  readonly wanted?: AlternativesRequest & { readonly clientId: string; readonly typeId: string }
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
  const alternatives = await inClinic(context.db, context.caller.clinicId, async (trx) => {
    const soon = await findAlternatives(context, trx, wanted, SOON_DAYS)
    return soon.length >= ENOUGH ? soon : findAlternatives(context, trx, wanted, REACH_DAYS)
  })
  return { kind: 'refused', problems, alternatives }
}

function toldProblem(problem: BookingProblem, resources: Refusal['resources']): ToldProblem {
  const { resourceId, start, end, ...rest } = problem
  const resource = (resourceId && resources.get(resourceId)) || null
  return { ...rest, resource, startsAt: start ?? null, endsAt: end ?? null }
}

async function findAlternatives(
  context: ActionContext,
  trx: Trx,
  wanted: NonNullable<Refusal['wanted']>,
  days: number,
): Promise<Slot[]> {
  const now = context.now()
  const from = Math.max(wanted.start, now)
  const window = daysAround({ start: from, end: from + (wanted.end - wanted.start) }, 1, days, 'utc')
  const loaded = await listResourceFacts(trx, context.caller.clinicId, { ...wanted, window })
  const resources = [...loaded.resources.values()].sort((a, b) => a.position - b.position)
  const found = alternativesTo(
    wanted,
    {
      ...loaded.clinic,
      window,
      closures: loaded.closures,
      clientBusy: loaded.clientBusy,
      therapists: resources.filter((each) => each.kind === 'therapist'),
      rooms: wanted.roomId ? wantedFirst(resources, wanted.roomId) : [],
    },
    now,
  )
  return found.map((slot) => ({
    startsAt: slot.start,
    endsAt: slot.end,
    therapist: loaded.resources.get(slot.therapistId)!,
    room: slot.roomId ? loaded.resources.get(slot.roomId)! : null,
  }))
}

function wantedFirst<R extends ResourceRow>(resources: readonly R[], roomId: string): R[] {
  const rooms = resources.filter((each) => each.kind === 'room')
  return [...rooms.filter((each) => each.id === roomId), ...rooms.filter((each) => each.id !== roomId)]
}
