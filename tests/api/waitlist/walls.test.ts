import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { MONDAY } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeWaitlistDesk, THURSDAY, type WaitlistDesk, type WaitlistMutation } from '../../support/waitlist-desk.ts'

let database: TestDatabase
let app: TestApp
let ours: WaitlistDesk
let theirs: WaitlistDesk

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY })
  ours = await makeWaitlistDesk(app, database, { now: () => MONDAY })
  theirs = await makeWaitlistDesk(app, database, { now: () => MONDAY })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** Somebody of theirs who waits, another to whom something freed is offered. */
async function foreign() {
  const { desk } = theirs
  const { appointment } = await desk.book({ startsAt: THURSDAY, roomId: desk.oak.id })
  const offered = await theirs.waiting('Ann', { urgency: 'URGENT' })
  const waiting = await theirs.waiting('Bea', { days: [1] })
  await theirs.cancel(appointment)
  await theirs.fill()
  const [offer] = await theirs.offers()
  const [slot] = await theirs.freed()
  return { offered, waiting, offer: offer!, slot: slot!, appointment }
}

test('what is another clinic’s is answered as if missing, stays as it was, and is written down once', async () => {
  const { appointment, offer, offered, slot, waiting } = await foreign()
  const { chen, leo, type } = ours.desk
  const own = (await ours.waiting('Cleo')).entry.id
  const seen = { expectedVersion: 1 }
  const there = { therapistId: chen.id, startsAt: THURSDAY }
  const attempts: [WaitlistMutation, (id: string) => Record<string, unknown>, string][] = [
    ['joinWaitlist', (id) => ({ clientId: id, typeId: type.id }), waiting.client.id],
    ['joinWaitlist', (id) => ({ clientId: leo.id, typeId: id }), theirs.desk.type.id],
    ['joinWaitlist', (id) => ({ clientId: leo.id, typeId: type.id, therapistIds: [id] }), theirs.desk.chen.id],
    ['joinWaitlist', (id) => ({ clientId: leo.id, typeId: type.id, appointmentId: id }), appointment.id],
    ['updateWaitlistEntry', (id) => ({ id, ...seen, note: 'Taken over' }), waiting.entry.id],
    ['updateWaitlistEntry', (id) => ({ id: own, ...seen, therapistIds: [id] }), theirs.desk.chen.id],
    ['leaveWaitlist', (id) => ({ id, ...seen }), waiting.entry.id],
    ['setWaitlistScore', (id) => ({ id, ...seen, score: 1, reason: 'Ours' }), waiting.entry.id],
    ['offerSlot', (id) => ({ entryId: id, ...there }), waiting.entry.id],
    ['offerSlot', (id) => ({ entryId: own, ...there, therapistId: id }), theirs.desk.chen.id],
    ['offerSlot', (id) => ({ entryId: own, ...there, roomId: id }), theirs.desk.oak.id],
    ['acceptOffer', (id) => ({ id, ...seen }), offer.id],
    ['declineOffer', (id) => ({ id, ...seen }), offer.id],
    ['withdrawOffer', (id) => ({ id, ...seen }), offer.id],
    ['closeFreedSlot', (id) => ({ id, ...seen }), slot.id],
    ['bookFromWaitlist', (id) => ({ entryId: id, expectedVersion: 1, ...there }), offered.entry.id],
    [
      'bookFromWaitlist',
      (id) => ({ entryId: own, expectedVersion: 1, ...there, therapistId: id }),
      theirs.desk.chen.id,
    ],
    ['undoBookFromWaitlist', (id) => ({ id, ...seen }), offered.entry.id],
  ]
  const before = await clinicState(database, theirs.desk.clinic.id)
  const audited = () => ours.rows("select from audit_entries where clinic_id = $1 and action like '%: not found'")
  for (const [mutation, input, id] of attempts) {
    const count = (await audited()).length
    const attempt = (wanted: string) =>
      ours.send(mutation, input(wanted)).then(
        ({ __typename }) => __typename,
        (error: Error) => error.message,
      )
    const told = await attempt(id)
    expect([mutation, told]).toEqual([mutation, expect.stringContaining('NOT_FOUND')])
    expect([mutation, (await audited()).length]).toEqual([mutation, count + 1])
    expect(await attempt(uuid())).toBe(told)
    expect(await attempt("' or 1=1 --")).toBe(told)
  }
  expect(await clinicState(database, theirs.desk.clinic.id)).toBe(before)
})

test('what is read of another clinic is not there', async () => {
  const { waiting } = await foreign().catch(async () => ({ waiting: await theirs.waiting('Dora') }))
  const asked = async (query: string, variables: object) => {
    const { data, errors } = await ask<Record<string, unknown>>(app, ours.adminProof, query, { ...variables })
    return errors?.[0]?.extensions.code ?? Object.values(data)[0]
  }
  const id = waiting.entry.id
  expect(await asked('query ($id: ID!) { waitlistEntry(id: $id) { id } }', { id })).toBeNull()
  const fitting = `query ($id: ID!) { fittingSlots(entryId: $id, from: "2026-03-02T05:00:00Z", to: "2026-03-14T05:00:00Z",
    first: 1) { startsAt } }`
  expect(await asked(fitting, { id })).toBe('NOT_FOUND')
  const waitingFor = `query ($id: ID!) { waitingFor(therapistId: $id, startsAt: "${THURSDAY}", endsAt: "2026-03-05T20:00:00Z",
    first: 1) { fits } }`
  expect(await asked(waitingFor, { id: theirs.desk.chen.id })).toBe('NOT_FOUND')
  const filtered = 'query ($id: ID!) { waitlist(first: 5, filter: { clientId: $id }) { nodes { id } } }'
  expect(await asked(filtered, { id: waiting.client.id })).toEqual({ nodes: [] })
})

test('nobody who is not signed in reads or writes any of it, and a guessed link leads nowhere', async () => {
  for (const query of [
    '{ waitlist(first: 1) { nodes { id } } }',
    '{ waitlistPolicy { mode } }',
    '{ freedSlots(first: 1) { nodes { id } } }',
  ]) {
    const { errors } = await ask(app, undefined, query)
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  }
  for (const token of ['x', 'a'.repeat(43), '%00']) {
    const page = await fetch(`${app.url}/o/${token}`)
    expect(page.status).toBeGreaterThanOrEqual(400)
    const post = await fetch(`${app.url}/o/${token}/accept`, { method: 'POST', headers: { origin: app.url } })
    expect(post.status).toBeGreaterThanOrEqual(400)
  }
})

test('a form from elsewhere does nothing, nor does reading a page', async () => {
  const list = await makeWaitlistDesk(app, database, { now: () => MONDAY })
  const { appointment } = await list.desk.book({ startsAt: THURSDAY, roomId: list.desk.oak.id })
  await list.waiting('Eve')
  await list.cancel(appointment)
  await list.fill()
  const link = list.linkOf((await list.offers())[0]!)
  const post = await fetch(`${link}/accept`, { method: 'POST', headers: { origin: 'https://evil.example' } })
  expect(post.status).toBe(403)
  for (const path of ['', '/accept', '/decline']) expect((await fetch(`${link}${path}`)).status).toBe(200)
  const page = await fetch(link)
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect((await list.offers()).map((each) => each.status)).toEqual(['OPEN'])
})
