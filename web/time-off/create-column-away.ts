import { type Accessor, createSignal } from 'solid-js'
import type { Desk } from '../calendar/desk.ts'
import { type Column, openHoursOf } from '../calendar/store/book.ts'
import type { AwayEntries } from './create-away.ts'
import { restOfDay, wholeDay } from './leave-entries.ts'
import type { Reason } from './leave-words.ts'

export type AwayKind = 'rest of today' | 'days'

/** Whether somebody's time off is being entered beside the day, and with what it began. */
export interface ColumnAway {
  readonly first: Accessor<AwayEntries | undefined>
  readonly begin: (resource: Column, kind: AwayKind, desk: Desk) => void
  readonly close: () => void
}

export function createColumnAway(): ColumnAway {
  const [first, setFirst] = createSignal<AwayEntries>()
  return {
    first,
    begin: (resource, kind, desk) => setFirst(firstEntries(resource, kind, desk)),
    close: () => setFirst(undefined),
  }
}

function firstEntries(resource: Column, kind: AwayKind, desk: Desk): AwayEntries {
  const days = wholeDay(desk.shown().date)
  const span = kind === 'days' ? days : restOfDay(desk.now(), busyOn(resource, desk), desk.zone)
  return { ...span, resourceId: resource.id, reason: usualReason(resource, kind), note: '', coverTherapistId: '' }
}

function usualReason(resource: Column, kind: AwayKind): Reason {
  if (resource.kind === 'room') return 'OTHER'
  return kind === 'days' ? 'VACATION' : 'SICK'
}

/** What is still to come of the day: its hours, and whatever is booked beyond them. */
function busyOn(resource: Column, desk: Desk) {
  const book = desk.shown().book.truth()
  const cards = (book.byResource.get(resource.id) ?? []).map((card) => ({ start: card.startsAt, end: card.endsAt }))
  return [...(openHoursOf(book, resource) ?? []), ...cards]
}
