import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { type FeedDesk, makeFeedDesk } from '../../support/feed-desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { OCTOBER } from '../../support/series-desk.ts'
import { makeApiKey, makePerson, sessionCookieOf } from '../../support/sign-in.ts'

const FEED = 'id version kind subject name privacy includes pulledAt changesSince createdBy'
const CREATE = `mutation ($input: CreateFeedInput!) { createFeed(input: $input) { __typename
  ... on FeedCreated { feed { ${FEED} } url } ... on RecordRefused { problems { code path } } } }`
const UPDATE = `mutation ($input: UpdateFeedInput!) { updateFeed(input: $input) { __typename
  ... on FeedUpdated { feed { ${FEED} } } ... on RecordRefused { problems { code path } } } }`
const REVOKE = `mutation ($input: RevokeFeedInput!) { revokeFeed(input: $input) { __typename } }`
const RENEW = `mutation ($input: RenewFeedInput!) { renewFeed(input: $input) { __typename
  ... on FeedRenewed { feed { version pulledAt } url } } }`
const LIST = `{ feeds { ${FEED} } }`

interface FeedSeen {
  readonly id: string
  readonly version: number
  readonly pulledAt: string | null
  readonly changesSince: number | null
  readonly [field: string]: unknown
}

interface Saved {
  readonly __typename: string
  readonly feed: FeedSeen
  readonly url: string
  readonly problems?: { code: string; path: string[] }[]
}

let database: TestDatabase
let app: TestApp
let desk: FeedDesk
let now = OCTOBER

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = OCTOBER
  desk = await makeFeedDesk(app, database, now)
})

async function cookieOf(role: 'admin' | 'receptionist' | 'therapist', therapistId?: string): Promise<string> {
  return sessionCookieOf(database.db, await makePerson(database.db, desk.clinic.id, { role, therapistId }))
}

async function send(proof: string, mutation: string, input: object): Promise<Saved> {
  const { data, errors } = await ask<Record<string, Saved>>(app, proof, mutation, { input })
  if (errors) throw new Error(errors[0]!.extensions.code)
  return Object.values(data)[0]!
}

const listed = async (proof: string) => (await ask<{ feeds: FeedSeen[] }>(app, proof, LIST)).data.feeds
const ofChen = () => ({ kind: 'THERAPIST', therapistId: desk.chen.id, name: 'My calendar' })

const NOBODY = '0193a3f0-0000-7000-8000-000000000001'

