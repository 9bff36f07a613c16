import type { Instant } from '../../domain/interval.ts'
import { makeDesk } from './desk.ts'
import { makePhone, makeSentMessage } from './phone.ts'
import type { TestDatabase } from './postgres.ts'
import { rowsOf } from './rows.ts'
import { makeClient } from './world.ts'

export type Desk = Awaited<ReturnType<typeof makeDesk>>

let numbers = 0

/** A number that nobody else in the test file has. */
export function freshNumber(): string {
  numbers++
  return `+1202555${String(1000 + numbers)}`
}

/** A desk, a telephone whose number nobody else in the test file has, and what is told to it and comes of its answers. */
export async function makeReplyDesk(app: { url: string }, database: TestDatabase, now: () => Instant) {
  const { db } = database
  const desk = await makeDesk(app, db)
  const phone = makePhone(app, freshNumber())
  return {
    desk,
    phone,
    /** Somebody who is reached at the number. */
    person: (name: string, of: Desk = desk) => makeClient(db, of.clinic.id, { name, phone: phone.number }),
    /** An appointment of a client about which the number was told. */
    async told(clientId: string, startsAt = '2026-03-03T15:00:00Z', sentAt: Instant = now(), of: Desk = desk) {
      const { appointment } = await of.book({ clientId, startsAt, roomId: null })
      const about = { appointmentId: appointment.id, aboutStartsAt: startsAt, sentAt, recipient: phone.number }
      await makeSentMessage(db, of.clinic.id, about)
      return { id: appointment.id, startsAt }
    },
    async stateOf(id: string, of: Desk = desk) {
      const rows = await rowsOf(
        database,
        of.clinic.id,
        `select id, status, starts_at, confirmed_at, reply, late_minutes, version from appointments where clinic_id = $1`,
      )
      return rows.find((each) => each.id === id)!
    },
    replies: () =>
      rowsOf(database, desk.clinic.id, 'select * from message_replies where clinic_id = $1 order by received_at, id'),
  }
}

export type ReplyDesk = Awaited<ReturnType<typeof makeReplyDesk>>
