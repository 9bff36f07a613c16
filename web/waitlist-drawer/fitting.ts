import { type Instant, type Interval, merge } from '../../domain/interval.ts'
import { ask } from '../api/client.ts'
import type { Place } from '../calendar/store/book.ts'
import type { LitTime } from '../calendar/view/grid-props.ts'
import { FittingSlotsDocument } from '../generated/graphql.ts'

const PAGE = 100
/** Eight hundred starts are a long day with many therapists; later ones are not lit, but may be booked. */
const MOST_PAGES = 8

/** Every free slot of the day that suits the entry, soonest first. */
export async function readFitting(entryId: string, day: Interval): Promise<readonly Place[]> {
  const found = new Map<string, Place>()
  let from = day.start
  for (let page = 0; page < MOST_PAGES && from < day.end; page++) {
    const window = { from: new Date(from).toISOString(), to: new Date(day.end).toISOString() }
    const { fittingSlots } = await ask(FittingSlotsDocument, { entryId, ...window, first: PAGE })
    const slots = fittingSlots.map(
      (slot): Place => ({
        startsAt: Date.parse(slot.startsAt),
        endsAt: Date.parse(slot.endsAt),
        therapistId: slot.therapist.id,
        roomId: slot.room?.id ?? null,
      }),
    )
    for (const slot of slots) found.set(`${slot.startsAt} ${slot.therapistId}`, slot)
    if (slots.length < PAGE) break
    from = nextFrom(slots, from)
  }
  return [...found.values()]
}

/** The slots that begin together may have been cut in two: they are read again. */
function nextFrom(slots: readonly Place[], from: Instant): Instant {
  const last = slots.at(-1)!.startsAt
  return last > from ? last : last + 1
}

/** The times in which they lie, by whom: where two overlap, one light. */
export function litBy(slots: readonly Place[]): LitTime[] {
  const byTherapist = Map.groupBy(slots, (each) => each.therapistId)
  return [...byTherapist].flatMap(([resourceId, own]) =>
    merge(own.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }))).map((time) => ({
      ...time,
      resourceId,
    })),
  )
}
