import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { MONDAY } from '../../support/desk.ts'
import { webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeWaitlistDesk, THURSDAY, type WaitlistDesk } from '../../support/waitlist-desk.ts'
import { wrongsIn } from '../../support/wrongs.ts'

const MINUTE = 60_000

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

async function free(startsAt = THURSDAY): Promise<void> {
  const { appointment } = await list.desk.book({ startsAt, roomId: list.desk.oak.id, clientId: list.desk.leo.id })
  await list.cancel(appointment)
  await list.fill()
  await list.post()
}

/** The appointments that stand then, with whom. */
async function standing(startsAt = THURSDAY): Promise<string[]> {
  const rows = await list.rows(`select c.name from appointments a join clients c on c.id = a.client_id
    where a.clinic_id = $1 and a.status = 'booked' and a.starts_at = '${startsAt}' order by c.name`)
  return rows.map((each) => each.name)
}

test('of a yes by text, one by the link and one at the desk, all at once, one books; every answer is yes', async () => {
  const ann = await list.waiting('Ann')
  await free()
  const [offer] = await list.offers()
  const link = list.linkOf(offer!)
  const answers = await Promise.all([
    ...Array.from({ length: 4 }, () => ann.phone.text('yes')),
    ...Array.from({ length: 4 }, () => list.press(link, 'accept').then(({ text }) => text)),
  ])
  for (const answer of answers) expect(answer).toMatch(/You are booked|It is booked|We look forward to seeing you/)
  expect(await standing()).toEqual(['Ann'])
  expect((await list.offers()).map((each) => each.status)).toEqual(['ACCEPTED'])
  expect(await wrongsIn(database, list.desk.clinic.id)).toEqual([])
})

test('of the first few who all say yes at once one has it, and each of the others is told the truth', async () => {
  await list.setPolicy({ together: 5 })
  const people = []
  for (const name of ['Ann', 'Bea', 'Cleo', 'Dora', 'Eve']) people.push(await list.waiting(name, { days: [4] }))
  await free()
  const answers = await Promise.all(people.map((each) => each.phone.text('YES')))
  const booked = answers.filter((each) => each?.includes('You are booked'))
  expect(booked).toHaveLength(1)
  for (const answer of answers.filter((each) => !booked.includes(each))) expect(answer).toContain('that time is gone')
  expect(await standing()).toHaveLength(1)
  const kept = (await list.offers()).filter((each) => each.status === 'OPEN').map((each) => each.slot)
  const places = kept.map((each) => `${each.startsAt} ${each.therapist.id}`)
  expect(new Set(places).size).toBe(places.length)
  expect(await wrongsIn(database, list.desk.clinic.id)).toEqual([])
})

test('of a yes and the end of its time one wins: it is booked, or passed on, never both', async () => {
  const ann = await list.waiting('Ann', { urgency: 'URGENT', therapistIds: [list.desk.chen.id] })
  await list.waiting('Bea', { therapistIds: [list.desk.chen.id] })
  for (let round = 0; round < 4; round++) {
    const startsAt = new Date(Date.parse(THURSDAY) + round * 24 * 60 * MINUTE * (round < 2 ? 1 : 3)).toISOString()
    await free(startsAt)
    const open = (await list.offers()).findLast((each) => each.status === 'OPEN' && each.entry.client.name === 'Ann')
    if (!open) continue
    now = Date.parse(open.expiresAt)
    const [answer] = await Promise.all([ann.phone.text('yes'), list.fill(), list.fill()])
    const here = await standing(open.slot.startsAt)
    const after = (await list.offers()).find((each) => each.id === open.id)!
    expect(['ACCEPTED', 'EXPIRED']).toContain(after.status)
    expect(here).toEqual(after.status === 'ACCEPTED' ? ['Ann'] : [])
    if (after.status === 'EXPIRED') expect(answer).toMatch(/gone/)
    expect(await wrongsIn(database, list.desk.clinic.id)).toEqual([])
    if (after.status === 'ACCEPTED') break
  }
})

test('a yes between the end of its time and the job that ends it has what nobody else was offered yet', async () => {
  const ann = await list.waiting('Ann', { urgency: 'URGENT' })
  await list.waiting('Bea')
  await free()
  const [offer] = await list.offers()
  now = Date.parse(offer!.expiresAt)
  expect(await ann.phone.text('yes')).toContain('You are booked for Thu, Mar 5 at 2:00 PM')
  await list.fill()
  expect((await list.offers()).map((each) => each.status)).toEqual(['ACCEPTED'])
  expect((await list.freed()).map((each) => each.status)).toEqual(['FILLED'])
  expect(await wrongsIn(database, list.desk.clinic.id)).toEqual([])
})

test('the desk cannot book what is offered, and of a booking and a late yes after it one wins', async () => {
  const { desk } = list
  const ann = await list.waiting('Ann', {
    therapistIds: [desk.chen.id],
    days: [4],
    untilOn: '2026-03-05',
    parts: ['AFTERNOON'],
  })
  await free()
  const [offer] = await list.offers()
  const held = await desk.book({ startsAt: THURSDAY, roomId: desk.oak.id })
  expect(held.problems[0]?.code).toBe('THERAPIST_BUSY')
  now = Date.parse(offer!.expiresAt)
  await list.fill()
  const [answer, ...bookings] = await Promise.all([
    ann.phone.text('yes'),
    ...[desk.maya, desk.leo].map(({ id }) => desk.book({ startsAt: THURSDAY, roomId: desk.oak.id, clientId: id })),
  ])
  const booked = bookings.filter((each) => each.__typename === 'AppointmentBooked').length
  expect(booked + Number(answer?.includes('You are booked for Thu, Mar 5 at 2:00 PM'))).toBe(1)
  expect(await standing()).toHaveLength(1)
  expect(await wrongsIn(database, desk.clinic.id)).toEqual([])
})

test('many cancellations at once, filled by many jobs at once: nobody is offered two, no time is offered to two', async () => {
  const { desk } = list
  for (let number = 0; number < 12; number++) await list.waiting(`Person${number}`)
  const hours = [14, 15, 16, 17, 18, 19, 20, 21]
  const booked = []
  for (const hour of hours)
    for (const therapist of [desk.chen, desk.okafor]) {
      const startsAt = `2026-03-05T${hour}:00:00Z`
      const roomId = therapist === desk.chen ? desk.oak.id : desk.elm.id
      const { appointment } = await desk.book({
        startsAt,
        therapistId: therapist.id,
        roomId,
        clientId: hour % 2 ? desk.leo.id : desk.maya.id,
      })
      if (appointment) booked.push(appointment)
    }
  await Promise.all(booked.map((each) => list.cancel(each)))
  await Promise.all(Array.from({ length: 8 }, () => list.fill()))
  const open = (await list.offers()).filter((each) => each.status === 'OPEN')
  expect(open).toHaveLength(Math.min(12, booked.length))
  expect(new Set(open.map((each) => each.entry.id)).size).toBe(open.length)
  expect(new Set(open.map((each) => `${each.slot.startsAt} ${each.slot.therapist.id}`)).size).toBe(open.length)
  const links = open.map((each) => list.linkOf(each))
  await Promise.all(links.flatMap((link) => [list.press(link, 'accept'), list.press(link, 'accept'), list.fill()]))
  const accepted = (await list.offers()).filter((each) => each.status === 'ACCEPTED')
  expect(accepted).toHaveLength(open.length)
  expect(await wrongsIn(database, desk.clinic.id)).toEqual([])
})
