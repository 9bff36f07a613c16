import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { makeOffice, type Office, type RecordAnswer, saveMutation, signInAs } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson } from '../../support/sign-in.ts'
import { makeClinic, makeTherapist } from '../../support/world.ts'

const PASSWORD = 'correct horse battery'

let database: TestDatabase
let app: TestApp
let office: Office

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  office = await makeOffice(app, database)
})

interface MemberSeen {
  id: string
  email: string
  version: number
  hasSignedIn: boolean
}

function memberOf(answer: RecordAnswer): MemberSeen {
  expect(answer.__typename).toBe('MemberSaved')
  return answer.member as MemberSeen
}

function join(link: unknown, password = PASSWORD): Promise<Response> {
  const token = String(link).split('/join/')[1]
  return fetch(`${app.url}/api/auth/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, password }),
  })
}

test('a new member follows the link, chooses a password and works', async () => {
  const therapist = await makeTherapist(database.db, office.clinic.id)
  const email = `Noor.${uuid()}@Example.com`
  const input = { name: 'Noor Haddad', email, role: 'THERAPIST', therapistId: therapist.id }
  const created = await office.save('createMember', 'Member', input)
  expect(created.member).toMatchObject({
    email: email.toLowerCase(),
    role: 'THERAPIST',
    hasSignedIn: false,
    active: true,
  })
  expect(created.signInLink).toMatch(/^http:\/\/localhost\/join\/[A-Za-z0-9_-]{43}$/)
  expect((await join(created.signInLink)).status).toBe(200)
  const cookie = await signInAs(app, { ...office.admin, email, password: PASSWORD })
  const { viewer } = await office.read<{ viewer: object }>('{ viewer { name role therapistId rights } }', {}, cookie)
  expect(viewer).toEqual({
    name: 'Noor Haddad',
    role: 'THERAPIST',
    therapistId: therapist.id,
    rights: ['READ_CALENDAR', 'EDIT_OWN_APPOINTMENTS', 'REQUEST_OWN_TIME_OFF', 'SEND_MESSAGES', 'EDIT_OWN_EVENTS'],
  })
  const { members } = await office.read<{ members: MemberSeen[] }>('{ members { email hasSignedIn } }')
  expect(members).toContainEqual({ email: email.toLowerCase(), hasSignedIn: true })
})

test('an invitation for an e-mail that has a sign-in adds the clinic and changes nothing about the sign-in', async () => {
  const other = await makeClinic(database.db)
  const person = await makePerson(database.db, other.id)
  const created = await office.save('createMember', 'Member', {
    name: 'Rosa Quinn',
    email: person.email.toUpperCase(),
    role: 'RECEPTIONIST',
  })
  expect(created).toMatchObject({ member: { hasSignedIn: true }, signInLink: null })
  const cookie = await signInAs(app, person)
  const answer = await fetch(`${app.url}/api/auth/get-session`, { headers: { cookie } })
  const { clinics } = (await answer.json()) as { clinics: { id: string }[] }
  expect(clinics.map((each) => each.id)).toEqual([other.id, office.clinic.id])
})

test('one e-mail is one member of a clinic, also when two invite at once', async () => {
  const input = { name: 'Rosa Quinn', email: `${uuid()}@example.com`, role: 'RECEPTIONIST' }
  const answers = await Promise.all([1, 2, 3].map(() => office.save('createMember', 'Member', input)))
  expect(answers.map((each) => each.problems?.[0]?.code ?? 'saved').sort()).toEqual([
    'EMAIL_TAKEN',
    'EMAIL_TAKEN',
    'saved',
  ])
})

test('a member who was archived is brought back rather than made again', async () => {
  const { email } = office.receptionist
  await office.save('archiveMember', 'Member', { id: office.receptionist.memberId, expectedVersion: 1 })
  const again = await office.save('createMember', 'Member', { name: 'X', email: email.toUpperCase(), role: 'ADMIN' })
  expect(again.problems[0]).toMatchObject({
    code: 'EMAIL_TAKEN',
    message: expect.stringContaining('Bring that member back'),
  })
})

test('archiving a member ends the sessions at once and bars the door', async () => {
  const { cookie, memberId, userId } = office.receptionist
  const before = await ask(app, cookie, '{ viewer { name } }')
  expect(before.errors).toBeUndefined()
  await office.save('archiveMember', 'Member', { id: memberId, expectedVersion: 1 })
  const after = await ask(app, cookie, '{ viewer { name } }')
  expect(after.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  const { rows } = await sql`select from auth.sessions where user_id = ${userId}`.execute(database.db)
  expect(rows).toHaveLength(0)
  await expect(signInAs(app, office.receptionist)).rejects.toThrow('401')
  await office.save('archiveMember', 'Member', { id: memberId, expectedVersion: 2, archived: false })
  expect(await signInAs(app, office.receptionist)).toBeTruthy()
})

test('the last administrator can be neither archived nor given another role', async () => {
  const id = office.admin.memberId
  const message = 'Some admin is the only administrator. Make somebody else one first.'
  const demoted = await office.save('updateMember', 'Member', { id, expectedVersion: 1, role: 'RECEPTIONIST' })
  expect(demoted.problems).toEqual([{ code: 'LAST_ADMIN', message, path: ['input', 'id'] }])
  const archived = await office.save('archiveMember', 'Member', { id, expectedVersion: 1 })
  expect(archived.problems[0]?.code).toBe('LAST_ADMIN')
  const renamed = await office.save('updateMember', 'Member', { id, expectedVersion: 1, name: 'Ada' })
  expect(memberOf(renamed).version).toBe(2)
})

test('two administrators who archive each other at once do not both go', async () => {
  for (let round = 0; round < 5; round++) {
    const two = await makeOffice(app, database)
    const second = await makePerson(database.db, two.clinic.id, { role: 'admin' })
    const cookie = await signInAs(app, second)
    const answers = await Promise.all([
      two.attempt('archiveMember', 'Member', { id: second.memberId, expectedVersion: 1 }),
      two.attempt('archiveMember', 'Member', { id: two.admin.memberId, expectedVersion: 1 }, cookie),
    ])
    // The slower one is refused, or is nobody any more by the time the request is read.
    const said = answers.map(({ data, errors }) => {
      const answer = data as { archiveMember: RecordAnswer } | null
      return answer?.archiveMember.__typename ?? errors?.[0]?.extensions.code
    })
    expect(said).toContain('MemberSaved')
    expect(['RecordRefused', 'UNAUTHENTICATED']).toContain(said.find((each) => each !== 'MemberSaved'))
  }
})

test('another role is another set of rights from the next request on', async () => {
  const { memberId: id, cookie } = office.receptionist
  await office.save('updateMember', 'Member', { id, expectedVersion: 1, role: 'ADMIN' })
  const { errors } = await ask(app, cookie, '{ members { id } }')
  expect(errors).toBeUndefined()
})

test('a link that was lost is replaced, and the lost one stops working', async () => {
  const input = { name: 'Noor Haddad', email: `${uuid()}@example.com`, role: 'RECEPTIONIST' }
  const created = await office.save('createMember', 'Member', input)
  const { id } = memberOf(created)
  const renew = saveMutation('renewInvitation', 'Member')
  const answer = async () =>
    (await office.read<{ renewInvitation: RecordAnswer }>(renew, { input: { id } })).renewInvitation
  const renewed = await answer()
  expect((await join(created.signInLink)).status).toBe(400)
  expect((await join(renewed.signInLink)).status).toBe(200)
  expect((await answer()).problems[0]?.message).toBe('Noor Haddad has chosen a password already.')
})

test('a repeated invitation is not made twice and does not tell the link again', async () => {
  const input = {
    ...{ name: 'Noor Haddad', email: `${uuid()}@example.com`, role: 'RECEPTIONIST' },
    clientMutationId: uuid(),
  }
  const first = await office.save('createMember', 'Member', input)
  const second = await office.save('createMember', 'Member', input)
  expect(memberOf(second)).toEqual(memberOf(first))
  expect(second.signInLink).toBeNull()
  const token = String(first.signInLink).split('/join/')[1]!
  const { rows } = await inClinic(database.db, office.clinic.id, (trx) =>
    sql<{ kept: string }>`select string_agg(answer::text, '') as kept from mutation_answers`.execute(trx),
  )
  expect(rows[0]!.kept).toContain('Noor Haddad')
  expect(rows[0]!.kept).not.toContain(token)
})
