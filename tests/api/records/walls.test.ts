import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { makeOffice, type Office, type RecordKind, saveMutation } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeApiKey as makeKeyRow } from '../../support/sign-in.ts'
import {
  makeClient,
  makeClosure,
  makeHoursException,
  makeLocation,
  makeRoom,
  makeTherapist,
  makeType,
} from '../../support/world.ts'

let database: TestDatabase
let app: TestApp
let ours: Office
let theirs: Office

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database)
  ours = await makeOffice(app, database)
  theirs = await makeOffice(app, database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** One record of each kind in that clinic. */
async function recordsOf(office: Office): Promise<Record<RecordKind, string>> {
  const { db } = database
  const { id } = office.clinic
  return {
    Therapist: (await makeTherapist(db, id)).id,
    Room: (await makeRoom(db, id)).id,
    Client: (await makeClient(db, id)).id,
    AppointmentType: (await makeType(db, id)).id,
    Location: (await makeLocation(db, id)).id,
    Closure: (await makeClosure(db, id)).id,
    Member: office.receptionist.memberId,
    Clinic: id,
  }
}

const kinds = ['Therapist', 'Room', 'Client', 'AppointmentType', 'Location', 'Member'] as const

test.each(kinds)('a %s of another clinic is answered as if missing, and stays as it was', async (kind) => {
  const { [kind]: id } = await recordsOf(theirs)
  for (const mutation of [`update${kind}`, `archive${kind}`]) {
    const changes = mutation.startsWith('update') ? { name: 'Taken over' } : {}
    const attempt = async (wanted: string) =>
      (await ours.attempt(mutation, kind, { id: wanted, expectedVersion: 1, ...changes })).errors?.[0]
    const missing = await attempt(uuid())
    expect(missing?.extensions.code).toBe('NOT_FOUND')
    expect(await attempt(id)).toEqual(missing)
    expect(await attempt("' or 1=1 --")).toEqual(missing)
  }
  const untouched = await theirs.save(`archive${kind}`, kind, { id, expectedVersion: 1, archived: false })
  expect(untouched.__typename).toBe(`${kind}Saved`)
})

test('hours, closures and places of another clinic are answered as if missing, and stay', async () => {
  const { db } = database
  const theirsToo = await recordsOf(theirs)
  const exception = await makeHoursException(db, theirs.clinic.id, { resourceId: theirsToo.Therapist })
  const own = await recordsOf(ours)
  const hours = (locationId?: string) => [{ weekday: 1, startTime: '09:00', endTime: '12:00', locationId }]
  const on = { on: '2026-03-03', kind: 'CLOSED' }
  const attempts = (foreign: { closure: string; exception: string; resource: string; location: string }) =>
    [
      ['updateClosure', 'UpdateClosureInput', { id: foreign.closure, expectedVersion: 1, name: 'Taken over' }],
      ['removeClosure', 'RemoveInput', { id: foreign.closure, expectedVersion: 1 }],
      ['removeHoursException', 'RemoveInput', { id: foreign.exception, expectedVersion: 1 }],
      [
        'setHoursException',
        'SetHoursExceptionInput',
        { id: foreign.exception, expectedVersion: 1, resourceId: own.Therapist, ...on },
      ],
      ['setHoursException', 'SetHoursExceptionInput', { resourceId: foreign.resource, ...on }],
      ['setWeeklyHours', 'SetWeeklyHoursInput', { resourceId: foreign.resource, expectedVersion: 1, hours: hours() }],
      [
        'setWeeklyHours',
        'SetWeeklyHoursInput',
        { resourceId: own.Therapist, expectedVersion: 1, hours: hours(foreign.location) },
      ],
      ['updateRoom', 'UpdateRoomInput', { id: own.Room, expectedVersion: 1, locationId: foreign.location }],
      ['createRoom', 'CreateRoomInput', { name: 'Theirs', locationId: foreign.location }],
    ] as const
  const foreign = {
    ...{ closure: theirsToo.Closure, exception: exception.id },
    ...{ resource: theirsToo.Therapist, location: theirsToo.Location },
  }
  const missing = { closure: uuid(), exception: uuid(), resource: uuid(), location: uuid() }
  const before = await clinicState(database, theirs.clinic.id)
  for (const [i, [mutation, type, input]] of attempts(foreign).entries()) {
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`
    const told = async (wanted: object) => (await ask(app, ours.admin.cookie, query, { input: wanted })).errors?.[0]
    const answer = await told(input)
    expect([mutation, answer?.extensions.code]).toEqual([mutation, 'NOT_FOUND'])
    expect(await told(attempts(missing)[i]![2])).toEqual(answer)
  }
  expect(await clinicState(database, theirs.clinic.id)).toBe(before)
})

test('a key of another clinic cannot be revoked', async () => {
  const key = await makeKeyRow(database.db, theirs.clinic.id)
  const query = 'mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { __typename } }'
  const { errors } = await ask(app, ours.admin.cookie, query, { input: { id: key.id } })
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  expect((await ask(app, key.secret, '{ clinic { id } }')).errors).toBeUndefined()
})

test('a member cannot be given the calendar of another clinic, or one that is archived', async () => {
  const { Therapist: foreign } = await recordsOf(theirs)
  const { Therapist: archived } = await recordsOf(ours)
  await ours.save('archiveTherapist', 'Therapist', { id: archived, expectedVersion: 1 })
  for (const therapistId of [foreign, archived, uuid(), 'nonsense']) {
    const made = { name: 'N', email: `${uuid()}@example.com`, role: 'THERAPIST', therapistId }
    const changed = { id: ours.receptionist.memberId, expectedVersion: 1, therapistId }
    for (const [mutation, input] of [
      ['createMember', made],
      ['updateMember', changed],
    ] as const) {
      const { errors } = await ours.attempt(mutation, 'Member', input)
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    }
  }
})

test('lists and searches show the own clinic alone', async () => {
  const foreign = await recordsOf(theirs)
  const own = await recordsOf(ours)
  const seen = JSON.stringify(
    await ours.read(`{ locations { id } closures(from: "2026-01-01", to: "2026-12-31") { id } resources { id } therapists { id } rooms { id } appointmentTypes { id } members { id } apiKeys { id }
      clients(first: 100) { nodes { id appointments(first: 5) { nodes { id } } } }
      changes(after: "0", first: 50) { nodes { itemId } } }`),
  )
  for (const kind of [...kinds, 'Closure'] as const) {
    expect(seen).toContain(own[kind])
    expect(seen).not.toContain(foreign[kind])
  }
  const { client } = await ours.read<{ client: unknown }>('query ($id: ID!) { client(id: $id) { id } }', {
    id: foreign.Client,
  })
  expect(client).toBeNull()
})

test('the audit log of another clinic is not read', async () => {
  const { Room: foreign } = await recordsOf(theirs)
  await theirs.save('updateRoom', 'Room', { id: foreign, expectedVersion: 1, name: 'Theirs' })
  const query = 'query ($id: ID!) { auditEntries(first: 5, subjectId: $id) { nodes { seq } } }'
  const read = async (office: Office, id: string) =>
    (await office.read<{ auditEntries: { nodes: unknown[] } }>(query, { id })).auditEntries.nodes.length
  expect(await read(theirs, foreign)).toBe(1)
  expect(await read(ours, foreign)).toBe(0)
  expect(await read(ours, 'nonsense')).toBe(0)
})

/** What only those may change who keep the settings. */
function settingsOf(own: Record<RecordKind, string>) {
  const versioned = { id: own.Closure, expectedVersion: 1 }
  const resource = { resourceId: own.Therapist }
  return [
    ['createClosure', 'CreateClosureInput', { name: 'N', startsOn: '2026-03-03' }],
    ['updateClosure', 'UpdateClosureInput', { ...versioned, name: 'M' }],
    ['removeClosure', 'RemoveInput', versioned],
    ['setHoursException', 'SetHoursExceptionInput', { ...resource, on: '2026-03-03', kind: 'CLOSED' }],
    ['removeHoursException', 'RemoveInput', versioned],
    ['setWeeklyHours', 'SetWeeklyHoursInput', { ...resource, expectedVersion: 1, hours: [] }],
  ] as const
}

test('who has no right to is told so, for every operation', async () => {
  const own = await recordsOf(ours)
  const made: Record<string, object> = {
    Therapist: { name: 'N' },
    Room: { name: 'N' },
    AppointmentType: { name: 'N', minutes: 50 },
    Location: { name: 'N' },
    Member: { name: 'N', email: 'n@example.com', role: 'ADMIN' },
    Client: { name: 'N' },
  }
  const reader = await makeApiKey(database.db, ours.clinic.id, ['read'])
  const writer = await makeApiKey(database.db, ours.clinic.id)
  const refusedTo: Record<string, string[]> = {
    Client: [ours.therapist.cookie, reader],
    other: [ours.receptionist.cookie, ours.therapist.cookie, reader, writer],
  }
  for (const kind of kinds)
    for (const proof of refusedTo[kind] ?? refusedTo.other!)
      for (const [mutation, input] of [
        [`create${kind}`, made[kind]!],
        [`update${kind}`, { id: own[kind], expectedVersion: 1, name: 'M' }],
        [`archive${kind}`, { id: own[kind], expectedVersion: 1 }],
        [`archive${kind}`, { id: 'nonsense', expectedVersion: 1 }],
      ] as const)
        expect(await codeOf(saveMutation(mutation, kind), input, proof)).toBe('FORBIDDEN')
  for (const proof of refusedTo.other!) {
    expect(await codeOf(saveMutation('updateClinic', 'Clinic'), { expectedVersion: 1, name: 'M' }, proof)).toBe(
      'FORBIDDEN',
    )
    expect(await codeOf(saveMutation('renewInvitation', 'Member'), { id: own.Member }, proof)).toBe('FORBIDDEN')
    for (const [mutation, type, input] of settingsOf(own))
      expect(
        await codeOf(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, input, proof),
      ).toBe('FORBIDDEN')
    for (const query of ['{ members { id } }', '{ apiKeys { id } }', '{ auditEntries(first: 1) { nodes { seq } } }'])
      expect((await ask(app, proof, query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  }
})

test('nobody is told anything who is nobody', async () => {
  const queries = [
    ...[
      '{ members { id } }',
      '{ clients(first: 1) { nodes { id } } }',
      '{ appointmentTypes { id } }',
      '{ rooms { id } }',
      '{ locations { id } }',
      '{ closures(from: "2026-01-01", to: "2026-12-31") { id } }',
    ],
    ...['{ apiKeys { id } }', '{ auditEntries(first: 1) { nodes { seq } } }'],
  ]
  for (const query of queries)
    expect((await ask(app, undefined, query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  expect(await codeOf(saveMutation('createRoom', 'Room'), { name: 'N' }, undefined)).toBe('UNAUTHENTICATED')
})

test('a program that may write keeps clients', async () => {
  const writer = await makeApiKey(database.db, ours.clinic.id)
  const saved = await ours.save('createClient', 'Client', { name: 'Referred by a program' }, writer)
  expect(saved.__typename).toBe('ClientSaved')
})

async function codeOf(query: string, input: object, proof: string | undefined): Promise<string | undefined> {
  return (await ask(app, proof, query, { input })).errors?.[0]?.extensions.code
}
