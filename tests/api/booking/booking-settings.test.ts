import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { makeOffice } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeTherapist, makeType } from '../../support/world.ts'

let database: TestDatabase
let app: TestApp
let office: Awaited<ReturnType<typeof makeOffice>>

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database)
  office = await makeOffice(app, database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const UPDATE = `mutation ($input: UpdateBookingSettingsInput!) { updateBookingSettings(input: $input) { __typename
  ... on BookingSettingsUpdated { settings { version open therapistIds origins policy cancelNoticeMinutes } }
  ... on RecordRefused { problems { code path } } } }`
const QUESTIONS = `mutation ($input: SetIntakeQuestionsInput!) { setIntakeQuestions(input: $input) { __typename
  ... on IntakeQuestionsSet { appointmentType { version intakeQuestions { label kind required choices } } }
  ... on RecordRefused { problems { code path } } } }`

describe('the settings of online booking', () => {
  it('change in part, by the version seen, and only to what can be', async () => {
    const { admin } = office
    const therapist = await makeTherapist(database.db, office.clinic.id)
    const update = async (input: object) =>
      (await ask<Record<string, object>>(app, admin.cookie, UPDATE, { input })).data.updateBookingSettings
    expect(
      await update({ expectedVersion: 0, open: true, therapistIds: [therapist.id], origins: ['harbor.example'] }),
    ).toMatchObject({ settings: { version: 1, open: true, origins: ['https://harbor.example'] } })
    expect(await update({ expectedVersion: 1, policy: ' A day before.\r\n ' })).toMatchObject({
      settings: { version: 2, open: true, therapistIds: [therapist.id], policy: 'A day before.' },
    })
    expect(await update({ expectedVersion: 1, open: false })).toMatchObject({ problems: [{ code: 'STALE_VERSION' }] })
    for (const wrong of [
      { origins: ['http://harbor.example'] },
      { cancelNoticeMinutes: -1 },
      { policy: 'x'.repeat(2001) },
      { therapistIds: ['018f0000-0000-7000-8000-000000000000'] },
    ])
      expect(await update({ expectedVersion: 2, ...wrong })).toMatchObject({
        problems: [{ code: 'INVALID', path: ['input', Object.keys(wrong)[0]] }],
      })
  })

  it('and the questions of a type are for administrators', async () => {
    const type = await makeType(database.db, office.clinic.id)
    const question = { label: 'Who comes?', kind: 'CHOICE', required: true, choices: ['I', 'My child'] }
    const input = { id: type.id, expectedVersion: 1, questions: [question] }
    const { errors } = await ask(app, office.receptionist.cookie, QUESTIONS, { input })
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    const { data } = await ask<Record<string, object>>(app, office.admin.cookie, QUESTIONS, { input })
    expect(data.setIntakeQuestions).toMatchObject({ appointmentType: { version: 2, intakeQuestions: [question] } })
    const again = { ...input, expectedVersion: 2, questions: [{ ...question, choices: ['I'] }] }
    const refused = await ask<Record<string, object>>(app, office.admin.cookie, QUESTIONS, { input: again })
    expect(refused.data.setIntakeQuestions).toMatchObject({ problems: [{ code: 'INVALID' }] })
  })
})
