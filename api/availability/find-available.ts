import { notFound } from '../../actions/errors.ts'
import { type Slot as ToldSlot, toldProblem, toldSlot } from '../../actions/refuse-booking.ts'
import type { Trx } from '../../db/connect.ts'
import type { AppointmentTypeRow } from '../../db/queries/book.ts'
import type { LoadedFacts } from '../../db/queries/booking-facts.ts'
import { readSlotFacts, slotFactsOf } from '../../db/queries/slot-facts.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { BookingProblem } from '../../domain/problem.ts'
import { firstFits, withFirstFree } from '../../domain/slots/next-fit.ts'
import type { Slot, SlotRequest } from '../../domain/slots/request.ts'
import { findSlots } from '../../domain/slots.ts'
import { wallClock } from '../../domain/zone.ts'
import type { AskedSlots } from './asked-slots.ts'
import type { AvailableSlotsInput } from './available-slots.inputs.ts'

const DAY = 24 * 60 * 60_000
/** Days beyond the window in which to look for the next that fits: most often it is near. */
const REACHES = [14, 62]

export interface Finding {
  readonly snapshot: Trx
  readonly clinicId: string
  readonly input: AvailableSlotsInput
  readonly asked: AskedSlots
  readonly online: boolean
  readonly now: Instant
}

/** The slots in the window; where there are none, why, and the next there is. */
export async function findAvailable(finding: Finding) {
  const loaded = await load(finding, finding.asked.window, finding.input.therapistIds)
  const type = checkNamed(loaded, finding.input)
  const zone = finding.input.zone ?? loaded.clinic.zone
  const facts = slotFactsOf(loaded, type)
  const { slots, reasons } = findSlots(requestOf(finding, type, facts.rooms.length > 0), facts, finding.now)
  const next =
    slots.length === 0
      ? await findNext(finding, type, reasons)
      : { reasons, resources: loaded.resources, nextFit: undefined }
  const resources = new Map([...loaded.resources, ...next.resources])
  const told = (slot: Slot) => withLocalStart(toldSlot(slot, resources), zone)
  return {
    slots: slots.map(told),
    reasons: next.reasons.map((each) => toldProblem(each, resources)),
    nextFit: next.nextFit ? told(next.nextFit) : null,
  }
}

interface Next {
  readonly reasons: readonly BookingProblem[]
  readonly resources: LoadedFacts['resources']
  readonly nextFit?: Slot
}

/** Looks beyond the window with those asked for, and with everybody else. */
async function findNext(finding: Finding, type: AppointmentTypeRow, reasons: readonly BookingProblem[]): Promise<Next> {
  const { asked, now, input } = finding
  let next: Next = { reasons, resources: new Map() }
  for (const days of REACHES) {
    const window = { start: Math.max(asked.window.start, now), end: Math.max(asked.window.end, now) + days * DAY }
    const loaded = await load(finding, window, undefined)
    const facts = slotFactsOf(loaded, type)
    const request = { ...requestOf(finding, type, facts.rooms.length > 0), window }
    const first = firstFits(request, facts, now, input.therapistIds ?? undefined)
    const told = first.anybody ? withFirstFree(reasons, first.anybody, facts) : reasons
    next = { reasons: told, resources: loaded.resources, nextFit: first.asked ?? first.anybody }
    if (first.asked) break
  }
  return next
}

function load(finding: Finding, window: Interval, therapistIds: readonly string[] | null | undefined) {
  const { snapshot, clinicId, input, now } = finding
  const also = input.preferTherapistId != null && therapistIds ? [input.preferTherapistId] : []
  return readSlotFacts(snapshot, clinicId, {
    ...{ typeId: input.typeId, clientId: input.clientId ?? null, window, now },
    therapistIds: therapistIds ? [...therapistIds, ...also] : undefined,
    roomIds: input.roomIds ?? undefined,
  })
}

/** A clinic that keeps no rooms books without; a type that asks something of its room never does. */
function requestOf({ input, asked, online }: Finding, type: AppointmentTypeRow, hasRooms: boolean): SlotRequest {
  const asksOfRoom = type.requiredFeatures.length > 0 || type.minCapacity > 1
  const isRoomAsked = input.roomIds != null || asked.roomFeatures.length > 0
  return {
    ...asked,
    minutes: asked.minutes ?? type.minutes,
    bufferBeforeMinutes: type.bufferBeforeMinutes,
    bufferAfterMinutes: type.bufferAfterMinutes,
    online,
    needsRoom: isRoomAsked || (type.needsRoom && (hasRooms || asksOfRoom)),
    preferTherapistId: input.preferTherapistId ?? undefined,
    order: input.near == null ? (input.order ?? 'soonest') : 'nearest',
    near: input.near ?? undefined,
  }
}

/** Everything that is named must be there, and be the clinic's own. */
function checkNamed({ type, client, resources }: LoadedFacts, input: AvailableSlotsInput): AppointmentTypeRow {
  const { clientId, preferTherapistId, therapistIds, roomIds } = input
  if (!type) throw notFound('appointment type', ['input', 'typeId'])
  if (clientId != null && !client) throw notFound('client', ['input', 'clientId'])
  for (const [ids, kind, field] of [
    [preferTherapistId == null ? [] : [preferTherapistId], 'therapist', 'preferTherapistId'],
    [therapistIds ?? [], 'therapist', 'therapistIds'],
    [roomIds ?? [], 'room', 'roomIds'],
  ] as const)
    for (const id of ids) if (resources.get(id)?.kind !== kind) throw notFound(kind, ['input', field], id)
  return type
}

function withLocalStart(slot: ToldSlot, zone: string) {
  const { date, time } = wallClock(slot.startsAt, zone)
  return { ...slot, localStart: `${date}T${time}` }
}
