import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { MONDAY, makeDesk } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import {
  askAsStranger,
  GIVE_BACK,
  publishedEvent,
  REGISTER,
  type RegistrationAnswer,
} from '../../support/registrations.ts'
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

const maya = { name: 'Maya Ortiz', email: 'maya@example.com' }

async function register(input: object, proof: string | undefined = desk.key): Promise<RegistrationAnswer> {
  const { data, errors } = await ask<{ registerForEvent: RegistrationAnswer }>(app, proof, REGISTER, { input })
  if (errors) throw new Error(errors[0]!.message)
  return data.registerForEvent
}

async function asStranger(input: object): Promise<RegistrationAnswer> {
  const { data, errors } = await askAsStranger<{ registerForEvent: RegistrationAnswer }>(
    app,
    desk.clinic.slug,
    REGISTER,
    { input },
  )
  if (errors) throw new Error(errors[0]!.message)
  return data.registerForEvent
}

async function therapist(therapistId: string): Promise<string> {
  return sessionCookieOf(database.db, await makePerson(database.db, desk.clinic.id, { role: 'therapist', therapistId }))
}

async function giveBack(input: object, proof: string | undefined = desk.key) {
  const { data, errors } = await ask<{ cancelRegistration: RegistrationAnswer }>(app, proof, GIVE_BACK, { input })
  if (errors) throw new Error(errors[0]!.message)
  return data.cancelRegistration
}

async function sessionOf(id: string) {
  const SESSION = '($id: ID!) { session(id: $id) { placesTaken placesLeft placesVersion version waitlisted } }'
  const { data } = await ask<{ session: object }>(app, desk.key, `query ${SESSION}`, { id })
  return data.session
}

describe('the public', () => {
  it('registers for what is published, and is told by mail how to come back', async () => {
    const event = await publishedEvent(desk)
    const answer = await asStranger({ eventId: event.id, ...maya })
    expect(answer).toMatchObject({ __typename: 'Registered', token: null, registration: { status: 'REGISTERED' } })
    const [session] = event.sessions.nodes
    expect(await sessionOf(session!.id)).toEqual({
      ...{ placesTaken: 1, placesLeft: 7, placesVersion: 1, waitlisted: 0, version: session!.version },
    })
  })

  it('cannot learn whether an e-mail is known', async () => {
    const { id } = await publishedEvent(desk, { capacity: 1 })
    const said = async (email: string) => {
      const { registration, ...answer } = await asStranger({ eventId: id, name: 'Somebody', email })
      return { ...answer, registration: { ...registration, id: typeof registration.id, email: '' } }
    }
    await said('maya@example.com')
    const known = await said('MAYA@example.com')
    expect(known).toEqual(await said('nobody@example.com'))
    expect(known).toMatchObject({ __typename: 'Waitlisted', position: 1, token: null })
    const rows = await ask<{ event: { registrations: { nodes: { email: string }[] } } }>(
      app,
      desk.key,
      'query ($id: ID!) { event(id: $id) { waitlisted registrations(first: 10) { nodes { email } } } }',
      { id },
    )
    expect(rows.data.event).toEqual({
      waitlisted: 1,
      registrations: { nodes: [{ email: 'maya@example.com' }, { email: 'nobody@example.com' }] },
    })
  })

  it('is asked to wait after too many requests for one e-mail', async () => {
    const { id } = await publishedEvent(desk)
    const once = () =>
      askAsStranger(app, desk.clinic.slug, REGISTER, {
        input: { eventId: id, name: 'Again', email: `again-${desk.clinic.slug}@example.com` },
      })
    for (let count = 0; count < 10; count++) expect((await once()).errors).toBeUndefined()
    const refused = await once()
    expect(refused).toMatchObject({ status: 429, errors: [{ extensions: { code: 'RATE_LIMITED' } }] })
    expect(Number(refused.retryAfter)).toBeGreaterThan(0)
  })

  it('never sees who comes', async () => {
    const event = await publishedEvent(desk)
    await asStranger({ eventId: event.id, ...maya })
    for (const roster of [
      'registrations(first: 1) { nodes { name } }',
      'sessions(first: 1) { nodes { registrations(first: 1) { nodes { name } } } }',
    ]) {
      const { data, errors } = await askAsStranger(
        app,
        desk.clinic.slug,
        `query ($id: ID!) { event(id: $id) { ${roster} } }`,
        { id: event.id },
      )
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
      expect(JSON.stringify(data)).not.toContain('Maya')
    }
  })

  it('registers nobody as a client of the clinic, and for no draft', async () => {
    const { id } = await publishedEvent(desk)
    await expect(asStranger({ eventId: id, ...maya, clientId: desk.maya.id })).rejects.toThrow('Only the clinic')
    const UNPUBLISH = `mutation ($input: UnpublishEventInput!) { unpublishEvent(input: $input) { __typename } }`
    await ask(app, desk.key, UNPUBLISH, { input: { id, expectedVersion: 2 } })
    expect((await asStranger({ eventId: id, ...maya })).problems).toMatchObject([{ code: 'NOT_PUBLISHED' }])
  })
})

