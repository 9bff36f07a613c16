import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { CANCEL, MONDAY, MOVE, makeDesk, watchDay } from '../../support/desk.ts'
import { makePhone, makeSentMessage, postTwilio, webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { makeClient } from '../../support/world.ts'
import { wrongsIn } from '../../support/wrongs.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let database: TestDatabase
let app: TestApp
let desk: Awaited<ReturnType<typeof makeDesk>>
let now = MONDAY
let phoneNumber = 0
/** A number of this test's own: clinics of other tests have written to none of them. */
let phone: ReturnType<typeof makePhone>

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
  desk = await makeDesk(app, database.db)
  phoneNumber++
  phone = makePhone(app, `+1202555${String(1000 + phoneNumber)}`)
})

async function person(name: string, of = desk) {
  return makeClient(database.db, of.clinic.id, { name, phone: phone.number })
}

interface Booked {
  readonly id: string
  readonly startsAt: string
}

/** An appointment about which the number was told. */
async function told(clientId: string, startsAt: string, sentAt = now, of = desk): Promise<Booked> {
  const { appointment } = await of.book({ clientId, startsAt, roomId: null })
  const { id } = appointment
  const recipient = phone.number
  await makeSentMessage(database.db, of.clinic.id, { appointmentId: id, aboutStartsAt: startsAt, sentAt, recipient })
  return { id, startsAt }
}

async function stateOf(id: string, of = desk) {
  const rows = await rowsOf(
    database,
    of.clinic.id,
    `select id, status, starts_at, confirmed_at, reply, late_minutes, version from appointments where clinic_id = $1`,
  )
  return rows.find((each) => each.id === id)!
}

const repliesOf = (of = desk) =>
  rowsOf(database, of.clinic.id, 'select * from message_replies where clinic_id = $1 order by received_at, id')

describe('a reply', () => {
  it('Y confirms, and the answer names the day and the time', async () => {
    const maya = await person('Maya')
    const { id } = await told(maya.id, '2026-03-03T15:00:00Z')
    expect(await phone.text('Yes please!')).toBe(
      'Harbor Clinic: Thank you. We look forward to seeing you Tue, Mar 3 at 10:00 AM.',
    )
    expect(await stateOf(id)).toMatchObject({ confirmed_at: new Date(now), reply: 'confirmed' })
    expect(await repliesOf()).toMatchObject([{ intent: 'confirm', appointment_id: id, client_id: maya.id }])
    const messages = await rowsOf(database, desk.clinic.id, 'select reply from messages where clinic_id = $1')
    expect(messages).toEqual([{ reply: 'confirmed' }])
  })

  it('C cancels and frees the time; the log says that the client did it', async () => {
    const maya = await person('Maya')
    const { id, startsAt } = await told(maya.id, '2026-03-03T15:00:00Z')
    expect(await phone.text("Sorry, can't make it")).toContain('is cancelled')
    expect(await stateOf(id)).toMatchObject({ status: 'cancelled', reply: 'cancelled' })
    expect((await desk.book({ startsAt, clientId: desk.leo.id })).__typename).toBe('AppointmentBooked')
    const log = await rowsOf(
      database,
      desk.clinic.id,
      `select actor_kind, actor_id from changes where clinic_id = $1 and action = 'cancel appointment'`,
    )
    expect(log).toEqual([{ actor_kind: 'client', actor_id: maya.id }])
  })

  it('LATE says how late on the card, until well after the start', async () => {
    const { id, startsAt } = await told((await person('Maya')).id, '2026-03-03T15:00:00Z')
    expect(await phone.text('running late')).toContain('LATE 10')
    now = Date.parse(startsAt) + 2 * MINUTE
    expect(await phone.text('10 min late')).toContain('10 minutes late')
    expect(await stateOf(id)).toMatchObject({ late_minutes: 10, status: 'booked' })
  })

  it('is answered in the client’s language', async () => {
    const maya = await person('Maya')
    await inClinic(database.db, desk.clinic.id, (trx) =>
      sql`update clients set language = 'es' where id = ${maya.id}`.execute(trx),
    )
    await told(maya.id, '2026-03-03T15:00:00Z')
    expect(await phone.text('sí')).toBe('Harbor Clinic: Gracias. Le esperamos: mar, 3 de mar, 10:00 a.m.')
  })

  it('that is not understood is on the card and answered, but not for ever', async () => {
    const { id } = await told((await person('Maya')).id, '2026-03-03T15:00:00Z')
    const answers = []
    for (let i = 0; i < 5; i++) answers.push(await phone.text('Is there parking?'))
    expect(answers.map((each) => each !== undefined)).toEqual([true, true, true, false, false])
    expect(await stateOf(id)).toMatchObject({ reply: 'unrecognised', status: 'booked', confirmed_at: null })
  })

  it('that only thanks is not answered and undoes nothing', async () => {
    const { id } = await told((await person('Maya')).id, '2026-03-03T15:00:00Z')
    await phone.text('Y')
    expect(await phone.text('Thank you!')).toBeUndefined()
    expect(await stateOf(id)).toMatchObject({ reply: 'confirmed' })
  })

  it('is seen at once by whoever looks at the calendar', async () => {
    const { id } = await told((await person('Maya')).id, '2026-03-03T15:00:00Z')
    const screen = watchDay(app, desk.key)
    const { cursor } = await desk.calendar()
    const caughtUp = watchDay(app, desk.key, {
      from: '2026-03-03T05:00:00Z',
      to: '2026-03-04T05:00:00Z',
      after: cursor,
    })
    const heard = caughtUp.next()
    await phone.text('Y')
    expect(await heard).toMatchObject({ actor: { kind: 'CLIENT', name: 'Maya' }, upserted: { id } })
    await Promise.all([screen.close(), caughtUp.close()])
  })
})

