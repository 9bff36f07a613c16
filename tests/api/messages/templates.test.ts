import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { makeOffice } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'
import { makeClinic } from '../../support/world.ts'
import { makeTemplateDesk, type TemplateDesk } from './template-desk.ts'

/** Monday 2 March 2026, noon in New York. */
const NOW = Date.UTC(2026, 2, 2, 17)
const REMINDER = { kind: 'DAY_BEFORE', channel: 'SMS', language: 'en' }

let database: TestDatabase
let app: TestApp
let clinicId: string
let desk: TemplateDesk

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => NOW })
})
beforeEach(async () => {
  clinicId = (await makeClinic(database.db)).id
  const admin = await makePerson(database.db, clinicId, { role: 'admin', name: 'Some admin' })
  desk = makeTemplateDesk(app, await sessionCookieOf(database.db, admin))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

describe('the words of a clinic', () => {
  test('are Daybook’s at first, for every kind of message and in both languages', async () => {
    const templates = await desk.list()
    expect(templates.every(({ version, custom, body }) => version === 0 && !custom && body.length > 0)).toBe(true)
    expect(new Set(templates.map((each) => each.language))).toEqual(new Set(['en', 'es']))
    const keys = templates.map(({ kind, channel, language }) => `${kind} ${channel} ${language}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain('CONFIRMATION EMAIL es')
    expect(keys).not.toContain('ANSWER SMS en')
    const german = await desk.list({ language: 'de' })
    expect(german).toEqual([])
  })

  test('are its own once it has given some, and Daybook’s again when it gives them up', async () => {
    const body = '{{clinicName}}: see you {{whenShort}}. YES or NO?'
    const { template } = await desk.update({ ...REMINDER, expectedVersion: 0, body })
    expect(template).toEqual({ ...REMINDER, subject: null, body, version: 1, custom: true })
    expect(await desk.find(REMINDER)).toEqual(template)
    const again = await desk.update({ ...REMINDER, expectedVersion: 1, body: `${body} ` })
    expect(again.template).toMatchObject({ version: 2, body })
    const reset = await desk.reset({ ...REMINDER, expectedVersion: 2 })
    expect(reset.template).toMatchObject({ version: 0, custom: false })
    expect(await desk.find(REMINDER)).toEqual(reset.template)
  })

  test('say what somebody who waits is told, seen as she would read it', async () => {
    const key = { kind: 'WAITLIST_OFFER', channel: 'SMS', language: 'en' }
    expect(
      (await desk.list({ kind: 'WAITLIST_GONE' })).map((each) => `${each.channel} ${each.language}`).sort(),
    ).toEqual(['EMAIL en', 'EMAIL es', 'SMS en', 'SMS es'])
    const body = '{{clinicName}}: {{whenShort}} is yours until {{until}} if you say YES. {{manageLink}}'
    const seen = await desk.preview({ ...key, body })
    expect(seen).toMatchObject({ problems: [], segments: 1 })
    expect(seen.text).toMatch(
      /Tue, Mar 10 at 2:30 PM is yours until Mon, Mar 2 at 2:00 PM if you say YES\. http.*\/o\//,
    )
    const { template } = await desk.update({ ...key, expectedVersion: 0, body })
    expect(template).toMatchObject({ body, version: 1, custom: true })
    const [wrong] = (await desk.update({ ...key, expectedVersion: 1, body: 'Dear {{nobody}}' })).problems
    expect(wrong?.message).toBe('There is no {{nobody}}.')
  })

  test('keep a subject where the channel has one, on one line', async () => {
    const key = { kind: 'CHANGED', channel: 'EMAIL', language: 'es' }
    const words = { subject: '  Su cita\tes {{when}} ', body: 'Hola.\r\n\r\nHasta pronto.' }
    const { template } = await desk.update({ ...key, expectedVersion: 0, ...words })
    expect(template).toMatchObject({ subject: 'Su cita es {{when}}', body: 'Hola.\n\nHasta pronto.' })
  })

  test('are changed by whoever saw them as they are, and by nobody else', async () => {
    await desk.update({ ...REMINDER, expectedVersion: 0, body: 'First' })
    const [stale] = (await desk.update({ ...REMINDER, expectedVersion: 0, body: 'Second' })).problems
    expect(stale).toEqual({
      code: 'STALE_VERSION',
      message: 'This template was changed by Some admin at 12:00 PM after you saw it.',
      path: ['input', 'expectedVersion'],
    })
    expect((await desk.reset({ ...REMINDER, expectedVersion: 0 })).problems[0]?.code).toBe('STALE_VERSION')
    expect((await desk.find(REMINDER))?.body).toBe('First')
  })

  test('are written once when two people write the first at the same moment', async () => {
    const attempts = ['Mine', 'Yours'].map((body) => desk.update({ ...REMINDER, expectedVersion: 0, body }))
    const answers = await Promise.all(attempts)
    expect(answers.map((each) => each.__typename).sort()).toEqual(['MessageTemplateUpdated', 'RecordRefused'])
  })

  test('are refused with what is wrong with them, and nothing is written', async () => {
    const before = await clinicState(database, clinicId)
    const refused = async (input: object) => (await desk.update({ ...REMINDER, expectedVersion: 0, ...input })).problems
    expect(await refused({ body: 'Hello {{clientNmae}}' })).toEqual([
      { code: 'INVALID', message: 'There is no {{clientNmae}}.', path: ['input', 'body'] },
    ])
    expect(await refused({ channel: 'EMAIL', subject: 'Hello {{clientName}}', body: 'Hello' })).toEqual([
      {
        code: 'INVALID',
        message: 'A subject must not say {{clientName}}: it is shown on locked screens.',
        path: ['input', 'subject'],
      },
    ])
    expect((await refused({ body: 'x'.repeat(460) }))[0]?.message).toBe(
      'This takes 4 text messages; 3 is the most. Please shorten it.',
    )
    expect((await refused({ body: 'x'.repeat(1_001) }))[0]?.message).toContain('at most 1000 characters')
    expect((await refused({ body: 'a\u0000b' }))[0]?.message).toContain('NUL')
    expect(await clinicState(database, clinicId)).toBe(before)
  })

  test('are those of a message there is: answers and tests have none to edit', async () => {
    const missing = { kind: 'ANSWER', channel: 'SMS', language: 'en', expectedVersion: 0, body: 'Hi' }
    expect((await desk.attemptUpdate(missing)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const german = { ...REMINDER, language: 'de', expectedVersion: 0, body: 'Hallo' }
    expect((await desk.attemptUpdate(german)).errors?.[0]).toMatchObject({
      message: 'Messages are written in these languages: en, es.',
      extensions: { code: 'BAD_USER_INPUT', path: ['input', 'language'] },
    })
  })

  test('stay in the clinic', async () => {
    await desk.update({ ...REMINDER, expectedVersion: 0, body: 'Ours alone' })
    const others = makeTemplateDesk(app, (await makeOffice(app, database)).admin.cookie)
    expect(await others.find(REMINDER)).toMatchObject({ version: 0, custom: false })
  })

  test('are seen and changed by administrators only', async () => {
    const office = await makeOffice(app, database)
    const key = await makeApiKey(database.db, office.clinic.id)
    for (const proof of [office.receptionist.cookie, office.therapist.cookie, key]) {
      const other = makeTemplateDesk(app, proof)
      const answers = [
        await other.attemptUpdate({ ...REMINDER, expectedVersion: 0, body: 'Hi' }),
        await other.attemptReset({ ...REMINDER, expectedVersion: 0 }),
        await other.attemptPreview({ ...REMINDER, body: 'Hi' }),
        await other.attemptList(),
        await other.attemptVariables(),
      ]
      expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(Array(5).fill('FORBIDDEN'))
    }
    expect((await makeTemplateDesk(app, undefined).attemptList()).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})

describe('a preview', () => {
  test('shows a text as it would be, with its length', async () => {
    const preview = await desk.preview({ ...REMINDER, body: '{{clinicName}}: “see you” {{whenShort}}' })
    const text = 'Harbor Clinic: "see you" Tue, Mar 10 at 2:30 PM'
    expect(preview).toEqual({
      ...{ subject: null, text, html: null, problems: [] },
      ...{ segments: 1, characters: text.length, encoding: 'GSM-7' },
    })
  })

  test('shows a mail as a page, with nothing of it taken for HTML', async () => {
    const mail = { kind: 'CONFIRMATION', channel: 'EMAIL', language: 'es' }
    const words = { subject: 'Su cita: {{when}}', body: 'Hola {{clientFirstName}}\n\n<img src=x onerror=alert(1)>' }
    const preview = await desk.preview({ ...mail, ...words })
    expect(preview).toMatchObject({ subject: 'Su cita: martes 10 de marzo a las 2:30 pm', problems: [] })
    expect(preview.html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(preview.html).toContain('http://localhost/m/')
    expect(preview.html).not.toContain('<img')
  })

  test('shows a mail to somebody who registered about an event, which is in its words alone', async () => {
    const mail = { kind: 'SESSION_CANCELLED', channel: 'EMAIL', language: 'en' }
    const words = { subject: 'Not this time: {{when}}', body: '{{typeName}} is off. {{answer}}' }
    const preview = await desk.preview({ ...mail, ...words })
    expect(preview.text).toContain('Parents’ evening is off. The hall is being painted.')
    expect(preview.text).toContain('because you signed up for an event with us.')
    expect((await desk.update({ ...mail, ...words, expectedVersion: 0 })).template.custom).toBe(true)
    const texted = await desk.attemptUpdate({ ...mail, channel: 'SMS', body: 'x', expectedVersion: 0 })
    expect(texted.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  test('says what is wrong and shows the words as they were typed', async () => {
    const preview = await desk.preview({ ...REMINDER, body: 'Hello {{clientNam' })
    expect(preview).toMatchObject({ text: 'Hello {{clientNam', problems: ['A {{ is not closed with }}.'] })
    expect((await desk.preview({ ...REMINDER, body: '' })).problems).toEqual(['The message must not be empty.'])
  })

  test('tells every variable with an example that is what the preview says', async () => {
    const variables = await desk.variables()
    for (const { name, example } of variables.filter((each) => !each.name.startsWith('has'))) {
      const { text } = await desk.preview({ ...REMINDER, channel: 'VOICE', body: `{{${name}}}` })
      expect([name, text]).toEqual([name, example])
      expect(example).not.toBe('')
    }
  })
})
