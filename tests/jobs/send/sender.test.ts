import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import type { Channel } from '../../../jobs/channels/channel.ts'
import { makeDueMessages } from '../../support/due-messages.ts'
import { openPostOffice, type PostOffice } from '../../support/post-office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { postmarkFaults } from '../../support/postmark-double.ts'
import type { Fault } from '../../support/provider-double.ts'
import { rowsOf } from '../../support/rows.ts'
import { twilioFaults } from '../../support/twilio-double.ts'
import { makeAppointment, makeClient, makeClinic, makeTherapist, makeType } from '../../support/world.ts'

// Monday 2 March 2026, 08:00 in New York.
const MORNING = Date.parse('2026-03-02T13:00:00Z')
const SECOND = 1000
const MINUTE = 60_000

let database: TestDatabase
let office: PostOffice
let clinicId: string
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  office = await openPostOffice(database, MORNING)
  clinicId = (await makeClinic(database.db)).id
})
afterEach(() => office.stop())
afterAll(() => database.close())

const due = (count: number, channel: 'email' | 'sms' | 'voice' | 'portal' = 'email', dueAt = MORNING) =>
  makeDueMessages(database.db, clinicId, { count, channel, dueAt })
const only = async () => (await office.messages(clinicId))[0]!

/** Sends, and again when that time has passed. */
async function sendAgainAfter(milliseconds: number): Promise<void> {
  await office.send(clinicId)
  office.now += milliseconds
  await office.send(clinicId)
}

describe('sending', () => {
  it('lets out what is due by its channel, once, and nothing before its time', async () => {
    await due(3)
    await due(2, 'sms')
    await due(1, 'voice')
    await due(4, 'email', MORNING + MINUTE)
    await office.send(clinicId)
    await office.send(clinicId)
    const { postmark, twilio } = office.providers
    expect([postmark.accepted.length, twilio.accepted.length]).toEqual([3, 3])
    const seen = await office.messages(clinicId)
    const ids = [...postmark.accepted.map((each) => each.MessageID), ...twilio.accepted.map((each) => each.sid)]
    const sent = seen.filter((each) => each.status === 'sent')
    expect(sent.map((each) => each.provider_id).sort()).toEqual(ids.sort())
    for (const each of sent) expect(each).toMatchObject({ attempts: 1, unsure: false, sent_at: new Date(MORNING) })
    expect(seen.filter((each) => each.status === 'scheduled')).toHaveLength(4)
  })

  it('works off a backlog of a thousand, each to its reader', async () => {
    await due(1000)
    await office.send(clinicId)
    const readers = office.providers.postmark.accepted.map((each) => each.To)
    expect(new Set(readers).size).toBe(1000)
    expect(readers).toHaveLength(1000)
  })

  it('lets out each message once, however many processes send', async () => {
    await due(300)
    const others = await Promise.all([office.another(), office.another()])
    await Promise.all([office, ...others].map((each) => each.send(clinicId)))
    expect(office.providers.postmark.accepted).toHaveLength(300)
    expect(new Set((await office.messages(clinicId)).map((each) => each.status))).toEqual(new Set(['sent']))
  })

  it('serves several clinics side by side', async () => {
    const clinics = [clinicId, (await makeClinic(database.db)).id, (await makeClinic(database.db)).id]
    for (const id of clinics) await makeDueMessages(database.db, id, { count: 40, dueAt: MORNING })
    await Promise.all(clinics.map((id) => office.send(id)))
    expect(office.providers.postmark.accepted).toHaveLength(120)
  })

  it('looks once more when asked during its turn', async () => {
    await due(1)
    office.providers.postmark.think(50)
    const first = office.send(clinicId)
    await office.providers.postmark.untilAttempted(1)
    await due(1)
    await Promise.all([first, office.send(clinicId)])
    expect(office.providers.postmark.accepted).toHaveLength(2)
  })
})

