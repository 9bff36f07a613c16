import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { MONDAY, makeDesk } from '../../support/desk.ts'
import { signInAs } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeApiKey as makeKeyRow, makePerson } from '../../support/sign-in.ts'
import { fillMutations, replaced } from './inputs.ts'

let database: TestDatabase
let app: TestApp
let desk: Awaited<ReturnType<typeof makeDesk>>
let cookie: string
let known: Record<string, Record<string, unknown>>

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY })
  desk = await makeDesk(app, database.db)
  const admin = await makePerson(database.db, desk.clinic.id, { role: 'admin' })
  cookie = await signInAs(app, admin)
  const { appointment } = await desk.book({ roomId: desk.oak.id })
  const { appointment: other } = await desk.book({ startsAt: '2026-03-03T16:00:00Z' })
  const key = await makeKeyRow(database.db, desk.clinic.id)
  const weeklyHours = [{ weekday: 1, startTime: '09:00', endTime: '17:00' }]
  const place = { therapistId: desk.chen.id, roomId: desk.oak.id, override: ['OUTSIDE_HOURS'] }
  known = {
    bookAppointment: { ...place, clientId: desk.leo.id, typeId: desk.type.id, endsAt: null },
    moveAppointment: { ...place, id: appointment.id, endsAt: null },
    swapAppointments: { firstId: appointment.id, secondId: other.id, override: ['OUTSIDE_HOURS'] },
    cancelAppointment: { id: appointment.id },
    setAppointmentStatus: { id: appointment.id, status: 'ARRIVED' },
    createApiKey: { expiresAt: '2027-01-01T00:00:00Z' },
    createAppointmentType: { minutes: 50, cptCode: '90834' },
    createMember: { therapistId: null },
    revokeApiKey: { id: key.id },
    renewInvitation: { id: admin.memberId },
    archiveMember: { id: admin.memberId },
    updateMember: { id: admin.memberId, therapistId: null },
    archiveClient: { id: desk.maya.id },
    updateClient: { id: desk.maya.id },
    archiveRoom: { id: desk.elm.id },
    createRoom: { weeklyHours },
    updateRoom: { id: desk.elm.id, weeklyHours },
    archiveTherapist: { id: desk.okafor.id },
    createTherapist: { weeklyHours },
    updateTherapist: { id: desk.okafor.id, weeklyHours },
    archiveAppointmentType: { id: desk.type.id },
    updateAppointmentType: { id: desk.type.id, minutes: 50, cptCode: '90834' },
    updateClinic: { stepMinutes: 15 },
  }
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const impossible: readonly (readonly [string, string])[] = [
  ['a NUL', 'a\0b'],
  ['an escape', 'a\u001b[31mb'],
  ['half a character', 'a\ud800b'],
  ['the other half', '\udc00'],
  ['what turns the direction of text', 'a\u202egnp.exe'],
  ['what hides the direction of text', 'a\u2066b\u2069'],
  ['nearly a megabyte', 'x'.repeat(900_000)],
]

interface Result {
  readonly __typename: string
  readonly problems?: readonly { readonly path: readonly string[] | null }[]
}

/** What a mutation came to: the code of its error, or the type of its answer; and what it says the cause is. */
async function outcomeOf(query: string, input: unknown): Promise<{ outcome: string; cause: string }> {
  const { data, errors } = await ask<Record<string, Result>>(app, cookie, query, { input })
  const [error] = errors ?? []
  if (error) return { outcome: error.extensions.code, cause: error.extensions.path?.join('.') ?? error.message }
  const result = Object.values(data)[0]!
  return { outcome: result.__typename, cause: result.problems?.[0]?.path?.join('.') ?? '' }
}

const TEXT = ['String', 'EmailAddress', 'PhoneNumber', 'TimeZone', 'LocalTime', 'LocalDate']

