import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { CANCEL, CHANGED, DAY, MONDAY, MOVE, makeDesk, watchDay } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { openKnown } from '../hostile/raw-socket.ts'

let database: TestDatabase
let app: TestApp
beforeAll(async () => {
  database = await testDatabase({ max: 20 })
  app = await startApp(database, { now: () => MONDAY })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const UPDATE_CLIENT = 'mutation ($input: UpdateClientInput!) { updateClient(input: $input) { __typename } }'

describe('calendarChanged', () => {
  it('tells of a booking, a move and a cancellation, in their order', async () => {
    const desk = await makeDesk(app, database.db)
    const { cursor } = await desk.calendar()
    const screen = watchDay(app, desk.key, { ...DAY, after: cursor })
    const { appointment } = await desk.book({ clientMutationId: 'drop-1' })
    const booked = await screen.next()
    expect(booked).toMatchObject({ clientMutationId: 'drop-1', actor: { kind: 'PARTNER' }, removedId: null })
    expect(booked.upserted).toMatchObject({ __typename: 'Appointment', id: appointment.id, version: 1 })

    await desk.send(MOVE, { id: appointment.id, expectedVersion: 1, therapistId: desk.okafor.id })
    const moved = await screen.next()
    expect(moved.upserted).toMatchObject({ version: 2, therapist: { id: desk.okafor.id } })

    await desk.send(CANCEL, { id: appointment.id, expectedVersion: 2, reason: 'CLIENT' })
    const cancelled = await screen.next()
    expect(cancelled).toMatchObject({ removedId: appointment.id, upserted: null })
    expect(Number(cancelled.cursor)).toBeGreaterThan(Number(moved.cursor))
    await screen.close()
  })

  it('catches up with what happened while the socket was down', async () => {
    const desk = await makeDesk(app, database.db)
    const { cursor } = await desk.calendar()
    const { appointment } = await desk.book()
    await desk.send(MOVE, { id: appointment.id, expectedVersion: 1, startsAt: '2026-03-03T16:00:00Z' })
    const screen = watchDay(app, desk.key, { ...DAY, after: cursor })
    const first = await screen.next()
    const second = await screen.next()
    expect(second.upserted).toMatchObject({ version: 2, startsAt: '2026-03-03T16:00:00.000Z' })
    expect(Number(second.cursor)).toBeGreaterThan(Number(first.cursor))
    await screen.close()
  })

  it('says that a card left the window, and that one came in', async () => {
    const desk = await makeDesk(app, database.db)
    const { appointment } = await desk.book()
    const { cursor } = await desk.calendar()
    const today = watchDay(app, desk.key, { ...DAY, after: cursor })
    const tomorrow = watchDay(app, desk.key, { from: DAY.to, to: '2026-03-05T05:00:00Z', after: cursor })
    await desk.send(MOVE, { id: appointment.id, expectedVersion: 1, startsAt: '2026-03-04T15:00:00Z' })
    expect(await today.next()).toMatchObject({ removedId: appointment.id, upserted: null })
    expect((await tomorrow.next()).upserted).toMatchObject({ id: appointment.id })
    await Promise.all([today.close(), tomorrow.close()])
  })

  it('tells those who watch some columns only of those', async () => {
    const desk = await makeDesk(app, database.db)
    const { cursor } = await desk.calendar()
    const screen = watchDay(app, desk.key, { ...DAY, after: cursor, resourceIds: [desk.okafor.id] })
    await desk.book()
    const other = await desk.book({ therapistId: desk.okafor.id, clientId: desk.leo.id })
    expect((await screen.next()).upserted).toMatchObject({ id: other.appointment.id })
    await screen.close()
  })

  it('asks for a new snapshot when the log does not reach back that far', async () => {
    const desk = await makeDesk(app, database.db)
    const screen = watchDay(app, desk.key, { ...DAY, after: '999999' })
    expect(await screen.next()).toMatchObject({ snapshotRequired: true, cursor: '0' })
    await screen.close()
  })

  it('asks for a new snapshot when a client is renamed, whose name may stand on many cards', async () => {
    const desk = await makeDesk(app, database.db)
    const { cursor } = await desk.calendar()
    const screen = watchDay(app, desk.key, { ...DAY, after: cursor })
    for (const [at, change] of [{ phone: '+12125550123' }, { name: 'Leo Tolland' }].entries()) {
      const saved = await desk.send(UPDATE_CLIENT, { id: desk.leo.id, expectedVersion: at + 1, ...change })
      expect(saved).toMatchObject({ __typename: 'ClientSaved' })
    }
    const booked = await desk.book()
    expect(await screen.next()).toMatchObject({ snapshotRequired: true, upserted: null })
    expect((await screen.next()).upserted).toMatchObject({ id: booked.appointment.id })
    await screen.close()
  })

  it('tells those who name no cursor nothing from before they came, though others were there then', async () => {
    const desk = await makeDesk(app, database.db)
    const early = watchDay(app, desk.key, { ...DAY, after: '0' })
    for (const startsAt of ['2026-03-03T15:00:00Z', '2026-03-03T17:00:00Z']) {
      await desk.book({ startsAt })
      await early.next()
    }
    const raw = await openKnown(app, desk.key)
    raw.send({ id: '1', type: 'subscribe', payload: { query: CHANGED, variables: DAY } })
    // Its answer comes once the subscription before it stands.
    raw.send({ id: '2', type: 'subscribe', payload: { query: '{ __typename }' } })
    expect(await raw.next()).toMatchObject({ id: '2' })
    await raw.next()
    const later = await desk.book({ therapistId: desk.okafor.id, clientId: desk.leo.id })
    expect(await raw.next()).toMatchObject({
      id: '1',
      payload: { data: { calendarChanged: { upserted: { id: later.appointment.id } } } },
    })
    await Promise.all([early.close(), raw.close()])
  })

  it('tells nobody of another clinic', async () => {
    const [ours, theirs] = [await makeDesk(app, database.db), await makeDesk(app, database.db)]
    const { cursor } = await ours.calendar()
    const screen = watchDay(app, ours.key, { ...DAY, after: cursor })
    await theirs.book()
    const mine = await ours.book()
    expect((await screen.next()).upserted).toMatchObject({ id: mine.appointment.id })
    await screen.close()
  })

  it('shows one process the changes of another', async () => {
    const second = await startApp(database, { now: () => MONDAY, pollMilliseconds: 60_000 })
    const desk = await makeDesk(app, database.db)
    const { cursor } = await desk.calendar()
    const screen = watchDay(second, desk.key, { ...DAY, after: cursor })
    const first = await desk.book()
    expect((await screen.next()).upserted).toMatchObject({ id: first.appointment.id })
    const next = await desk.book({ clientId: desk.leo.id, therapistId: desk.okafor.id })
    expect((await screen.next()).upserted).toMatchObject({ id: next.appointment.id })
    await screen.close()
    await second.close()
  })

  it('goes on after every listener was killed', async () => {
    const second = await startApp(database, { now: () => MONDAY })
    const desk = await makeDesk(app, database.db)
    const { cursor } = await desk.calendar()
    const screen = watchDay(second, desk.key, { ...DAY, after: cursor })
    await desk.book()
    await screen.next()
    await untilListening(2)
    const killed = await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'daybook listen'`.execute(database.db)
    expect(killed.rows).toHaveLength(2)
    const next = await desk.book({ clientId: desk.leo.id, therapistId: desk.okafor.id })
    expect((await screen.next()).upserted).toMatchObject({ id: next.appointment.id })
    await screen.close()
    await second.close()
  })
})

/** When so many programs listen; each answer is the event after which to ask again. */
async function untilListening(count: number): Promise<void> {
  for (let listening = 0; listening < count; ) {
    const { rows } = await sql`select from pg_stat_activity where datname = current_database()
      and application_name = 'daybook listen' and state = 'idle' and query like 'listen %'`.execute(database.db)
    listening = rows.length
  }
}

describe('changes', () => {
  const CHANGES = `query ($after: String!, $first: Int!) { changes(after: $after, first: $first) {
    snapshotRequired pageInfo { hasNextPage endCursor }
    nodes { cursor action itemKind itemId itemVersion removedId upserted { ... on Appointment { id } } } } }`

  it('pages through the same log, without gap or repeat', async () => {
    const desk = await makeDesk(app, database.db)
    const { appointment } = await desk.book()
    await desk.send(CANCEL, { id: appointment.id, expectedVersion: 1, reason: 'WEATHER', note: 'Snow' })
    const seen: { cursor: string; action: string; itemKind: string; removedId: string | null }[] = []
    for (let after = '0', more = true; more; ) {
      const { data } = await ask<{
        changes: { nodes: typeof seen; pageInfo: { hasNextPage: boolean; endCursor: string } }
      }>(app, desk.key, CHANGES, { after, first: 2 })
      seen.push(...data.changes.nodes)
      more = data.changes.pageInfo.hasNextPage
      after = data.changes.pageInfo.endCursor
    }
    expect(seen.map((each) => Number(each.cursor))).toEqual(seen.map((_, index) => index + 1))
    expect(seen.map((each) => each.action)).toEqual([
      'book appointment',
      'update referral',
      'cancel appointment',
      'update referral',
    ])
    expect(seen[2]?.removedId).toBe(appointment.id)
  })

  it.each([
    ['0', 101],
    ['0', 0],
    ['-1', 10],
    ['x', 10],
  ])('refuses a page after %s of %i', async (after, first) => {
    const desk = await makeDesk(app, database.db)
    const { errors } = await ask(app, desk.key, CHANGES, { after, first })
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})

it('numbers the changes of concurrent bookings without a gap', async () => {
  const desk = await makeDesk(app, database.db)
  const hours = [14, 15, 16, 17, 18, 19, 20]
  await Promise.all(hours.map((hour) => desk.book({ startsAt: `2026-03-03T${hour}:00:00Z`, clientId: desk.maya.id })))
  const rows = await rowsOf(database, desk.clinic.id, 'select seq::int from changes where clinic_id = $1 order by seq')
  expect(rows.length).toBeGreaterThan(7)
  expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1))
})