describe('a message that failed', () => {
  it('for good is tried no more, and its card says why', async () => {
    await due(1)
    office.providers.postmark.next(postmarkFaults.inactive('reader1@example.com'))
    await sendAgainAfter(60 * MINUTE)
    expect(await only()).toMatchObject({ status: 'failed', failure_code: '406', attempts: 1 })
    expect(office.providers.postmark.attempts).toBe(1)
  })

  it('in passing is tried again after a pause, for which an alarm is set', async () => {
    await due(1)
    office.providers.postmark.next(postmarkFaults.noCredit)
    await office.send(clinicId)
    expect(await only()).toMatchObject({ status: 'sending', unsure: false, failure_code: '405' })
    expect(await office.alarms(clinicId)).toEqual([new Date(MORNING + 30 * SECOND)])
    office.now += 29 * SECOND
    await office.send(clinicId)
    expect(office.providers.postmark.attempts).toBe(1)
    office.now += SECOND
    await office.send(clinicId)
    expect(await only()).toMatchObject({ status: 'sent', attempts: 2, failure_code: null })
  })

  it('for being one too many waits as 429 says, and so do all others of that channel alone', async () => {
    await due(40)
    await due(1, 'sms')
    for (let at = 1; at <= 40; at++)
      office.providers.postmark.always(`reader${at}@example.com`, postmarkFaults.tooMany('45'))
    await office.send(clinicId)
    await due(1)
    await office.send(clinicId)
    expect(office.providers.twilio.accepted).toHaveLength(1)
    expect(office.providers.postmark.attempts).toBe(40)
    expect(await office.alarms(clinicId)).toContainEqual(new Date(MORNING + 45 * SECOND))
    for (let at = 1; at <= 40; at++) office.providers.postmark.always(`reader${at}@example.com`, undefined)
    office.now += 45 * SECOND
    await office.send(clinicId)
    expect(office.providers.postmark.accepted).toHaveLength(41)
  })

  it('because it cannot be written keeps no other from leaving', async () => {
    const [unwritable] = await due(3)
    await inClinic(database.db, clinicId, (trx) =>
      sql`update messages set content = '{}' where clinic_id = ${clinicId} and id = ${unwritable}`.execute(trx),
    )
    await office.send(clinicId)
    const seen = await office.messages(clinicId)
    expect(seen.map((each) => each.status).sort()).toEqual(['failed', 'sent', 'sent'])
    expect(seen.find((each) => each.id === unwritable)?.failure_code).toBe('NOT_WRITTEN')
  })

  it('and goes on failing is given up after ten times', async () => {
    await due(1)
    office.providers.postmark.always('reader1@example.com', postmarkFaults.noCredit)
    for (let at = 0; at < 12; at++) await sendAgainAfter(30 * MINUTE)
    expect(await only()).toMatchObject({ status: 'failed', attempts: 10 })
    expect(office.providers.postmark.attempts).toBe(10)
  })
})

describe('a text that failed for good', () => {
  async function reminded(consents: string, fault: Fault = twilioFaults.unreachable, lead = 24 * 60 * MINUTE) {
    const { db } = database
    const [client, therapist, type] = await Promise.all([
      makeClient(db, clinicId, { email: 'maya@example.com' }),
      makeTherapist(db, clinicId),
      makeType(db, clinicId),
    ])
    const place = { clientId: client.id, therapistId: therapist.id, typeId: type.id }
    const startsAt = new Date(MORNING + lead)
    const { id } = await makeAppointment(db, clinicId, {
      ...place,
      startsAt,
      endsAt: new Date(+startsAt + 50 * MINUTE),
    })
    await due(1, 'sms')
    await inClinic(db, clinicId, async (trx) => {
      await sql`update clients set consents = ${consents}::text[] where clinic_id = ${clinicId}`.execute(trx)
      await sql`update messages set kind = 'day_before', audience = 'client', client_id = ${client.id},
        appointment_id = ${id}, appointment_version = 1, about_starts_at = ${startsAt}
        where clinic_id = ${clinicId}`.execute(trx)
    })
    office.providers.twilio.next(fault)
    return id
  }

  it('is followed by an e-mail, and the card tells that the client was reached', async () => {
    const appointmentId = await reminded('{email,sms}')
    await office.send(clinicId)
    expect(await office.messages(clinicId)).toMatchObject([
      { channel: 'sms', status: 'failed', failure_code: '30003' },
      { channel: 'email', status: 'sent' },
    ])
    expect(office.providers.postmark.accepted.map((each) => each.To)).toEqual(['maya@example.com'])
    const changes = await rowsOf(
      database,
      clinicId,
      'select action, item_kind, item_id from changes where clinic_id = $1 order by seq',
    )
    const entry = { item_kind: 'appointment', item_id: appointmentId }
    expect(changes).toEqual([
      { action: 'fail message', ...entry },
      { action: 'send message', ...entry },
    ])
  })

  it('is followed by one while that is of use: once the next try would come late for what it tells of', async () => {
    await reminded('{email,sms}', twilioFaults.down, 6 * MINUTE)
    await office.send(clinicId)
    expect(await office.messages(clinicId)).toMatchObject([{ channel: 'sms', status: 'sending' }])
    for (const pause of [MINUTE, MINUTE]) {
      office.providers.twilio.next(twilioFaults.down)
      office.now += pause
      await office.send(clinicId)
    }
    const [text, mail] = await office.messages(clinicId)
    expect(text).toMatchObject({ channel: 'sms', status: 'failed', unsure: false, attempts: 3 })
    expect(mail).toMatchObject({ channel: 'email', status: 'sent' })
  })

  it('is tried on where no e-mail can follow it', async () => {
    await reminded('{sms}', twilioFaults.down, 90_000)
    await office.send(clinicId)
    expect(await office.messages(clinicId)).toMatchObject([{ channel: 'sms', status: 'sending' }])
  })

  it('is not where the client does not want e-mail', async () => {
    await reminded('{sms}')
    await office.send(clinicId)
    expect(await office.messages(clinicId)).toMatchObject([{ channel: 'sms', status: 'failed' }])
    expect(office.providers.postmark.attempts).toBe(0)
  })
})

