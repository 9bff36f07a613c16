import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { CANCEL, MONDAY, MOVE, watchDay } from '../../support/desk.ts'
import { webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeReplyDesk, type ReplyDesk } from '../../support/reply-desk.ts'
import { rowsOf } from '../../support/rows.ts'
import { wrongsIn } from '../../support/wrongs.ts'

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

describe('a reply', () => {
  it('Y confirms, and the answer names the day and the time', async () => {
    const maya = await at.person('Maya')
    const { id } = await at.told(maya.id, '2026-03-03T15:00:00Z')
    expect(await at.phone.text('Yes please!')).toBe(
      'Harbor Clinic: Thank you. We look forward to seeing you Tue, Mar 3 at 10:00 AM.',
    )
    expect(await at.stateOf(id)).toMatchObject({ confirmed_at: new Date(now), reply: 'confirmed' })
    expect(await at.replies()).toMatchObject([{ intent: 'confirm', appointment_id: id, client_id: maya.id }])
    const messages = await rowsOf(database, at.desk.clinic.id, 'select reply from messages where clinic_id = $1')
    expect(messages).toEqual([{ reply: 'confirmed' }])
  })

  it('C cancels and frees the time; the log says that the client did it', async () => {
    const maya = await at.person('Maya')
    const { id, startsAt } = await at.told(maya.id, '2026-03-03T15:00:00Z')
    expect(await at.phone.text("Sorry, can't make it")).toContain('is cancelled')
    expect(await at.stateOf(id)).toMatchObject({ status: 'cancelled', reply: 'cancelled' })
    expect((await at.desk.book({ startsAt, clientId: at.desk.leo.id })).__typename).toBe('AppointmentBooked')
    const log = await rowsOf(
      database,
      at.desk.clinic.id,
      `select actor_kind, actor_id from changes where clinic_id = $1 and action = 'cancel appointment'`,
    )
    expect(log).toEqual([{ actor_kind: 'client', actor_id: maya.id }])
  })

  it('LATE says how late on the card, until well after the start', async () => {
    const { id, startsAt } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    expect(await at.phone.text('running late')).toContain('How many minutes late')
    now = Date.parse(startsAt) + 2 * MINUTE
    expect(await at.phone.text('10 min late')).toContain('10 minutes late')
    expect(await at.stateOf(id)).toMatchObject({ late_minutes: 10, status: 'booked' })
  })

  it.each(['10', '10 min', 'about 10 minutes', '8'])('LATE and then %j says how late', async (minutes) => {
    const { id } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    await at.phone.text('late')
    expect(await at.phone.text(minutes)).toContain(`${Number.parseInt(minutes.replace('about ', ''), 10)} minutes late`)
    expect(await at.stateOf(id)).toMatchObject({ late_minutes: minutes === '8' ? 8 : 10 })
    expect((await at.replies()).map((each) => each.intent)).toEqual(['late', 'late'])
    expect(await at.phone.text(minutes)).not.toContain('minutes late')
  })

  it('is answered with times as the client’s own clocks show them, as in the message before', async () => {
    const maya = await at.person('Maya')
    await inClinic(database.db, at.desk.clinic.id, (trx) =>
      sql`update clients set zone = 'America/Los_Angeles' where id = ${maya.id}`.execute(trx),
    )
    await at.told(maya.id, '2026-03-03T15:00:00Z')
    expect(await at.phone.text('Y')).toContain('seeing you Tue, Mar 3 at 7:00 AM Pacific Time.')
    expect(await at.phone.text('MOVE')).toMatch(/^1 .* AM Pacific Time$/m)
  })

  it('that is a picture says so at the desk', async () => {
    const { id } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    await at.phone.text('', { NumMedia: '1', MediaContentType0: 'image/jpeg', MediaUrl0: 'https://api.twilio.com/x' })
    expect(await at.replies()).toMatchObject([{ body: '[image/jpeg]', appointment_id: id }])
  })

  it('that is not understood is on a card, also when it could be about several', async () => {
    const maya = await at.person('Maya')
    const { id } = await at.told(maya.id, '2026-03-03T15:00:00Z')
    await at.told(maya.id, '2026-03-05T15:00:00Z')
    expect(await at.phone.text('Is there parking?')).toContain('did not understand')
    expect(await at.stateOf(id)).toMatchObject({ reply: 'unrecognised' })
    expect(await at.replies()).toMatchObject([{ appointment_id: id }])
  })

  it('is answered in the client’s language', async () => {
    const maya = await at.person('Maya')
    await inClinic(database.db, at.desk.clinic.id, (trx) =>
      sql`update clients set language = 'es' where id = ${maya.id}`.execute(trx),
    )
    await at.told(maya.id, '2026-03-03T15:00:00Z')
    expect(await at.phone.text('sí')).toBe('Harbor Clinic: Gracias. Le esperamos: mar, 3 de mar, 10:00 a.m.')
  })

  it('that is not understood is on the card and answered, but not for ever', async () => {
    const { id } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    const answers = []
    for (let i = 0; i < 5; i++) answers.push(await at.phone.text('Is there parking?'))
    expect(answers.map((each) => each !== undefined)).toEqual([true, true, true, false, false])
    expect(await at.stateOf(id)).toMatchObject({ reply: 'unrecognised', status: 'booked', confirmed_at: null })
  })

  it('that only thanks is not answered and undoes nothing', async () => {
    const { id } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    await at.phone.text('Y')
    expect(await at.phone.text('Thank you!')).toBeUndefined()
    expect(await at.stateOf(id)).toMatchObject({ reply: 'confirmed' })
  })

  it('is seen at once by whoever looks at the calendar', async () => {
    const { id } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    const screen = watchDay(app, at.desk.key)
    const { cursor } = await at.desk.calendar()
    const caughtUp = watchDay(app, at.desk.key, {
      from: '2026-03-03T05:00:00Z',
      to: '2026-03-04T05:00:00Z',
      after: cursor,
    })
    const heard = caughtUp.next()
    await at.phone.text('Y')
    expect(await heard).toMatchObject({ actor: { kind: 'CLIENT', name: 'Maya' }, upserted: { id } })
    await Promise.all([screen.close(), caughtUp.close()])
  })
})

