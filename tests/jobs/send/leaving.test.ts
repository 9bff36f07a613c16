import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeLog } from '../../../api/log.ts'
import { inClinic } from '../../../db/connect.ts'
import type { Appointment } from '../../../db/queries/book.ts'
import { openChannels, type ProviderSettings } from '../../../jobs/channels/channels.ts'
import { makeComposer } from '../../../jobs/send/compose.ts'
import { makeSender } from '../../../jobs/send/sender.ts'
import { type MessageDesk, makeMessageDesk } from '../../support/message-desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { type Providers, startProviders } from '../../support/providers.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
// Thursday 12 March 2026, 10:00 in New York.
const THURSDAY = Date.parse('2026-03-12T14:00:00Z')
const publicUrl = 'https://book.harbor.example'

let database: TestDatabase
let providers: Providers
let desk: MessageDesk
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  providers = await startProviders()
  desk = await makeMessageDesk(database)
})
afterEach(() => providers.stop())
afterAll(() => database.close())

/** Sends as the program does, with the doubles unless told otherwise. */
function send(settings: ProviderSettings = providers.settings): Promise<void> {
  const { db, context, clinic } = desk
  const channels = openChannels(settings, { db, now: context.now }, 5_000)
  const composer = makeComposer({ jobs: context.jobs, publicUrl, mailFrom: 'book@harbor.example' })
  return makeSender({ channels, ...composer, log: makeLog('silent') }).drain(context, clinic.id)
}

/** An appointment whose only message is on that channel the day before, at the moment in which it is due. */
async function dueReminder(channel: 'email' | 'sms'): Promise<Appointment> {
  await desk.setPolicy({
    notices: [
      { kind: 'day_before', on: true, offsetMinutes: 24 * 60, channels: [channel] },
      ...(
        ['confirmation', 'two_days_before', 'two_hours_before', 'therapist_booked', 'therapist_changed'] as const
      ).map((kind) => ({ kind, on: false, offsetMinutes: kind.endsWith('before') ? 120 : 0, channels: [channel] })),
      ...(['changed', 'cancelled', 'therapist_cancelled'] as const).map((kind) => ({
        ...{ kind, on: false, offsetMinutes: 0, channels: ['email' as const] },
      })),
    ],
  })
  const appointment = await desk.book()
  desk.pass((THURSDAY - desk.clock.now) / 1000 - DAY - HOUR)
  await desk.plan()
  desk.pass(HOUR)
  return appointment
}

const statuses = async () => (await desk.all()).map(({ kind, channel, status }) => `${kind} ${channel} ${status}`)

describe('a message that is due', () => {
  it('says what stands, with a link of its own and under the clinic’s name', async () => {
    await dueReminder('email')
    await send()
    const [mail] = providers.postmark.accepted
    expect(mail).toMatchObject({ From: '"Harbor Clinic" <book@harbor.example>', To: 'maya@example.com' })
    expect(mail!.TextBody).toContain('10:00 AM')
    expect(mail!.HtmlBody).toContain('Dr. Chen')
    expect(mail!.HtmlBody).toMatch(new RegExp(`${publicUrl}/m/[A-Za-z0-9_-]{43}`))
    expect(mail!.Subject).not.toMatch(/Maya|Alvarez/)
    expect(await statuses()).toEqual(['day_before email sent'])
  })

  it('does not leave once its appointment is cancelled, though nothing was planned since', async () => {
    const appointment = await dueReminder('email')
    await desk.cancel(appointment)
    await send()
    expect(providers.postmark.attempts).toBe(0)
    expect(await statuses()).toEqual(['day_before email cancelled'])
  })

  it('does not leave for a start that is no more', async () => {
    const appointment = await dueReminder('sms')
    await desk.move(appointment, { startsAt: THURSDAY + 7 * DAY * 1000 })
    await send()
    expect(providers.twilio.attempts).toBe(0)
    expect((await desk.all()).every((each) => each.status !== 'sent')).toBe(true)
  })

  it('stays in the outbox, as its reader would see it, where there are no credentials', async () => {
    await dueReminder('email')
    await send({ postmark: undefined, twilio: undefined })
    const items = await desk.rows('select subject, text, html from outbox_items where clinic_id = $1')
    expect(items).toMatchObject([
      { subject: expect.stringContaining('appointment'), html: expect.stringContaining('<') },
    ])
    expect((await desk.all()).map((each) => each.provider)).toEqual(['outbox'])
  })
})

describe('a message of which nobody knows whether it left', () => {
  it('and whose appointment was cancelled meanwhile is found at the provider: it had left', async () => {
    const appointment = await dueReminder('email')
    providers.postmark.next('drops after it took')
    await send()
    await desk.cancel(appointment)
    desk.pass(2 * MINUTE)
    await send()
    expect(await statuses()).toEqual(['day_before email sent'])
    expect(providers.postmark.attempts).toBe(1)
  })

  it('and whose appointment was cancelled meanwhile does not leave when it had not', async () => {
    const appointment = await dueReminder('email')
    providers.postmark.next('drops before it takes')
    await send()
    await desk.cancel(appointment)
    desk.pass(2 * MINUTE)
    await send()
    expect(await statuses()).toEqual(['day_before email cancelled'])
    expect(providers.postmark.accepted).toEqual([])
  })

  it('is found by its words though its link is another every time', async () => {
    await dueReminder('sms')
    await inClinic(database.db, desk.clinic.id, (trx) =>
      sql`insert into message_templates (clinic_id, kind, channel, language, body)
        values (${desk.clinic.id}, 'day_before', 'sms', 'en', 'Until tomorrow: {{manageLink}} Yours, {{clinicName}}')`.execute(
        trx,
      ),
    )
    providers.twilio.next('drops after it took')
    await send()
    desk.pass(2 * MINUTE)
    await send()
    expect(await statuses()).toEqual(['day_before sms sent'])
    expect(providers.twilio.accepted).toHaveLength(1)
    expect(providers.twilio.accepted[0]!.body).toContain(`${publicUrl}/m/`)
  })
})

it('is not sent in the night that a provider’s failure put it into', async () => {
  await dueReminder('sms')
  providers.twilio.next({ status: 400, body: { code: 21611, message: 'The queue is full.' } })
  await send()
  // Wednesday 21:00 in New York; messages leave from 08:00 to 20:00.
  desk.pass(11 * HOUR)
  await send()
  expect(providers.twilio.accepted).toEqual([])
})
