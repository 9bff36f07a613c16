import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, openSocket, startApp, subscribe, type TestApp } from '../../support/app.ts'
import { DAY, MONDAY, makeDesk } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'

let database: TestDatabase
let app: TestApp
let desk: Awaited<ReturnType<typeof makeDesk>>
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  desk = await makeDesk(app, database.db)
})

const SESSION = 'id version title startsAt publishStatus placesTaken'
const CHANGED = `subscription ($from: DateTime!, $to: DateTime!, $after: String) {
  calendarChanged(from: $from, to: $to, after: $after) { snapshotRequired removedId
    upserted { __typename ... on Session { ${SESSION} } } } }`

interface Changed {
  readonly snapshotRequired: boolean
  readonly removedId: string | null
  readonly upserted: { __typename: string; id: string; version: number; title: string } | null
}

function watch() {
  const socket = openSocket(app, desk.key)
  const heard = subscribe<{ calendarChanged: Changed }>(socket, CHANGED, { ...DAY, after: '0' })
  return {
    next: async () => ((await heard.next()).value as { calendarChanged: Changed }).calendarChanged,
    [Symbol.asyncDispose]: async () => socket.dispose(),
  }
}

async function change<Answer>(mutation: string, fields: string, input: object): Promise<Answer> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ${fields} } }`
  const { data, errors } = await ask<Record<string, Answer>>(app, desk.key, document, { input })
  if (errors) throw new Error(errors[0]!.message)
  return data[mutation]!
}

describe('a screen', () => {
  it('hears of a session as it is drafted, published, moved, renamed and cancelled', async () => {
    await using screen = watch()
    const draft = { title: 'Teen DBT', kind: 'GROUP_THERAPY', facilitatorIds: [desk.chen.id], capacity: 8 }
    const times = { startsAt: '2026-03-03T20:00:00Z', endsAt: '2026-03-03T21:00:00Z' }
    const made = await change<{ event: { id: string }; sessions: { session: { id: string } }[] }>(
      ...(['createEvent', '... on EventCreated { event { id } sessions { session { id } } }'] as const),
      { ...draft, ...times },
    )
    const { id } = made.sessions[0]!.session
    expect((await screen.next()).upserted).toMatchObject({
      __typename: 'Session',
      id,
      publishStatus: 'DRAFT',
      version: 1,
    })
    await change('publishEvent', '__typename', { id: made.event.id, expectedVersion: 1 })
    expect((await screen.next()).upserted).toMatchObject({ id, publishStatus: 'PUBLISHED', version: 2 })
    const MOVED = '... on SessionMoved { sessions { event { title } } }'
    const moved = await change('moveSession', MOVED, { id, expectedVersion: 2, startsAt: '2026-03-03T19:00:00Z' })
    expect(moved).toMatchObject({ sessions: [{ event: { title: 'Teen DBT' } }] })
    expect((await screen.next()).upserted).toMatchObject({ startsAt: '2026-03-03T19:00:00.000Z', version: 3 })
    await change('updateEvent', '__typename', { id: made.event.id, expectedVersion: 3, title: 'DBT for teens' })
    expect(await screen.next()).toMatchObject({ snapshotRequired: true })
    await change('cancelSession', '__typename', { id, expectedVersion: 3 })
    expect(await screen.next()).toMatchObject({ removedId: id, upserted: null })
  })

  it('finds everything again in the log', async () => {
    const input = { title: 'Once', kind: 'WORKSHOP', startsAt: '2026-03-03T20:00:00Z', endsAt: '2026-03-03T21:00:00Z' }
    await change('createEvent', '__typename', input)
    const CHANGES = `{ changes(after: "0", first: 10) { nodes { action itemKind upserted { __typename } } } }`
    const { data } = await ask<{ changes: { nodes: unknown[] } }>(app, desk.key, CHANGES)
    expect(data.changes.nodes).toEqual([
      { action: 'create event', itemKind: 'event', upserted: null },
      { action: 'add session', itemKind: 'session', upserted: { __typename: 'Session' } },
    ])
  })
})
