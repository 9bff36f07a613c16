import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { MONDAY, MOVE, SET_STATUS } from '../../support/desk.ts'
import { webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeWaitlistDesk, type OfferSeen, shown, THURSDAY, type WaitlistDesk } from '../../support/waitlist-desk.ts'
import { wrongsIn } from '../../support/wrongs.ts'

const MINUTE = 60_000
const WEDNESDAY = '2026-03-04T15:00:00Z'

let database: TestDatabase
let app: TestApp
let list: WaitlistDesk
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
  list = await makeWaitlistDesk(app, database, { now: () => now })
})

const free = (startsAt?: string) => list.free(startsAt)
const startOf = (offer: OfferSeen | undefined) => offer?.slot.startsAt

describe('time becomes free', () => {
  test('when somebody moves, or does not come', async () => {
    const { chen, oak, leo, book, send } = list.desk
    await list.waiting('Ann', { therapistIds: [chen.id] })
    const { appointment } = await book({ startsAt: THURSDAY, roomId: oak.id, clientId: leo.id })
    const away = { id: appointment.id, expectedVersion: 1, startsAt: '2026-03-06T19:00:00Z' }
    expect((await send(MOVE, away)).__typename).toBe('AppointmentMoved')
    await list.fill()
    expect(shown(await list.offers())).toEqual(['Ann OPEN'])
    const missed = { id: appointment.id, expectedVersion: 2, status: 'NOSHOW' }
    expect((await send(SET_STATUS, missed)).__typename).toBe('AppointmentStatusSet')
    await list.fill()
    expect((await list.freed()).map((each) => [each.cause, each.status])).toEqual([
      ['MOVED', 'OFFERED'],
      ['NOSHOW', 'PASSED'],
    ])
  })

  test('each who waits is offered the first of new hours that suits her', async () => {
    const { okafor } = list.desk
    await list.waiting('Ann', { therapistIds: [okafor.id], days: [6], urgency: 'URGENT' })
    await list.waiting('Bea', { therapistIds: [okafor.id], days: [6] })
    const { resources } = await list.read<{ resources: { id: string; version: number }[] }>(
      '{ resources { id version } }',
    )
    const { version } = resources.find((each) => each.id === okafor.id)!
    const hours = [{ weekday: 6, startTime: '10:00', endTime: '12:00' }]
    await list.read(`mutation ($input: SetWeeklyHoursInput!) { setWeeklyHours(input: $input) { __typename } }`, {
      input: { resourceId: okafor.id, expectedVersion: version, hours },
    })
    await list.fill()
    expect((await list.offers()).map((each) => [each.entry.client.name, startOf(each)])).toEqual([
      ['Ann', '2026-03-07T15:00:00.000Z'],
      ['Bea', '2026-03-07T16:00:00.000Z'],
    ])
    const [first] = await list.offers()
    await list.send('declineOffer', { id: first!.id, expectedVersion: first!.version })
    await list.fill()
    expect((await list.freed()).map((each) => each.status).sort()).toEqual(['OFFERED', 'PASSED', 'PASSED'])
  })

  test('what somebody only holds by then is offered once it is held no more', async () => {
    const { chen, leo, oak, type, book } = list.desk
    await list.waiting('Ann')
    const { appointment } = await book({ startsAt: THURSDAY, roomId: oak.id, clientId: leo.id })
    await list.cancel(appointment)
    const { holdSlot } = await list.read<{ holdSlot: { hold: { expiresAt: string } } }>(
      `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { ... on SlotHeld { hold { expiresAt } } } }`,
      { input: { therapistId: chen.id, roomId: oak.id, typeId: type.id, startsAt: THURSDAY } },
    )
    await list.fill()
    expect(await list.offers()).toEqual([])
    now = Date.parse(holdSlot.hold.expiresAt)
    await list.fill()
    expect(shown(await list.offers())).toEqual(['Ann OPEN'])
  })

  test('nothing but a sooner one is offered to who has one, and none once she has been there', async () => {
    const { leo, okafor, type, book, send } = list.desk
    const { appointment } = await book({ startsAt: '2026-03-06T15:00:00Z', clientId: leo.id })
    const wish = { clientId: leo.id, typeId: type.id, appointmentId: appointment.id }
    expect((await list.send('joinWaitlist', wish)).entry.client.name).toBe('Leo Park')
    const { resources } = await list.read<{ resources: { id: string; version: number }[] }>(
      '{ resources { id version } }',
    )
    const { version } = resources.find((each) => each.id === okafor.id)!
    const hours = [{ weekday: 6, startTime: '10:00', endTime: '12:00' }]
    await list.read(`mutation ($input: SetWeeklyHoursInput!) { setWeeklyHours(input: $input) { __typename } }`, {
      input: { resourceId: okafor.id, expectedVersion: version, hours },
    })
    await list.fill()
    expect(await list.offers()).toEqual([])
    now = Date.parse('2026-03-06T16:00:00Z')
    const there = { id: appointment.id, expectedVersion: 1, status: 'FULFILLED' }
    expect((await send(SET_STATUS, there)).__typename).toBe('AppointmentStatusSet')
    await list.free('2026-03-10T15:00:00Z')
    expect(await list.offers()).toEqual([])
  })
})

