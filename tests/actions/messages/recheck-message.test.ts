import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recheckMessages } from '../../../actions/recheck-message.ts'
import { inClinic } from '../../../db/connect.ts'
import { lockPlans } from '../../../db/queries/message-plans.ts'
import { insertMessages, type NewMessage } from '../../../db/queries/messages.ts'
import { type MessageDesk, openMessageDesk } from '../../support/message-desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { at } from '../../support/series-desk.ts'
import { makeMember } from '../../support/world.ts'

let database: TestDatabase
let desk: MessageDesk
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  desk = await openMessageDesk(database)
})
afterAll(() => database.close())

const HOUR = 3600

/** Booked for Thursday at 10:00 and confirmed; it is Tuesday 10:00 now, when the first reminder is due. */
async function aboutToBeReminded() {
  const booked = await desk.book({ startsAt: at('2026-03-05T15:00:00Z') })
  await desk.plan()
  desk.pass(20)
  await desk.send()
  desk.clock.now = at('2026-03-03T15:00:00Z')
  return booked
}

const statuses = async (kind: string) =>
  (await desk.all()).filter((each) => each.kind === kind).map((each) => each.status)

describe('a message that is due', () => {
  it('does not leave to who has taken her consent back', async () => {
    await aboutToBeReminded()
    await desk.rows(`update clients set consents = '{sms}' where clinic_id = $1`)
    expect(await desk.send()).toEqual([])
    expect(await statuses('two_days_before')).toEqual(['cancelled'])
    desk.clock.now = at('2026-03-04T15:00:00Z')
    expect(await desk.send()).toEqual(['day_before sms Wed 2026-03-04 10:00'])
  })

  it('does not go as a text to a number that has said STOP, but as a mail', async () => {
    await aboutToBeReminded()
    await desk.send()
    await desk.rows(`insert into stopped_numbers (clinic_id, phone, stopped_at) values ($1, '+12025550123', now())`)
    desk.clock.now = at('2026-03-04T15:00:03Z')
    expect(await desk.send()).toEqual([])
    expect(await statuses('day_before')).toEqual(['cancelled', 'scheduled'])
    expect(await desk.send()).toEqual(['day_before email Wed 2026-03-04 10:00'])
  })

  it('goes to the address that the client has by then', async () => {
    await aboutToBeReminded()
    await desk.rows(`update clients set email = 'maya@new.example' where clinic_id = $1 and id = '${desk.maya.id}'`)
    expect(await desk.send()).toHaveLength(1)
    const [reminder] = (await desk.all()).filter((each) => each.kind === 'two_days_before')
    expect(reminder).toMatchObject({ status: 'sent', recipient: 'maya@new.example' })
  })

  it('does not leave to a client who was archived, nor after a cancellation that nobody planned for yet', async () => {
    const booked = await aboutToBeReminded()
    await desk.rows('update clients set archived_at = now() where clinic_id = $1')
    expect(await desk.send()).toEqual([])
    await desk.rows('update clients set archived_at = null where clinic_id = $1')
    await desk.cancel(booked)
    desk.clock.now = at('2026-03-04T15:00:00Z')
    expect(await desk.send()).toEqual([])
    expect(await statuses('day_before')).toEqual(['cancelled'])
  })

  it('leaves no more in the quiet hours, but when it may again, or not at all when that is too late', async () => {
    await aboutToBeReminded()
    desk.clock.now = at('2026-03-04T03:00:00Z')
    expect(await desk.send()).toEqual([])
    expect(await desk.nextDue()).toBe(at('2026-03-04T13:00:00Z'))
    desk.clock.now = at('2026-03-04T13:00:00Z')
    expect(await desk.send()).toEqual(['two_days_before email Tue 2026-03-03 10:00'])
    desk.clock.now = at('2026-03-05T14:45:00Z')
    expect(await desk.send()).toEqual([])
    expect(await statuses('two_hours_before')).toEqual(['cancelled'])
  })

  it('that was due just before the quiet hours may be a few minutes late', async () => {
    await desk.rows(`insert into weekly_hours (clinic_id, id, resource_id, weekday, start_time, end_time)
      values ($1, gen_random_uuid(), '${desk.chen.id}', 3, '08:00', '09:00')`)
    await desk.book({ startsAt: at('2026-03-04T13:00:00Z') })
    await desk.plan()
    desk.clock.now = at('2026-03-04T00:59:00Z') + 5 * 60_000
    expect(await desk.send()).toContain('two_hours_before sms Tue 2026-03-03 19:59')
  })
})

