import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { makeOffice, type Office } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeAppointment, makeClient, makeRoom, makeTherapist, makeType } from '../../support/world.ts'

// Monday 2 March 2026, 08:00 in New York.
const NOW = Date.parse('2026-03-02T13:00:00Z')

let database: TestDatabase
let app: TestApp
let office: Office

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => NOW })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  office = await makeOffice(app, database)
})

const HOURS = [
  { weekday: 2, startTime: '13:00:00', endTime: '00:00' },
  { weekday: 1, startTime: '09:00', endTime: '17:00' },
  { weekday: 2, startTime: '08:00', endTime: '12:00' },
]

test('a therapist is created, changed, archived and brought back', async () => {
  const created = await office.save('createTherapist', 'Therapist', {
    name: '  Dr.   Imani\tCole ',
    title: 'LCSW',
    specialties: ['CBT', ' CBT ', '', 'Grief'],
    weeklyHours: HOURS,
  })
  expect(created).toMatchObject({
    __typename: 'TherapistSaved',
    therapist: {
      kind: 'THERAPIST',
      name: 'Dr. Imani Cole',
      active: true,
      position: 0,
      version: 1,
      specialties: ['CBT', 'Grief'],
      weeklyHours: [
        { weekday: 1, startTime: '09:00', endTime: '17:00' },
        { weekday: 2, startTime: '08:00', endTime: '12:00' },
        { weekday: 2, startTime: '13:00', endTime: '00:00' },
      ],
    },
  })
  const { id } = created.therapist as { id: string }
  const hours = [{ weekday: 3, startTime: '10:00', endTime: '11:00' }]
  const changed = await office.save('updateTherapist', 'Therapist', {
    id,
    expectedVersion: 1,
    title: null,
    weeklyHours: hours,
    position: 4,
  })
  expect(changed.therapist).toMatchObject({
    name: 'Dr. Imani Cole',
    title: null,
    specialties: ['CBT', 'Grief'],
    weeklyHours: hours,
    position: 4,
    version: 2,
  })
  const archived = await office.save('archiveTherapist', 'Therapist', { id, expectedVersion: 2 })
  expect(archived.therapist).toMatchObject({ active: false, version: 3 })
  const back = await office.save('archiveTherapist', 'Therapist', { id, expectedVersion: 3, archived: false })
  expect(back.therapist).toMatchObject({ active: true, version: 4, weeklyHours: hours })
})

test('a room is created, changed and archived', async () => {
  const { room } = await office.save('createRoom', 'Room', { name: 'Oak' })
  expect(room).toMatchObject({ kind: 'ROOM', name: 'Oak', capacity: 2, weeklyHours: [], version: 1 })
  const { id } = room as { id: string }
  const { room: changed } = await office.save('updateRoom', 'Room', { id, expectedVersion: 1, capacity: 12 })
  expect(changed).toMatchObject({ name: 'Oak', capacity: 12, version: 2 })
  await office.save('archiveRoom', 'Room', { id, expectedVersion: 2 })
  const { rooms } = await office.read<{ rooms: unknown[] }>('{ rooms(activeOnly: true) { id } }')
  expect(rooms).toEqual([])
})

test('new ones come after the others of their kind', async () => {
  for (const name of ['A', 'B', 'C']) await office.save('createRoom', 'Room', { name })
  await office.save('createTherapist', 'Therapist', { name: 'A' })
  const { rooms, therapists } = await office.read<Record<string, { position: number }[]>>(
    '{ rooms { position } therapists { position } }',
  )
  expect(rooms!.map((each) => each.position)).toEqual([0, 1, 2])
  expect(therapists!.map((each) => each.position)).toEqual([0])
})

test('two active rooms may not have one name, whatever its case; a room and a therapist may', async () => {
  await office.save('createRoom', 'Room', { name: 'Oak' })
  expect(await office.save('createRoom', 'Room', { name: ' OAK ' })).toMatchObject({
    __typename: 'RecordRefused',
    problems: [{ code: 'NAME_TAKEN', message: 'There is already one called OAK.', path: ['input', 'name'] }],
  })
  expect((await office.save('createTherapist', 'Therapist', { name: 'Oak' })).__typename).toBe('TherapistSaved')
  const { id } = (await office.save('createRoom', 'Room', { name: 'Elm' })).room as { id: string }
  const renamed = await office.save('updateRoom', 'Room', { id, expectedVersion: 1, name: 'oak' })
  expect(renamed.problems[0]?.code).toBe('NAME_TAKEN')
})

test('an archived name is free, until the old bearer would come back', async () => {
  const { id } = (await office.save('createRoom', 'Room', { name: 'Oak' })).room as { id: string }
  await office.save('archiveRoom', 'Room', { id, expectedVersion: 1 })
  expect((await office.save('createRoom', 'Room', { name: 'Oak' })).__typename).toBe('RoomSaved')
  const back = await office.save('archiveRoom', 'Room', { id, expectedVersion: 2, archived: false })
  expect(back.problems[0]?.code).toBe('NAME_TAKEN')
})

