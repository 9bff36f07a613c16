import { MINUTE } from '../../domain/interval.ts'
import { localDateOf } from '../../domain/zone.ts'
import { suggestRoom, suggestTherapist } from '../booking/suggest.ts'
import type { Desk } from '../calendar/desk.ts'
import type { Hit } from '../calendar/layout/hit.ts'
import { type Card, NOBODY, type Place } from '../calendar/store/book.ts'
import { unmarked } from '../calendar/store/mark.ts'
import type { WaitlistLineFragment } from '../generated/graphql.ts'

/** The card that somebody who waits would become there. */
export function newCard(entry: WaitlistLineFragment, place: Place): Card {
  const { id: typeId, name: typeName, hue, bufferAfterMinutes, bufferBeforeMinutes } = entry.type
  return {
    ...place,
    ...{ id: entry.id, version: 0, status: 'booked', typeId, typeName, hue, bufferAfterMinutes, bufferBeforeMinutes },
    ...{ clientId: entry.client.id, clientName: entry.client.name, overbooked: false, confirmedAt: null },
    ...{ repeats: false, notes: null, mark: unmarked, newcomer: { givesUpId: entry.appointment?.id } },
  }
}

/** As long as the type says, in that column. */
export function placeAt(entry: WaitlistLineFragment, { at, column: { resource } }: Hit): Place {
  return {
    ...{ startsAt: at, endsAt: at + entry.type.minutes * MINUTE },
    therapistId: resource.kind === 'therapist' ? resource.id : NOBODY,
    roomId: resource.kind === 'room' ? resource.id : null,
  }
}

/** Whether the slot is at that place, as far as that says where. */
export function isThere(slot: Place, { roomId, startsAt, therapistId }: Place): boolean {
  if (slot.startsAt !== startsAt) return false
  return therapistId === NOBODY ? slot.roomId === roomId : slot.therapistId === therapistId
}

/** The room as well where a therapist was chosen, the therapist as well where a room was. */
export function wholePlace(entry: WaitlistLineFragment, place: Place, slots: readonly Place[], desk: Desk): Place {
  const slot = slots.find((each) => isThere(each, place))
  if (slot) return { ...place, therapistId: slot.therapistId, roomId: place.roomId ?? slot.roomId }
  const facts = desk.facts(localDateOf(place.startsAt, desk.zone))
  if (!facts) return place
  const wanted = { ...entry.type, start: place.startsAt, end: place.endsAt }
  const { resources } = desk.clinic()
  return {
    ...place,
    therapistId: place.therapistId || (suggestTherapist(wanted, resources, facts)?.id ?? NOBODY),
    roomId: place.roomId ?? suggestRoom(wanted, resources, facts)?.id ?? null,
  }
}