describe('a reply that comes too late', () => {
  it('changes nothing once the appointment has begun', async () => {
    const { id, startsAt } = await told((await person('Maya')).id, '2026-03-03T15:00:00Z')
    now = Date.parse(startsAt)
    expect(await phone.text('C')).toContain('has already begun')
    expect(await stateOf(id)).toMatchObject({ status: 'booked' })
  })

  it('asks back when the appointment has moved since the message', async () => {
    const { id } = await told((await person('Maya')).id, '2026-03-03T15:00:00Z')
    await desk.send(MOVE, { id, expectedVersion: 1, startsAt: '2026-03-03T16:00:00Z' })
    expect(await phone.text('Y')).toContain('1 Tue, Mar 3 at 11:00 AM')
    expect(await stateOf(id)).toMatchObject({ confirmed_at: null })
    expect(await phone.text('1')).toContain('Thank you')
    expect(await stateOf(id)).toMatchObject({ confirmed_at: new Date(now) })
  })

  it('finds nothing when the desk has cancelled, and is answered once a day', async () => {
    const { id } = await told((await person('Maya')).id, '2026-03-03T15:00:00Z')
    await desk.send(CANCEL, { id, expectedVersion: 1, reason: 'PROVIDER_ILL' })
    expect(await phone.text('Y')).toContain('no upcoming appointment')
    expect(await phone.text('hello?')).toBeUndefined()
    now += 25 * HOUR
    expect(await phone.text('Y')).toContain('no upcoming appointment')
  })
})

