import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tidyClinic } from '../../../actions/tidy-clinic.ts'
import { type Jobs, openJobs } from '../../../jobs/kit.ts'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { MONDAY, makeDesk } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { openLine } from '../../support/waiting-line.ts'

const HOUR = 60 * 60_000
// Monday 10:00 in New York: people may be written to.
const MORNING = MONDAY + 2 * HOUR
const UPDATE = `mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { __typename
  ... on EventUpdated { event { filling capacity } } ... on EventRefused { problems { message } } } }`
const MOVE_UP = `mutation ($input: MoveUpRegistrationInput!) { moveUpRegistration(input: $input) { __typename
  ... on RegistrationMovedUp { registration { status offerExpiresAt } }
  ... on RegistrationRefused { problems { code } } } }`
const ROSTER = `query ($id: ID!) { event(id: $id) { filling waitlisted
  registrations(first: 9, status: OFFERED) { nodes { name status offerExpiresAt passedAt } } } }`

const ENROL = `mutation ($input: RequestEnrolmentInput!) { requestEnrolment(input: $input) { __typename
  ... on EnrolmentRequested { member { id } } } }`
const SCREEN = 'mutation ($input: ScreenGroupMemberInput!) { screenGroupMember(input: $input) { __typename } }'
const EXIT = 'mutation ($input: SetGroupMemberStatusInput!) { setGroupMemberStatus(input: $input) { __typename } }'

interface Enrolled {
  readonly member: { readonly id: string }
}

let database: TestDatabase
let app: TestApp
let jobs: Jobs
let desk: Awaited<ReturnType<typeof makeDesk>>
let now = MORNING
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
  jobs = await openJobs(database.db, database.url)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = MORNING
  desk = await makeDesk(app, database.db)
})

/** Two places that Ada and Bo have; Cy, Di and Ed wait. */
async function fullLine(change: object = {}) {
  const line = await openLine({ app, database, desk, jobs, now: () => now }, change)
  for (const name of ['Ada', 'Bo', 'Cy', 'Di', 'Ed']) await line.join(name)
  return line
}

const send = async (query: string, input: object) =>
  (await ask<Record<string, object>>(app, desk.key, query, { input })).data
const messages = (kind: string) =>
  rowsOf(
    database,
    desk.clinic.id,
    `select channel, recipient from messages where clinic_id = $1 and kind = '${kind}' order by created_at, channel`,
  )

describe('a place that is given back', () => {
  it('is offered to the first in line, counted while it is, and hers once she takes it', async () => {
    const line = await fullLine()
    await line.leave('Ada')
    expect(await line.told()).toBe('Bo registered, Cy offered, Di waitlisted, Ed waitlisted')
    expect(await line.placesTaken()).toBe(2)
    // The event is on Tuesday at 15:00, in 29 hours.
    const expires = new Date(MORNING + 7.25 * HOUR)
    expect((await line.find('Cy')).expires).toEqual(expires)
    const { event } = (await ask<{ event: object }>(app, desk.key, ROSTER, { id: line.event.id })).data
    const offered = { name: 'Cy', status: 'OFFERED', offerExpiresAt: expires.toISOString(), passedAt: null }
    expect(event).toEqual({ filling: 'OFFER', waitlisted: 2, registrations: { nodes: [offered] } })
    expect(await messages('place_offered')).toEqual([{ channel: 'email', recipient: 'Cy@example.com' }])
    expect(await line.accept('Cy')).toBe('REGISTERED')
    expect(await line.accept('Cy')).toBe('REGISTERED')
    expect(await line.placesTaken()).toBe(2)
    expect(await messages('registration_confirmed')).toHaveLength(3)
    now = expires.getTime()
    await line.expire('Cy')
    expect(await line.told()).toBe('Bo registered, Cy registered, Di waitlisted, Ed waitlisted')
  })

  it('is looked at once more long after its time, should its job have been given up', async () => {
    const line = await fullLine()
    await line.leave('Ada')
    const { expires, id } = await line.find('Cy')
    now = expires!.getTime() + 2 * HOUR
    const context = { db: database.db, jobs, now: () => now, announce: () => undefined, requestId: 'job' }
    await tidyClinic(context, { clinicId: desk.clinic.id })
    const { rows } = await sql`select name from pgboss.job where data->>'registrationId' = ${id}`.execute(database.db)
    expect(rows).toEqual(Array(2).fill({ name: 'expire-place-offer' }))
  })

  it('goes on to the next when its time is over, to the second, and a late one hears how it stands', async () => {
    const line = await fullLine()
    await line.leave('Bo')
    const until = (await line.find('Cy')).expires!.getTime()
    const { rows } = await sql<{ due: Date }>`select start_after as due from pgboss.job
      where name = 'expire-place-offer' and data->>'clinicId' = ${desk.clinic.id}`.execute(database.db)
    expect(rows).toEqual([{ due: new Date(until) }])
    now = until - 1
    await line.expire('Cy')
    expect(await line.told()).toContain('Cy offered')
    now = until
    expect(await line.accept('Cy')).toBe('NO_PLACE_LEFT')
    await line.expire('Cy')
    await line.expire('Cy')
    expect(await line.told()).toBe('Ada registered, Cy passed over, Di offered, Ed waitlisted')
    expect(await line.placesTaken()).toBe(2)
    expect(await line.accept('Cy')).toBe('NO_PLACE_LEFT')
    await line.leave('Di')
    await line.leave('Ed')
    expect(await line.told()).toBe('Ada registered, Cy passed over')
    expect(await line.accept('Cy')).toBe('REGISTERED')
    expect(await line.placesTaken()).toBe(2)
  })

  it('goes on at once when it is declined, and to nobody past somebody who needs two', async () => {
    const line = await openLine({ app, database, desk, jobs, now: () => now }, { capacity: 3 })
    for (const name of ['Ada', 'Bo', 'Cy']) await line.join(name)
    expect(await line.join('Di', { places: 2 })).toBe('Waitlisted')
    await line.join('Ed')
    await line.leave('Ada')
    expect(await line.told()).toBe('Bo registered, Cy registered, Di waitlisted, Ed waitlisted')
    await line.leave('Bo')
    expect(await line.told()).toBe('Cy registered, Di offered, Ed waitlisted')
    await line.leave('Di')
    expect(await line.told()).toBe('Cy registered, Ed offered')
    expect(await line.placesTaken()).toBe(2)
    expect(await line.join('Fay')).toBe('Registered')
  })

  it('is had at once where the event says so, and by whom the clinic says where it says that', async () => {
    const atOnce = await fullLine({ filling: 'AT_ONCE', registersFor: 'EVENT', rrule: 'FREQ=WEEKLY;COUNT=3' })
    await atOnce.leave('Ada')
    expect(await atOnce.told()).toBe('Bo registered, Cy registered, Di waitlisted, Ed waitlisted')
    const byHand = await fullLine({ filling: 'BY_HAND' })
    await byHand.leave('Ada')
    expect(await byHand.told()).toBe('Bo registered, Cy waitlisted, Di waitlisted, Ed waitlisted')
    const moveUp = async (name: string, more: object = {}) => {
      const { id, version } = await byHand.find(name)
      return (await send(MOVE_UP, { id, expectedVersion: version, ...more })).moveUpRegistration
    }
    expect(await moveUp('Di')).toMatchObject({ registration: { status: 'OFFERED' } })
    expect(await moveUp('Ed', { atOnce: true })).toMatchObject({ problems: [{ code: 'NO_PLACE_LEFT' }] })
    expect(await moveUp('Di')).toMatchObject({ problems: [{ code: 'TERMINAL_STATUS' }] })
    await byHand.leave('Bo')
    expect(await moveUp('Ed', { atOnce: true })).toMatchObject({ registration: { status: 'REGISTERED' } })
    expect(await byHand.told()).toBe('Cy waitlisted, Di offered, Ed registered')
  })

  it('is told by text too to whom left a phone, in hours in which people are written to', async () => {
    now = MONDAY + 15 * HOUR
    const line = await openLine({ app, database, desk, jobs, now: () => now }, { capacity: 1 })
    await line.join('Ada')
    await line.join('Bo', { phone: '+1 212 555 0123' })
    await line.leave('Ada')
    expect(await messages('place_offered')).toEqual([
      { channel: 'email', recipient: 'Bo@example.com' },
      { channel: 'sms', recipient: '+12125550123' },
    ])
    // Asked at 23:00; she hears of it in the morning, and has a quarter of what is left from then on.
    const expires = (await line.find('Bo')).expires!.getTime()
    expect(expires).toBeGreaterThan(MONDAY + 24 * HOUR)
  })
})

