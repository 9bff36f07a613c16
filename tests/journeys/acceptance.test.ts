import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { planMessages } from '../../actions/plan-messages.ts'
import { makeLog } from '../../api/log.ts'
import { unfoldLines } from '../../domain/ics/lines.ts'
import { wallClock } from '../../domain/zone.ts'
import { openChannels } from '../../jobs/channels/channels.ts'
import { openJobs } from '../../jobs/kit.ts'
import { makeComposer } from '../../jobs/send/compose.ts'
import { makeSender } from '../../jobs/send/sender.ts'
import { ask, startApp, type TestApp } from '../support/app.ts'
import { cardIn, dragTo, openScreens, placeOf, type Screens } from '../support/calendar-page.ts'
import { readers } from '../support/calendar-readers.ts'
import { LATER_MONDAY, LATER_TUESDAY } from '../support/client-links.ts'
import { MOVE, makeDesk } from '../support/desk.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { type Providers, startProviders } from '../support/providers.ts'
import { rowsOf } from '../support/rows.ts'

const MINUTE = 60_000
const SESSION = 50 * MINUTE
const TUESDAY = { from: '2040-03-06T05:00:00Z', to: '2040-03-07T05:00:00Z' }

let database: TestDatabase
let app: TestApp
let providers: Providers
let desk: Awaited<ReturnType<typeof makeDesk>>
let now = LATER_MONDAY

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
  providers = await startProviders()
})
afterAll(async () => {
  await providers.stop()
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = LATER_MONDAY
  desk = await makeDesk(app, database.db)
})

interface Slot {
  readonly startsAt: string
  readonly endsAt: string
}

async function slotsBetween(window: { from: string; to: string }, first = 100): Promise<Slot[]> {
  const query = `query ($input: AvailableSlotsInput!) { availableSlots(input: $input) { slots { startsAt endsAt } } }`
  const input = { typeId: desk.type.id, therapistIds: [desk.chen.id], first, ...window }
  const { data, errors } = await ask<{ availableSlots: { slots: Slot[] } }>(app, desk.key, query, { input })
  expect(errors).toBeUndefined()
  return data.availableSlots.slots
}

const book = (change: object = {}) => desk.book({ startsAt: LATER_TUESDAY, roomId: desk.oak.id, ...change })

/** All that a booking writes. */
const written = () =>
  rowsOf(
    database,
    desk.clinic.id,
    `select (select count(*) from appointments where clinic_id = $1) as appointments,
      (select count(*) from occupancies where clinic_id = $1) as occupancies,
      (select count(*) from messages where clinic_id = $1) as messages,
      (select change_seq from log_heads where clinic_id = $1) as changes`,
  )

/** What the jobs do when their time has come: plans are made, and what is due leaves. */
async function openJobsOf(clinicId: string): Promise<() => Promise<void>> {
  const jobs = await openJobs(database.db, database.url)
  const channels = openChannels(providers.settings, { db: database.db, now: () => now })
  const composer = makeComposer({ jobs, publicUrl: app.url, mailFrom: 'book@harbor.example' })
  const sender = makeSender({ channels, ...composer, log: makeLog('silent') })
  const context = { db: database.db, jobs, now: () => now, announce: () => undefined, requestId: 'journey' }
  return async () => {
    await planMessages(context, { clinicId })
    await sender.drain(context, clinicId)
  }
}

describe('a program of a partner', () => {
  test('1. reads which slots a date has: none is over, none outside the hours, and the weekend has none', async () => {
    const slots = await slotsBetween(TUESDAY)
    expect(slots[0]).toEqual({ startsAt: '2040-03-06T14:00:00.000Z', endsAt: '2040-03-06T14:50:00.000Z' })
    expect(slots.length).toBeGreaterThan(20)
    for (const { startsAt, endsAt } of slots) {
      const [start, end] = [startsAt, endsAt].map((each) => wallClock(Date.parse(each), 'America/New_York'))
      expect([start!.date, end!.date]).toEqual(['2040-03-06', '2040-03-06'])
      expect(start!.time >= '09:00' && end!.time <= '17:00').toBe(true)
      expect(Date.parse(endsAt) - Date.parse(startsAt)).toBe(SESSION)
    }
    now = Date.parse('2040-03-06T17:05:00Z')
    const left = await slotsBetween(TUESDAY)
    expect(left.length).toBeGreaterThan(0)
    expect(left.filter((each) => Date.parse(each.startsAt) < now)).toEqual([])
    expect(await slotsBetween({ from: '2040-03-10T05:00:00Z', to: '2040-03-11T05:00:00Z' })).toEqual([])
  })

  test('2. books one of them, and then it is offered to nobody else', async () => {
    const slot = (await slotsBetween(TUESDAY)).find((each) => Date.parse(each.startsAt) === Date.parse(LATER_TUESDAY))!
    const booked = await book({ startsAt: slot.startsAt })
    expect(booked).toMatchObject({
      __typename: 'AppointmentBooked',
      appointment: {
        ...slot,
        version: 1,
        status: 'BOOKED',
        therapist: { id: desk.chen.id },
        room: { id: desk.oak.id },
      },
    })
    const day = await desk.calendar(TUESDAY)
    expect(day.appointments).toEqual([booked.appointment])
    const over = (await slotsBetween(TUESDAY)).filter(
      (each) => each.startsAt < slot.endsAt && each.endsAt > slot.startsAt,
    )
    expect(over).toEqual([])
  })

  test('3. is refused the same slot: the therapist is taken, other slots are offered, and nothing is written', async () => {
    await book()
    const before = await written()
    const refused = await book({ clientId: desk.leo.id, roomId: desk.elm.id })
    expect(refused).toMatchObject({
      __typename: 'BookingRefused',
      problems: [
        {
          code: 'THERAPIST_BUSY',
          message: 'Dr. Chen is busy with Maya Alvarez Tue, Mar 6, 10:00 AM to 10:50 AM.',
          path: ['input', 'therapistId'],
        },
      ],
    })
    expect(refused.problems).toHaveLength(1)
    expect(await written()).toEqual(before)
    const therapists = refused.alternatives.map((each) => each.therapist.id)
    expect(therapists).toEqual(expect.arrayContaining([desk.chen.id, desk.okafor.id]))
    const [other] = refused.alternatives
    const taken = { startsAt: other!.startsAt, therapistId: other!.therapist.id, roomId: desk.elm.id }
    expect((await book({ clientId: desk.leo.id, ...taken })).__typename).toBe('AppointmentBooked')
  })
})

