import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { MONDAY, MOVE, SET_STATUS } from '../../support/desk.ts'
import { webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeWaitlistDesk, type OfferSeen, THURSDAY, type WaitlistDesk } from '../../support/waitlist-desk.ts'
import { wrongsIn } from '../../support/wrongs.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
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

/** Somebody's appointment is booked and cancelled, and the jobs are done. */
async function free(startsAt = THURSDAY, roomId = list.desk.oak.id): Promise<void> {
  const { appointment } = await list.desk.book({ startsAt, roomId, clientId: list.desk.leo.id })
  await list.cancel(appointment)
  await list.fill()
}

async function setPolicy(change: Record<string, unknown>, expectedVersion = 0): Promise<void> {
  const { policy, problems } = await list.send('updateWaitlistPolicy', { expectedVersion, ...change })
  if (!policy) throw new Error(problems[0]?.message)
}

const shown = (offers: readonly OfferSeen[]) => offers.map((each) => `${each.entry.client.name} ${each.status}`)
const startOf = (offer: OfferSeen | undefined) => offer?.slot.startsAt

describe('limits', () => {
  test('a person is offered so many a day and no more, and again the next day', async () => {
    await setPolicy({ offersADay: 2 })
    const ann = await list.waiting('Ann')
    for (const [at, startsAt] of ['2026-03-05T15:00:00Z', '2026-03-05T16:00:00Z', '2026-03-05T18:00:00Z'].entries()) {
      await free(startsAt)
      if (at === 2) break
      const open = (await list.offers()).at(-1)!
      await list.send('declineOffer', { id: open.id, expectedVersion: open.version })
      await list.fill()
    }
    expect(shown(await list.offers())).toEqual(['Ann DECLINED', 'Ann DECLINED'])
    now += 24 * HOUR
    await free('2026-03-05T19:00:00Z')
    expect(startOf((await list.offers()).at(-1))).toBe('2026-03-05T19:00:00.000Z')
    expect((await list.entry(ann.entry.id)).status).toBe('OFFERED')
  })

  test('nothing leaves in the quiet hours: what is freed at night is offered in the morning', async () => {
    await list.waiting('Ann')
    now = Date.parse('2026-03-03T03:00:00Z')
    await free()
    expect(await list.offers()).toEqual([])
    now = Date.parse('2026-03-03T13:00:00Z') - 1
    await list.fill()
    expect(await list.offers()).toEqual([])
    now += 1
    await list.fill()
    expect(shown(await list.offers())).toEqual(['Ann OPEN'])
  })

  test('nothing is offered too shortly before its start', async () => {
    await list.waiting('Ann')
    now = Date.parse(THURSDAY) - 119 * MINUTE
    await free()
    expect(await list.offers()).toEqual([])
    expect((await list.freed()).map((each) => each.status)).toEqual(['PASSED'])
  })

  test('a chain ends after as many links as the clinic wants', async () => {
    await setPolicy({ longestChain: 2 })
    const starts = ['2026-03-05T19:00:00Z', '2026-03-06T19:00:00Z', '2026-03-09T19:00:00Z']
    const { desk } = list
    const people: { phone: { text(body: string): Promise<string | undefined> } }[] = []
    for (const [at, name] of ['Ann', 'Bea', 'Cleo'].entries()) {
      const person = await list.waiting(name)
      await list.send('leaveWaitlist', { id: person.entry.id, expectedVersion: 1 })
      const startsAt = new Date(Date.parse(starts[0]!) + [24, 96, 120][at]! * HOUR).toISOString()
      const { appointment } = await desk.book({ clientId: person.client.id, startsAt, roomId: desk.elm.id })
      const urgency = ['EMERGENCY', 'URGENT', 'SOON'][at]
      await list.send('joinWaitlist', {
        ...{ clientId: person.client.id, typeId: desk.type.id, appointmentId: appointment.id, urgency },
      })
      people.push(person)
    }
    await free(starts[0])
    for (const person of people.slice(0, 2)) {
      await list.post()
      expect(await person.phone.text('yes')).toContain('You are booked')
      await list.fill()
    }
    expect(shown(await list.offers())).toEqual(['Ann ACCEPTED', 'Bea ACCEPTED'])
    expect((await list.freed()).map((each) => [each.chainLink, each.status])).toEqual([
      [1, 'FILLED'],
      [2, 'FILLED'],
      [3, 'ENDED'],
    ])
    expect(await wrongsIn(database, desk.clinic.id)).toEqual([])
  })
})