describe('the desk', () => {
  test('takes an offer back, or stops a freed slot: she is told, and nobody else is asked', async () => {
    const ann = await list.waiting('Ann', { urgency: 'URGENT' })
    await list.waiting('Bea')
    await free()
    await list.post()
    const [open] = await list.offers()
    await list.send('withdrawOffer', { id: open!.id, expectedVersion: open!.version })
    await list.fill()
    expect(shown(await list.offers())).toEqual(['Ann WITHDRAWN'])
    expect((await list.entry(ann.entry.id)).status).toBe('WAITING')
    await free(WEDNESDAY)
    const [, slot] = await list.freed()
    const stale = await list.send('closeFreedSlot', { id: slot!.id, expectedVersion: 99 })
    expect(stale.problems[0]?.code).toBe('STALE_VERSION')
    const closed = await list.send('closeFreedSlot', { id: slot!.id, expectedVersion: slot!.version })
    expect(closed.freedSlot.status).toBe('ENDED')
    expect(shown(await list.offers())).toEqual(['Ann WITHDRAWN', 'Ann WITHDRAWN'])
    const ended = (await list.offers())[1]!
    const late = await list.send('declineOffer', { id: ended.id, expectedVersion: ended.version })
    expect(late.problems[0]?.code).toBe('TERMINAL_STATUS')
    expect((await list.desk.book({ startsAt: WEDNESDAY })).__typename).toBe('AppointmentBooked')
  })

  test('takes somebody off who is being asked: it passes on to the next', async () => {
    const ann = await list.waiting('Ann', { urgency: 'URGENT' })
    await list.waiting('Bea')
    await free()
    await list
      .send('leaveWaitlist', { id: ann.entry.id, expectedVersion: 1 })
      .then(({ problems }) => expect(problems[0]?.code).toBe('STALE_VERSION'))
    const { version } = await list.entry(ann.entry.id)
    expect((await list.send('leaveWaitlist', { id: ann.entry.id, expectedVersion: version })).entry.status).toBe('LEFT')
    await list.fill()
    expect(shown(await list.offers())).toEqual(['Ann WITHDRAWN', 'Bea OPEN'])
  })

  test('offers by hand what suits or not, one at a time, and not what is taken', async () => {
    const { chen, oak } = list.desk
    const ann = await list.waiting('Ann', { days: [1] })
    const input = { entryId: ann.entry.id, therapistId: chen.id, startsAt: THURSDAY }
    await list.desk.book({ startsAt: THURSDAY, roomId: oak.id })
    const taken = await list.send('offerSlot', input)
    expect(taken.problems[0]?.code).toBe('THERAPIST_BUSY')
    expect(taken.alternatives.length).toBeGreaterThan(1)
    const offered = await list.send('offerSlot', { ...input, startsAt: WEDNESDAY, validateOnly: true })
    expect(offered.offer.status).toBe('OPEN')
    expect(await list.offers()).toEqual([])
    const { offer } = await list.send('offerSlot', { ...input, startsAt: WEDNESDAY })
    expect(offer.slot.room).not.toBeNull()
    const second = await list.send('offerSlot', { ...input, startsAt: '2026-03-04T18:00:00Z' })
    expect(second.problems[0]).toMatchObject({ code: 'TERMINAL_STATUS', path: ['input', 'entryId'] })
    expect(await list.press(list.linkOf(offer), 'decline')).toMatchObject({
      text: expect.stringContaining('Thank you for telling us'),
    })
    const other = await list.press(list.linkOf(offer), 'accept')
    expect(other.text).toContain('It is booked.')
  })

  test('shows an offer in the colour of the clinic', async () => {
    await list.rows('update clinics set hue = 30 where id = $1')
    await list.waiting('Ann')
    await free()
    const [offer] = await list.offers()
    expect(await (await fetch(list.linkOf(offer!))).text()).toContain(':root { --hue: 30 }')
  })

  test('drags somebody onto the calendar: booked and closed in one, and what she had is freed', async () => {
    const { chen, oak, type } = list.desk
    const ann = await list.waiting('Ann', { days: [4] })
    const { fittingSlots } = await list.read<{ fittingSlots: { startsAt: string }[] }>(
      `query ($id: ID!) { fittingSlots(entryId: $id, from: "2026-03-02T05:00:00Z", to: "2026-03-14T05:00:00Z", first: 100) {
        startsAt } }`,
      { id: ann.entry.id },
    )
    expect(new Set(fittingSlots.map((each) => each.startsAt.slice(0, 10)))).toEqual(
      new Set(['2026-03-05', '2026-03-12']),
    )
    const { id: entryId, version: expectedVersion } = ann.entry
    const input = { entryId, expectedVersion, therapistId: chen.id, roomId: oak.id, startsAt: THURSDAY }
    const stale = await list.send('bookFromWaitlist', { ...input, expectedVersion: 9 })
    expect(stale.problems[0]?.code).toBe('STALE_VERSION')
    expect((await list.send('bookFromWaitlist', { ...input, validateOnly: true })).__typename).toBe(
      'BookedFromWaitlist',
    )
    expect((await list.entry(ann.entry.id)).status).toBe('WAITING')
    const { appointment, entry } = await list.send('bookFromWaitlist', input)
    expect(entry).toMatchObject({ status: 'BOOKED', bookedAppointment: { id: appointment.id } })
    const twice = await list.send('bookFromWaitlist', input)
    expect(twice.problems.map((each) => each.code)).toContain('THERAPIST_BUSY')

    const sooner = { clientId: ann.client.id, typeId: type.id, appointmentId: appointment.id }
    const joined = await list.send('joinWaitlist', sooner)
    const moved = await list.send('bookFromWaitlist', { ...input, entryId: joined.entry.id, startsAt: WEDNESDAY })
    expect(moved.appointment).toEqual({ id: appointment.id, startsAt: '2026-03-04T15:00:00.000Z' })
    expect(await wrongsIn(database, list.desk.clinic.id)).toEqual([])
  })

  test('asks who waits for a slot, and how the waitlist does', async () => {
    await list.waiting('Ann', { parts: ['MORNING'] })
    const bea = await list.waiting('Bea')
    const { waitingFor } = await list.read<{ waitingFor: { fits: boolean; entry: { client: { name: string } } }[] }>(
      `query ($therapistId: ID!) { waitingFor(therapistId: $therapistId, startsAt: "${THURSDAY}", endsAt: "2026-03-05T19:50:00Z",
        first: 10) { fits entry { client { name } } } }`,
      { therapistId: list.desk.chen.id },
    )
    expect(waitingFor).toEqual([
      { fits: true, entry: { client: { name: 'Bea' } } },
      { fits: false, entry: { client: { name: 'Ann' } } },
    ])
    await free()
    await list.post()
    now += 8 * MINUTE
    await bea.phone.text('yes')
    const { waitlistFigures } = await list.read<{ waitlistFigures: object }>(
      `{ waitlistFigures(from: "2026-03-01T00:00:00Z", to: "2026-04-01T00:00:00Z") {
        entries offered open accepted declined expired withdrawn conversion medianMinutesToFill } }`,
    )
    expect(waitlistFigures).toEqual({
      ...{ entries: 2, offered: 1, open: 0, accepted: 1, declined: 0, expired: 0, withdrawn: 0 },
      ...{ conversion: 1, medianMinutesToFill: 8 },
    })
  })
})
