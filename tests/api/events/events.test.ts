import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { MONDAY, makeDesk } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeRoom } from '../../support/world.ts'

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

const REFUSED = '... on EventRefused { problems { code message path resource { name } } sessions { outcome } }'
const CREATE = `mutation ($input: CreateEventInput!) { createEvent(input: $input) { __typename
  ... on EventCreated { event { id slug publishStatus version url } sessions { outcome startsAt session { capacity event { slug } } } } ${REFUSED} } }`
const PUBLISH = `mutation ($input: PublishEventInput!) { publishEvent(input: $input) { __typename
  ... on EventPublished { event { id slug publishStatus version } } ${REFUSED} } }`
const LIST = `query ($filter: EventFilter, $first: Int!, $after: String) { events(filter: $filter, first: $first, after: $after) {
  nodes { slug title publishStatus nextSession { startsAt } } pageInfo { hasNextPage endCursor } } }`
const ONE = `query ($id: ID, $slug: String) { event(id: $id, slug: $slug) { slug descriptionHtml localStart zone placesLeft
  facilitators { name weeklyHours { weekday } } room { name capacity }
  sessions(first: 10) { nodes { startsAt title publishStatus facilitators { name weeklyHours { weekday } } } } } }`

interface Listed {
  readonly events: {
    readonly nodes: { slug: string; publishStatus: string }[]
    readonly pageInfo: { hasNextPage: boolean; endCursor: string }
  }
}

/** As the design has it: nothing but what it names. */
const usual = (change: object = {}) => ({
  ...{ title: 'Teen DBT Skills Group', kind: 'GROUP_THERAPY', facilitatorIds: [desk.chen.id], tags: ['teens'] },
  ...{ startsAt: '2026-03-03T20:00:00Z', endsAt: '2026-03-03T21:00:00Z', capacity: 8, roomId: null },
  ...change,
})

async function send(document: string, input: object, proof: string | undefined = desk.key) {
  const { data, errors } = await ask<Record<string, Made>>(app, proof, document, { input })
  if (errors) throw new Error(errors[0]!.message)
  return Object.values(data)[0]!
}

interface Made {
  readonly __typename: string
  readonly event: { id: string; slug: string; publishStatus: string; version: number; url: string }
  readonly sessions: { outcome: string; startsAt: string; session: object }[]
  readonly problems: { code: string; message: string }[]
}

async function published(change: object = {}) {
  const { event } = await send(CREATE, usual(change))
  return (await send(PUBLISH, { id: event.id, expectedVersion: event.version })).event
}

/** Somebody whom nobody knows, who names the clinic. */
async function asStranger<Data>(query: string, variables: object) {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-daybook-clinic': desk.clinic.slug },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as { data: Data; errors?: { message: string; extensions: { code: string } }[] }
}