describe('more places than before', () => {
  it('fill several of the line at once, in its order', async () => {
    const line = await fullLine()
    const input = { id: line.event.id, expectedVersion: line.event.version, capacity: 4 }
    expect((await send(UPDATE, input)).updateEvent).toMatchObject({ event: { capacity: 4, filling: 'OFFER' } })
    expect(await line.told()).toBe('Ada registered, Bo registered, Cy offered, Di offered, Ed waitlisted')
    expect(await line.placesTaken()).toBe(4)
  })

  it('come of a group that one may register for by now, when a member leaves it', async () => {
    const line = await openLine(
      { app, database, desk, jobs, now: () => now },
      { capacity: 1, admission: 'ENROLMENT', registersFor: 'EVENT' },
    )
    const { id, version } = line.event
    const member = (await send(ENROL, { eventId: id, clientId: desk.maya.id })).requestEnrolment as Enrolled
    await send(SCREEN, { id: member.member.id, expectedVersion: 1, decision: 'APPROVE' })
    await send(UPDATE, { id, expectedVersion: version, admission: 'REGISTRATION' })
    expect(await line.join('Ada')).toBe('Waitlisted')
    await send(EXIT, { id: member.member.id, expectedVersion: 2, status: 'EXITED' })
    expect(await line.told()).toBe('Ada offered')
  })

  it('are free again when what was taken back is published once more', async () => {
    const line = await fullLine()
    const { id, version } = line.event
    await send(`mutation ($input: UnpublishEventInput!) { unpublishEvent(input: $input) { __typename } }`, {
      ...{ id, expectedVersion: version },
    })
    await line.leave('Ada')
    expect(await line.told()).toBe('Bo registered, Cy waitlisted, Di waitlisted, Ed waitlisted')
    await send(`mutation ($input: PublishEventInput!) { publishEvent(input: $input) { __typename } }`, {
      ...{ id, expectedVersion: version + 1 },
    })
    expect(await line.told()).toBe('Bo registered, Cy offered, Di waitlisted, Ed waitlisted')
  })

  it('of one session alone fill its own line', async () => {
    const line = await fullLine({ filling: 'AT_ONCE' })
    const [session] = line.event.sessions.nodes
    const SESSION = `mutation ($input: UpdateSessionInput!) { updateSession(input: $input) { __typename } }`
    await send(SESSION, { id: session!.id, expectedVersion: session!.version, capacity: 5 })
    expect(await line.told()).toBe('Ada registered, Bo registered, Cy registered, Di registered, Ed registered')
  })
})