const placesOf = (types: readonly string[]) =>
  fillMutations(() => ({}), types).flatMap(({ mutation, texts }) =>
    texts.map((path) => [mutation, path.join('.'), path] as const),
  )

const filled = (mutation: string) =>
  fillMutations((name) => known[name] ?? {}, []).find((each) => each.mutation === mutation)!

test.each(placesOf(TEXT))(
  'text that cannot be kept is refused by %s as %s, and nothing is written',
  async (mutation, _, path) => {
    const { query, input } = filled(mutation)
    const before = await clinicState(database, desk.clinic.id)
    for (const [what, text] of impossible) {
      const { outcome, cause } = await outcomeOf(query, replaced(input, path, text))
      expect([what, outcome]).toEqual([what, expect.stringMatching(/Refused$|^BAD_USER_INPUT$/)])
      expect(cause).toContain(`input.${path[0]}`)
    }
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  },
)

test.each(placesOf(['ID']))('an id that cannot be one is not found by %s as %s', async (mutation, _, path) => {
  const { query, input } = filled(mutation)
  const before = await clinicState(database, desk.clinic.id)
  for (const id of ['', ' ', '0', "' or 1=1 --", '{}', 'a\0b', '\ud800', 'x'.repeat(900_000)]) {
    const { outcome } = await outcomeOf(query, replaced(input, path, id))
    expect([id.slice(0, 20), outcome]).toEqual([id.slice(0, 20), 'NOT_FOUND'])
  }
  expect(await clinicState(database, desk.clinic.id)).toBe(before)
})

const odd: readonly (readonly [string, string, string])[] = [
  ['markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['a formula', '=cmd|calc', '=cmd|calc'],
  ['a script', 'javascript:alert(1)', 'javascript:alert(1)'],
  ['SQL', "'); drop table clients; --", "'); drop table clients; --"],
  ['a backslash and its kin', '\\x00 \\u0000 %00 {{7*7}}', '\\x00 \\u0000 %00 {{7*7}}'],
  ['line ends', 'Maya\r\nBcc: x@example.com', 'Maya Bcc: x@example.com'],
  ['other line ends', 'Maya\u2028Alvarez\u2029', 'Maya Alvarez'],
  ['letters and their marks', 'Rene\u0301e', 'Ren\u00e9e'],
  ['another script', 'مايا אורן 山田 🧑🏽‍⚕️', 'مايا אורן 山田 🧑🏽‍⚕️'],
  ['as many letters as may be', '𝒳'.repeat(100), '𝒳'.repeat(100)],
]

test.each(odd)('a name with %s is text and nothing else', async (_, name, kept) => {
  const query = `mutation ($input: CreateClientInput!) { createClient(input: $input) {
    ... on ClientSaved { client { name } } } }`
  const { data } = await ask<{ createClient: { client: { name: string } } }>(app, cookie, query, { input: { name } })
  expect(data.createClient.client.name).toBe(kept)
})

test('notes keep their lines, whatever ended them', async () => {
  const query = `mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) {
    ... on AppointmentBooked { appointment { notes } } } }`
  const input = {
    ...desk.usual,
    clientId: desk.leo.id,
    startsAt: '2026-03-04T15:00:00Z',
    notes: ' one\r\ntwo\rthree\n',
  }
  const { data } = await ask<{ bookAppointment: object }>(app, cookie, query, { input })
  expect(data.bookAppointment).toEqual({ appointment: { notes: 'one\ntwo\nthree' } })
})

test.each([
  ['that grows when it is composed', '\ufb2c'.repeat(200)],
  ['of nearly a megabyte of white space', ' '.repeat(900_000)],
  ['that nobody sees', '\u200b\u200d\ufeff'],
  ['that is only marks of direction', '\u200e\u200f'],
])('a name %s is refused', async (_, name) => {
  const { query } = filled('createClient')
  expect(await outcomeOf(query, { name })).toEqual({ outcome: 'RecordRefused', cause: 'input.name' })
})
