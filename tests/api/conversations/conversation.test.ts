import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { type Answer, ask, makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { LATER_MONDAY, type LinkDesk, makeLinkDesk } from '../../support/client-links.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { makePhone, makeSentMessage, webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'
import { wrongsIn } from '../../support/wrongs.ts'

const SEND = `mutation ($input: SendAppointmentMessageInput!) { sendAppointmentMessage(input: $input) { __typename
  ... on AppointmentMessageSent { message { id author { kind name } text writtenAt readAt } }
  ... on RecordRefused { problems { code path } } } }`
const READ = `mutation ($input: MarkConversationReadInput!) { markConversationRead(input: $input) { __typename } }`
const CONVERSATION = `query ($id: ID!) { appointment(id: $id) { mark { unread } conversation { author { kind name } text readAt }
  replies { text intent answer } } }`

interface Talk {
  readonly mark: { unread: number }
  readonly conversation: { author: { kind: string; name: string }; text: string; readAt: string | null }[]
  readonly replies: { text: string; intent: string; answer: string | null }[]
}

let database: TestDatabase
let app: TestApp
let link: LinkDesk
let rosa: string
let now = LATER_MONDAY

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now, webhookProofs })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = LATER_MONDAY
  link = await makeLinkDesk(app, database.db, now)
  rosa = await member('receptionist')
})

async function member(role: 'receptionist' | 'therapist', therapistId?: string): Promise<string> {
  const person = await makePerson(database.db, link.desk.clinic.id, { role, therapistId, name: `Some ${role}` })
  return sessionCookieOf(database.db, person)
}

const write = (
  text: string,
  proof = rosa,
  id = link.appointment.id,
): Promise<Answer<Record<string, { __typename: string }>>> =>
  ask(app, proof, SEND, { input: { appointmentId: id, text } })

async function talk(proof = rosa): Promise<Talk> {
  const { data } = await ask<{ appointment: Talk }>(app, proof, CONVERSATION, { id: link.appointment.id })
  return data.appointment
}

/** Until somebody waits for a lock; what is about to wait is an event away. */
async function somebodyWaits(): Promise<void> {
  for (let waiting = 0; waiting === 0; ) {
    const { rows } = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(database.db)
    waiting = rows.length
  }
}

const notices = () =>
  rowsOf(
    database,
    link.desk.clinic.id,
    `select audience, recipient, status, content from messages where clinic_id = $1 and kind = 'conversation' order by audience`,
  )

