import type { Trx } from '../db/connect.ts'
import type { LoadedFacts } from '../db/queries/booking-facts.ts'
import { readSlotFacts, slotFactsOf } from '../db/queries/slot-facts.ts'
import type { WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import { type Instant, type Interval, MINUTE } from '../domain/interval.ts'
import type { Slot, SlotRequest } from '../domain/slots/request.ts'
import { findSlots } from '../domain/slots.ts'
import { dayPartOf } from '../domain/waitlist-entry.ts'
import { localDateOf } from '../domain/zone.ts'
import { type Slot as ToldSlot, toldSlot } from './refuse-booking.ts'

/** As many as there can be of them: those that suit are chosen from all. */
const ALL = 2000

export interface FittingWanted {
  readonly window: Interval
  readonly now: Instant
  readonly first: number
  /** With them alone, of those she would come to. */
  readonly therapistId?: string
  /** When what she would give up begins: later ones are of no use. */
  readonly before?: Instant
}

/** The slots in the window that are free and suit somebody who waits, soonest first. */
export async function findFitting(
  trx: Trx,
  clinicId: string,
  entry: WaitlistEntry,
  wanted: FittingWanted,
): Promise<{ readonly slots: readonly Slot[]; readonly told: readonly ToldSlot[] }> {
  const { before = Number.POSITIVE_INFINITY, first, now, therapistId, window } = wanted
  const ids = entry.therapistIds ?? undefined
  const therapistIds = therapistId === undefined ? ids : [therapistId]
  if (therapistId !== undefined && ids && !ids.includes(therapistId)) return { slots: [], told: [] }
  const { clientId, typeId } = entry
  const leaving = new Set(entry.appointmentId === null ? [] : [entry.appointmentId])
  const loaded = await readSlotFacts(trx, clinicId, { typeId, clientId, therapistIds, window, leaving, now })
  if (!loaded.type) return { slots: [], told: [] }
  const able = new Set([...loaded.resources.values()].filter((each) => hasSkill(each, entry)).map((each) => each.id))
  const found = freeSlots(loaded, { window, leaving, weekdays: entry.days ?? undefined }, now, able)
  const { zone } = loaded.clinic
  const suits = ({ start }: Slot) => start < before && suitsAt(entry, start, { zone, now })
  const slots = found.filter(suits).slice(0, first)
  return { slots, told: slots.map((each) => toldSlot(each, loaded.resources)) }
}

/** Every free slot of the type that was loaded, with whoever of those is able. */
export function freeSlots(
  loaded: LoadedFacts,
  wanted: Pick<SlotRequest, 'window' | 'leaving' | 'weekdays'>,
  now: Instant,
  able?: ReadonlySet<string>,
): readonly Slot[] {
  if (!loaded.type) return []
  const facts = slotFactsOf(loaded, loaded.type)
  const { minutes, bufferBeforeMinutes, bufferAfterMinutes, needsRoom } = loaded.type
  const request = {
    ...{ ...wanted, minutes, bufferBeforeMinutes, bufferAfterMinutes, online: false, order: 'soonest' as const },
    ...{ first: ALL, needsRoom: needsRoom && facts.rooms.length > 0 },
  }
  const therapists = able ? facts.therapists.filter((each) => able.has(each.id)) : facts.therapists
  return findSlots(request, { ...facts, therapists }, now).slots
}

function hasSkill({ skills }: { readonly skills: readonly string[] }, { skill }: WaitlistEntry): boolean {
  return skill === null || skills.includes(skill)
}

/** Whether the time itself would suit her: its date, its part of the day, and how soon it is. */
function suitsAt(entry: WaitlistEntry, start: Instant, { now, zone }: { zone: string; now: Instant }): boolean {
  const { fromOn, noticeMinutes, parts, untilOn } = entry
  const date = localDateOf(start, zone)
  if (start - now < noticeMinutes * MINUTE) return false
  if ((fromOn !== null && date < fromOn) || (untilOn !== null && date > untilOn)) return false
  return parts === null || parts.includes(dayPartOf(start, zone))
}
