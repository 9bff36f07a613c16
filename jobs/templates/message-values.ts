import type { Instant } from '../../domain/interval.ts'
import { oneLine } from '../../domain/text.ts'
import type { Language } from './language.ts'
import type { MessageAppointment, MessageFacts } from './message-facts.ts'
import type { VariableName } from './variables.ts'
import { type WrittenTime, writeTime } from './write-time.ts'

/** What each variable stands for in one message; conditions are yes or no. */
export type MessageValues = Readonly<Record<VariableName, string | boolean>>

/** Writes an instant for the one who reads the message. */
export type WriteTime = (instant: Instant) => WrittenTime

/** As the clocks of a client show it, where the message is for one, or else those of the clinic. */
export function timeWriter(facts: MessageFacts, language: Language, isForClient: boolean): WriteTime {
  const { zone } = facts.clinic
  const readerZone = (isForClient && facts.client?.zone) || zone
  return (instant) => writeTime(instant, language, zone, readerZone)
}

/** Every variable of the message. Names that came with line ends are on one line. */
export function messageValues(facts: MessageFacts, write: WriteTime): MessageValues {
  const { clinic, appointment, previous } = facts
  return {
    clinicName: oneLine(clinic.name),
    ...clientValues(oneLine(facts.client?.name ?? '')),
    ...appointmentValues(appointment, write),
    previousWhen: previous ? write(previous.startsAt).when : '',
    previousTherapistName: oneLine(previous?.therapistName ?? ''),
    manageLink: facts.manageUrl ?? '',
    answer: facts.reply?.text ?? '',
    until: facts.until === undefined ? '' : write(facts.until).whenShort,
    hasPrevious: previous !== undefined && previous.startsAt !== appointment?.startsAt,
    hasNewTherapist: previous !== undefined && previous.therapistName !== appointment?.therapist.name,
    hasManageLink: facts.manageUrl !== undefined,
  }
}

function clientValues(name: string) {
  const words = name.split(' ')
  const initials = words.map((word) => /\p{L}/u.exec(word)?.[0] ?? '').join('')
  return { clientName: name, clientFirstName: words[0] ?? '', clientInitials: initials.toUpperCase() }
}

function appointmentValues(appointment: MessageAppointment | null, write: WriteTime) {
  const room = appointment?.room
  const start = appointment && write(appointment.startsAt)
  return {
    therapistName: oneLine(appointment?.therapist.name ?? ''),
    typeName: oneLine(appointment?.type.name ?? ''),
    roomName: oneLine(room?.name ?? ''),
    locationName: oneLine(room?.location?.name ?? ''),
    locationAddress: oneLine(room?.location?.address ?? ''),
    date: start?.date ?? '',
    time: start?.time ?? '',
    when: start?.when ?? '',
    whenShort: start?.whenShort ?? '',
    endTime: appointment ? write(appointment.endsAt).time : '',
    minutes: appointment ? String((appointment.endsAt - appointment.startsAt) / 60_000) : '',
    hasRoom: Boolean(room),
    hasLocation: Boolean(room?.location),
  }
}
