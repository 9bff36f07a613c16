import type { Instant } from '../../domain/interval.ts'
import { isOfEvent, isOfOffer, type MessageKind } from '../../domain/message.ts'
import { addDays, instantOf, localDateOf, weekdayOf } from '../../domain/zone.ts'
import type { MessageFacts } from './message-facts.ts'

const DAY = 24 * 60 * 60_000

/** As long as a real one, and leading nowhere. */
const SAMPLE_TOKEN = 'example-example-example-example-example-exa'

/** What a message of the kind might be about, for previews and tests: nobody is in it. */
export function sampleFacts(
  clinic: MessageFacts['clinic'],
  now: Instant,
  publicUrl = 'https://daybook.example',
  kind?: MessageKind,
): MessageFacts {
  const facts = sampleAppointment(clinic, now, publicUrl)
  const { appointment } = facts
  if (kind && isOfOffer(kind)) {
    const { previous: _previous, reply: _reply, ...offered } = facts
    return { ...offered, manageUrl: `${publicUrl}/o/${SAMPLE_TOKEN}` }
  }
  if (!kind || !isOfEvent(kind) || !appointment) return facts
  return {
    ...{ clinic, client: facts.client, manageUrl: `${publicUrl}/r/${SAMPLE_TOKEN}` },
    appointment: { ...appointment, endsAt: appointment.startsAt + 90 * 60_000, type: { name: 'Parents’ evening' } },
    reply: { text: kind === 'session_cancelled' ? 'The hall is being painted.' : '' },
  }
}

/** An appointment next week's Tuesday at half past two. */
function sampleAppointment(clinic: MessageFacts['clinic'], now: Instant, publicUrl: string): MessageFacts {
  const today = localDateOf(now, clinic.zone)
  const startsAt = instantOf(addDays(today, 9 - weekdayOf(today)), '14:30', clinic.zone)
  return {
    clinic,
    client: { name: 'Maya Alvarez', email: 'maya@example.com', zone: null },
    appointment: {
      ...{ id: '00000000-0000-7000-8000-000000000000', version: 2 },
      ...{ startsAt, endsAt: startsAt + 50 * 60_000, createdAt: now, updatedAt: now },
      therapist: { name: 'Dr. Chen' },
      room: { name: 'Willow', location: { name: 'Downtown', address: '12 Pier Street' } },
      type: { name: 'Individual session' },
    },
    previous: { startsAt: startsAt - DAY, therapistName: 'Dr. Okafor' },
    manageUrl: `${publicUrl}/m/${SAMPLE_TOKEN}`,
    until: now + 2 * 60 * 60_000,
    reply: { text: 'Thank you. We look forward to seeing you.' },
  }
}