describe('an event', () => {
  it('is drafted and published, and has its own address', async () => {
    const made = await send(CREATE, usual({ rrule: 'FREQ=WEEKLY;UNTIL=20260324T235959Z' }))
    expect(made.event).toMatchObject({ slug: 'teen-dbt-skills-group', publishStatus: 'DRAFT', version: 1 })
    expect(made.event.url).toBe(`http://localhost/c/${desk.clinic.slug}/events/teen-dbt-skills-group`)
    expect(made.sessions[3]!.session).toEqual({ capacity: 8, event: { slug: 'teen-dbt-skills-group' } })
    // The clocks go forward on 8 March.
    const starts = ['2026-03-03T20', '2026-03-10T19', '2026-03-17T19', '2026-03-24T19']
    expect(made.sessions.map((each) => each.startsAt.slice(0, 13))).toEqual(starts)
    const { id } = made.event
    expect(await send(PUBLISH, { id, expectedVersion: 1 })).toMatchObject({
      __typename: 'EventPublished',
      event: { slug: 'teen-dbt-skills-group', publishStatus: 'PUBLISHED', version: 2 },
    })
  })

  it('is refused where a therapist is busy, by name', async () => {
    await desk.book({ startsAt: '2026-03-03T20:00:00Z' })
    const refused = await send(CREATE, usual())
    expect(refused).toMatchObject({
      __typename: 'EventRefused',
      problems: [{ code: 'THERAPIST_BUSY', resource: { name: 'Dr. Chen' } }],
      sessions: [{ outcome: 'CLASH' }],
    })
  })

  it('stands in the calendar, where nobody is booked over it', async () => {
    await published()
    const CALENDAR = `{ calendar(from: "2026-03-03T05:00:00Z", to: "2026-03-04T05:00:00Z") {
      sessions { title placesTaken capacity event { slug } facilitators { id } } } }`
    const { data } = await ask<{ calendar: { sessions: unknown[] } }>(app, desk.key, CALENDAR)
    expect(data.calendar.sessions).toEqual([
      {
        ...{ title: 'Teen DBT Skills Group', placesTaken: 0, capacity: 8, event: { slug: 'teen-dbt-skills-group' } },
        facilitators: [{ id: desk.chen.id }],
      },
    ])
    const refused = await desk.book({ startsAt: '2026-03-03T20:15:00Z' })
    expect(refused.problems).toMatchObject([
      { code: 'THERAPIST_BUSY', message: 'Dr. Chen is running Teen DBT Skills Group until Tue, Mar 3, 4:00 PM.' },
    ])
    expect(refused.alternatives.length).toBeGreaterThanOrEqual(2)
  })

  it('is in nobody’s way where slots are offered: they lie beside it', async () => {
    await published()
    const input = {
      ...{ typeId: desk.type.id, therapistIds: [desk.chen.id], roomIds: [desk.oak.id], first: 100 },
      ...{ from: '2026-03-03T18:00:00Z', to: '2026-03-03T22:00:00Z' },
    }
    const SLOTS = 'query ($input: AvailableSlotsInput!) { availableSlots(input: $input) { slots { startsAt endsAt } } }'
    interface Slots {
      readonly availableSlots: { readonly slots: { startsAt: string; endsAt: string }[] }
    }
    const { data } = await ask<Slots>(app, desk.key, SLOTS, { input })
    const { slots } = data.availableSlots
    expect(slots.length).toBeGreaterThan(2)
    const over = slots.filter((each) => each.startsAt < '2026-03-03T21:00' && each.endsAt > '2026-03-03T20:00:00.000Z')
    expect(over).toEqual([])
  })

  it('is written once however often the same request arrives', async () => {
    const input = usual({ clientMutationId: 'once' })
    const [first, second] = [await send(CREATE, input), await send(CREATE, input)]
    expect(second.event.id).toBe(first.event.id)
  })

  it('is no other clinic’s to see or to change', async () => {
    const { id } = await published()
    const other = await makeDesk(app, database.db)
    expect((await ask<{ event: null }>(app, other.key, ONE, { id })).data.event).toBeNull()
    await expect(send(PUBLISH, { id, expectedVersion: 2 }, other.key)).rejects.toThrow('There is no such event.')
    await expect(send(CREATE, usual({ facilitatorIds: [other.chen.id] }))).rejects.toThrow('no such therapist')
    const hall = await makeRoom(database.db, other.clinic.id)
    await expect(send(CREATE, usual({ roomId: hall.id }))).rejects.toThrow('no such room')
  })

  it('is for keys that may write', async () => {
    const reader = await makeApiKey(database.db, desk.clinic.id, ['read'])
    await expect(send(CREATE, usual(), reader)).rejects.toThrow('This key may only read')
  })
})

