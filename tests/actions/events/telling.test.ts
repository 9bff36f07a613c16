import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cancelRegistration } from '../../../actions/cancel-registration.ts'
import { cancelSession } from '../../../actions/cancel-session.ts'
import { moveSession } from '../../../actions/move-session.ts'
import { archiveEvent } from '../../../actions/publish-event.ts'
import { type Registered, type RegisterForEventInput, registerForEvent } from '../../../actions/register-for-event.ts'
import { requestEnrolment } from '../../../actions/request-enrolment.ts'
import { screenGroupMember } from '../../../actions/screen-group-member.ts'
import { updateEvent } from '../../../actions/update-event.ts'
import { makeLog } from '../../../api/log.ts'
import { openChannels } from '../../../jobs/channels/channels.ts'
import { makeComposer } from '../../../jobs/send/compose.ts'
import { makeSender } from '../../../jobs/send/sender.ts'
import { type EventDesk, makeEventDesk } from '../../support/event-desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { type Providers, startProviders } from '../../support/providers.ts'
import { at } from '../../support/series-desk.ts'

let database: TestDatabase
let providers: Providers
let desk: EventDesk
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  providers = await startProviders()
  desk = await makeEventDesk(database)
})
afterEach(() => providers.stop())
afterAll(() => database.close())

/** What is due leaves; answers with the mails: `maya@example.com Your place is kept: …`. */
async function mails(): Promise<string[]> {
  const { context, clinic, db } = desk
  const before = providers.postmark.accepted.length
  const channels = openChannels(providers.settings, { db, now: context.now }, 5_000)
  const options = { publicUrl: 'https://book.example', mailFrom: 'book@harbor.example', secret: context.secret }
  const composer = makeComposer({ jobs: context.jobs, ...options })
  await makeSender({ channels, ...composer, log: makeLog('silent') }).drain(context, clinic.id)
  return providers.postmark.accepted
    .slice(before)
    .map(({ To, Subject }) => `${To} ${Subject}`)
    .sort()
}

async function register(input: RegisterForEventInput): Promise<Registered> {
  const visitor = { kind: 'visitor', clinicId: desk.clinic.id, visitorId: 'v', name: 'Online registration' } as const
  const result = await registerForEvent({ ...desk.context, caller: visitor }, input)
  if (result.kind === 'refused') throw new Error(result.problems[0]?.message)
  return result
}

const maya = { name: 'Maya Ortiz', email: 'maya.ortiz@example.com' }
const leo = { name: 'Leo Park', email: 'leo.park@example.com', language: 'es' }
const FIRST = 'Tuesday, October 20 at 3:00 PM'

describe('whoever registers', () => {
  it('is told that there is a place, where it is given back, and of nobody else who comes', async () => {
    const event = await desk.published({ capacity: 1, rrule: null })
    await register({ eventId: event.id, ...maya })
    await register({ eventId: event.id, ...leo })
    expect(await mails()).toEqual([
      'leo.park@example.com Está en la lista de espera: martes 20 de octubre a las 3:00 pm',
      `maya.ortiz@example.com Your place is kept: ${FIRST}`,
    ])
    const mail = providers.postmark.accepted.find(({ To }) => To === maya.email)!
    expect(mail.Subject).not.toMatch(/Maya|Ortiz|DBT/)
    expect(mail.HtmlBody).toMatch(/https:\/\/book\.example\/r\/[\w-]{43}/)
    expect(mail.TextBody).toContain('Teen DBT Skills Group')
    for (const each of providers.postmark.accepted)
      expect(JSON.stringify(each)).not.toContain(each.To === maya.email ? 'Leo' : 'Maya')
    expect(await mails()).toEqual([])
  })

  it('is told nothing of a place that was given back before the mail left', async () => {
    const event = await desk.published({ rrule: null })
    const { registration } = await register({ eventId: event.id, ...maya })
    await cancelRegistration(desk.context, { id: registration.id, expectedVersion: 1 })
    expect(await mails()).toEqual([])
  })
})