describe('a registration', () => {
  it('is made once however often the same request arrives', async () => {
    const { id } = await publishedEvent(desk)
    const input = { eventId: id, ...maya, clientMutationId: 'once' }
    const [first, second] = [await register(input), await register(input)]
    expect(second).toEqual(first)
    expect(first.token).toMatch(/^[\w-]{43}$/)
  })

  it('is refused to the desk where the e-mail is registered, by name', async () => {
    const { id } = await publishedEvent(desk)
    await register({ eventId: id, ...maya })
    expect((await register({ eventId: id, ...maya, email: 'Maya@Example.com' })).problems).toEqual([
      {
        code: 'ALREADY_REGISTERED',
        message: 'Somebody with this e-mail is registered for Sleep class already.',
        path: ['input', 'email'],
      },
    ])
  })

  it('names its session where there are several', async () => {
    const event = await publishedEvent(desk, { rrule: 'FREQ=WEEKLY;COUNT=2' })
    expect((await register({ eventId: event.id, ...maya })).problems).toMatchObject([{ path: ['input', 'sessionId'] }])
    for (const { id } of event.sessions.nodes)
      expect(await register({ eventId: event.id, sessionId: id, ...maya })).toMatchObject({ __typename: 'Registered' })
  })

  it('counts in the event where one registers for all of it', async () => {
    const event = await publishedEvent(desk, { rrule: 'FREQ=WEEKLY;COUNT=2', registersFor: 'EVENT', capacity: 3 })
    await register({ eventId: event.id, ...maya, places: 2 })
    expect(await register({ eventId: event.id, name: 'Leo', email: 'leo@example.com', places: 2 })).toMatchObject({
      ...{ __typename: 'Waitlisted', position: 1 },
    })
    for (const { id } of event.sessions.nodes)
      expect(await sessionOf(id)).toMatchObject({ placesTaken: 2, placesLeft: 1, placesVersion: 2, waitlisted: 1 })
  })

  it('is given back by its token or by the desk, and those who wait keep their turn', async () => {
    const event = await publishedEvent(desk, { capacity: 1, filling: 'BY_HAND' })
    const first = await register({ eventId: event.id, ...maya })
    const second = await register({ eventId: event.id, name: 'Leo', email: 'leo@example.com' })
    expect(await giveBack({ token: first.token }, undefined)).toMatchObject({ registration: { status: 'CANCELLED' } })
    expect((await giveBack({ token: first.token }, undefined)).problems).toMatchObject([{ code: 'TERMINAL_STATUS' }])
    expect(await sessionOf(event.sessions.nodes[0]!.id)).toMatchObject({ placesTaken: 0, waitlisted: 1 })
    expect(await register({ eventId: event.id, ...maya })).toMatchObject({ __typename: 'Waitlisted', position: 2 })
    const { id } = second.registration
    expect((await giveBack({ id, expectedVersion: 2 })).problems).toMatchObject([{ code: 'STALE_VERSION' }])
    expect(await giveBack({ id, expectedVersion: 1 })).toMatchObject({ registration: { version: 2 } })
    await expect(giveBack({ token: 'x'.repeat(43) }, undefined)).rejects.toThrow('There is no such registration.')
  })

  it('is no other clinic’s to make, see or give back', async () => {
    const { id } = await publishedEvent(desk)
    const { registration } = await register({ eventId: id, ...maya })
    const other = await makeDesk(app, database.db)
    await expect(register({ eventId: id, ...maya }, other.key)).rejects.toThrow('There is no such event.')
    await expect(giveBack({ id: registration.id, expectedVersion: 1 }, other.key)).rejects.toThrow(
      'no such registration',
    )
    await expect(register({ eventId: id, clientId: other.maya.id })).rejects.toThrow('There is no such client.')
  })

  it('is for keys that may write, and for a therapist where she runs it', async () => {
    const { id } = await publishedEvent(desk)
    const reader = await makeApiKey(database.db, desk.clinic.id, ['read'])
    await expect(register({ eventId: id, ...maya }, reader)).rejects.toThrow('This key may only read')
    const roster = 'query ($id: ID!) { event(id: $id) { registrations(first: 5) { nodes { name } } } }'
    expect((await ask(app, reader, roster, { id })).errors).toBeUndefined()
    const okafor = await therapist(desk.okafor.id)
    expect((await ask(app, okafor, roster, { id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    const chen = await therapist(desk.chen.id)
    expect((await ask(app, chen, roster, { id })).errors).toBeUndefined()
    expect(await register({ eventId: id, clientId: desk.leo.id, email: 'leo@example.com' }, chen)).toMatchObject({
      ...{ __typename: 'Registered', registration: { name: 'Leo Park' } },
    })
  })
})
