import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { makeDueMessages } from '../../support/due-messages.ts'
import { endLeases, openPostOffice, type PostOffice } from '../../support/post-office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { postmarkFaults } from '../../support/postmark-double.ts'
import type { Fault } from '../../support/provider-double.ts'
import { makeClinic } from '../../support/world.ts'

// Monday 2 March 2026, 08:00 in New York.
const MORNING = Date.parse('2026-03-02T13:00:00Z')
const MINUTE = 60_000

let database: TestDatabase
let office: PostOffice
let clinicId: string
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  office = await openPostOffice(database, MORNING, 500)
  clinicId = (await makeClinic(database.db)).id
})
afterEach(() => office.stop())
afterAll(() => database.close())

const due = (count: number, channel: 'email' | 'sms' = 'email') =>
  makeDueMessages(database.db, clinicId, { count, channel, dueAt: MORNING })
const only = async () => (await office.messages(clinicId))[0]!

/** Sends, and again when that time has passed. */
async function sendAgainAfter(milliseconds: number): Promise<void> {
  await office.send(clinicId)
  office.now += milliseconds
  await office.send(clinicId)
}

describe('a message of which nobody knows whether it left', () => {
  it.each<[string, Fault]>([
    ['a dropped connection', 'drops after it took'],
    ['a time-out', 'takes and never answers'],
    ['an answer that breaks off', 'breaks off'],
    ['a server that fell over', { takes: true, status: 500, body: {} }],
  ])('because of %s is asked for, not sent again', async (_, fault) => {
    await due(1)
    await due(1, 'sms')
    office.providers.postmark.next(fault)
    office.providers.twilio.next(fault)
    await office.send(clinicId)
    for (const each of await office.messages(clinicId)) expect(each).toMatchObject({ status: 'sending', unsure: true })
    office.now += MINUTE
    await office.send(clinicId)
    const { postmark, twilio } = office.providers
    const taken = [postmark.accepted[0]!.MessageID, twilio.accepted[0]!.sid]
    const seen = await office.messages(clinicId)
    expect(seen.map((each) => each.provider_id).sort()).toEqual(taken.sort())
    for (const each of seen) expect(each).toMatchObject({ status: 'sent', unsure: false })
    expect([postmark.attempts, twilio.attempts]).toEqual([1, 1])
  })

  it.each<[string, Fault]>([
    ['a dropped connection', 'drops before it takes'],
    ['a time-out', 'never answers'],
    ['a server that fell over', postmarkFaults.down],
  ])('and had not, because of %s, is asked for and sent then', async (_, fault) => {
    await due(1)
    office.providers.postmark.next(fault)
    await sendAgainAfter(MINUTE)
    expect(office.providers.postmark.accepted).toHaveLength(1)
    expect(await only()).toMatchObject({ status: 'sent', attempts: 2 })
  })

  it('is not sent while the provider does not tell what it has', async () => {
    await due(1)
    office.providers.postmark.next('drops after it took')
    office.providers.postmark.forget(true)
    await sendAgainAfter(MINUTE)
    expect(await only()).toMatchObject({ status: 'sending', unsure: true, failure_code: 'NOT_TOLD' })
    office.providers.postmark.forget(false)
    office.now += 2 * MINUTE
    await office.send(clinicId)
    expect(await only()).toMatchObject({ status: 'sent' })
    expect(office.providers.postmark.attempts).toBe(1)
  })

  it.each<[string, Fault]>([
    ['both of which had left', 'drops after it took'],
    ['only one of which had', 'drops before it takes'],
  ])('is its own one of two with the same words to a shared number, %s', async (_, second) => {
    await due(2, 'sms')
    await inClinic(database.db, clinicId, (trx) =>
      sql`update messages set recipient = '+12025550123', content = '{"text": "The same words."}'
        where clinic_id = ${clinicId}`.execute(trx),
    )
    office.providers.twilio.next('drops after it took', second)
    await sendAgainAfter(MINUTE)
    const { accepted } = office.providers.twilio
    const recorded = (await office.messages(clinicId)).map((each) => each.provider_id)
    expect(accepted).toHaveLength(2)
    expect(recorded.sort()).toEqual(accepted.map((each) => each.sid).sort())
  })

  it('is found again when its program was killed with it in hand', async () => {
    await due(50)
    office.providers.postmark.think(200)
    const killed = office.send(clinicId)
    await office.providers.postmark.untilAttempted(10)
    expect((await office.messages(clinicId)).some((each) => each.status === 'sending' && each.unsure)).toBe(true)
    // Another process finds what is in hand, as if nobody had it any more.
    await killed
    await inClinic(database.db, clinicId, (trx) =>
      sql`update messages set status = 'sending', unsure = true, provider_id = null, sent_at = null
        where clinic_id = ${clinicId}`.execute(trx),
    )
    await endLeases(database, clinicId)
    office.providers.postmark.think(0)
    await (await office.another()).send(clinicId)
    expect(office.providers.postmark.accepted).toHaveLength(50)
    expect(new Set((await office.messages(clinicId)).map((each) => each.status))).toEqual(new Set(['sent']))
  })
})
