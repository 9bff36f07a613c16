import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { MONDAY, makeDesk } from '../../support/desk.ts'
import { webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeReplyDesk, type ReplyDesk } from '../../support/reply-desk.ts'
import { rowsOf } from '../../support/rows.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let database: TestDatabase
let app: TestApp
let at: ReplyDesk
let now = MONDAY

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now, webhookProofs })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = MONDAY
  at = await makeReplyDesk(app, database, () => now)
})

describe('a shared number', () => {
  it('means the appointment that was written about last', async () => {
    const [maya, leo] = [await at.person('Maya'), await at.person('Leo')]
    const first = await at.told(maya.id, '2026-03-03T15:00:00Z', now - 5 * HOUR)
    const second = await at.told(leo.id, '2026-03-04T15:00:00Z', now - HOUR)
    await at.phone.text('C')
    expect(await at.stateOf(first.id)).toMatchObject({ status: 'booked' })
    expect(await at.stateOf(second.id)).toMatchObject({ status: 'cancelled' })
  })

  it('asks which when two were written about together, by day and time alone', async () => {
    const [maya, leo] = [await at.person('Maya Secret'), await at.person('Leo Secret')]
    const first = await at.told(maya.id, '2026-03-03T15:00:00Z', now - 2 * MINUTE)
    const second = await at.told(leo.id, '2026-03-04T15:00:00Z', now - MINUTE)
    const asked = await at.phone.text('C')
    expect(asked).toContain('1 Tue, Mar 3 at 10:00 AM\n2 Wed, Mar 4 at 10:00 AM\nReply 1 or 2.')
    expect(asked).not.toContain('Secret')
    expect(asked).not.toContain('Dr. Chen')
    expect(await at.phone.text('1')).toContain('is cancelled')
    expect(await at.stateOf(first.id)).toMatchObject({ status: 'cancelled' })
    expect(await at.stateOf(second.id)).toMatchObject({ status: 'booked' })
  })

  it('takes a second yes for the appointment that has none yet', async () => {
    const [maya, leo] = [await at.person('Maya'), await at.person('Leo')]
    const first = await at.told(maya.id, '2026-03-03T15:00:00Z')
    const second = await at.told(leo.id, '2026-03-04T15:00:00Z')
    await at.phone.text('Y')
    await at.phone.text('2')
    expect(await at.stateOf(second.id)).toMatchObject({ reply: 'confirmed' })
    now += MINUTE
    await at.phone.text('Y')
    expect(await at.stateOf(first.id)).toMatchObject({ reply: 'confirmed' })
  })

  it('says who is late by what begins soon', async () => {
    const [maya, leo] = [await at.person('Maya'), await at.person('Leo')]
    const today = await at.told(maya.id, '2026-03-02T15:00:00Z', now - 20 * HOUR)
    await at.told(leo.id, '2026-03-04T15:00:00Z', now)
    await at.phone.text('late 15')
    expect(await at.stateOf(today.id)).toMatchObject({ late_minutes: 15 })
  })

  it('that is another person’s by now does nothing for the one who had it', async () => {
    const maya = await at.person('Maya')
    const { id } = await at.told(maya.id, '2026-03-03T15:00:00Z')
    await inClinic(database.db, at.desk.clinic.id, (trx) =>
      sql`update clients set phone = '+12025550999' where id = ${maya.id}`.execute(trx),
    )
    expect(await at.phone.text('C')).toContain('no upcoming appointment')
    expect(await at.stateOf(id)).toMatchObject({ status: 'booked' })
  })

  it('of two clinics means the one that wrote last, and its own appointment alone', async () => {
    const other = await makeDesk(app, database.db)
    const here = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z', now - HOUR)
    const there = await at.told((await at.person('Maya', other)).id, '2026-03-03T15:00:00Z', now - MINUTE, other)
    await at.phone.text('C')
    expect(await at.stateOf(here.id)).toMatchObject({ status: 'booked' })
    expect(await at.stateOf(there.id, other)).toMatchObject({ status: 'cancelled' })
    expect(await at.replies()).toEqual([])
    await at.phone.text('C')
    expect(await at.stateOf(here.id)).toMatchObject({ status: 'cancelled' })
  })
})

