import { initialsOf } from '../feed.ts'
import type { CalendarEntry } from './calendar.ts'
import type { AppointmentOfFeed, EventOfFeed, FeedFacts, SessionOfFeed, TimeOffOfFeed } from './feed-facts.ts'
import { eventEntries, type SessionInCalendar, type ToldOf } from './session-entries.ts'
import { appointmentUid, timeOffUid } from './uid.ts'

const BUSY: ToldOf = { summary: 'Busy', isPrivate: true }

/** The entries of a feed, saying no more of each than its privacy allows. */
export function feedEntries(facts: FeedFacts): CalendarEntry[] {
  const sessionsOf = Map.groupBy(facts.sessions, (each) => each.eventId)
  return [
    ...facts.appointments.map((each) => appointmentEntry(each, facts)),
    ...facts.timeOff.map((each) => timeOffEntry(each, facts)),
    ...facts.events.flatMap((each) => entriesOf(each, sessionsOf.get(each.id) ?? [], facts)),
  ]
}

function appointmentEntry(appointment: AppointmentOfFeed, facts: FeedFacts): CalendarEntry {
  const { createdAt, endsAt, id, startsAt, status, updatedAt, version } = appointment
  return {
    ...toldOfAppointment(appointment, facts),
    ...{ uid: appointmentUid(id), sequence: version, createdAt, updatedAt, startsAt, endsAt },
    status: calendarStatuses[status] ?? 'CONFIRMED',
  }
}

const calendarStatuses: Partial<Record<AppointmentOfFeed['status'], CalendarEntry['status']>> = {
  pending: 'TENTATIVE',
  cancelled: 'CANCELLED',
  entered_in_error: 'CANCELLED',
}

/** Whoever reads the feed knows whose it is: it says who else is there. */
function toldOfAppointment(
  { client, place, therapist, type }: AppointmentOfFeed,
  { kind, privacy }: FeedFacts,
): ToldOf {
  if (privacy === 'busy') return BUSY
  if (privacy === 'initials') {
    const who = kind === 'client' ? `Appointment with ${initialsOf(therapist)}` : initialsOf(client)
    return { summary: who, location: place, isPrivate: true }
  }
  const summary = { client: `${type} with ${therapist}`, room: `${client} with ${therapist}` }
  const description = kind === 'client' ? `With: ${therapist}` : `${type}\nWith: ${therapist}`
  const shown = kind === 'client' || kind === 'room' ? summary[kind] : `${client}, ${type}`
  return { summary: shown, description, location: place, isPrivate: true }
}

function timeOffEntry({ createdAt, endsAt, id, startsAt, updatedAt, version }: TimeOffOfFeed, { privacy }: FeedFacts) {
  const told = privacy === 'busy' ? BUSY : { summary: 'Time off', isPrivate: true }
  const status = 'CONFIRMED' as const
  return { ...told, uid: timeOffUid(id), sequence: version, createdAt, updatedAt, startsAt, endsAt, status }
}

function entriesOf(event: EventOfFeed, sessions: readonly SessionOfFeed[], facts: FeedFacts): CalendarEntry[] {
  const told = toldOfEvent(event, event, facts)
  const shown = sessions.map((session): SessionInCalendar => {
    const { createdAt, endsAt, id, originalStartsAt, startsAt, updatedAt } = session
    return {
      ...{ id, originalStartsAt, startsAt, endsAt, createdAt, updatedAt },
      status: sessionStatuses[session.status] ?? 'CONFIRMED',
      told: isLike(session, event) ? told : toldOfSession(event, session, facts),
    }
  })
  return eventEntries({ ...event, told, sessions: shown })
}

function isLike(session: SessionOfFeed, event: EventOfFeed): boolean {
  return (
    session.title === null &&
    session.isDraft === event.isDraft &&
    session.place === event.place &&
    session.onlineUrl === event.onlineUrl &&
    session.status !== 'moved_online'
  )
}

const sessionStatuses: Partial<Record<SessionOfFeed['status'], CalendarEntry['status']>> = {
  cancelled: 'CANCELLED',
  postponed: 'TENTATIVE',
}

function toldOfSession(event: EventOfFeed, session: SessionOfFeed, facts: FeedFacts): ToldOf {
  const { isDraft, status, title } = session
  const isOnline = status === 'moved_online'
  const onlineUrl = session.onlineUrl ?? (isOnline ? event.onlineUrl : null)
  const place = isOnline ? 'Online' : session.place
  return toldOfEvent(event, { title: title ?? event.title, isDraft, place, onlineUrl }, facts)
}

/** What a session may have of its own. */
type Own = Pick<EventOfFeed, 'title' | 'isDraft' | 'place' | 'onlineUrl'>

/** Where it is online is said to those alone who have a feed of their own: the public reads the other. */
function toldOfEvent(event: EventOfFeed, { isDraft, onlineUrl, place, title }: Own, facts: FeedFacts): ToldOf {
  const { kind, pageOf, privacy } = facts
  if (privacy === 'busy') return BUSY
  const isPublic = kind === 'events'
  const link = !isPublic && privacy === 'full' && onlineUrl !== null ? `Online: ${onlineUrl}` : ''
  return {
    summary: isDraft ? `${title} (draft)` : title,
    description: [link, event.description].filter(Boolean).join('\n\n'),
    location: place || (onlineUrl === null ? '' : 'Online'),
    ...(isPublic && { url: pageOf(event.slug) }),
    categories: event.tags,
    isPrivate: !isPublic,
  }
}