it.each([
  ['delivered', null],
  ['bounced', '30005'],
])('keeps that a webhook told it was %s while the answer was on its way', async (status, code) => {
  await due(1, 'sms')
  const quick: Channel = {
    provider: 'twilio',
    async send({ messageId }) {
      await inClinic(database.db, clinicId, (trx) =>
        sql`update messages set status = ${status}, failure_code = ${code}
          where clinic_id = ${clinicId} and id = ${messageId}`.execute(trx),
      )
      return { outcome: 'sent', providerId: 'SM1' }
    },
    find: async () => [],
  }
  await (await office.another({ sms: quick })).send(clinicId)
  const sent = { provider_id: 'SM1', sent_at: new Date(MORNING), unsure: false }
  expect(await only()).toMatchObject({ status, failure_code: code, ...sent })
})

it('ends what is under way when it is stopped, begins nothing more, and asks for the rest to be sent', async () => {
  await due(500)
  const { sender, send } = await office.another()
  office.providers.postmark.think(50)
  const turn = send(clinicId)
  await office.providers.postmark.untilAttempted(1)
  await sender.stop()
  await turn
  const seen = await office.messages(clinicId)
  const sent = seen.filter((each) => each.status === 'sent')
  expect(sent).toHaveLength(office.providers.postmark.accepted.length)
  expect(sent.length).toBeLessThan(500)
  expect(seen.filter((each) => each.status === 'sending')).toEqual([])
  expect(await office.alarms(clinicId)).toHaveLength(1)
})

it('tells whoever runs the program what was not taken, by its code and without the provider’s words', async () => {
  const [mail, text] = [...(await due(1)), ...(await due(1, 'sms'))]
  office.providers.postmark.next(postmarkFaults.tooMany('45'))
  office.providers.twilio.next(twilioFaults.invalidNumber('+12025550001'))
  await office.send(clinicId)
  const lines = office.logged.map((line) => JSON.parse(line) as Record<string, unknown>)
  const [refused, later] = lines.toSorted((a, b) => String(b.channel).localeCompare(String(a.channel)))
  expect(refused).toMatchObject({ level: 40, messageId: text, channel: 'sms', provider: 'twilio', code: '21211' })
  expect(later).toMatchObject({ level: 40, messageId: mail, channel: 'email', provider: 'postmark', code: '429' })
  expect(later).toMatchObject({ retryAfterSeconds: 45, unsure: false })
  expect(office.logged.join()).not.toMatch(/\+1202|example\.com/)
})

it('keeps in the outbox what no provider takes', async () => {
  await due(1, 'portal')
  await office.send(clinicId)
  expect(await only()).toMatchObject({ status: 'sent', provider: 'portal' })
  const items = await rowsOf(database, clinicId, 'select subject, text, html from outbox_items where clinic_id = $1')
  expect(items).toEqual([{ subject: 'A message', text: 'This is message 1.', html: null }])
})
