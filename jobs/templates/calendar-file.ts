import { createEvent, type EventAttributes } from 'ics'
import { manyLines, oneLine } from '../../domain/text.ts'
import type { Attachment } from '../channels/channel.ts'
import { mendCalendar } from './calendar-lines.ts'
import type { MessageAppointment } from './message-facts.ts'

export interface CalendarFile {
  /** Puts the appointment into a calendar, or takes it out. */
  readonly method: 'REQUEST' | 'CANCEL'
  readonly appointment: MessageAppointment
  readonly title: string
  readonly description: string
  readonly clinicName: string
  /** Whom it comes from, and whom it invites. */
  readonly organizerEmail: string
  readonly attendeeEmail: string | null
}

/**
 * The appointment as a mail program's calendar reads it. It goes by one UID all its life, and every change of it has a
 * higher SEQUENCE: a change that has none is not believed.
 */
export function calendarFile(file: CalendarFile): Attachment {
  const content = written(file) ?? written({ ...file, attendeeEmail: null })
  if (content === undefined) throw new Error('the calendar file of an appointment cannot be written')
  return {
    name: file.method === 'CANCEL' ? 'cancelled.ics' : 'appointment.ics',
    contentType: `text/calendar; charset=utf-8; method=${file.method}`,
    content: mendCalendar(content),
  }
}

/** Undefined when the package does not take it, as it does some addresses that there are: those are left out. */
function written(file: CalendarFile): string | undefined {
  return createEvent(attributesOf(file)).value ?? undefined
}

function attributesOf(file: CalendarFile): EventAttributes & { timestamp: number } {
  const { method, appointment, attendeeEmail } = file
  const { room } = appointment
  const place = [room?.location?.name, room?.location?.address, room?.name].filter(Boolean).join(', ')
  return {
    productId: '-//Daybook//Daybook//EN',
    method,
    uid: `${appointment.id}@daybook`,
    sequence: appointment.version,
    // When it was changed, not when it is sent: the same change sent twice is the same file.
    timestamp: appointment.updatedAt,
    created: appointment.createdAt,
    lastModified: appointment.updatedAt,
    start: appointment.startsAt,
    end: appointment.endsAt,
    title: oneLine(file.title),
    description: manyLines(file.description),
    ...(place && { location: oneLine(place) }),
    status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    transp: method === 'CANCEL' ? 'TRANSPARENT' : 'OPAQUE',
    classification: 'PRIVATE',
    organizer: { name: parameter(file.clinicName), email: file.organizerEmail },
    ...(attendeeEmail && { attendees: [attendee(attendeeEmail)] }),
  }
}

function attendee(email: string) {
  return { name: parameter(email), email, rsvp: false, partstat: 'ACCEPTED', role: 'REQ-PARTICIPANT' } as const
}

/** A parameter cannot hold a double quote, and the package would escape one with a backslash. */
function parameter(text: string): string {
  return oneLine(text).replaceAll('"', "'")
}