describe('a replayed text', () => {
  it('does nothing and says again what was answered', async () => {
    const { id } = await told((await person('Maya')).id, '2026-03-03T15:00:00Z')
    const first = await phone.text('Y', { MessageSid: 'SMsame' })
    now += MINUTE
    expect(await phone.text('Y', { MessageSid: 'SMsame' })).toBe(first)
    expect(await phone.text('C', { MessageSid: 'SMsame' })).toBe(first)
    expect(await stateOf(id)).toMatchObject({ status: 'booked', version: 2 })
    expect(await repliesOf()).toHaveLength(1)
  })

  it('that comes many times at once is still one', async () => {
    const { id } = await told((await person('Maya')).id, '2026-03-03T15:00:00Z')
    const answers = await Promise.all(Array.from({ length: 8 }, () => phone.text('MOVE', { MessageSid: 'SMstorm' })))
    expect(new Set(answers).size).toBe(1)
    expect(await stateOf(id)).toMatchObject({ reply: 'reschedule_requested' })
    const held = await rowsOf(database, desk.clinic.id, 'select id from slot_holds where clinic_id = $1')
    expect(held).toHaveLength(3)
  })
})

describe('MOVE', () => {
  it('holds three times, and the number of one moves the appointment there', async () => {
    const { id } = await told((await person('Maya')).id, '2026-03-03T15:00:00Z')
    const offered = await phone.text("can't make it, can I reschedule?")
    expect(offered).toMatch(/kept for you until 8:15 AM:\n1 .*\n2 .*\n3 .*\nReply 1, 2 or 3\./)
    const holds = await rowsOf(
      database,
      desk.clinic.id,
      `select starts_at, held_by_kind from slot_holds where clinic_id = $1 and status = 'held' order by starts_at`,
    )
    expect(holds).toHaveLength(3)
    expect(await stateOf(id)).toMatchObject({ reply: 'reschedule_requested', status: 'booked' })
    expect(await phone.text('2')).toContain('Your appointment is now')
    expect(await stateOf(id)).toMatchObject({ starts_at: holds[1]!.starts_at, reply: 'confirmed' })
    const left = await rowsOf(
      database,
      desk.clinic.id,
      'select status, count(*)::int from slot_holds where clinic_id = $1 group by 1 order by 1',
    )
    expect(left).toEqual([
      { status: 'confirmed', count: 1 },
      { status: 'released', count: 2 },
    ])
    expect(await wrongsIn(database, desk.clinic.id)).toEqual([])
  })

  it('is over when the time to choose is, and for a number that was not offered the offer stands', async () => {
    const { id } = await told((await person('Maya')).id, '2026-03-03T15:00:00Z')
    await phone.text('move')
    expect(await phone.text('4')).toContain('did not understand')
    now += 30 * MINUTE
    expect(await phone.text('1')).toContain('no longer kept')
    expect(await stateOf(id)).toMatchObject({ starts_at: new Date('2026-03-03T15:00:00Z') })
  })

  it('followed by a no cancels and gives the times back', async () => {
    const { id } = await told((await person('Maya')).id, '2026-03-03T15:00:00Z')
    await phone.text('move')
    expect(await phone.text('cancel')).toContain('is cancelled')
    expect(await stateOf(id)).toMatchObject({ status: 'cancelled' })
    const held = await rowsOf(
      database,
      desk.clinic.id,
      `select id from slot_holds where clinic_id = $1 and status = 'held'`,
    )
    expect(held).toEqual([])
    expect(await phone.text('1')).toContain('no longer kept')
  })
})

