import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { wallClock } from '../../domain/zone.ts'
import { ask, startApp, type TestApp } from '../support/app.ts'
import { readers } from '../support/calendar-readers.ts'
import { makeDesk } from '../support/desk.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { rowsOf } from '../support/rows.ts'
import { builtPages } from '../support/web.ts'

/** Monday 23 February 2026, 08:00 in New York: the clocks go forward on 8 March and back on 1 November. */
const FEBRUARY = Date.parse('2026-02-23T13:00:00Z')
const HOUR = 60 * 60_000
const ZONE = 'America/New_York'

let pagesRoot: string
let database: TestDatabase
let app: TestApp
let desk: Awaited<ReturnType<typeof makeDesk>>

beforeAll(async () => {
  pagesRoot = await builtPages()
})
// The only clinic of the install: its pages and its feed stand at the plain addresses.
beforeEach(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => FEBRUARY, pagesRoot })
  desk = await makeDesk(app, database.db)
})
afterEach(async () => {
  await app.close()
  await database.close()
})

const EVENT = 'event { id slug title publishStatus version }'
const REFUSED = '... on EventRefused { problems { code message } }'
const CREATE = `mutation ($input: CreateEventInput!) { createEvent(input: $input) { __typename
  ... on EventCreated { ${EVENT} } ${REFUSED} } }`
const PUBLISH = `mutation ($input: PublishEventInput!) { publishEvent(input: $input) { __typename
  ... on EventPublished { ${EVENT} } ${REFUSED} } }`
const ARCHIVE = `mutation ($input: ArchiveEventInput!) { archiveEvent(input: $input) { __typename
  ... on EventArchived { ${EVENT} } ${REFUSED} } }`
const LIST = `{ events(first: 100) { nodes { slug title publishStatus } } }`
const SESSIONS = `query ($slug: String) { event(slug: $slug) { sessions(first: 100) { nodes { startsAt endsAt } } } }`

interface EventSeen {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly publishStatus: string
  readonly version: number
}

async function send(document: string, input: object): Promise<{ __typename: string; event: EventSeen }> {
  const { data, errors } = await ask<Record<string, { __typename: string; event: EventSeen }>>(
    app,
    desk.key,
    document,
    {
      input,
    },
  )
  expect(errors).toBeUndefined()
  return Object.values(data)[0]!
}

/** A group on Tuesday afternoon, or what is said instead. */
async function drafted(change: object = {}): Promise<EventSeen> {
  const group = {
    ...{ title: 'Teen DBT Skills Group', kind: 'GROUP_THERAPY', capacity: 8, tags: ['teens', 'dbt'] },
    ...{ startsAt: '2026-03-03T20:00:00Z', endsAt: '2026-03-03T21:30:00Z', facilitatorIds: [desk.chen.id] },
  }
  const made = await send(CREATE, { ...group, ...change })
  expect(made.__typename).toBe('EventCreated')
  return made.event
}

async function published(change: object = {}): Promise<EventSeen> {
  const { id, version } = await drafted(change)
  return (await send(PUBLISH, { id, expectedVersion: version })).event
}

async function archived(change: object = {}): Promise<EventSeen> {
  const { id, version } = await published(change)
  return (await send(ARCHIVE, { id, expectedVersion: version })).event
}

/** What somebody reads whom nobody knows. */
async function read(path: string): Promise<string> {
  const response = await fetch(`${app.url}${path}`)
  expect(response.status).toBe(200)
  return response.text()
}

async function listed(): Promise<Pick<EventSeen, 'slug' | 'title' | 'publishStatus'>[]> {
  const { data, errors } = await ask<{ events: { nodes: EventSeen[] } }>(app, undefined, LIST)
  expect(errors).toBeUndefined()
  return data.events.nodes
}

/** A day of the first week of March: on days of their own, events are in nobody’s way. */
const on = (day: number) => ({ startsAt: `2026-03-0${day}T20:00:00Z`, endsAt: `2026-03-0${day}T21:00:00Z` })

