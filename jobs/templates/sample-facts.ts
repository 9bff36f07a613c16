import type { Instant } from '../../domain/interval.ts'
import { addDays, instantOf, localDateOf, weekdayOf } from '../../domain/zone.ts'
import type { MessageFacts } from './message-facts.ts'

const DAY = 24 * 60 * 60_000

/** As long as a real one, and leading nowhere. */
const SAMPLE_TOKEN = 'example-example-example-example-example-exa'

/** An appointment that might be, next week's Tuesday at half past two, for previews and tests: nobody is in it. */
export function sampleFacts(
  clinic: MessageFacts['clinic'],
  now: Instant,
  publicUrl = 'https://daybook.example',
): MessageFacts {
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