describe('a client', () => {
  test('4. puts the appointment into a calendar by the link of the mail about it', async () => {
    const work = await openJobsOf(desk.clinic.id)
    await work()
    const before = providers.postmark.accepted.length
    const { appointment } = await book()
    now += MINUTE
    await work()
    const mail = providers.postmark.accepted.slice(before).find((each) => each.To.includes('maya@example.com'))
    const token = /\/m\/([\w-]{43})/.exec(mail?.TextBody ?? '')?.[1]
    const response = await fetch(`${app.url}/appointments/${token}.ics`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const text = await response.text()
    expect(unfoldLines(text)).toEqual(
      expect.arrayContaining([
        'DTSTART:20400306T150000Z',
        'DTEND:20400306T155000Z',
        'SUMMARY:Appointment at Harbor Clinic',
        expect.stringMatching(/^DESCRIPTION:With: Dr\. Chen/),
      ]),
    )
    const [start, end] = [Date.parse(appointment.startsAt), Date.parse(appointment.endsAt)]
    for (const [, read] of readers) expect(read(text)).toMatchObject([{ start, end }])
  })

  test('10. is reminded a day before, once, by the company that takes texts', async () => {
    const work = await openJobsOf(desk.clinic.id)
    await work()
    const { appointment } = await book({ startsAt: '2040-03-08T15:00:00Z' })
    now += MINUTE
    await work()
    const texts = () => providers.twilio.accepted.filter((each) => each.body?.includes('Mar 8'))
    expect(texts()).toEqual([])
    now = Date.parse(appointment.startsAt) - 24 * 60 * MINUTE + MINUTE
    const another = await openJobsOf(desk.clinic.id)
    await Promise.all([work(), another()])
    await work()
    expect(texts()).toMatchObject([{ to: desk.maya.phone }])
    const sent = await rowsOf(
      database,
      desk.clinic.id,
      `select channel, status, provider, provider_id from messages where clinic_id = $1 and kind = 'day_before'`,
    )
    expect(sent).toEqual([{ channel: 'sms', status: 'sent', provider: 'twilio', provider_id: texts()[0]!.sid }])
  })
})

describe('the desk', () => {
  let screens: Screens
  beforeAll(async () => {
    screens = await openScreens()
  })
  afterAll(() => screens.close())

  test('9. drags an appointment onto another: it is refused, the card is back in its place, and elsewhere it goes', async () => {
    const { newDesk, open } = screens
    const front = await newDesk()
    const { appointment } = await front.book()
    const taken = { clientId: front.leo.id, startsAt: '2026-03-03T19:00:00Z' }
    await front.book(taken)
    const page = await open(front.receptionist)
    const card = cardIn(page, front.chen, 'Maya Alvarez')
    await page.getByText('Live', { exact: true }).waitFor()
    const before = await card.boundingBox()
    await dragTo(page, card, front.chen, '14:15')
    await page
      .getByText(/Not moved: Dr\. Chen is busy with Leo Park/)
      .first()
      .waitFor()
    await expect.poll(() => card.boundingBox()).toEqual(before)
    const stays = { startsAt: appointment.startsAt, therapistId: front.chen.id }
    expect(await placeOf(front, 'Maya Alvarez')).toMatchObject(stays)

    const move = { id: appointment.id, expectedVersion: 1, startsAt: '2026-03-03T19:15:00Z' }
    const refused = await front.send(MOVE, move)
    expect([refused.__typename, refused.problems[0]?.code]).toEqual(['BookingRefused', 'THERAPIST_BUSY'])
    expect(refused.alternatives.length).toBeGreaterThanOrEqual(2)
    expect(await placeOf(front, 'Maya Alvarez')).toMatchObject(stays)

    await dragTo(page, card, front.chen, '11:30')
    await page.getByText('Maya Alvarez moved to 11:30 AM with Dr. Chen.').first().waitFor()
    await expect.poll(() => placeOf(front, 'Maya Alvarez')).toMatchObject({ startsAt: '2026-03-03T16:30:00.000Z' })
    await page.context().close()
  })
})
