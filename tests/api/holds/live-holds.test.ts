import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSocket, startApp, subscribe, type TestApp } from '../../support/app.ts'
import { type Held, type Holder, makeHolder } from '../../support/holder.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'

// Monday 2 March 2026, 08:00 in New York.
const morning = Date.parse('2026-03-02T13:00:00Z')
const DAY = { from: '2026-03-03T05:00:00Z', to: '2026-03-04T05:00:00Z' }
const HOLD = 'id version startsAt endsAt expiresAt extended heldBy { kind name }'
const CALENDAR = `{ calendar(from: "${DAY.from}", to: "${DAY.to}") { cursor appointments { id } holds { ${HOLD} } } }`
const CHANGED = `subscription ($from: DateTime!, $to: DateTime!, $resourceIds: [ID!], $after: String) {
  calendarChanged(from: $from, to: $to, resourceIds: $resourceIds, after: $after) { cursor actor { kind name }
    clientMutationId removedId snapshotRequired
    upserted { __typename ... on SlotHold { ${HOLD} } ... on Appointment { id version } } } }`

interface Changed {
  readonly cursor: string
  readonly actor: { kind: string; name: string }
  readonly removedId: string | null
  readonly upserted: (Held & { __typename: string }) | null
}

let database: TestDatabase
let app: TestApp
let now = morning
let holder: Holder
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = morning
  holder = await makeHolder(app, database)
})

const calendarOf = async () =>
  (await holder.ask<{ calendar: { cursor: string; appointments: unknown[]; holds: Held[] } }>(CALENDAR)).data.calendar

function watch(variables: Record<string, unknown> = {}) {
  const socket = openSocket(app, holder.key)
  const heard = subscribe<{ calendarChanged: Changed }>(socket, CHANGED, { ...DAY, after: '0', ...variables })
  return {
    next: async () => ((await heard.next()).value as { calendarChanged: Changed }).calendarChanged,
    [Symbol.asyncDispose]: async () => socket.dispose(),
  }
}

describe('a screen', () => {
  it('hears of a hold, its extension and its release', async () => {
    const { send, usual } = holder
    await using screen = watch()
    const { hold, token } = await send('holdSlot', usual)
    expect(await screen.next()).toMatchObject({
      actor: { kind: 'PARTNER' },
      upserted: { __typename: 'SlotHold', id: hold.id, version: 1, expiresAt: '2026-03-02T13:15:00.000Z' },
      removedId: null,
    })
    await send('extendHold', { id: hold.id, token })
    expect((await screen.next()).upserted).toMatchObject({ version: 2, extended: true })
    await send('releaseHold', { id: hold.id, token })
    expect(await screen.next()).toMatchObject({ upserted: null, removedId: hold.id })
  })

  it('sees the appointment before the hold it was made of leaves', async () => {
    const { send, usual, maya } = holder
    const { hold, token } = await send('holdSlot', usual)
    const { cursor } = await calendarOf()
    await using screen = watch({ after: cursor })
    const { appointment } = await send('confirmHold', { id: hold.id, token, clientId: maya.id })
    expect((await screen.next()).upserted).toMatchObject({ __typename: 'Appointment', id: appointment.id })
    expect(await screen.next()).toMatchObject({ upserted: null, removedId: hold.id })
  })

  it('is told by Daybook itself that a hold is over, when a booking takes its place', async () => {
    const { send, usual, maya } = holder
    const { hold } = await send('holdSlot', usual)
    now += 15 * 60_000
    const { cursor } = await calendarOf()
    await using screen = watch({ after: cursor })
    await send('bookAppointment', { ...usual, clientId: maya.id, clientMutationId: 'drop' })
    expect(await screen.next()).toMatchObject({ upserted: { __typename: 'Appointment' }, clientMutationId: 'drop' })
    expect(await screen.next()).toMatchObject({
      removedId: hold.id,
      actor: { kind: 'SYSTEM', name: 'Daybook' },
      clientMutationId: null,
    })
  })

  it('that watches other columns hears nothing of it', async () => {
    const { send, usual, okafor } = holder
    await using screen = watch({ resourceIds: [okafor.id] })
    await send('holdSlot', usual)
    const { hold } = await send('holdSlot', { ...usual, therapistId: okafor.id, roomId: null })
    expect((await screen.next()).upserted?.id).toBe(hold.id)
  })

  it('that comes back after a hold has come and gone is told that it is gone', async () => {
    const { send, usual } = holder
    const { hold, token } = await send('holdSlot', usual)
    await send('releaseHold', { id: hold.id, token })
    await using screen = watch()
    expect(await screen.next()).toMatchObject({ removedId: hold.id, upserted: null })
    expect(await screen.next()).toMatchObject({ removedId: hold.id, upserted: null })
  })

  it('reads the holds that stand with the day', async () => {
    const { send, usual } = holder
    const { hold } = await send('holdSlot', usual)
    await send('holdSlot', { ...usual, startsAt: '2026-03-04T15:00:00Z' })
    expect((await calendarOf()).holds).toMatchObject([{ id: hold.id, heldBy: { name: 'Test program' } }])
    now += 15 * 60_000
    expect((await calendarOf()).holds).toEqual([])
  })
})

describe('a program', () => {
  it('reads in the log what became of holds', async () => {
    const { send, usual, ask } = holder
    const kept = await send('holdSlot', usual)
    const gone = await send('holdSlot', { ...usual, startsAt: '2026-03-03T17:00:00Z' })
    await send('releaseHold', { id: gone.hold.id, token: gone.token })
    const { data } = await ask<{ changes: { nodes: unknown[] } }>(`{ changes(after: "0", first: 10) {
      nodes { action itemKind itemId removedId upserted { __typename ... on SlotHold { id } } } } }`)
    expect(data.changes.nodes).toEqual([
      {
        action: 'hold slot',
        ...{ itemKind: 'hold', itemId: kept.hold.id, removedId: null },
        upserted: sees(kept.hold),
      },
      { action: 'hold slot', ...{ itemKind: 'hold', itemId: gone.hold.id, removedId: null }, upserted: null },
      {
        action: 'release hold',
        ...{ itemKind: 'hold', itemId: gone.hold.id, removedId: gone.hold.id },
        upserted: null,
      },
    ])
  })
})

function sees({ id }: Held) {
  return { __typename: 'SlotHold', id }
}
