import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { markMessages } from '../../../actions/message-mark.ts'
import { inClinic } from '../../../db/connect.ts'
import type { Appointment } from '../../../db/queries/book.ts'
import type { MarkChange } from '../../../db/queries/message-marks.ts'
import { insertMessages } from '../../../db/queries/messages.ts'
import type { MessageStatus } from '../../../domain/message.ts'
import { type MessageDesk, makeMessageDesk } from '../../support/message-desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'

let database: TestDatabase
let desk: MessageDesk
let appointment: Appointment
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  desk = await makeMessageDesk(database)
  appointment = await desk.book()
})
afterAll(() => database.close())

const HOUR = 60 * 60_000
let hours = 0

/** One more message to the client, an hour after the last unless it is due with it. */
async function message(status: MessageStatus, { channel = 'email' as 'email' | 'sms', withLast = false } = {}) {
  const id = uuid()
  if (!withLast) hours++
  await inClinic(database.db, desk.clinic.id, async (trx) => {
    const { id: appointmentId, version: appointmentVersion, startsAt: aboutStartsAt, clientId } = appointment
    const about = { appointmentId, appointmentVersion, aboutStartsAt, clientId }
    const dueAt = desk.clock.now + hours * HOUR
    const one = { kind: 'changed', audience: 'client', recipient: 'maya@example.com', language: 'en' } as const
    const none = { fallbackOf: null, content: null }
    await insertMessages(trx, desk.clinic.id, [{ id, ...one, channel, ...about, ...none, copy: hours, dueAt }], dueAt)
    await sql`update messages set status = ${status} where clinic_id = ${desk.clinic.id} and id = ${id}`.execute(trx)
  })
}

const mark = (change?: MarkChange) =>
  inClinic(database.db, desk.clinic.id, (trx) =>
    markMessages(trx, desk.clinic.id, 'send message', [appointment.id], change),
  )

async function stateAfter(...statuses: MessageStatus[]) {
  for (const status of statuses) await message(status)
  const [entry] = await mark()
  return (entry?.after as { mark: { state: string } } | undefined)?.mark.state
}

describe('the mark of a card', () => {
  it.each([
    [['scheduled'], 'scheduled'],
    [['sending'], 'scheduled'],
    [['sent', 'scheduled'], 'sent'],
    [['failed', 'delivered', 'scheduled'], 'delivered'],
    [['delivered', 'bounced'], 'failed'],
    [['sent', 'cancelled'], 'sent'],
    [['cancelled'], undefined],
  ] as [MessageStatus[], string | undefined][])('after %s is %s', async (statuses, state) => {
    expect(await stateAfter(...statuses)).toBe(state)
  })

  it('is the better of two that were due at once: the client has been reached', async () => {
    await message('delivered')
    await message('failed', { channel: 'sms', withLast: true })
    expect(await stateAfter()).toBe('delivered')
  })

  it('has a version of its own, and is new only when it differs', async () => {
    await message('sent')
    const [entry] = await mark()
    expect(entry).toMatchObject({
      version: 1,
      removed: false,
      before: { mark: { version: 0 } },
      after: { mark: { version: 1 } },
    })
    expect(await mark()).toEqual([])
    const [unread] = await mark({ unread: 'one more' })
    expect(unread).toMatchObject({ version: 1, after: { mark: { version: 2, unread: 1 } } })
    const [late] = await mark({ reply: 'confirmed', repliedAt: desk.clock.now, lateMinutes: 10, unread: 'none' })
    expect(late!.after).toEqual({
      mark: {
        ...{ version: 3, state: 'sent', reply: 'confirmed', repliedAt: desk.clock.now, lateMinutes: 10, unread: 0 },
      },
    })
  })

  it('does not go back when two messages come further at one moment', async () => {
    await message('scheduled')
    await mark()
    const { db, clinic } = desk
    const { second } = await inClinic(db, clinic.id, async (trx) => {
      await sql`update messages set status = 'sent' where clinic_id = ${clinic.id}`.execute(trx)
      await markMessages(trx, clinic.id, 'send message', [appointment.id])
      await message('scheduled')
      const waiting = mark({ lateMinutes: 5 })
      await somebodyWaits()
      return { second: waiting }
    })
    expect((await second)[0]?.after).toMatchObject({ mark: { state: 'sent', lateMinutes: 5 } })
  })
})

/** Until somebody waits for a lock; what is about to wait is an event away. */
async function somebodyWaits(): Promise<void> {
  for (let waiting = 0; waiting === 0; ) {
    const { rows } = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(database.db)
    waiting = rows.length
  }
}
