import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { makeOffice, type Office, type RecordKind } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'

let database: TestDatabase
let app: TestApp
let office: Office

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database)
  office = await makeOffice(app, database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const type = { minutes: 50 }
const member = { email: 'new@example.com', role: 'RECEPTIONIST' }
const creations: [string, RecordKind, object][] = [
  ['createTherapist', 'Therapist', {}],
  ['createRoom', 'Room', {}],
  ['createClient', 'Client', {}],
  ['createAppointmentType', 'AppointmentType', type],
  ['createMember', 'Member', member],
]

const names: [string, string][] = [
  ['empty', ''],
  ['blank', ' \n\t '],
  ['with a NUL', 'a\0b'],
  ['with a control character', 'a\u001bb'],
  ['with a lone surrogate', 'a\ud800b'],
  ['that turns the direction of text', 'a\u202eb'],
  ['of a megabyte less a little', 'x'.repeat(900_000)],
  ['of 201 characters', 'x'.repeat(201)],
]

const badNames = creations.flatMap(([mutation, kind, rest]) =>
  names.map(([what, name]) => ({ mutation, kind, rest, what, name })),
)

test.each(badNames)('$mutation refuses a name $what and writes nothing', async ({ mutation, kind, rest, name }) => {
  const before = await logHead()
  const refused = await office.save(mutation, kind, { ...rest, name })
  expect(refused.problems.map(({ code, path }) => ({ code, path }))).toEqual([
    { code: 'INVALID', path: ['input', 'name'] },
  ])
  expect(await logHead()).toEqual(before)
})

test('text that looks like markup or a formula is kept as text', async () => {
  const names = ['<img src=x onerror=alert(1)>', 'javascript:alert(1)', '=cmd|calc', "Robert'); drop table clients;--"]
  for (const name of names)
    expect((await office.save('createClient', 'Client', { name })).client).toMatchObject({ name })
})

test('line ends in a name become spaces, and composed letters are one', async () => {
  const { client } = await office.save('createClient', 'Client', { name: 'Rene\u0301e\r\nBcc: x' })
  expect(client).toMatchObject({ name: 'Ren\u00e9e Bcc: x' })
})

test.each([
  ['createRoom', 'Room', { name: 'R', capacity: 0 }, 'capacity'],
  ['createRoom', 'Room', { name: 'R', capacity: 501 }, 'capacity'],
  ['createAppointmentType', 'AppointmentType', { name: 'T', minutes: 4 }, 'minutes'],
  ['createAppointmentType', 'AppointmentType', { name: 'T', minutes: 721 }, 'minutes'],
  [
    'createAppointmentType',
    'AppointmentType',
    { name: 'T', minutes: 50, bufferAfterMinutes: 121 },
    'bufferAfterMinutes',
  ],
  [
    'createAppointmentType',
    'AppointmentType',
    { name: 'T', minutes: 50, bufferBeforeMinutes: -1 },
    'bufferBeforeMinutes',
  ],
  ['createAppointmentType', 'AppointmentType', { name: 'T', minutes: 50, hue: 360 }, 'hue'],
  ['createAppointmentType', 'AppointmentType', { name: 'T', minutes: 50, priceCents: -1 }, 'priceCents'],
  ['createAppointmentType', 'AppointmentType', { name: 'T', minutes: 50, cptCode: '9083' }, 'cptCode'],
  ['createAppointmentType', 'AppointmentType', { name: 'T', minutes: 50, category: ' ' }, 'category'],
  ['createTherapist', 'Therapist', { name: 'T', title: 'x'.repeat(101) }, 'title'],
  [
    'createTherapist',
    'Therapist',
    { name: 'T', specialties: Array.from({ length: 21 }, (_, i) => `${i}`) },
    'specialties',
  ],
  ['createTherapist', 'Therapist', { name: 'T', specialties: ['\0'] }, 'specialties'],
  ['createClient', 'Client', { name: 'C', phone: '2025550123' }, 'phone'],
  ['createClient', 'Client', { name: 'C', phone: '+12025550' }, 'phone'],
  ['createClient', 'Client', { name: 'C', phone: '+99912345678' }, 'phone'],
  ['updateClinic', 'Clinic', { expectedVersion: 1, stepMinutes: 7 }, 'stepMinutes'],
  ['updateClinic', 'Clinic', { expectedVersion: 1, name: '' }, 'name'],
  ['updateClinic', 'Clinic', { expectedVersion: 1, currency: 'XQX' }, 'currency'],
  ['updateClinic', 'Clinic', { expectedVersion: 1, host: 'no host' }, 'host'],
] as [string, RecordKind, object, string][])(
  '%s of a %s with %j names the field',
  async (mutation, kind, input, field) => {
    const refused = await office.save(mutation, kind, input)
    expect(refused.__typename).toBe('RecordRefused')
    expect(refused.problems[0]).toMatchObject({ code: 'INVALID', path: ['input', field] })
  },
)

test.each([
  [{ name: 'C', email: 'no address' }],
  [{ name: 'C', email: 'a@b.c\nBcc: d@e.f' }],
  [{ name: 'C', zone: 'Mars/Olympus' }],
  [{ email: 'a@example.com' }],
])('a client %j is not even of the right shape', async (input) => {
  const { errors } = await office.attempt('createClient', 'Client', input)
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
})

test('everything that is wrong is told at once', async () => {
  const refused = await office.save('createAppointmentType', 'AppointmentType', { name: '', minutes: 1, hue: 999 })
  expect(refused.problems.map((each) => each.path?.[1])).toEqual(['name', 'minutes', 'hue'])
})

test('what was left out of a type has its usual value, and null takes a price away', async () => {
  const { appointmentType } = await office.save('createAppointmentType', 'AppointmentType', {
    name: 'Intake',
    minutes: 80,
    priceCents: 18_000,
    cptCode: '9079a',
  })
  expect(appointmentType).toMatchObject({
    category: 'Individual',
    bufferBeforeMinutes: 0,
    hue: 250,
    needsRoom: true,
    priceCents: 18_000,
    cptCode: '9079A',
  })
  const { id } = appointmentType as { id: string }
  const changed = await office.save('updateAppointmentType', 'AppointmentType', {
    id,
    expectedVersion: 1,
    priceCents: null,
    needsRoom: false,
  })
  expect(changed.appointmentType).toMatchObject({ priceCents: null, cptCode: '9079A', needsRoom: false, minutes: 80 })
})

async function logHead(): Promise<unknown> {
  const { rows } = await inClinic(database.db, office.clinic.id, (trx) =>
    sql`select change_seq, audit_seq from log_heads`.execute(trx),
  )
  return rows[0]
}