describe('the list of events', () => {
  const slugs = (data: Listed) => data.events.nodes.map((each) => each.slug)

  it('shows strangers what is published, and of it what is theirs to know', async () => {
    await published({ description: 'For **you** <script>alert(1)</script> [x](javascript:alert(1))' })
    await send(CREATE, usual({ title: 'A draft', facilitatorIds: [] }))
    const { data } = await asStranger<Listed>(LIST, { first: 10 })
    expect(slugs(data)).toEqual(['teen-dbt-skills-group'])
    const drafts = await asStranger<Listed>(LIST, { first: 10, filter: { publishStatus: ['DRAFT'] } })
    expect(slugs(drafts.data)).toEqual([])
    const { data: one } = await asStranger<{ event: object }>(ONE, { slug: 'teen-dbt-skills-group' })
    expect(one.event).toMatchObject({
      ...{ localStart: '2026-03-03T15:00', zone: 'America/New_York', room: null },
      facilitators: [{ name: 'Dr. Chen', weeklyHours: [] }],
      sessions: { nodes: [{ title: 'Teen DBT Skills Group', facilitators: [{ weeklyHours: [] }] }] },
    })
    const { descriptionHtml } = one.event as { descriptionHtml: string }
    expect(descriptionHtml).toContain('<strong>you</strong> &lt;script&gt;')
    expect(descriptionHtml).not.toContain('href')
    const hidden = await asStranger<{ event: null }>(ONE, { slug: 'a-draft' })
    expect(hidden.data.event).toBeNull()
  })

  it('keeps clashes, drafts of sessions and everything that changes something from strangers', async () => {
    await published()
    const clashes = await asStranger(`{ events(first: 1) { nodes { clashes { endsAt } } } }`, {})
    expect(clashes.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const made = await asStranger(CREATE, { input: usual() })
    expect(made.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })

  it('asks a stranger who names no clinic for one, where there are several', async () => {
    const { errors } = await ask(app, undefined, LIST, { first: 1 })
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
  })

  it('comes page by page, the soonest first', async () => {
    for (const day of [5, 4, 6])
      await published({
        title: `Day ${day}`,
        startsAt: `2026-03-0${day}T20:00:00Z`,
        endsAt: `2026-03-0${day}T21:00:00Z`,
      })
    const first = await ask<Listed>(app, desk.key, LIST, { first: 2 })
    expect(slugs(first.data)).toEqual(['day-4', 'day-5'])
    const { endCursor } = first.data.events.pageInfo
    const rest = await ask<Listed>(app, desk.key, LIST, { first: 2, after: endCursor })
    expect(slugs(rest.data)).toEqual(['day-6'])
    expect(rest.data.events.pageInfo.hasNextPage).toBe(false)
  })

  it('is narrowed by tag, kind, words, who runs it and when', async () => {
    await published()
    await published({
      ...{ title: 'Sleep class', kind: 'CLASS', tags: ['sleep'], facilitatorIds: [desk.okafor.id] },
      ...{ startsAt: '2026-04-07T20:00:00Z', endsAt: '2026-04-07T21:00:00Z' },
    })
    const found = async (filter: object) => slugs((await ask<Listed>(app, desk.key, LIST, { first: 10, filter })).data)
    expect(await found({ tag: 'Sleep' })).toEqual(['sleep-class'])
    expect(await found({ kind: ['GROUP_THERAPY'] })).toEqual(['teen-dbt-skills-group'])
    expect(await found({ search: '100%' })).toEqual([])
    expect(await found({ search: 'dbt' })).toEqual(['teen-dbt-skills-group'])
    expect(await found({ facilitatorId: desk.okafor.id })).toEqual(['sleep-class'])
    expect(await found({ from: '2026-04-01T00:00:00Z' })).toEqual(['sleep-class'])
    expect(await found({ to: '2026-04-01T00:00:00Z' })).toEqual(['teen-dbt-skills-group'])
    expect(await found({ publishStatus: ['ARCHIVED'] })).toEqual([])
  })

  it('leads from an old slug to the event', async () => {
    const { id } = await published()
    const UPDATE = `mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { __typename
      ... on EventUpdated { event { slug oldSlugs version } } } }`
    expect(await send(UPDATE, { id, expectedVersion: 2, title: 'New', slug: 'new' })).toMatchObject({
      event: { slug: 'new', oldSlugs: ['teen-dbt-skills-group'], version: 3 },
    })
    const { data } = await asStranger<{ event: { slug: string } }>(ONE, { slug: 'teen-dbt-skills-group' })
    expect(data.event.slug).toBe('new')
  })
})
