import type { BookableType } from '../calendar/read-day.ts'
import type { Card, Place } from '../calendar/store/book.ts'
import { unmarked } from '../calendar/store/mark.ts'
import type { BookAppointmentInput } from '../generated/graphql.ts'
import type { Draft } from './draft.ts'
import { type Override, overrideInput } from './refusal.ts'

/** The card that the draft would become. */
export function cardOfDraft(draft: Draft, place: Place, type: BookableType, id: string): Card {
  const { id: typeId, name: typeName, hue, bufferBeforeMinutes, bufferAfterMinutes } = type
  return {
    ...place,
    ...{ id, version: 0, status: 'booked', typeId, typeName, hue, bufferBeforeMinutes, bufferAfterMinutes },
    clientId: draft.client?.id ?? '',
    clientName: draft.client?.name ?? draft.newClient?.name ?? 'The client',
    overbooked: false,
    confirmedAt: null,
    repeats: false,
    notes: draft.notes || null,
    mark: unmarked,
  }
}

export function inputOfDraft(draft: Draft, clientId: string, place: Place, override?: Override): BookAppointmentInput {
  return {
    clientId,
    typeId: draft.typeId,
    therapistId: place.therapistId,
    roomId: place.roomId,
    startsAt: new Date(place.startsAt).toISOString(),
    endsAt: new Date(place.endsAt).toISOString(),
    notes: draft.notes.trim() || null,
    ...overrideInput(override),
  }
}
