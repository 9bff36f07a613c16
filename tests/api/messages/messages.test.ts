import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { insertOutboxItem } from '../../../db/queries/outbox.ts'
import { ask, makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { DAY } from '../../support/desk.ts'
import { type MessageDesk, makeMessageDesk } from '../../support/message-desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { at } from '../../support/series-desk.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'

const MESSAGE =
  'id kind channel audience recipient status dueAt attempts cost { amount } appointment { id } client { name }'
const LIST = `query ($filter: MessageFilter, $first: Int!, $after: String) { messages(filter: $filter, first: $first, after: $after) {
  nodes { ${MESSAGE} } pageInfo { hasNextPage endCursor } } }`
const RESEND = `mutation ($input: ResendMessageInput!) { resendMessage(input: $input) { __typename
  ... on MessageScheduled { message { ${MESSAGE} } } ... on RecordRefused { problems { code message } } } }`
const CARDS = `query ($from: DateTime!, $to: DateTime!) { calendar(from: $from, to: $to) {
  appointments { id version mark { version state reply repliedAt lateMinutes unread } messages { kind status } } } }`

interface Listed {
  readonly id: string
  readonly kind: string
  readonly status: string
  readonly dueAt: string
}

let database: TestDatabase
let app: TestApp
let desk: MessageDesk
let rosa: string
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => desk.clock.now })
})
beforeEach(async () => {
  desk = await makeMessageDesk(database)
  await desk.plan()
  rosa = await sessionCookieOf(database.db, await makePerson(database.db, desk.clinic.id))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

async function list(filter: object = {}, first = 50, after?: string) {
  const { data, errors } = await ask<{
    messages: { nodes: Listed[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
  }>(app, rosa, LIST, { filter, first, after })
  if (errors) throw new Error(errors[0]?.message)
  return data.messages
}

async function resend(id: string, proof = rosa) {
  const { data, errors } = await ask<{
    resendMessage: { __typename: string; message: Listed; problems: { message: string }[] }
  }>(app, proof, RESEND, { input: { id } })
  return errors ? { code: errors[0]?.extensions.code } : data.resendMessage
}

/** Booked for Tuesday at 10:00, and confirmed. */
async function confirmed() {
  const booked = await desk.book({ startsAt: at('2026-03-03T15:00:00Z') })
  await desk.plan()
  desk.pass(20)
  await desk.send()
  return booked
}

describe('messages', () => {
  test('are listed the latest due first, page by page, and by what they are about', async () => {
    const booked = await confirmed()
    const { nodes } = await list()
    expect(nodes.map((each) => `${each.kind} ${each.status}`)).toEqual([
      'TWO_HOURS_BEFORE SCHEDULED',
      'DAY_BEFORE SCHEDULED',
      'CONFIRMATION SENT',
    ])
    expect(nodes[2]).toMatchObject({
      ...{ channel: 'EMAIL', audience: 'CLIENT', recipient: 'maya@example.com', cost: null },
      ...{ appointment: { id: booked.id }, client: { name: 'Maya Alvarez' } },
    })
    const page = await list({}, 2)
    expect(page.nodes).toEqual(nodes.slice(0, 2))
    expect((await list({}, 2, page.pageInfo.endCursor)).nodes).toEqual(nodes.slice(2))
    const kinds = async (filter: object) => (await list(filter)).nodes.map((each) => each.kind)
    expect(await kinds({ status: 'SENT' })).toEqual(['CONFIRMATION'])
    expect(await kinds({ channel: 'SMS', kind: 'DAY_BEFORE' })).toEqual(['DAY_BEFORE'])
    expect(await kinds({ appointmentId: booked.id, dueTo: '2026-03-02T14:00:00Z' })).toEqual(['CONFIRMATION'])
    expect(await kinds({ clientId: desk.leo.id })).toEqual([])
    expect(await kinds({ clientId: 'nobody' })).toEqual([])
  })

  test('mark the card in the calendar, while the appointment keeps its version', async () => {
    const cards = async () => {
      const { data } = await ask<{ calendar: { appointments: object[] } }>(app, rosa, CARDS, DAY)
      return data.calendar.appointments
    }
    const booked = await desk.book({ startsAt: at('2026-03-03T15:00:00Z') })
    const none = { reply: null, repliedAt: null, lateMinutes: null, unread: 0 }
    expect(await cards()).toEqual([
      { id: booked.id, version: 1, mark: { version: 0, state: null, ...none }, messages: [] },
    ])
    await desk.plan()
    expect(await cards()).toMatchObject([{ version: 1, mark: { version: 1, state: 'SCHEDULED', ...none } }])
  })
})

describe('a message that is sent again', () => {
  test('leaves at once, beside the first, and not twice while it waits', async () => {
    await confirmed()
    const [first] = (await list({ status: 'SENT' })).nodes
    const again = await resend(first!.id)
    expect(again).toMatchObject({ message: { kind: 'CONFIRMATION', status: 'SCHEDULED' } })
    expect(await resend(first!.id)).toMatchObject({ problems: [{ message: 'The same message is waiting to leave.' }] })
    await desk.plan()
    expect(await desk.send()).toEqual(['confirmation email Mon 2026-03-02 08:00:20'])
    expect((await list({ kind: 'CONFIRMATION' })).nodes.map((each) => each.status)).toEqual(['SENT', 'SENT'])
  })

  test('is refused when what it said is no longer so, and when there is none', async () => {
    const booked = await confirmed()
    const [first] = (await list({ status: 'SENT' })).nodes
    await desk.move(booked, { startsAt: at('2026-03-04T15:00:00Z') })
    expect(await resend(first!.id)).toMatchObject({ problems: [{ message: 'What it said is no longer so.' }] })
    expect(await resend(booked.id)).toEqual({ code: 'NOT_FOUND' })
  })

  test('is sent by the desk, and by therapists for their own appointments', async () => {
    await confirmed()
    const [first] = (await list({ status: 'SENT' })).nodes
    const therapist = async (therapistId: string) =>
      sessionCookieOf(database.db, await makePerson(database.db, desk.clinic.id, { role: 'therapist', therapistId }))
    expect(await resend(first!.id, await therapist(desk.okafor.id))).toEqual({ code: 'FORBIDDEN' })
    const reader = await makeApiKey(database.db, desk.clinic.id, ['read'])
    expect(await resend(first!.id, reader)).toEqual({ code: 'FORBIDDEN' })
    expect(await resend(first!.id, await therapist(desk.chen.id))).toMatchObject({ __typename: 'MessageScheduled' })
  })

  test('of another clinic does not exist', async () => {
    await confirmed()
    const [first] = (await list({ status: 'SENT' })).nodes
    const stranger = await makeMessageDesk(database)
    const cookie = await sessionCookieOf(database.db, await makePerson(database.db, stranger.clinic.id))
    expect(await resend(first!.id, cookie)).toEqual({ code: 'NOT_FOUND' })
    const { data } = await ask<{ message: null }>(app, cookie, 'query ($id: ID!) { message(id: $id) { id } }', {
      id: first!.id,
    })
    expect(data.message).toBeNull()
  })
})

test('a kept message has its links for who may write to its reader, and for nobody else who reads the calendar', async () => {
  const { db } = database
  await confirmed()
  const [first] = (await list({ status: 'SENT' })).nodes
  const token = 'A1-_b'.repeat(9).slice(0, 43)
  const link = `https://book.example/m/${token}`
  const file = {
    name: 'appointment.ics',
    contentType: 'text/calendar',
    content: link.replace('A1-_bA1', 'A1-_b\r\n A1'),
  }
  await inClinic(db, desk.clinic.id, (trx) =>
    insertOutboxItem(
      trx,
      {
        ...{ clinicId: desk.clinic.id, messageId: first!.id, text: `Here: ${link}`, html: `<a href="${link}">` },
        attachments: [file],
      },
      desk.clock.now,
    ),
  )
  const therapist = async (therapistId: string) =>
    sessionCookieOf(database.db, await makePerson(db, desk.clinic.id, { role: 'therapist', therapistId }))
  const content = async (proof: string) => {
    const query = 'query ($id: ID!) { message(id: $id) { content { text html attachments { content } } } }'
    const { data } = await ask<{ message: object }>(app, proof, query, { id: first!.id })
    return JSON.stringify(data.message)
  }
  for (const proof of [rosa, await therapist(desk.chen.id)]) expect(await content(proof)).toContain(token)
  for (const proof of [await therapist(desk.okafor.id), await makeApiKey(db, desk.clinic.id, ['read'])]) {
    const read = await content(proof)
    expect(read).toContain('https://book.example/m/…')
    expect(read).not.toContain('A1-_b')
  }
})