describe('a reply that comes too late', () => {
  it('changes nothing once the appointment has begun', async () => {
    const { id, startsAt } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    now = Date.parse(startsAt)
    expect(await at.phone.text('C')).toContain('has already begun')
    expect(await at.stateOf(id)).toMatchObject({ status: 'booked' })
  })

  it('asks back when the appointment has moved since the message', async () => {
    const { id } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    await at.desk.send(MOVE, { id, expectedVersion: 1, startsAt: '2026-03-03T16:00:00Z' })
    expect(await at.phone.text('C')).toContain('Your appointment is Tue, Mar 3 at 11:00 AM. Reply 1 to cancel it.')
    expect(await at.phone.text('Y')).toContain('Your appointment is Tue, Mar 3 at 11:00 AM. Reply 1 to confirm it.')
    expect(await at.stateOf(id)).toMatchObject({ confirmed_at: null })
    expect(await at.phone.text('1')).toContain('Thank you')
    expect(await at.stateOf(id)).toMatchObject({ confirmed_at: new Date(now) })
  })

  it('finds nothing when the desk has cancelled, and is answered once a day', async () => {
    const { id } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    await at.desk.send(CANCEL, { id, expectedVersion: 1, reason: 'PROVIDER_ILL' })
    expect(await at.phone.text('Y')).toContain('no upcoming appointment')
    expect(await at.phone.text('hello?')).toBeUndefined()
    expect(await at.phone.text('HELP')).toContain('MOVE for another time')
    now += 25 * HOUR
    expect(await at.phone.text('Y')).toContain('no upcoming appointment')
  })
})