describe('the keeping of feeds', () => {
  it('tells the address once, and keeps its hash alone', async () => {
    const cookie = await cookieOf('receptionist')
    const { feed, url } = await send(cookie, CREATE, ofChen())
    expect(url).toMatch(/^http:\/\/localhost\/feeds\/[\w-]{43}\.ics$/)
    expect(feed).toMatchObject({
      kind: 'THERAPIST',
      subject: 'Dr. Chen',
      privacy: 'BUSY',
      includes: ['APPOINTMENTS', 'SESSIONS'],
    })
    expect((await desk.pull(new URL(url).pathname)).status).toBe(200)
    const token = url.slice(-47, -4)
    const kept = await rowsOf(
      database,
      desk.clinic.id,
      `
      select to_jsonb(f)::text as text from calendar_feeds f where clinic_id = $1
      union all select to_jsonb(e)::text from audit_entries e where clinic_id = $1
      union all select to_jsonb(m)::text from mutation_answers m where clinic_id = $1`,
    )
    expect(kept.map((each) => each.text).join()).not.toContain(token)
  })

  it('knows when it was last asked for and what has changed since', async () => {
    const cookie = await cookieOf('admin')
    const { feed, url } = await send(cookie, CREATE, ofChen())
    expect(feed).toMatchObject({ pulledAt: null, changesSince: null })
    await desk.pull(new URL(url).pathname)
    expect(await listed(cookie)).toMatchObject([{ pulledAt: '2026-10-19T12:00:00.000Z', changesSince: 0 }])
    now += 60_000
    desk.clock.now = now
    await desk.book()
    await desk.book({ therapistId: desk.okafor.id, clientId: desk.leo.id, roomId: desk.elm.id })
    await desk.published()
    // Her appointment, the event and its four sessions; nothing of Dr. Okafor's.
    expect(await listed(cookie)).toMatchObject([{ changesSince: 6 }])
    await desk.pull(new URL(url).pathname)
    expect(await listed(cookie)).toMatchObject([{ changesSince: 0 }])
  })

  it('changes what a feed says at the same address, and gives it another one', async () => {
    const cookie = await cookieOf('admin')
    const { feed, url } = await send(cookie, CREATE, ofChen())
    await desk.book()
    const path = new URL(url).pathname
    const tag = (await desk.pull(path)).headers.get('etag')!
    const updated = await send(cookie, UPDATE, {
      id: feed.id,
      expectedVersion: 1,
      privacy: 'FULL',
      includes: ['APPOINTMENTS'],
    })
    expect(updated.feed).toMatchObject({ version: 2, privacy: 'FULL', name: 'My calendar' })
    expect((await desk.pull(path, { 'if-none-match': tag })).status).toBe(200)
    expect(await desk.lines(path, /^SUMMARY/)).toEqual([`SUMMARY:Maya Alvarez\\, ${desk.type.name}`])
    const stale = await send(cookie, UPDATE, { id: feed.id, expectedVersion: 1, name: 'Other' })
    expect(stale.problems).toMatchObject([{ code: 'STALE_VERSION' }])
    const renewed = await send(cookie, RENEW, { id: feed.id, expectedVersion: 2 })
    expect(renewed.feed).toEqual({ version: 3, pulledAt: null })
    expect((await desk.pull(path)).status).toBe(404)
    expect((await desk.pull(new URL(renewed.url).pathname)).status).toBe(200)
    await send(cookie, REVOKE, { id: feed.id, expectedVersion: 3 })
    expect(await listed(cookie)).toEqual([])
  })

  it('is for a therapist of her own calendar, and for programs not at all', async () => {
    const { chen, clinic, maya, oak, okafor } = desk
    const own = await cookieOf('therapist', chen.id)
    expect((await send(own, CREATE, ofChen())).__typename).toBe('FeedCreated')
    const others = [
      { kind: 'THERAPIST', therapistId: okafor.id, name: 'x' },
      { kind: 'ROOM', roomId: oak.id, name: 'x' },
      { kind: 'CLIENT', clientId: maya.id, name: 'x' },
    ]
    for (const input of others) await expect(send(own, CREATE, input)).rejects.toThrow('FORBIDDEN')
    const { feed } = await send(await cookieOf('admin'), CREATE, others[0]!)
    expect((await listed(own)).map((each) => each.subject)).toEqual(['Dr. Chen'])
    for (const mutation of [REVOKE, RENEW])
      await expect(send(own, mutation, { id: feed.id, expectedVersion: 1 })).rejects.toThrow('FORBIDDEN')
    const { secret } = await makeApiKey(database.db, clinic.id)
    await expect(send(secret, CREATE, ofChen())).rejects.toThrow('FORBIDDEN')
    expect((await ask(app, secret, LIST)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('answers for the feeds and people of another clinic as if they were not there', async () => {
    const other = await makeFeedDesk(app, database, now)
    const { feed } = await send(await cookieOf('admin'), CREATE, ofChen())
    const stranger = sessionCookieOf(database.db, await makePerson(database.db, other.clinic.id, { role: 'admin' }))
    const name = 'Taken over'
    for (const mutation of [UPDATE, RENEW, REVOKE])
      await expect(
        send(await stranger, mutation, { id: feed.id, expectedVersion: 1, ...(mutation === UPDATE && { name }) }),
      ).rejects.toThrow('NOT_FOUND')
    await expect(send(await stranger, CREATE, ofChen())).rejects.toThrow('NOT_FOUND')
    expect(await listed(await stranger)).toEqual([])
  })

  it.each([
    ['of nobody', { kind: 'THERAPIST', name: 'x' }, 'BAD_USER_INPUT'],
    ['of two', { kind: 'ROOM', roomId: NOBODY, therapistId: NOBODY, name: 'x' }, 'BAD_USER_INPUT'],
    ['of a room that is not there', { kind: 'ROOM', roomId: NOBODY, name: 'x' }, 'NOT_FOUND'],
  ])('refuses a feed %s', async (_, input, code) => {
    await expect(send(await cookieOf('admin'), CREATE, input)).rejects.toThrow(code)
  })

  it('refuses a feed without a name or contents', async () => {
    const { problems } = await send(await cookieOf('admin'), CREATE, { ...ofChen(), name: ' ', includes: [] })
    expect(problems?.map((each) => each.path)).toEqual([
      ['input', 'name'],
      ['input', 'includes'],
    ])
  })
})