describe('the policy', () => {
  test('off leaves what is freed alone; suggested, the desk sees it with who fits, and nobody is asked', async () => {
    await setPolicy({ mode: 'OFF' })
    const ann = await list.waiting('Ann')
    await free(WEDNESDAY)
    expect(await list.freed()).toEqual([])
    await setPolicy({ mode: 'SUGGEST' }, 1)
    await list.waiting('Bea', { days: [1] })
    await free()
    expect(await list.offers()).toEqual([])
    const { freedSlots } = await list.read<{ freedSlots: { nodes: object[] } }>(
      '{ freedSlots(first: 5, status: [OPEN]) { nodes { cause slot { startsAt } candidates(first: 5) { fits reasons entry { client { name } } } } } }',
    )
    expect(freedSlots.nodes).toEqual([
      {
        ...{ cause: 'CANCELLED', slot: { startsAt: '2026-03-05T19:00:00.000Z' } },
        candidates: [
          { fits: true, reasons: ['Any time with anybody suits her.'], entry: { client: { name: 'Ann' } } },
          { fits: false, reasons: ['Not on a day that suits her.'], entry: { client: { name: 'Bea' } } },
        ],
      },
    ])
    const { id } = ann.entry
    const offered = await list.send('offerSlot', {
      entryId: id,
      therapistId: list.desk.chen.id,
      startsAt: THURSDAY,
      minutes: 30,
    })
    expect(offered.offer).toMatchObject({ status: 'OPEN', expiresAt: new Date(now + 30 * MINUTE).toISOString() })
    expect((await list.freed()).map((each) => each.status)).toEqual(['OFFERED'])
    const accepted = await list.send('acceptOffer', { id: offered.offer.id, expectedVersion: 1 })
    expect(accepted).toMatchObject({ __typename: 'OfferAccepted', appointment: { status: 'BOOKED' } })
    expect((await list.freed()).map((each) => each.status)).toEqual(['FILLED'])
  })

  test('a suggested slot that the desk gives to somebody else is filled', async () => {
    await setPolicy({ mode: 'SUGGEST' })
    await list.waiting('Ann')
    await free()
    const statuses = async () => (await list.freed()).map((each) => each.status)
    expect(await statuses()).toEqual(['OPEN'])
    await list.desk.book({ startsAt: THURSDAY, roomId: list.desk.oak.id })
    expect(await statuses()).toEqual(['FILLED'])
    const open = await list.read<{ freedSlots: { nodes: object[] } }>(
      '{ freedSlots(first: 5, status: [OPEN]) { nodes { id } } }',
    )
    expect(open.freedSlots.nodes).toEqual([])
  })

  test('the first few are asked at once: the first yes has it, the others are told', async () => {
    await setPolicy({ together: 2 })
    const ann = await list.waiting('Ann', { urgency: 'URGENT' })
    const bea = await list.waiting('Bea')
    await list.waiting('Cleo', { days: [1] })
    await free()
    await list.post()
    expect(shown(await list.offers())).toEqual(['Ann OPEN', 'Bea OPEN'])
    now += MINUTE
    expect(await bea.phone.text('YES')).toContain('You are booked')
    expect(shown(await list.offers())).toEqual(['Ann WITHDRAWN', 'Bea ACCEPTED'])
    await list.post()
    const told =
      await list.rows(`select kind, channel from messages where clinic_id = $1 and client_id = '${ann.client.id}'
      order by created_at, kind, channel`)
    expect(told.map((each) => `${each.kind} ${each.channel}`)).toEqual([
      ...['waitlist_offer email', 'waitlist_offer sms', 'waitlist_gone email', 'waitlist_gone sms'],
    ])
    expect(await ann.phone.text('yes')).toContain('is free and kept for you until')
    expect(await wrongsIn(database, list.desk.clinic.id)).toEqual([])
  })

  test('of the first few one that says no leaves it to the others, and all that say no to the next', async () => {
    await setPolicy({ together: 2 })
    const ann = await list.waiting('Ann', { urgency: 'EMERGENCY' })
    const bea = await list.waiting('Bea', { urgency: 'URGENT' })
    await list.waiting('Cleo')
    await free()
    await list.post()
    await ann.phone.text('no')
    await list.fill()
    expect(shown(await list.offers())).toEqual(['Ann DECLINED', 'Bea OPEN'])
    await bea.phone.text('no')
    await list.fill()
    expect(shown(await list.offers())).toEqual(['Ann DECLINED', 'Bea DECLINED', 'Cleo OPEN'])
  })
})

describe('time becomes free', () => {
  test('when somebody moves, does not come, or has less time off, and when there are new hours', async () => {
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
    const input = { entryId: ann.entry.id, therapistId: chen.id, roomId: oak.id, startsAt: THURSDAY }
    const stale = await list.send('bookFromWaitlist', { ...input, expectedVersion: 9 })
    expect(stale.problems[0]?.code).toBe('STALE_VERSION')
    expect((await list.send('bookFromWaitlist', { ...input, validateOnly: true })).__typename).toBe(
      'BookedFromWaitlist',
    )
    expect((await list.entry(ann.entry.id)).status).toBe('WAITING')
    const { appointment, entry } = await list.send('bookFromWaitlist', { ...input, expectedVersion: 1 })
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
