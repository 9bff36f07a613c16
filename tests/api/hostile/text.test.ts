import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../support/app.ts'
import { onePlaceOf, placesOf, replaced } from './inputs.ts'
import { openWorld, type World } from './world.ts'

let world: World
/** What the clinic has before anything is asked, and still has as long as everything is refused. */
let state: string

beforeAll(async () => {
  world = await openWorld()
  state = await world.state()
})
afterAll(() => world.close())

const impossible: readonly (readonly [string, string])[] = [
  ['a NUL', 'a\0b'],
  ['an escape', 'a\u001b[31mb'],
  ['half a character', 'a\ud800b'],
  ['the other half', '\udc00'],
  ['what turns the direction of text', 'a\u202egnp.exe'],
  ['what hides the direction of text', 'a\u2066b\u2069'],
  ['more than any of them may be', 'x'.repeat(70_000)],
]

const TEXT = ['String', 'EmailAddress', 'PhoneNumber', 'TimeZone', 'LocalTime', 'LocalDate']

test.each(placesOf(...TEXT))(
  'text that cannot be kept is refused by %s as %s, and nothing is written',
  async (mutation, _, path) => {
    const { query, input } = world.filled(mutation)
    const outcomes = await world.outcomesOf(
      query,
      impossible.map(([_, text]) => replaced(input, path, text)),
    )
    for (const [at, [what]] of impossible.entries()) {
      const { outcome, cause } = outcomes[at]!
      expect([what, outcome]).toEqual([what, expect.stringMatching(/Refused$|^BAD_USER_INPUT$/)])
      expect(cause).toContain(`input.${path[0]}`)
    }
    expect(await world.state()).toBe(state)
  },
)

test.each(onePlaceOf(...TEXT, 'ID'))('nearly a megabyte is refused by %s as %s', async (mutation, _, path) => {
  const { query, input } = world.filled(mutation)
  const { outcome } = await world.outcomeOf(query, replaced(input, path, 'x'.repeat(900_000)))
  expect(outcome).toMatch(/Refused$|^BAD_USER_INPUT$|^NOT_FOUND$/)
  expect(await world.state()).toBe(state)
})

const noIds: readonly string[] = ['', ' ', '0', "' or 1=1 --", '{}', 'a\0b', '\ud800', 'x'.repeat(70_000)]

test.each(placesOf('ID'))('an id that cannot be one is not found by %s as %s', async (mutation, _, path) => {
  const { query, input } = world.filled(mutation)
  const outcomes = await world.outcomesOf(
    query,
    noIds.map((id) => replaced(input, path, id)),
  )
  for (const [at, id] of noIds.entries()) {
    expect([id.slice(0, 20), outcomes[at]!.outcome]).toEqual([id.slice(0, 20), 'NOT_FOUND'])
  }
  expect(await world.state()).toBe(state)
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
  const { data } = await ask<{ createClient: { client: { name: string } } }>(world.app, world.cookie, query, {
    input: { name },
  })
  expect(data.createClient.client.name).toBe(kept)
})

test('notes keep their lines, whatever ended them', async () => {
  const query = `mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) {
    ... on AppointmentBooked { appointment { notes } } } }`
  const input = {
    ...world.desk.usual,
    clientId: world.desk.leo.id,
    startsAt: '2026-03-04T15:00:00Z',
    notes: ' one\r\ntwo\rthree\n',
  }
  const { data } = await ask<{ bookAppointment: object }>(world.app, world.cookie, query, { input })
  expect(data.bookAppointment).toEqual({ appointment: { notes: 'one\ntwo\nthree' } })
})

test.each([
  ['that grows when it is composed', '\ufb2c'.repeat(200)],
  ['of nearly a megabyte of white space', ' '.repeat(900_000)],
  ['that nobody sees', '\u200b\u200d\ufeff'],
  ['that is only marks of direction', '\u200e\u200f'],
])('a name %s is refused', async (_, name) => {
  const { query } = world.filled('createClient')
  expect(await world.outcomeOf(query, { name })).toEqual({ outcome: 'RecordRefused', cause: 'input.name' })
})