describe('a message that failed and is tried again', () => {
  /** As the sender leaves what a provider could not take. */
  const fail = (...kinds: string[]) =>
    desk.rows(`update messages set status = 'sending', attempts = 1, sent_at = null where clinic_id = $1
      and kind = any('{${kinds.join(',')}}')`)
  /** The same once its time has come again. */
  async function tryAgain(...kinds: string[]) {
    const due = (await desk.all()).filter((each) => kinds.includes(each.kind))
    const { leaving } = await inClinic(database.db, desk.clinic.id, (trx) =>
      recheckMessages(desk.context, trx, desk.clinic.id, due, desk.clock.now),
    )
    return leaving.map(({ message }) => message.kind)
  }

  it('leaves, though its readers are thought to know by it', async () => {
    await makeMember(database.db, desk.clinic.id, { role: 'therapist', therapistId: desk.chen.id })
    await aboutToBeReminded()
    await desk.send()
    await fail('confirmation', 'therapist_booked', 'two_days_before')
    desk.pass(60)
    expect(await tryAgain('confirmation', 'therapist_booked')).toEqual(['confirmation', 'therapist_booked'])
    expect(await tryAgain('two_days_before')).toEqual(['two_days_before'])
  })

  it('leaves of a cancellation, and no more when that is taken back', async () => {
    const booked = await aboutToBeReminded()
    await desk.cancel(booked)
    await desk.plan()
    desk.pass(90)
    expect(await desk.send()).toHaveLength(2)
    await fail('cancelled')
    desk.pass(60)
    expect(await tryAgain('cancelled')).toEqual(['cancelled', 'cancelled'])
    await desk.rows(`update appointments set status = 'booked', version = version + 1 where clinic_id = $1`)
    expect(await tryAgain('cancelled')).toEqual([])
    expect(await statuses('cancelled')).toEqual(['cancelled', 'cancelled'])
  })

  it('does not leave once its appointment has begun, nor does a mail in its place', async () => {
    const booked = await aboutToBeReminded()
    await desk.send()
    await fail('two_days_before')
    const [reminder] = (await desk.all()).filter((each) => each.kind === 'two_days_before')
    desk.clock.now = booked.startsAt + 60_000
    const { kind, channel, audience, recipient, language, aboutStartsAt, appointmentId, clientId } = reminder!
    const instead = {
      ...{ id: uuid(), kind, channel, audience, recipient, language, aboutStartsAt, appointmentId, clientId },
      ...{
        appointmentVersion: booked.version,
        copy: 7,
        fallbackOf: reminder!.id,
        content: null,
        dueAt: desk.clock.now,
      },
    }
    await inClinic(database.db, desk.clinic.id, (trx) => insertMessages(trx, desk.clinic.id, [instead], desk.clock.now))
    expect(await desk.send()).toEqual([])
    expect(await tryAgain('two_days_before', 'confirmation')).toEqual([])
  })

  it('of a time that is no more does not leave', async () => {
    const booked = await aboutToBeReminded()
    await desk.send()
    await fail('two_days_before')
    await desk.move(booked, { startsAt: at('2026-03-06T15:00:00Z') })
    desk.pass(60)
    expect(await tryAgain('two_days_before')).toEqual([])
  })
})

describe('a message that no plan brought about', () => {
  function unplanned(given: Partial<NewMessage>): NewMessage {
    return {
      ...{ id: uuid(), kind: 'answer', channel: 'sms', audience: 'client', recipient: '+12025550123', language: 'en' },
      ...{ appointmentId: null, appointmentVersion: null, aboutStartsAt: null, clientId: desk.maya.id, copy: 0 },
      ...{ fallbackOf: null, content: { text: 'See you then.' }, dueAt: desk.clock.now },
      ...given,
    }
  }
  const insert = (...messages: NewMessage[]) =>
    inClinic(database.db, desk.clinic.id, (trx) => insertMessages(trx, desk.clinic.id, messages, desk.clock.now))
  const mail = { channel: 'email', recipient: 'maya@example.com' } as const

  it('leaves at any hour when it answers somebody, and waits for the morning when it does not', async () => {
    desk.clock.now = at('2026-03-04T08:00:00Z')
    await insert(unplanned({}), unplanned({ kind: 'conversation', ...mail }))
    expect(await desk.send()).toEqual(['answer sms Wed 2026-03-04 03:00'])
    expect(await desk.nextDue()).toBe(at('2026-03-04T13:00:00Z'))
  })

  it('of a conversation goes where its reader is reached by then, and to nobody who is not', async () => {
    const { id: appointmentId, version: appointmentVersion } = await desk.book()
    const about = { appointmentId, appointmentVersion, kind: 'conversation', ...mail } as const
    const change = (what: string) => desk.rows(`update clients set ${what} where clinic_id = $1`)
    const notices = async () =>
      (await desk.all())
        .filter((each) => each.kind === 'conversation')
        .map((each) => `${each.status} ${each.recipient}`)
    await insert(unplanned(about))
    await change(`email = 'maya@new.example'`)
    expect(await desk.send()).toHaveLength(1)
    expect(await notices()).toEqual(['sent maya@new.example'])
    for (const [copy, what] of [`consents = '{sms}'`, `consents = '{email}', archived_at = now()`].entries()) {
      await insert(unplanned({ ...about, copy: copy + 1 }))
      await change(what)
      expect(await desk.send()).toEqual([])
    }
    expect((await notices()).sort()).toEqual([
      ...['cancelled maya@example.com', 'cancelled maya@example.com', 'sent maya@new.example'],
    ])
  })

  it('does not go to a number that has said STOP', async () => {
    await insert(unplanned({}))
    await desk.rows(`insert into stopped_numbers (clinic_id, phone, stopped_at) values ($1, '+12025550123', now())`)
    expect(await desk.send()).toEqual([])
    expect(await statuses('answer')).toEqual(['cancelled'])
  })
})

it('an appointment that somebody is planning is looked at again in a moment', async () => {
  await aboutToBeReminded()
  const planning = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const holder = inClinic(database.db, desk.clinic.id, async (trx) => {
    const [first] = await desk.all()
    await lockPlans(trx, desk.clinic.id, [first!.appointmentId!])
    held.resolve()
    await planning.promise
  })
  await held.promise
  expect(await desk.send()).toEqual([])
  planning.resolve()
  await holder
  desk.pass(HOUR)
  expect(await desk.send()).toEqual(['two_days_before email Tue 2026-03-03 10:00'])
})