describe('an event', () => {
  test('5. is a draft that nobody sees, is published, and then stands in the public list under its slug', async () => {
    const draft = await drafted()
    expect(draft).toMatchObject({ slug: 'teen-dbt-skills-group', publishStatus: 'DRAFT' })
    expect(await listed()).toEqual([])
    expect(await read('/events')).not.toContain('Teen DBT')
    expect((await fetch(`${app.url}/events/${draft.slug}`)).status).toBe(404)

    const answer = await send(PUBLISH, { id: draft.id, expectedVersion: draft.version })
    expect(answer).toMatchObject({ __typename: 'EventPublished', event: { publishStatus: 'PUBLISHED' } })
    const { slug, title } = draft
    expect(await listed()).toEqual([{ slug, title, publishStatus: 'PUBLISHED' }])
    expect(await read('/events')).toContain('href="/events/teen-dbt-skills-group"')
    expect(await read('/events/teen-dbt-skills-group')).toContain('<h1>Teen DBT Skills Group</h1>')
  })

  test('6. is nowhere to be seen by the public unless it is published', async () => {
    await published({ title: 'Seen by all', ...on(3) })
    await drafted({ title: 'Not yet', ...on(4) })
    await archived({ title: 'No longer', ...on(5) })
    expect(await listed()).toEqual([{ slug: 'seen-by-all', title: 'Seen by all', publishStatus: 'PUBLISHED' }])
    for (const path of ['/events', '/events?month=2026-03', '/sitemap.xml', '/feeds/events.ics']) {
      // A calendar folds its long lines.
      const text = (await read(path)).replaceAll('\r\n ', '')
      expect(text, path).toContain('seen-by-all')
      expect(text, path).not.toMatch(/not[ -]yet|no[ -]longer/i)
    }
    for (const slug of ['not-yet', 'no-longer']) {
      expect((await fetch(`${app.url}/events/${slug}`)).status).toBe(404)
      const answer = await ask(app, undefined, SESSIONS, { slug })
      expect([answer.data, answer.errors]).toEqual([{ event: null }, undefined])
    }
    const EVERYTHING = `{ events(first: 100, filter: { publishStatus: [DRAFT, PUBLISHED, ARCHIVED] }) { nodes { slug } } }`
    const slugsFor = async (proof: string | undefined) => {
      const { data } = await ask<{ events: { nodes: EventSeen[] } }>(app, proof, EVERYTHING)
      return data.events.nodes.map((each) => each.slug)
    }
    expect(await slugsFor(undefined)).toEqual(['seen-by-all'])
    expect(await slugsFor(desk.key)).toEqual(['seen-by-all', 'not-yet', 'no-longer'])
  })

  test('7. is an entry of the feed, which is text/calendar and has no other', async () => {
    const slugs = [
      await published(),
      await published({ title: 'Sleep class', kind: 'CLASS', ...on(4), rrule: 'FREQ=WEEKLY;COUNT=3' }),
      await published({ title: 'Open evening', kind: 'COMMUNITY', ...on(5) }),
    ].map((each) => each.slug)
    await drafted({ title: 'Not yet', ...on(6) })
    const response = await fetch(`${app.url}/feeds/events.ics`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const text = await response.text()
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(slugs.length)
    const unfolded = text.replaceAll('\r\n ', '')
    for (const slug of slugs) expect(unfolded).toMatch(new RegExp(`^URL:.*/events/${slug}\\r$`, 'm'))
    for (const [, shownBy] of readers) expect(shownBy(text)).toHaveLength(1 + 3 + 1)
  })

  test('8. every week until a date is at the same time of the clock, on both days on which the clocks change too', async () => {
    const { id, slug } = await published({
      ...{ title: 'Sunday walk', kind: 'COMMUNITY', facilitatorIds: [] },
      ...{ startsAt: '2026-03-01T14:30:00Z', endsAt: '2026-03-01T15:30:00Z' },
      rrule: 'FREQ=WEEKLY;UNTIL=20261115T235959Z',
    })
    const rows = await rowsOf<{ starts_at: Date; ends_at: Date }>(
      database,
      desk.clinic.id,
      `select starts_at, ends_at from sessions where clinic_id = $1 and event_id = '${id}' order by starts_at`,
    )
    const kept = rows.map((each) => [each.starts_at.getTime(), each.ends_at.getTime()] as const)
    const starts = kept.map(([start]) => start)
    expect(starts).toHaveLength(38)
    const clocks = starts.map((each) => wallClock(each, ZONE))
    expect(new Set(clocks.map((each) => `${each.weekday} ${each.time}`))).toEqual(new Set(['7 09:30']))
    const dates = clocks.map((each) => each.date)
    expect(dates).toEqual(expect.arrayContaining(['2026-03-01', '2026-03-08', '2026-11-01', '2026-11-15']))
    const hours = starts.slice(1).map((each, index) => (each - starts[index]!) / HOUR)
    const odd = hours.flatMap((each, index) => (each === 168 ? [] : [[dates[index + 1], each]]))
    expect(odd).toEqual([
      ['2026-03-08', 167],
      ['2026-11-01', 169],
    ])

    type Sessions = { event: { sessions: { nodes: { startsAt: string; endsAt: string }[] } } }
    const { data } = await ask<Sessions>(app, undefined, SESSIONS, { slug })
    const told = data.event.sessions.nodes.map((each) => [Date.parse(each.startsAt), Date.parse(each.endsAt)])
    expect(told).toEqual(kept)
    const feed = await read('/feeds/events.ics')
    for (const [, shownBy] of readers) expect(shownBy(feed).map(({ start, end }) => [start, end])).toEqual(kept)
  })
})
