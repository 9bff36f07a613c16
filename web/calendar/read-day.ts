import type { Interval } from '../../domain/interval.ts'
import { dayInterval, type LocalDate } from '../../domain/zone.ts'
import { ask } from '../api/client.ts'
import { type BookableTypeFragment, CalendarDayDocument, type CalendarDayQuery } from '../generated/graphql.ts'
import type { CalendarChangeAnswer } from '../live/connection.ts'
import type { LoggedChange } from './store/apply-change.ts'
import type { Column, Snapshot } from './store/book.ts'
import { toChange, toSnapshot } from './store/from-graphql.ts'

export type BookableType = BookableTypeFragment

/** What a day needs beside its book: who and what there is, and how the clinic books. */
export interface ClinicFacts {
  readonly stepMinutes: number
  readonly allowsOverbooking: boolean
  /** How long a slot is held. */
  readonly staffHoldMinutes: number
  /** Therapists, then rooms, in the clinic's order; archived ones too. */
  readonly resources: readonly Column[]
  readonly types: readonly BookableType[]
}

export interface DayReading {
  readonly facts: ClinicFacts
  readonly snapshot: Snapshot
}

export async function readDay(date: LocalDate, zone: string): Promise<DayReading> {
  const answer = await ask(CalendarDayDocument, windowOf(dayInterval(date, zone)))
  const resources = answer.resources.map(columnOf)
  const timeOff = answer.calendar.timeOff.map(withStatus)
  const { stepMinutes, allowsOverbooking, staffHoldMinutes } = answer.clinic
  return {
    facts: { stepMinutes, allowsOverbooking, staffHoldMinutes, resources, types: answer.appointmentTypes },
    snapshot: toSnapshot({ ...answer.calendar, timeOff }, resources),
  }
}

/** Undefined when the calendar has to be read again. */
export function changeOf(answer: CalendarChangeAnswer): LoggedChange | undefined {
  const { upserted } = answer
  return toChange({ ...answer, upserted: upserted?.__typename === 'TimeOff' ? withStatus(upserted) : upserted })
}

export function windowOf(interval: Interval): { from: string; to: string } {
  return { from: new Date(interval.start).toISOString(), to: new Date(interval.end).toISOString() }
}

function columnOf(resource: CalendarDayQuery['resources'][number]): Column {
  const { id, name, active } = resource
  if (resource.__typename === 'Room') {
    const places = resource.capacity === 1 ? '1 person' : `${resource.capacity} people`
    return { id, name, active, kind: 'room', detail: `Room for ${places}` }
  }
  const detail = [resource.title, ...resource.specialties].filter(Boolean).join(', ')
  return { id, name, active, kind: 'therapist', detail }
}

function withStatus<Block extends { readonly timeOffStatus: string }>(block: Block): Block & { status: string } {
  return { ...block, status: block.timeOffStatus }
}