test('somebody with appointments ahead is not archived, and the refusal counts them', async () => {
  const { db } = database
  const clinicId = office.clinic.id
  const therapist = await makeTherapist(db, clinicId, { name: 'Dr. Chen' })
  const room = await makeRoom(db, clinicId, { name: 'Oak' })
  const client = await makeClient(db, clinicId, { name: 'Maya Alvarez' })
  const type = await makeType(db, clinicId)
  const at = (hour: number) => ({
    ...{ clientId: client.id, therapistId: therapist.id, roomId: room.id, typeId: type.id },
    startsAt: new Date(NOW + hour * 3_600_000),
    endsAt: new Date(NOW + (hour + 1) * 3_600_000),
  })
  await makeAppointment(db, clinicId, at(-5))
  for (const hour of [3, 4]) await makeAppointment(db, clinicId, at(hour))
  const kinds = [
    ['archiveTherapist', 'Therapist', therapist.id, 'Dr. Chen'],
    ['archiveRoom', 'Room', room.id, 'Oak'],
    ['archiveClient', 'Client', client.id, 'Maya Alvarez'],
  ] as const
  for (const [mutation, kind, id, name] of kinds)
    expect((await office.save(mutation, kind, { id, expectedVersion: 1 })).problems).toEqual([
      {
        code: 'IN_USE',
        message: `${name} still has 2 appointments ahead. Move or cancel them first.`,
        path: ['input', 'id'],
      },
    ])
  const saved = await office.save('archiveAppointmentType', 'AppointmentType', { id: type.id, expectedVersion: 1 })
  expect(saved.__typename).toBe('AppointmentTypeSaved')
})

test('nobody is both archived and booked, however close the two requests come', async () => {
  const { db } = database
  const clinicId = office.clinic.id
  const client = await makeClient(db, clinicId)
  const type = await makeType(db, clinicId)
  const BOOK = `mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) { __typename } }`
  for (let round = 0; round < 8; round++) {
    const therapist = await makeTherapist(db, clinicId)
    const input = {
      ...{ clientId: client.id, therapistId: therapist.id, typeId: type.id },
      startsAt: new Date(NOW + (24 + round) * 3_600_000).toISOString(),
      override: ['OUTSIDE_HOURS', 'BUFFER'],
      overrideReason: 'asked for',
    }
    const [archived, booked] = await Promise.all([
      office.save('archiveTherapist', 'Therapist', { id: therapist.id, expectedVersion: 1 }),
      office.read<{ bookAppointment: { __typename: string } }>(BOOK, { input }),
    ])
    const both = [archived.__typename, booked.bookAppointment.__typename].sort()
    expect([
      ['AppointmentBooked', 'RecordRefused'],
      ['BookingRefused', 'TherapistSaved'],
    ]).toContainEqual(both)
  }
})

test('a change from an old version is refused and says who was faster', async () => {
  const { id } = (await office.save('createRoom', 'Room', { name: 'Oak' })).room as { id: string }
  const input = { id, expectedVersion: 1, capacity: 3 }
  const answers = await Promise.all([1, 2, 3].map(() => office.save('updateRoom', 'Room', input)))
  expect(answers.map((each) => each.__typename).sort()).toEqual(['RecordRefused', 'RecordRefused', 'RoomSaved'])
  const refused = answers.find((each) => each.__typename === 'RecordRefused')
  expect(refused?.problems).toEqual([
    {
      code: 'STALE_VERSION',
      message: 'Oak was changed by Some admin at 8:00 AM after you saw it.',
      path: ['input', 'expectedVersion'],
    },
  ])
})

test.each([
  [[{ weekday: 0, startTime: '09:00', endTime: '10:00' }], /weekdays/],
  [[{ weekday: 8, startTime: '09:00', endTime: '10:00' }], /weekdays/],
  [[{ weekday: 1, startTime: '10:00', endTime: '10:00' }], /begin before they end/],
  [[{ weekday: 1, startTime: '11:00', endTime: '10:00' }], /begin before they end/],
  [[{ weekday: 1, startTime: '09:00:30', endTime: '10:00' }], /whole minute/],
  [
    [
      { weekday: 1, startTime: '09:00', endTime: '12:00' },
      { weekday: 1, startTime: '11:59', endTime: '13:00' },
    ],
    /overlap/,
  ],
  [Array.from({ length: 71 }, () => ({ weekday: 1, startTime: '09:00', endTime: '10:00' })), /at most 70/],
])('weekly hours are refused, case %$', async (weeklyHours, message) => {
  const refused = await office.save('createTherapist', 'Therapist', { name: 'Dr. Cole', weeklyHours })
  expect(refused.problems).toEqual([
    { code: 'INVALID', message: expect.stringMatching(message), path: ['input', 'weeklyHours'] },
  ])
})

test('hours that only touch are kept', async () => {
  const weeklyHours = [
    { weekday: 1, startTime: '09:00', endTime: '12:00' },
    { weekday: 1, startTime: '12:00', endTime: '13:00' },
  ]
  const saved = await office.save('createTherapist', 'Therapist', { name: 'Dr. Cole', weeklyHours })
  expect(saved.therapist).toMatchObject({ weeklyHours })
})
