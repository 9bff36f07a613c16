import type { Trx } from '../db/connect.ts'
import { listClientsBusy } from '../db/queries/clients-busy.ts'
import { readSlotFacts } from '../db/queries/slot-facts.ts'
import { listOfferedIn, type WaitingRow, type WantedPlace } from '../db/queries/waiting.ts'
import { findEntry } from '../db/queries/waitlist-entries.ts'
import { type Instant, intersect, MINUTE, overlaps } from '../domain/interval.ts'
import type { Slot } from '../domain/slots/request.ts'
import { type DayPart, dayPartOf } from '../domain/waitlist-entry.ts'
import { type LocalDate, localDateOf, weekdayOf } from '../domain/zone.ts'
import { findFitting, freeSlots } from './fitting-slots.ts'

/** The book of a stretch of time, looked through once for each type that is asked for, however many wait for it. */
export interface SlotSearch {
  /** The first slot that she could take: free, to her liking, and nothing that was offered to her before. */
  first(entry: WaitingRow): Promise<Slot | undefined>
  /** Whether she could take that very one, of her type. */
  suits(entry: WaitingRow, slot: Slot): Promise<boolean>
}

interface SearchOptions {
  readonly now: Instant
  readonly zone: string
  /** In a stretch of which she declined one time another may be offered. */
  readonly isWide: boolean
}

/** A free slot as the clock on the wall shows it, for looking at it with many who wait. */
interface SeenSlot {
  readonly slot: Slot
  readonly date: LocalDate
  readonly weekday: number
  readonly part: DayPart
}

const DAY = 24 * 60 * MINUTE

/** Opens a search for those who wait. What it finds is to be decided on once all that it takes is locked. */
export async function searchSlots(
  snapshot: Trx,
  clinicId: string,
  wanted: WantedPlace,
  entries: readonly WaitingRow[],
  { isWide, now, zone }: SearchOptions,
): Promise<SlotSearch> {
  const { therapistId, ...window } = wanted
  const clientIds = entries.map((each) => each.clientId)
  const [busyOf, offeredTo] = await Promise.all([
    listClientsBusy(snapshot, clinicId, clientIds, window),
    listOfferedIn(snapshot, clinicId, wanted),
  ])
  const seenOf = new Map<string, Promise<readonly SeenSlot[]>>()

  async function look(typeId: string): Promise<readonly SeenSlot[]> {
    const asked = { typeId, clientId: null, therapistIds: [therapistId], window, now }
    const loaded = await readSlotFacts(snapshot, clinicId, asked)
    return freeSlots(loaded, { window }, now).map((slot) => seen(slot, zone))
  }
  function seenFor(typeId: string): Promise<readonly SeenSlot[]> {
    const known = seenOf.get(typeId) ?? look(typeId)
    seenOf.set(typeId, known)
    return known
  }
  const isOpenTo = (entry: WaitingRow, { slot, ...at }: SeenSlot) =>
    likes(entry, at) &&
    slot.start - now >= entry.noticeMinutes * MINUTE &&
    (entry.givesUpAt === null || slot.start < entry.givesUpAt) &&
    !offeredTo.get(entry.id)?.has(slot.start) &&
    !busyOf.get(entry.clientId)?.some((each) => each.appointmentId !== entry.givesUpId && overlaps(each, slot))
  const isOver = (entry: WaitingRow) => !isWide && offeredTo.has(entry.id)

  /** What she would give up stands in nobody's way but her own: around it she is looked for alone. */
  async function aroundHerOwn({ givesUpAt, id }: WaitingRow): Promise<readonly SeenSlot[]> {
    if (givesUpAt === null) return []
    const around = intersect(window, { start: givesUpAt - DAY, end: givesUpAt + DAY / 2 })
    const whole = around && (await findEntry(snapshot, clinicId, id))
    if (!whole) return []
    const { slots } = await findFitting(snapshot, clinicId, whole, {
      ...{ window: around, now, first: 50, therapistId },
    })
    return slots.map((slot) => seen(slot, zone))
  }
  return {
    async first(entry) {
      if (isOver(entry)) return undefined
      const isOpen = (each: SeenSlot) => isOpenTo(entry, each)
      const found = (await seenFor(entry.typeId)).find(isOpen) ?? (await aroundHerOwn(entry)).find(isOpen)
      return found?.slot
    },
    async suits(entry, slot) {
      const same = (await seenFor(entry.typeId)).find(({ slot: each }) => each.start === slot.start)
      return same !== undefined && !isOver(entry) && isOpenTo(entry, same)
    },
  }
}

function seen(slot: Slot, zone: string): SeenSlot {
  const date = localDateOf(slot.start, zone)
  return { slot, date, weekday: weekdayOf(date), part: dayPartOf(slot.start, zone) }
}

function likes({ days, fromOn, parts, untilOn }: WaitingRow, { date, part, weekday }: Omit<SeenSlot, 'slot'>): boolean {
  if ((fromOn !== null && date < fromOn) || (untilOn !== null && date > untilOn)) return false
  return (days === null || days.includes(weekday)) && (parts === null || parts.includes(part))
}
