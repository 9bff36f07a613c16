import { createEvent, type EventAttributes } from 'ics'
import { PRODUCT } from '../../domain/ics/calendar.ts'
import { foldLine, unfoldLines } from '../../domain/ics/lines.ts'
import { appointmentUid } from '../../domain/ics/uid.ts'
import { manyLines, oneLine } from '../../domain/text.ts'
import type { Attachment } from '../channels/channel.ts'
import type { MessageAppointment } from './message-facts.ts'

export interface CalendarFile {
  /** Puts the appointment into a calendar, takes it out, or shows it to whoever asks. */
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'
  /** Left out: as the method has it. */
  readonly isCancelled?: boolean
  readonly appointment: MessageAppointment
  readonly title: string
  readonly description: string
  readonly clinicName: string
  /** Whom it comes from, and whom it invites. */
  readonly organizerEmail: string
  readonly attendeeEmail: string | null
}

/**
 * One appointment as a mail program's calendar reads it. It goes by one UID all its life, and every change of it has a
 * higher SEQUENCE: a change that has none is not believed. Feeds of many are written by domain/ics, as the package knows no
 * zones and takes a tenth of a millisecond an entry.
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
  const { method, appointment, attendeeEmail, isCancelled = method === 'CANCEL' } = file
  const { room } = appointment
  const place = [room?.location?.name, room?.location?.address, room?.name].filter(Boolean).join(', ')
  return {
    productId: PRODUCT,
    method,
    uid: appointmentUid(appointment.id),
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
    status: isCancelled ? 'CANCELLED' : 'CONFIRMED',
    transp: isCancelled ? 'TRANSPARENT' : 'OPAQUE',
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

/**
 * What the package wrote, as strict readers want it: lines of at most 75 octets (it counts characters), words of the
 * standard without quotes, and nothing about how often a feed is to be asked for.
 */
function mendCalendar(calendar: string): string {
  return unfoldLines(calendar)
    .filter((line) => !line.startsWith('X-PUBLISHED-TTL'))
    .map((line) => foldLine(line.startsWith('ATTENDEE;') ? unquoteWords(line) : line))
    .join('\r\n')
}

function unquoteWords(attendee: string): string {
  return attendee.replace(/;(ROLE|PARTSTAT)="([A-Z-]+)"/g, ';$1=$2')
}
