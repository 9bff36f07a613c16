import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { DAY, MONDAY, makeDesk, SET_STATUS } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'

const RESOURCE = `id kind name active position version
  weeklyHours { weekday startTime endTime effectiveFrom effectiveUntil telehealth mostAppointments location { id } }`
const WHOLE = `__typename id version status startsAt endsAt bufferBeforeMinutes bufferAfterMinutes overbooked notes
  confirmedAt overriddenRules overrideReason originalStartsAt createdAt updatedAt
  cancellation { reason } mark { version state reply repliedAt lateMinutes unread }
  client { id name email phone zone language consents smsStoppedAt referralStatus firstSessionAt active version }
  therapist { ${RESOURCE} title specialties skills } room { ${RESOURCE} capacity features location { id } }
  type { id name category minutes hue online version }`

let database: TestDatabase
let app: TestApp
let desk: Awaited<ReturnType<typeof makeDesk>>
let id: string

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY })
})
beforeEach(async () => {
  desk = await makeDesk(app, database.db)
  const { appointment } = await desk.book({ roomId: desk.oak.id, notes: 'The side door' })
  await desk.send(SET_STATUS, { id: appointment.id, expectedVersion: 1, status: 'ARRIVED' })
  id = appointment.id
})
afterAll(async () => {
  await app.close()
  await database.close()
})

type Seen = Record<string, unknown>

async function inCalendar(fields: string, fragments = ''): Promise<Seen[]> {
  const query = `query ($from: DateTime!, $to: DateTime!) { calendar(from: $from, to: $to) { appointments { ${fields} } } } ${fragments}`
  const { data, errors } = await ask<{ calendar: { appointments: Seen[] } }>(app, desk.key, query, DAY)
  expect(errors).toBeUndefined()
  return data.calendar.appointments
}

async function alone(fields: string): Promise<Seen> {
  const query = `query ($id: ID!) { appointment(id: $id) { ${fields} } }`
  const { data, errors } = await ask<{ appointment: Seen }>(app, desk.key, query, { id })
  expect(errors).toBeUndefined()
  return data.appointment
}

describe('an appointment in the calendar', () => {
  test('tells all that it tells alone', async () => {
    expect(await inCalendar(WHOLE)).toEqual([await alone(WHOLE)])
  })

  test.each([
    ['what a card shows', 'id version status notes overbooked client { id name } therapist { id name } room { id }'],
    ['the mark of its messages', 'id mark { version state reply repliedAt lateMinutes unread }'],
    ['when it was booked', 'id createdAt'],
    ['an address of its client', 'client { name email }'],
    ['a skill of its therapist', 'therapist { id skills }'],
    ['where its room is', 'room { id features location { name } }'],
    ['the hours of its therapist', 'therapist { weeklyHours { weekday location { id } } }'],
    ['what stands on it in messages', 'messages { kind dueAt } replies { receivedAt } conversation { id }'],
  ])('tells %s when nothing else is asked for', async (_, fields) => {
    expect(await inCalendar(fields)).toEqual([await alone(fields)])
  })

  test('tells what is asked for in fragments, in several places and under other names', async () => {
    const fields = `...Card card: client { name } ... on Appointment { client { mail: email } } ...Made`
    const fragments = `fragment Card on Appointment { id with: therapist { ...Who } }
      fragment Who on Therapist { speciality: specialties } fragment Made on Appointment { made: createdAt }`
    const { client, therapist, createdAt } = await alone('client { name email } therapist { specialties } createdAt')
    const { name, email } = client as Seen
    const { specialties } = therapist as Seen
    expect(await inCalendar(fields, fragments)).toEqual([
      { id, with: { speciality: specialties }, card: { name }, client: { mail: email }, made: createdAt },
    ])
  })
})

test('a day is told alike the first time and every time after, with all there is to it, and so is a refusal', async () => {
  const query = `query Day($from: DateTime!, $to: DateTime!) { calendar(from: $from, to: $to) {
    __typename cursor zone appointments { ${WHOLE} onTimeOff series { __typename id } }
    openHours { resourceId startsAt endsAt } timeOff { __typename id resource { id } reason }
    holds { __typename id startsAt } sessions { __typename id title } externalBusy { __typename startsAt } } }`
  const backwards = { from: DAY.to, to: DAY.from }
  const answers = [1, 2, 3, 4, 5].map(() => ask<object>(app, desk.key, query, DAY))
  for (const answer of await Promise.all(answers)) expect(answer).toEqual(await answers[0])
  expect(await ask<object>(app, desk.key, query, DAY)).toEqual(await answers[0])
  const { errors } = await ask<object>(app, desk.key, query, backwards)
  expect(errors?.map(({ message, path }) => [message, path])).toEqual([['`to` must come after `from`.', ['calendar']]])
})
