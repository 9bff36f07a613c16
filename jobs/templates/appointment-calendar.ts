import { oneLine } from '../../domain/text.ts'
import type { Attachment } from '../channels/channel.ts'
import { calendarFile } from './calendar-file.ts'
import type { Language } from './language.ts'
import type { MessageAppointment, MessageFacts } from './message-facts.ts'

interface AppointmentCalendar extends Pick<MessageFacts, 'clinic' | 'client' | 'manageUrl' | 'from'> {
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'
  readonly isCancelled?: boolean
  /** Whether it is a session that others come to as well. */
  readonly isOfEvent?: boolean
  readonly appointment: MessageAppointment
}

/** The appointment as its client's calendar shows it, in mails and by link alike. */
export function appointmentCalendar(
  { appointment, client, clinic, from, isCancelled, isOfEvent, manageUrl, method }: AppointmentCalendar,
  { words }: Language,
): Attachment {
  const description = [`${words.therapist}: ${oneLine(appointment.therapist.name)}`]
  if (manageUrl && method !== 'CANCEL') description.push(`${isOfEvent ? words.cancel : words.manage}: ${manageUrl}`)
  return calendarFile({
    ...{ method, isCancelled, appointment, clinicName: clinic.name },
    title: (isOfEvent ? words.sessionTitle : words.calendarTitle)(oneLine(clinic.name)),
    description: description.join('\n'),
    organizerEmail: from ?? `${clinic.slug}@daybook.invalid`,
    attendeeEmail: client?.email ?? null,
  })
}
