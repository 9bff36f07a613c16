import type { MessageFacts } from '../../../jobs/templates/message-facts.ts'

/** Tuesday 10 March 2026, 2:30 PM in New York, four hours behind UTC. */
export const STARTS_AT = Date.UTC(2026, 2, 10, 18, 30)
const MINUTE = 60_000

export const APPOINTMENT = {
  id: '0193a3f0-0000-7000-8000-000000000001',
  version: 3,
  startsAt: STARTS_AT,
  endsAt: STARTS_AT + 50 * MINUTE,
  createdAt: Date.UTC(2026, 2, 1, 12),
  updatedAt: Date.UTC(2026, 2, 2, 13, 5, 6),
  therapist: { name: 'Dr. Chen' },
  room: { name: 'Willow', location: { name: 'Downtown', address: '12 Pier Street, New York' } },
  type: { name: 'Couples session' },
}

export const FACTS: MessageFacts = {
  clinic: { name: 'Harbor Clinic', slug: 'harbor', zone: 'America/New_York', hue: 250 },
  client: { name: 'Maya Alvarez', email: 'maya@example.com', zone: null },
  appointment: APPOINTMENT,
  previous: { startsAt: STARTS_AT - 24 * 60 * MINUTE, therapistName: 'Dr. Okafor' },
  manageUrl: 'https://book.example/m/3Qm8Zt0sVbXyKc4LrN7aPw',
  reply: { text: 'Thank you. We look forward to seeing you.' },
}

/** The same, at another time. */
export function at(iso: string, more: Partial<MessageFacts> = {}): MessageFacts {
  const startsAt = Date.parse(iso)
  return { ...FACTS, appointment: { ...APPOINTMENT, startsAt, endsAt: startsAt + 50 * MINUTE }, ...more }
}