describe('whoever is next when a place is given back', () => {
  it('is told until when it is kept and where it is taken, by mail and by text, and nobody else is', async () => {
    const event = await desk.published({ capacity: 1, rrule: null })
    const { registration } = await register({ eventId: event.id, ...maya })
    await register({ eventId: event.id, ...leo, phone: '+1 212 555 0123' })
    await register({ eventId: event.id, name: 'Ada', email: 'ada@example.com' })
    await mails()
    await cancelRegistration(desk.context, { id: registration.id, expectedVersion: 1 })
    const [mail, ...others] = await mails()
    expect([mail, others]).toEqual(['leo.park@example.com Hay una plaza libre: martes 20 de octubre a las 3:00 pm', []])
    const { HtmlBody, TextBody } = providers.postmark.accepted.at(-1)!
    expect(TextBody).toMatch(/le toca a usted\. Se la guardamos hasta el \w+ \d+ de octubre a las/)
    expect(HtmlBody).toMatch(/\/r\/[\w-]{43}#accept.*Aceptar la plaza.*\/r\/[\w-]{43}\?cancel#cancel/s)
    const [text, ...otherTexts] = providers.twilio.accepted
    expect(text).toMatchObject({ to: '+12125550123' })
    expect(text!.body).toMatch(/hay una plaza libre .*: https:\/\/book\.example\/r\/[\w-]{43}$/)
    expect(otherTexts).toEqual([])
  })
})

describe('cancelling one session', () => {
  it('tells those who were to come to it, once, and why', async () => {
    const event = await desk.published({ capacity: 1 })
    const [first, second] = await desk.standing()
    await register({ eventId: event.id, sessionId: first!.id, ...maya })
    await register({ eventId: event.id, sessionId: first!.id, ...leo })
    await register({ eventId: event.id, sessionId: second!.id, name: 'Ada', email: 'ada@example.com' })
    await mails()
    await cancelSession(desk.context, { id: first!.id, expectedVersion: first!.version, note: 'Dr. Chen is ill.' })
    expect(await mails()).toEqual([
      'leo.park@example.com Una sesión se cancela: martes 20 de octubre a las 3:00 pm',
      `maya.ortiz@example.com A session is cancelled: ${FIRST}`,
    ])
    expect(providers.postmark.accepted.at(-1)!.TextBody).toContain('Dr. Chen is ill.')
    expect(await mails()).toEqual([])
  })

  it('tells the members of a group', async () => {
    const event = await desk.published({ admission: 'enrolment', registersFor: 'event' })
    const asked = await requestEnrolment(desk.context, { eventId: event.id, clientId: desk.maya.id })
    if (asked.kind === 'refused') throw new Error(asked.problems[0]?.message)
    await screenGroupMember(desk.context, { id: asked.member.id, expectedVersion: 1, decision: 'approve' })
    const [first] = await desk.standing()
    await cancelSession(desk.context, { id: first!.id, expectedVersion: first!.version })
    expect(await mails()).toEqual([`maya@example.com A session is cancelled: ${FIRST}`])
  })
})

describe('moving a session', () => {
  it('tells those who come the new time, and nothing of a time that is no longer so', async () => {
    const event = await desk.published({ rrule: null })
    const [session] = await desk.standing()
    await register({ eventId: event.id, ...maya })
    await mails()
    const { id, version, startsAt } = session!
    const HOUR = 3_600_000
    await moveSession(desk.context, { id, expectedVersion: version, startsAt: startsAt - HOUR })
    await moveSession(desk.context, { id, expectedVersion: version + 1, startsAt: startsAt - 2 * HOUR })
    expect(await mails()).toEqual(['maya.ortiz@example.com Your session has changed: Tuesday, October 20 at 1:00 PM'])
  })
})

const wednesdays = {
  ...{ startsAt: at('2026-10-21T19:00Z'), endsAt: at('2026-10-21T20:30Z') },
  rrule: 'FREQ=WEEKLY;COUNT=3;BYDAY=WE',
}

describe('changing or ending an event', () => {
  it('tells those who come to the sessions that it takes away', async () => {
    const event = await desk.published({ registersFor: 'event', rrule: 'FREQ=WEEKLY;COUNT=2' })
    await register({ eventId: event.id, ...maya })
    await mails()
    const { id, version: expectedVersion } = event
    await updateEvent(desk.context, { id, expectedVersion, rrule: 'FREQ=WEEKLY;COUNT=1' })
    expect(await mails()).toEqual(['maya.ortiz@example.com A session is cancelled: Tuesday, October 27 at 3:00 PM'])
    await archiveEvent(desk.context, { id: event.id, expectedVersion: event.version + 1 })
    expect(await mails()).toEqual(['maya.ortiz@example.com A session is cancelled: Tuesday, October 20 at 3:00 PM'])
  })
  it('tells those who come to all of it once, with every date as it is from now on', async () => {
    const event = await desk.published({ registersFor: 'event' })
    await register({ eventId: event.id, ...maya })
    expect(await mails()).toEqual([`maya.ortiz@example.com Your place is kept: ${FIRST}`])
    const mail = () => providers.postmark.accepted.at(-1)!.TextBody
    expect(mail()).toContain(
      'All dates: Tuesday, October 20 at 3:00 PM\n  Tuesday, October 27 at 3:00 PM\n  Tuesday, November 3 at 3:00 PM\n',
    )
    expect(mail()).toContain('because you signed up for an event with us.')
    const { id, version: expectedVersion } = event
    await updateEvent(desk.context, { id, expectedVersion, ...wednesdays })
    expect(await mails()).toEqual(['maya.ortiz@example.com Your session has changed: Wednesday, October 21 at 3:00 PM'])
    expect(mail()).toContain(
      'All dates: Wednesday, October 21 at 3:00 PM\n  Wednesday, October 28 at 3:00 PM\n  Wednesday, November 4 at 3:00 PM\n',
    )
    expect(mail()).not.toContain('October 20')
    desk.clock.now += 60_000
    await archiveEvent(desk.context, { id: event.id, expectedVersion: event.version + 1 })
    expect(await mails()).toEqual(['maya.ortiz@example.com A session is cancelled: Wednesday, October 21 at 3:00 PM'])
    expect(mail()).toContain('October 28')
    expect(mail()).not.toContain('October 20')
  })

  it('tells those of one session what becomes of it, and nothing of the others', async () => {
    const event = await desk.published()
    const [, second] = await desk.standing()
    await register({ eventId: event.id, sessionId: second!.id, ...maya })
    await mails()
    const { id, version: expectedVersion } = event
    await updateEvent(desk.context, { id, expectedVersion, ...wednesdays })
    expect(await mails()).toEqual(['maya.ortiz@example.com A session is cancelled: Tuesday, October 27 at 3:00 PM'])
    expect(providers.postmark.accepted.at(-1)!.TextBody).not.toContain('All dates')
  })
})