describe('a shared number', () => {
  it('means the appointment that was written about last', async () => {
    const [maya, leo] = [await person('Maya'), await person('Leo')]
    const first = await told(maya.id, '2026-03-03T15:00:00Z', now - 5 * HOUR)
    const second = await told(leo.id, '2026-03-04T15:00:00Z', now - HOUR)
    await phone.text('C')
    expect(await stateOf(first.id)).toMatchObject({ status: 'booked' })
    expect(await stateOf(second.id)).toMatchObject({ status: 'cancelled' })
  })

  it('asks which when two were written about together, by day and time alone', async () => {
    const [maya, leo] = [await person('Maya Secret'), await person('Leo Secret')]
    const first = await told(maya.id, '2026-03-03T15:00:00Z', now - 2 * MINUTE)
    const second = await told(leo.id, '2026-03-04T15:00:00Z', now - MINUTE)
    const asked = await phone.text('C')
    expect(asked).toContain('1 Tue, Mar 3 at 10:00 AM\n2 Wed, Mar 4 at 10:00 AM\nReply 1 or 2.')
    expect(asked).not.toContain('Secret')
    expect(asked).not.toContain('Dr. Chen')
    expect(await phone.text('1')).toContain('is cancelled')
    expect(await stateOf(first.id)).toMatchObject({ status: 'cancelled' })
    expect(await stateOf(second.id)).toMatchObject({ status: 'booked' })
  })

  it('takes a second yes for the appointment that has none yet', async () => {
    const [maya, leo] = [await person('Maya'), await person('Leo')]
    const first = await told(maya.id, '2026-03-03T15:00:00Z')
    const second = await told(leo.id, '2026-03-04T15:00:00Z')
    await phone.text('Y')
    await phone.text('2')
    expect(await stateOf(second.id)).toMatchObject({ reply: 'confirmed' })
    now += MINUTE
    await phone.text('Y')
    expect(await stateOf(first.id)).toMatchObject({ reply: 'confirmed' })
  })

  it('says who is late by what begins soon', async () => {
    const [maya, leo] = [await person('Maya'), await person('Leo')]
    const today = await told(maya.id, '2026-03-02T15:00:00Z', now - 20 * HOUR)
    await told(leo.id, '2026-03-04T15:00:00Z', now)
    await phone.text('late 15')
    expect(await stateOf(today.id)).toMatchObject({ late_minutes: 15 })
  })

  it('that is another person’s by now does nothing for the one who had it', async () => {
    const maya = await person('Maya')
    const { id } = await told(maya.id, '2026-03-03T15:00:00Z')
    await inClinic(database.db, desk.clinic.id, (trx) =>
      sql`update clients set phone = '+12025550999' where id = ${maya.id}`.execute(trx),
    )
    expect(await phone.text('C')).toContain('no upcoming appointment')
    expect(await stateOf(id)).toMatchObject({ status: 'booked' })
  })

  it('of two clinics means the one that wrote last, and its own appointment alone', async () => {
    const other = await makeDesk(app, database.db)
    const here = await told((await person('Maya')).id, '2026-03-03T15:00:00Z', now - HOUR)
    const there = await told((await person('Maya', other)).id, '2026-03-03T15:00:00Z', now - MINUTE, other)
    await phone.text('C')
    expect(await stateOf(here.id)).toMatchObject({ status: 'booked' })
    expect(await stateOf(there.id, other)).toMatchObject({ status: 'cancelled' })
    expect(await repliesOf()).toEqual([])
    await phone.text('C')
    expect(await stateOf(here.id)).toMatchObject({ status: 'cancelled' })
  })
})

describe('an unknown number', () => {
  it('is not answered, whatever it says, and nothing is kept of it', async () => {
    for (const text of ['Y', 'C', 'MOVE', 'STOP', 'START', '1', 'HELP', 'hello'])
      expect(await phone.text(text)).toBeUndefined()
    const kept = await rowsOf(database, desk.clinic.id, 'select id from message_replies where clinic_id = $1')
    expect(kept).toEqual([])
  })
})