describe('a first text that is answered before it is recorded as sent', () => {
  it('is answered like any other', async () => {
    const { id } = await at.told((await at.person('Maya')).id)
    await inClinic(database.db, at.desk.clinic.id, (trx) =>
      sql`update messages set status = 'sending', unsure = true, provider = null, provider_id = null, sent_at = null,
          updated_at = ${new Date(now)}
        where appointment_id = ${id}`.execute(trx),
    )
    expect(await at.phone.text('Y')).toContain('We look forward to seeing you')
    expect(await at.stateOf(id)).toMatchObject({ reply: 'confirmed' })
    const [noted] = await rowsOf(
      database,
      at.desk.clinic.id,
      'select m.reply from messages m join message_replies r on r.message_id = m.id where m.clinic_id = $1',
    )
    expect(noted).toEqual({ reply: 'confirmed' })
  })
})

describe('an unknown number', () => {
  it('is not answered, whatever it says, and nothing is kept of it', async () => {
    for (const text of ['Y', 'C', 'MOVE', 'STOP', 'START', '1', 'HELP', 'hello'])
      expect(await at.phone.text(text)).toBeUndefined()
    const kept = await rowsOf(database, at.desk.clinic.id, 'select id from message_replies where clinic_id = $1')
    expect(kept).toEqual([])
  })
})

describe('STOP', () => {
  const consents = async (id: string, of = at.desk) => {
    const rows = await rowsOf(
      database,
      of.clinic.id,
      'select c.id, c.consents, s.stopped_at from clients c left join stopped_numbers s on s.phone = c.phone and s.clinic_id = c.clinic_id where c.clinic_id = $1',
    )
    return rows.find((each) => each.id === id)!
  }

  it('takes consent back at once for everybody at the number, in every clinic that wrote to it', async () => {
    const other = await makeDesk(app, database.db)
    const [maya, leo, there] = [await at.person('Maya'), await at.person('Leo'), await at.person('Maya', other)]
    const { id } = await at.told(maya.id, '2026-03-03T15:00:00Z')
    await at.told(there.id, '2026-03-03T15:00:00Z', now, other)
    expect(await at.phone.text('Stop all')).toContain('no more messages')
    for (const client of [maya, leo])
      expect(await consents(client.id)).toMatchObject({ consents: ['email'], stopped_at: new Date(now) })
    expect(await consents(there.id, other)).toMatchObject({ consents: ['email'], stopped_at: new Date(now) })
    expect(await at.stateOf(id)).toMatchObject({ status: 'booked' })
  })

  it('leaves an appointment to be answered about, but says nothing more to the number', async () => {
    const { id } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    await at.phone.text('STOP')
    expect(await at.phone.text('Y')).toBeUndefined()
    expect(await at.stateOf(id)).toMatchObject({ reply: 'confirmed' })
  })

  it('is taken back by START, which gives what STOP took', async () => {
    const maya = await at.person('Maya')
    await at.told(maya.id, '2026-03-03T15:00:00Z')
    await at.phone.text('baja')
    await at.phone.text('STOP')
    expect(await at.phone.text('START')).toContain('again')
    expect(await consents(maya.id)).toMatchObject({ consents: ['email', 'sms'], stopped_at: null })
  })

  it('gives no consent by START to who never said STOP', async () => {
    const maya = await at.person('Maya')
    await at.told(maya.id, '2026-03-03T15:00:00Z')
    await inClinic(database.db, at.desk.clinic.id, (trx) =>
      sql`update clients set consents = '{email}' where id = ${maya.id}`.execute(trx),
    )
    await at.phone.text('START')
    expect(await consents(maya.id)).toMatchObject({ consents: ['email'] })
  })

  it('that the company made of CANCEL stops the number and cancels; the company answers', async () => {
    const maya = await at.person('Maya')
    const { id } = await at.told(maya.id, '2026-03-03T15:00:00Z')
    expect(await at.phone.text('CANCEL', { OptOutType: 'STOP' })).toBeUndefined()
    expect(await at.stateOf(id)).toMatchObject({ status: 'cancelled' })
    expect(await consents(maya.id)).toMatchObject({ consents: ['email'], stopped_at: new Date(now) })
  })
})