describe('the conversation about an appointment', () => {
  it('is read by the clinic and by the client, in the order it was written', async () => {
    await write('Please bring your glasses.')
    now += 1000
    await link.send('message', { text: 'I will.\n\nThank you!' })
    expect((await talk()).conversation).toEqual([
      {
        author: { kind: 'MEMBER', name: 'Some receptionist' },
        text: 'Please bring your glasses.',
        readAt: '2040-03-05T13:00:01.000Z',
      },
      { author: { kind: 'CLIENT', name: 'Maya Alvarez' }, text: 'I will.\n\nThank you!', readAt: null },
    ])
    const page = await (await link.open()).text()
    expect(page.indexOf('Please bring your glasses.')).toBeLessThan(page.indexOf('Thank you!'))
    expect(await wrongsIn(database, link.desk.clinic.id)).toEqual([])
  })

  it('says on the card how much is unread, until it is read', async () => {
    await link.send('message', { text: 'One' })
    await link.send('message', { text: 'Two' })
    expect((await talk()).mark.unread).toBe(2)
    await ask(app, rosa, READ, { input: { appointmentId: link.appointment.id } })
    const read = await talk()
    expect(read.mark.unread).toBe(0)
    expect(read.conversation.every((each) => each.readAt !== null)).toBe(true)
    const before = await clinicState(database, link.desk.clinic.id)
    await ask(app, rosa, READ, { input: { appointmentId: link.appointment.id } })
    expect(await clinicState(database, link.desk.clinic.id)).toBe(before)
  })

  it('does not take for read what the client was writing while the rest was read', async () => {
    const { clinic, maya } = link.desk
    const { id } = link.appointment
    await link.send('message', { text: 'Zero' })
    const reading = await inClinic(database.db, clinic.id, async (trx) => {
      await sql`update appointments set unread_messages = unread_messages + 1 where id = ${id}`.execute(trx)
      await sql`insert into appointment_messages (clinic_id, id, appointment_id, author_kind, author_id, author_name, body,
        written_at) values (${clinic.id}, gen_random_uuid(), ${id}, 'client', ${maya.id}, 'Maya Alvarez', 'One', now())`.execute(
        trx,
      )
      const answer = ask(app, rosa, READ, { input: { appointmentId: id } })
      await somebodyWaits()
      return { answer }
    })
    await reading.answer
    const { conversation, mark } = await talk()
    expect(mark.unread).toBe(conversation.filter((each) => each.readAt === null).length)
  })

  it('is for the desk and the appointment’s own therapist alone', async () => {
    await link.send('message', { text: 'Something private' })
    const own = await member('therapist', link.desk.chen.id)
    const other = await member('therapist', link.desk.okafor.id)
    expect((await talk(own)).conversation).toHaveLength(1)
    expect((await write('Hello', own)).data.sendAppointmentMessage?.__typename).toBe('AppointmentMessageSent')
    expect((await talk(other)).conversation).toEqual([])
    expect((await write('Hello', other)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('is for a program that may write too, under the name of its key, and for no other', async () => {
    expect((await write('Hello', link.desk.key)).data.sendAppointmentMessage?.__typename).toBe('AppointmentMessageSent')
    expect((await talk(link.desk.key)).conversation).toMatchObject([{ author: { kind: 'MEMBER' }, text: 'Hello' }])
    const reader = await makeApiKey(database.db, link.desk.clinic.id, ['read'])
    expect((await talk(reader)).conversation).toEqual([])
    expect((await write('Hello', reader)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('stays in the clinic', async () => {
    const other = await makeLinkDesk(app, database.db, now)
    const before = await clinicState(database, other.desk.clinic.id)
    expect((await write('Hello', rosa, other.appointment.id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect(await clinicState(database, other.desk.clinic.id)).toBe(before)
  })

  it('takes no empty message, and none that cannot be kept', async () => {
    expect((await write(' \n ')).data.sendAppointmentMessage?.__typename).toBe('RecordRefused')
    expect((await write('x'.repeat(4001))).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    expect((await write('a\0b')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  it('leaves its text in no log', async () => {
    await write('Something private')
    await link.send('message', { text: 'Something private too' })
    const logged = await rowsOf(
      database,
      link.desk.clinic.id,
      `select before::text, after::text from audit_entries where clinic_id = $1`,
    )
    expect(JSON.stringify(logged)).not.toContain('Something private')
  })
})

describe('an e-mail that something was written', () => {
  it('goes to the client without the text, once while one waits', async () => {
    await write('One')
    await write('Two')
    expect(await notices()).toEqual([
      { audience: 'client', recipient: 'maya@example.com', status: 'scheduled', content: null },
    ])
  })

  it('is one, and nothing that was written is lost, when several write at one moment', async () => {
    const answers = await Promise.all(['One', 'Two', 'Three', 'Four', 'Five'].map((text) => write(text)))
    expect(answers.flatMap((each) => each.errors ?? [])).toEqual([])
    expect((await talk()).conversation).toHaveLength(5)
    expect(await notices()).toHaveLength(1)
  })

  it('goes to the therapist who is a member, once while one waits', async () => {
    await member('therapist', link.desk.chen.id)
    await link.send('message', { text: 'One' })
    await link.send('message', { text: 'Two' })
    expect(await notices()).toMatchObject([{ audience: 'therapist', status: 'scheduled', content: null }])
  })

  it('goes to nobody who does not want e-mail, or has none', async () => {
    await inClinic(database.db, link.desk.clinic.id, (trx) =>
      sql`update clients set consents = '{sms}' where id = ${link.desk.maya.id}`.execute(trx),
    )
    await write('One')
    await link.send('message', { text: 'One' })
    expect(await notices()).toEqual([])
  })

  it('goes again once the one before has left', async () => {
    await write('One')
    await inClinic(database.db, link.desk.clinic.id, (trx) => sql`update messages set status = 'sent'`.execute(trx))
    await write('Two')
    expect((await notices()).map((each) => each.status).sort()).toEqual(['scheduled', 'sent'])
  })
})

it('replies by text stand with the appointment, as they were typed and answered', async () => {
  const phone = makePhone(app, '+12025557001')
  const { desk, appointment } = link
  await inClinic(database.db, desk.clinic.id, (trx) =>
    sql`update clients set phone = ${phone.number} where id = ${desk.maya.id}`.execute(trx),
  )
  const about = { appointmentId: appointment.id, aboutStartsAt: appointment.startsAt, sentAt: now }
  await makeSentMessage(database.db, desk.clinic.id, { ...about, recipient: phone.number })
  await phone.text('Yes please!')
  expect((await talk()).replies).toEqual([
    { text: 'Yes please!', intent: 'CONFIRM', answer: expect.stringContaining('Thank you') },
  ])
})