it('that there is nothing ahead is told also to who was told something else that day', async () => {
  const { id } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
  await at.phone.text('HELP')
  await at.phone.text('STOP')
  await at.phone.text('START')
  await at.desk.send(CANCEL, { id, expectedVersion: 1, reason: 'PROVIDER_ILL' })
  expect(await at.phone.text('Y')).toContain('no upcoming appointment')
})

describe('a replayed text', () => {
  it('does nothing and says again what was answered', async () => {
    const { id } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    const first = await at.phone.text('Y', { MessageSid: 'SMsame' })
    now += MINUTE
    expect(await at.phone.text('Y', { MessageSid: 'SMsame' })).toBe(first)
    expect(await at.phone.text('C', { MessageSid: 'SMsame' })).toBe(first)
    expect(await at.stateOf(id)).toMatchObject({ status: 'booked', version: 2 })
    expect(await at.replies()).toHaveLength(1)
  })

  it('that comes many times at once is still one', async () => {
    const { id } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    const answers = await Promise.all(Array.from({ length: 8 }, () => at.phone.text('MOVE', { MessageSid: 'SMstorm' })))
    expect(new Set(answers).size).toBe(1)
    expect(await at.stateOf(id)).toMatchObject({ reply: 'reschedule_requested' })
    const held = await rowsOf(database, at.desk.clinic.id, 'select id from slot_holds where clinic_id = $1')
    expect(held).toHaveLength(3)
  })
})

describe('MOVE', () => {
  it('holds three times, and the number of one moves the appointment there', async () => {
    const { id } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    const offered = await at.phone.text("can't make it, can I reschedule?")
    expect(offered).toMatch(/kept for you until 8:15 AM:\n1 .*\n2 .*\n3 .*\nReply 1, 2 or 3\./)
    const holds = await rowsOf(
      database,
      at.desk.clinic.id,
      `select starts_at, held_by_kind from slot_holds where clinic_id = $1 and status = 'held' order by starts_at`,
    )
    expect(holds).toHaveLength(3)
    expect(await at.stateOf(id)).toMatchObject({ reply: 'reschedule_requested', status: 'booked' })
    expect(await at.phone.text('2')).toContain('Your appointment is now')
    expect(await at.stateOf(id)).toMatchObject({ starts_at: holds[1]!.starts_at, reply: 'confirmed' })
    const left = await rowsOf(
      database,
      at.desk.clinic.id,
      'select status, count(*)::int from slot_holds where clinic_id = $1 group by 1 order by 1',
    )
    expect(left).toEqual([
      { status: 'confirmed', count: 1 },
      { status: 'released', count: 2 },
    ])
    expect(await wrongsIn(database, at.desk.clinic.id)).toEqual([])
  })

  it('is over when the time to choose is, and for a number that was not offered the offer stands', async () => {
    const { id } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    await at.phone.text('move')
    expect(await at.phone.text('4')).toContain('did not understand')
    now += 30 * MINUTE
    expect(await at.phone.text('1')).toContain('no longer kept')
    expect(await at.stateOf(id)).toMatchObject({ starts_at: new Date('2026-03-03T15:00:00Z') })
  })

  it('answered with none of them has other times offered', async () => {
    await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    const timesIn = (answer = ''): readonly string[] => answer.match(/^\d .*$/gm) ?? []
    const first = timesIn(await at.phone.text('move'))
    const others = timesIn(await at.phone.text('None of these'))
    expect(others).toHaveLength(3)
    expect(others.filter((each) => first.includes(each))).toEqual([])
  })

  it('followed by a no cancels and gives the times back', async () => {
    const { id } = await at.told((await at.person('Maya')).id, '2026-03-03T15:00:00Z')
    await at.phone.text('move')
    expect(await at.phone.text('cancel')).toContain('is cancelled')
    expect(await at.stateOf(id)).toMatchObject({ status: 'cancelled' })
    const held = await rowsOf(
      database,
      at.desk.clinic.id,
      `select id from slot_holds where clinic_id = $1 and status = 'held'`,
    )
    expect(held).toEqual([])
    expect(await at.phone.text('1')).toContain('no longer kept')
  })
})
