import type { EventRow } from '../db/queries/events.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import { floatingOf, instantOfFloating } from '../domain/zone.ts'
import type { EventChange } from './change-event.ts'
import type { CreateEventInput } from './create-event.ts'
import { badInput } from './errors.ts'
import type { checkedUpdate } from './update-event.ts'

/** What an event is to say; what is left out stays. */
export type UpdateEventFields = Partial<Omit<CreateEventInput, 'clientMutationId' | 'validateOnly'>>

type Checked = ReturnType<typeof checkedUpdate>

/** What the event says once it is changed, but for its rule. */
export function eventAfter({ event }: EventChange, { slug: _slug, times, ...fields }: Checked): EventRow {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const next: EventRow = { ...event, ...given }
  if (next.admission === 'enrolment' && next.registersFor !== 'event')
    throw badInput('Whoever enrols does so for the whole event.', ['input', 'registersFor'])
  const shown = shownStart(event)
  const startsAt = times.startsAt ?? shown
  const length = times.endsAt == null ? event.minutes * MINUTE : times.endsAt - startsAt
  return {
    ...next,
    minutes: length / MINUTE,
    shiftMinutes: startsAt === shown ? event.shiftMinutes : (floatingOf(startsAt, event.zone) - event.start) / MINUTE,
  }
}

/** When the first session begins as the event goes on now. */
export function shownStart({ start, shiftMinutes, zone }: EventRow): Instant {
  return instantOfFloating(start + shiftMinutes * MINUTE, zone)
}
