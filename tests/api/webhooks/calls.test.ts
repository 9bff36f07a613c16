import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { MONDAY, MOVE } from '../../support/desk.ts'
import { makeSentMessage, postTwilio, webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeReplyDesk, type ReplyDesk } from '../../support/reply-desk.ts'

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

describe('a key pressed in a call', () => {
  async function call(digits: string, callId = 'CA1') {
    const maya = await at.person('Maya')
    const { appointment } = await at.desk.book({ clientId: maya.id })
    const about = { appointmentId: appointment.id, aboutStartsAt: appointment.startsAt, sentAt: now }
    const id = await makeSentMessage(database.db, at.desk.clinic.id, {
      ...{ ...about, channel: 'voice' as const, recipient: at.phone.number },
    })
    const path = `/webhooks/twilio/voice/${at.desk.clinic.id}/${id}`
    const press = async (key = digits) =>
      (await postTwilio(app, path, { CallSid: callId, ...(key && { Digits: key }) })).text()
    return { appointment, press }
  }

  it('1 confirms, and 2 cancels, once a call', async () => {
    const yes = await call('1')
    expect(await yes.press()).toContain('Thank you. We look forward')
    expect(await yes.press('2')).toContain('Thank you. We look forward')
    expect(await at.stateOf(yes.appointment.id)).toMatchObject({ reply: 'confirmed', status: 'booked' })
  })

  it('2 cancels', async () => {
    const no = await call('2')
    expect(await no.press()).toContain('is cancelled')
    expect(await at.stateOf(no.appointment.id)).toMatchObject({ status: 'cancelled' })
  })

  it.each(['', '3', '#', 'constructor'])('%j does nothing and hangs up', async (digits) => {
    const { appointment, press } = await call(digits)
    expect(await press()).toContain('<Response><Hangup/></Response>')
    expect(await at.stateOf(appointment.id)).toMatchObject({ reply: null, status: 'booked' })
  })

  it('agrees to the time that was read out, and to no other', async () => {
    const { appointment, press } = await call('1')
    await at.desk.send(MOVE, { id: appointment.id, expectedVersion: 1, startsAt: '2026-03-03T17:00:00Z' })
    expect(await press()).toContain('has moved meanwhile')
    expect(await at.stateOf(appointment.id)).toMatchObject({ confirmed_at: null })
  })
})
