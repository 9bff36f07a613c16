import type { Trx } from '../db/connect.ts'
import type { AppointmentTypeRow, NamedResource } from '../db/queries/book.ts'
import { readSlotFacts, slotFactsOf } from '../db/queries/slot-facts.ts'
import { type BookingSettings, isShown } from '../domain/booking-settings.ts'
import { isQualified } from '../domain/fitness-rules.ts'
import { type Instant, type Interval, MINUTE } from '../domain/interval.ts'
import type { Slot, SlotRequest } from '../domain/slots/request.ts'
import { findSlots } from '../domain/slots.ts'

export interface PublicSlotsWanted {
  /** Null for anybody who is shown. */
  readonly therapistId: string | null
  /** In which slots begin. */
  readonly starts: Interval
  readonly now: Instant
  readonly first?: number
  /** Those nearest to it first. */
  readonly near?: Instant
}

export interface FoundPublicSlots {
  readonly slots: readonly Slot[]
  readonly resources: ReadonlyMap<string, NamedResource>
}

/** The slots that people from outside may book, of a type that is booked online, with those whom the clinic shows. */
export async function findPublicSlots(
  trx: Trx,
  clinicId: string,
  settings: BookingSettings,
  type: AppointmentTypeRow,
  { first = Infinity, near, now, starts, therapistId }: PublicSlotsWanted,
): Promise<FoundPublicSlots> {
  const window = { start: starts.start, end: starts.end + type.minutes * MINUTE }
  const chosen = therapistId === null ? settings.therapistIds : [therapistId]
  const loaded = await readSlotFacts(trx, clinicId, {
    ...{ typeId: type.id, clientId: null, window, now },
    ...(chosen && { therapistIds: chosen }),
  })
  const facts = slotFactsOf(loaded, type)
  const shown = facts.therapists.filter((each) => each.active && isShown(settings, each.id) && isQualified(each, type))
  const asksOfRoom = type.requiredFeatures.length > 0 || type.minCapacity > 1
  const request: SlotRequest = {
    ...{ window, minutes: type.minutes, online: true, first },
    ...{ bufferBeforeMinutes: type.bufferBeforeMinutes, bufferAfterMinutes: type.bufferAfterMinutes },
    needsRoom: type.needsRoom && (facts.rooms.length > 0 || asksOfRoom),
    ...(near === undefined ? { order: 'soonest' as const } : { order: 'nearest' as const, near }),
  }
  if (shown.length === 0) return { slots: [], resources: loaded.resources }
  const { slots } = findSlots(request, { ...facts, therapists: shown }, now)
  return { slots: slots.filter((each) => each.start < starts.end), resources: loaded.resources }
}

const REACH = 14 * 24 * 60 * MINUTE
const ENOUGH = 2
const ALTERNATIVES = 4

/** What else there is, nearest to the time first: with the same therapist, or with anybody where that is not much. */
export async function findPublicAlternatives(
  trx: Trx,
  clinicId: string,
  settings: BookingSettings,
  type: AppointmentTypeRow,
  wanted: { readonly startsAt: Instant; readonly therapistId: string | null; readonly now: Instant },
): Promise<FoundPublicSlots> {
  const { now, startsAt, therapistId } = wanted
  const starts = { start: Math.max(now, startsAt - REACH), end: Math.max(now, startsAt) + REACH }
  const search = { starts, now, near: startsAt }
  const same = await findPublicSlots(trx, clinicId, settings, type, { ...search, therapistId })
  const found =
    therapistId === null || same.slots.length >= ENOUGH
      ? same
      : await findPublicSlots(trx, clinicId, settings, type, { ...search, therapistId: null })
  return { ...found, slots: apart(found.slots).sort((a, b) => a.start - b.start) }
}

/** The first few, none of which would take the time of another. */
function apart(slots: readonly Slot[]): Slot[] {
  const chosen: Slot[] = []
  for (const slot of slots) {
    if (chosen.length === ALTERNATIVES) break
    if (chosen.every((each) => slot.start >= each.end || slot.end <= each.start)) chosen.push(slot)
  }
  return chosen
}
