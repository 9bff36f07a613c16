import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, openSocket, startApp, subscribe, type TestApp } from '../../support/app.ts'
import { DAY, MONDAY, makeDesk } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { askAsStranger, publishedEvent, REGISTER } from '../../support/registrations.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'

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

const PROBLEMS = '... on RegistrationRefused { problems { code message path } }'
const MEMBER = 'member { id version status screenedBy joinedOn exitedOn exitReason note client { name } }'
const REQUEST = `mutation ($input: RequestEnrolmentInput!) { requestEnrolment(input: $input) { __typename
  ... on EnrolmentRequested { ${MEMBER} } ${PROBLEMS} } }`
const SCREEN = `mutation ($input: ScreenGroupMemberInput!) { screenGroupMember(input: $input) { __typename
  ... on GroupMemberScreened { ${MEMBER} } ${PROBLEMS} } }`
const SET = `mutation ($input: SetGroupMemberStatusInput!) { setGroupMemberStatus(input: $input) { __typename
  ... on GroupMemberStatusSet { ${MEMBER} } ${PROBLEMS} } }`
const RECORD = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { __typename
  ... on AttendanceRecorded { attendance { status chargeCents memberId notedBy version session { id } } } ${PROBLEMS} } }`
const ROSTER = `query ($id: ID!) { session(id: $id) { placesTaken roster { name memberId registrationId places
  attendance { status chargeCents } } attendance { status } } }`

interface Made {
  readonly __typename: string
  readonly member: { id: string; version: number; status: string }
  readonly problems: { code: string; path: string[] }[]
}

async function send(query: string, input: object, proof: string | undefined = desk.key): Promise<Made> {
  const { data, errors } = await ask<Record<string, Made>>(app, proof, query, { input })
  if (errors) throw new Error(errors[0]!.message)
  return Object.values(data)[0]!
}

const group = (change: object = {}) =>
  publishedEvent(desk, {
    ...{ title: 'Skills group', kind: 'GROUP_THERAPY', admission: 'ENROLMENT', registersFor: 'EVENT' },
    ...{ rrule: 'FREQ=WEEKLY;COUNT=2', priceCents: 4500, capacity: 1, ...change },
  })

async function joined(eventId: string, clientId: string) {
  const { member } = await send(REQUEST, { eventId, clientId })
  return (await send(SCREEN, { id: member.id, expectedVersion: 1, decision: 'APPROVE' })).member
}

async function roster(id: string, proof = desk.key) {
  const { data, errors } = await ask<{ session: { placesTaken: number; roster: { name: string }[] } }>(
    app,
    proof,
    ROSTER,
    { id },
  )
  if (errors) throw new Error(errors[0]!.message)
  return data.session
}

describe('a group', () => {
  it('is joined by whoever asked and was screened, while there is a place', async () => {
    const { id: eventId, sessions } = await group()
    const asked = await send(REQUEST, { eventId, clientId: desk.maya.id, note: 'Wants Tuesdays' })
    expect(asked).toMatchObject({ member: { status: 'SCREENING', version: 1, note: 'Wants Tuesdays' } })
    const again = await send(REQUEST, { eventId, clientId: desk.maya.id })
    expect(again.problems).toMatchObject([{ code: 'ALREADY_REGISTERED', path: ['input', 'clientId'] }])
    const { member: leo } = await send(REQUEST, { eventId, clientId: desk.leo.id })
    const approve = { id: asked.member.id, expectedVersion: 1, decision: 'APPROVE' }
    expect(await send(SCREEN, approve)).toMatchObject({
      member: { status: 'ACTIVE', version: 2, screenedBy: 'Test program', joinedOn: '2026-03-02' },
    })
    expect((await send(SCREEN, approve)).problems).toMatchObject([{ code: 'STALE_VERSION' }])
    const second = { id: leo.id, expectedVersion: 1, decision: 'APPROVE' }
    expect((await send(SCREEN, second)).problems).toMatchObject([{ code: 'NO_PLACE_LEFT' }])
    expect(await roster(sessions.nodes[0]!.id)).toMatchObject({ placesTaken: 1, roster: [{ name: desk.maya.name }] })
  })

  it('keeps the place of who is on hold, and has one again when she leaves', async () => {
    const { id: eventId, sessions } = await group()
    const { id } = await joined(eventId, desk.maya.id)
    const { member: leo } = await send(REQUEST, { eventId, clientId: desk.leo.id })
    const screen = { id: leo.id, expectedVersion: 1, decision: 'APPROVE' }
    await send(SET, { id, expectedVersion: 2, status: 'ON_HOLD' })
    expect((await roster(sessions.nodes[0]!.id)).roster).toEqual([])
    expect((await send(SCREEN, screen)).problems).toMatchObject([{ code: 'NO_PLACE_LEFT' }])
    expect(await send(SET, { id, expectedVersion: 3, status: 'EXITED', reason: 'Moved away' })).toMatchObject({
      member: { status: 'EXITED', exitedOn: '2026-03-02', exitReason: 'Moved away' },
    })
    expect(await send(SCREEN, screen)).toMatchObject({ member: { status: 'ACTIVE' } })
    expect((await send(SET, { id, expectedVersion: 4, status: 'ACTIVE' })).problems).toMatchObject([
      { code: 'TERMINAL_STATUS' },
    ])
  })

  it('takes nobody new once it is closed, and nobody who only registers', async () => {
    const { id: eventId } = await group({ isOpen: false })
    expect((await send(REQUEST, { eventId, clientId: desk.maya.id })).problems).toMatchObject([
      { code: 'REGISTRATION_CLOSED' },
    ])
    const input = { eventId, name: 'Somebody', email: 'somebody@example.com' }
    const { data } = await askAsStranger<{ registerForEvent: Made }>(app, desk.clinic.slug, REGISTER, { input })
    expect(data.registerForEvent.problems).toMatchObject([{ code: 'BY_ENROLMENT' }])
  })

  it('is no other clinic’s, nor that of a therapist who does not run it', async () => {
    const { id: eventId, sessions } = await group()
    const { id } = await joined(eventId, desk.maya.id)
    const other = await makeDesk(app, database.db)
    const sessionId = sessions.nodes[0]!.id
    await expect(send(REQUEST, { eventId, clientId: other.maya.id }, other.key)).rejects.toThrow('no such event')
    await expect(send(REQUEST, { eventId, clientId: other.maya.id })).rejects.toThrow('no such client')
    await expect(send(SET, { id, expectedVersion: 2, status: 'EXITED' }, other.key)).rejects.toThrow(
      'no such group member',
    )
    const entries = [{ memberId: id, status: 'PRESENT' }]
    await expect(send(RECORD, { sessionId, entries }, other.key)).rejects.toThrow('no such session')
    const okafor = await sessionCookieOf(
      database.db,
      await makePerson(database.db, desk.clinic.id, { role: 'therapist', therapistId: desk.okafor.id }),
    )
    await expect(send(RECORD, { sessionId, entries }, okafor)).rejects.toThrow('You may change only the events')
    await expect(roster(sessionId, okafor)).rejects.toThrow('You may see who comes to what you run yourself.')
  })
})

describe('attendance', () => {
  it('is noted by session and member, with what each is charged', async () => {
    const { id: eventId, sessions } = await group({ capacity: 2 })
    const [maya, leo] = [await joined(eventId, desk.maya.id), await joined(eventId, desk.leo.id)]
    const [first, second] = sessions.nodes.map((each) => each.id)
    const entries = [
      { memberId: maya.id, status: 'PRESENT' },
      { memberId: leo.id, status: 'EXCUSED' },
    ]
    expect(await send(RECORD, { sessionId: first, entries })).toMatchObject({
      attendance: [
        { memberId: maya.id, status: 'PRESENT', chargeCents: 4500, notedBy: 'Test program', session: { id: first } },
        { memberId: leo.id, status: 'EXCUSED', chargeCents: 0 },
      ],
    })
    await send(RECORD, { sessionId: second, entries: [{ memberId: maya.id, status: 'LATE' }] })
    expect(await send(RECORD, { sessionId: first, entries: [{ memberId: leo.id, status: 'LATE' }] })).toMatchObject({
      attendance: [{ memberId: leo.id, chargeCents: 4500, version: 2 }],
    })
    const LINES = `query ($id: ID!) { event(id: $id) { members(status: ACTIVE) { client { name } chargedCents
      attendance { chargeCents session { id } } } } }`
    const { data } = await ask<{ event: { members: object[] } }>(app, desk.key, LINES, { id: eventId })
    expect(data.event.members).toMatchObject([
      { chargedCents: 9000, attendance: [{ session: { id: first } }, { session: { id: second } }] },
      { chargedCents: 4500, attendance: [{ chargeCents: 4500 }] },
    ])
  })

  it('is taken back where it was noted of the wrong person', async () => {
    const { id: eventId, sessions } = await group()
    const maya = await joined(eventId, desk.maya.id)
    const sessionId = sessions.nodes[0]!.id
    const note = (status: string | null) => send(RECORD, { sessionId, entries: [{ memberId: maya.id, status }] })
    await note('PRESENT')
    expect(await note(null)).toMatchObject({ __typename: 'AttendanceRecorded', attendance: [] })
    expect(await roster(sessionId)).toMatchObject({ roster: [{ attendance: null }], attendance: [] })
    expect(await note(null)).toMatchObject({ attendance: [] })
    expect(await note('LATE')).toMatchObject({ attendance: [{ status: 'LATE', version: 1 }] })
  })

  it('is noted of those who registered, for all their places, and of nobody else', async () => {
    const event = await publishedEvent(desk, { priceCents: 1000 })
    const sessionId = event.sessions.nodes[0]!.id
    const { data } = await ask<{ registerForEvent: { registration: { id: string } } }>(app, desk.key, REGISTER, {
      input: { eventId: event.id, name: 'Maya', email: 'maya@example.com', places: 2 },
    })
    const registrationId = data.registerForEvent.registration.id
    await send(RECORD, { sessionId, entries: [{ registrationId, status: 'PRESENT' }] })
    expect(await roster(sessionId)).toMatchObject({
      roster: [{ name: 'Maya', places: 2, registrationId, attendance: { status: 'PRESENT', chargeCents: 2000 } }],
      attendance: [{ status: 'PRESENT' }],
    })
    const stranger = [{ registrationId: event.id, status: 'PRESENT' }]
    await expect(send(RECORD, { sessionId, entries: stranger })).rejects.toThrow('no such person on the roster')
  })
})

describe('desks', () => {
  it('see places live, and never who takes them', async () => {
    const event = await publishedEvent(desk)
    const [client, curious] = [openSocket(app, desk.key), openSocket(app, desk.key)]
    const watch = (socket: typeof client, what: string) =>
      subscribe<{ calendarChanged: { upserted: object } }>(
        socket,
        `subscription ($from: DateTime!, $to: DateTime!) { calendarChanged(from: $from, to: $to) { actor { name }
          upserted { ... on Session { ${what} } } } }`,
        DAY,
      )
    const places = watch(client, 'id placesTaken placesVersion waitlisted').next()
    const names = watch(curious, 'roster { name }')
      .next()
      .then(JSON.stringify, () => 'sent away')
    for (const socket of [client, curious]) await socket.iterate({ query: '{ viewer { name } }' }).next()
    const input = { eventId: event.id, name: 'Maya Ortiz', email: 'maya@example.com' }
    await askAsStranger(app, desk.clinic.slug, REGISTER, { input })
    const told = JSON.stringify(await places)
    expect(told).toContain('"placesTaken":1')
    expect(told).toContain('Online registration')
    expect(told).not.toContain('Maya')
    expect(await names).toBe('sent away')
    await Promise.all([client.dispose(), curious.dispose()])
  })

  it('hear that an event, its line, its members or its attendance changed, from where they were', async () => {
    const socket = openSocket(app, desk.key)
    const WATCH = 'subscription { eventsChanged(after: "0") { itemKind } }'
    const heard = subscribe<{ eventsChanged: { itemKind: string } }>(socket, WATCH, {})
    const { id: eventId, sessions } = await group()
    const { id } = await joined(eventId, desk.maya.id)
    await send(RECORD, { sessionId: sessions.nodes[0]!.id, entries: [{ memberId: id, status: 'PRESENT' }] })
    const kinds = new Set<string>()
    while (!kinds.has('attendance')) kinds.add((await heard.next()).value!.eventsChanged.itemKind)
    expect([...kinds].sort()).toEqual(['attendance', 'event', 'group_member', 'session'])
    await socket.dispose()
  })
})
