import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { MONDAY } from '../../support/desk.ts'
import { webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeWaitlistDesk, type OfferSeen, shown, THURSDAY, type WaitlistDesk } from '../../support/waitlist-desk.ts'
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

const free = (startsAt?: string) => list.free(startsAt)
const setPolicy = (change: Record<string, unknown>) => list.setPolicy(change)
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
    const notBefore = async () =>
      (await list.read<{ freedSlots: object }>('{ freedSlots(first: 1) { nodes { notBefore } } }')).freedSlots
    expect(await notBefore()).toEqual({ nodes: [{ notBefore: '2026-03-03T13:00:00.000Z' }] })
    now = Date.parse('2026-03-03T13:00:00Z') - 1
    await list.fill()
    expect(await list.offers()).toEqual([])
    now += 1
    await list.fill()
    expect(shown(await list.offers())).toEqual(['Ann OPEN'])
    expect(await notBefore()).toEqual({ nodes: [{ notBefore: null }] })
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
    await setPolicy({ mode: 'SUGGEST' })
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
          { fits: true, reasons: ['Any time with anybody suits.'], entry: { client: { name: 'Ann' } } },
          { fits: false, reasons: ['Not on a day that suits.'], entry: { client: { name: 'Bea' } } },
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

  test('what was only suggested is offered once the clinic lets it be', async () => {
    await setPolicy({ mode: 'SUGGEST' })
    await list.waiting('Ann')
    await free()
    expect(await list.offers()).toEqual([])
    await setPolicy({ mode: 'OFFER' })
    await list.fill()
    expect(shown(await list.offers())).toEqual(['Ann OPEN'])
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
