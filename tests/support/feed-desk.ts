import { bookAppointment } from '../../actions/book-appointment.ts'
import { type CreateFeedInput, createFeed } from '../../actions/create-feed.ts'
import type { Appointment } from '../../db/queries/book.ts'
import { unfoldLines } from '../../domain/ics/lines.ts'
import { makeEventDesk } from './event-desk.ts'
import type { TestDatabase } from './postgres.ts'
import { at } from './series-desk.ts'

/** A desk with events and appointments, whose feeds calendars ask for over HTTP. */
export async function makeFeedDesk(app: { url: string }, database: TestDatabase, now?: number) {
  const desk = await makeEventDesk(database, now)
  const { chen, clinic, context, maya, oak, type } = desk
  /** Wednesday 21 October 2026, 10:00 in New York, with Dr. Chen in Oak. */
  const usual = {
    clientId: maya.id,
    therapistId: chen.id,
    roomId: oak.id,
    typeId: type.id,
    startsAt: at('2026-10-21T14:00Z'),
  }
  return {
    ...desk,
    eventsPath: `/c/${clinic.slug}/feeds/events.ics`,
    async book(change: Partial<typeof usual> & { notes?: string } = {}): Promise<Appointment> {
      const answer = await bookAppointment(context, { ...usual, ...change })
      if (!('appointment' in answer)) throw new Error(JSON.stringify(answer))
      return answer.appointment
    },
    async feed(change: Partial<CreateFeedInput> = {}) {
      const input = { kind: 'therapist' as const, therapistId: chen.id, name: 'Dr. Chen', ...change }
      const answer = await createFeed(context, input)
      if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.problems))
      return { ...answer.record, token: answer.token, path: `/feeds/${answer.token}.ics` }
    },
    pull: (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      fetch(`${app.url}${path}`, { headers, method }),
    async lines(path: string, name = /./): Promise<string[]> {
      const text = await (await fetch(`${app.url}${path}`)).text()
      return unfoldLines(text).filter((line) => name.test(line))
    },
  }
}

export type FeedDesk = Awaited<ReturnType<typeof makeFeedDesk>>