describe('STOP', () => {
  const consents = async (id: string, of = desk) => {
    const rows = await rowsOf(
      database,
      of.clinic.id,
      'select c.id, c.consents, s.stopped_at from clients c left join stopped_numbers s on s.phone = c.phone and s.clinic_id = c.clinic_id where c.clinic_id = $1',
    )
    return rows.find((each) => each.id === id)!
  }

  it('takes consent back at once for everybody at the number, in every clinic that wrote to it', async () => {
    const other = await makeDesk(app, database.db)
    const [maya, leo, there] = [await person('Maya'), await person('Leo'), await person('Maya', other)]
    const { id } = await told(maya.id, '2026-03-03T15:00:00Z')
    await told(there.id, '2026-03-03T15:00:00Z', now, other)
    expect(await phone.text('Stop all')).toContain('no more messages')
    for (const client of [maya, leo])
      expect(await consents(client.id)).toMatchObject({ consents: ['email'], stopped_at: new Date(now) })
    expect(await consents(there.id, other)).toMatchObject({ consents: ['email'], stopped_at: new Date(now) })
    expect(await stateOf(id)).toMatchObject({ status: 'booked' })
  })

  it('leaves an appointment to be answered about, but says nothing more to the number', async () => {
    const { id } = await told((await person('Maya')).id, '2026-03-03T15:00:00Z')
    await phone.text('STOP')
    expect(await phone.text('Y')).toBeUndefined()
    expect(await stateOf(id)).toMatchObject({ reply: 'confirmed' })
  })

  it('is taken back by START, which gives what STOP took', async () => {
    const maya = await person('Maya')
    await told(maya.id, '2026-03-03T15:00:00Z')
    await phone.text('baja')
    await phone.text('STOP')
    expect(await phone.text('START')).toContain('again')
    expect(await consents(maya.id)).toMatchObject({ consents: ['email', 'sms'], stopped_at: null })
  })

  it('gives no consent by START to who never said STOP', async () => {
    const maya = await person('Maya')
    await told(maya.id, '2026-03-03T15:00:00Z')
    await inClinic(database.db, desk.clinic.id, (trx) =>
      sql`update clients set consents = '{email}' where id = ${maya.id}`.execute(trx),
    )
    await phone.text('START')
    expect(await consents(maya.id)).toMatchObject({ consents: ['email'] })
  })

  it('that the company made of CANCEL stops the number and cancels; the company answers', async () => {
    const maya = await person('Maya')
    const { id } = await told(maya.id, '2026-03-03T15:00:00Z')
    expect(await phone.text('CANCEL', { OptOutType: 'STOP' })).toBeUndefined()
    expect(await stateOf(id)).toMatchObject({ status: 'cancelled' })
    expect(await consents(maya.id)).toMatchObject({ consents: ['email'], stopped_at: new Date(now) })
  })
})

describe('a key pressed in a call', () => {
  async function call(digits: string, callId = 'CA1') {
    const maya = await person('Maya')
    const { appointment } = await desk.book({ clientId: maya.id })
    const about = { appointmentId: appointment.id, aboutStartsAt: appointment.startsAt, sentAt: now }
    const id = await makeSentMessage(database.db, desk.clinic.id, {
      ...{ ...about, channel: 'voice' as const, recipient: phone.number },
    })
    const path = `/webhooks/twilio/voice/${desk.clinic.id}/${id}`
    const press = async (key = digits) =>
      (await postTwilio(app, path, { CallSid: callId, ...(key && { Digits: key }) })).text()
    return { appointment, press }
  }

  it('1 confirms, and 2 cancels, once a call', async () => {
    const yes = await call('1')
    expect(await yes.press()).toContain('Thank you. We look forward')
    expect(await yes.press('2')).toContain('Thank you. We look forward')
    expect(await stateOf(yes.appointment.id)).toMatchObject({ reply: 'confirmed', status: 'booked' })
  })

  it('2 cancels', async () => {
    const no = await call('2')
    expect(await no.press()).toContain('is cancelled')
    expect(await stateOf(no.appointment.id)).toMatchObject({ status: 'cancelled' })
  })

  it.each(['', '3', '#', 'constructor'])('%j does nothing and hangs up', async (digits) => {
    const { appointment, press } = await call(digits)
    expect(await press()).toContain('<Response><Hangup/></Response>')
    expect(await stateOf(appointment.id)).toMatchObject({ reply: null, status: 'booked' })
  })

  it('agrees to the time that was read out, and to no other', async () => {
    const { appointment, press } = await call('1')
    await desk.send(MOVE, { id: appointment.id, expectedVersion: 1, startsAt: '2026-03-03T17:00:00Z' })
    expect(await press()).toContain('has moved meanwhile')
    expect(await stateOf(appointment.id)).toMatchObject({ confirmed_at: null })
  })
})
