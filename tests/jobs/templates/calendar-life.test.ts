import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLog } from '../../../api/log.ts'
import { openChannels } from '../../../jobs/channels/channels.ts'
import { makeComposer } from '../../../jobs/send/compose.ts'
import { makeSender } from '../../../jobs/send/sender.ts'
import { makeMessageDesk } from '../../support/message-desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { type Providers, startProviders } from '../../support/providers.ts'
import { at } from '../../support/series-desk.ts'
import { propertiesOf } from './calendar-reader.ts'

let database: TestDatabase
let providers: Providers

beforeAll(async () => {
  database = await testDatabase()
  providers = await startProviders()
})
afterAll(async () => {
  await providers.stop()
  await database.close()
})

test('the calendar of a client follows her appointment: put in, moved and taken out by one UID and rising SEQUENCE', async () => {
  const desk = await makeMessageDesk(database)
  const { context, clock, clinic } = desk
  const composer = makeComposer({
    jobs: context.jobs,
    publicUrl: 'https://book.example',
    mailFrom: 'desk@harbor.example',
  })
  const channels = openChannels(providers.settings, { db: database.db, now: () => clock.now })
  const sender = makeSender({ ...composer, channels, log: makeLog('silent') })
  const seen: Map<string, string>[] = []
  const told = async () => {
    const before = providers.postmark.accepted.length
    desk.pass(120)
    await desk.plan()
    await sender.drain(context, clinic.id)
    const files = providers.postmark.accepted.slice(before).flatMap((each) => each.Attachments)
    expect(files).toHaveLength(1)
    seen.push(propertiesOf(Buffer.from(files[0]!.Content, 'base64').toString()))
  }

  // A clinic whose messages were never planned confirms nothing that was booked before.
  await desk.plan()
  const booked = await desk.book()
  await told()
  const moved = await desk.move(booked, { startsAt: at('2026-03-12T16:00:00Z') })
  await told()
  await desk.cancel(moved)
  await told()
  await sender.stop()

  expect(seen.map((each) => each.get('METHOD'))).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
  expect(seen.map((each) => each.get('STATUS'))).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED'])
  expect(seen.map((each) => each.get('DTSTART'))).toEqual(['20260312T140000Z', '20260312T160000Z', '20260312T160000Z'])
  expect(new Set(seen.map((each) => each.get('UID'))).size).toBe(1)
  expect(seen.map((each) => each.get('ORGANIZER'))).toEqual(Array(3).fill('MAILTO:desk@harbor.example'))
  const sequences = seen.map((each) => Number(each.get('SEQUENCE')))
  expect(sequences[1]).toBeGreaterThan(sequences[0]!)
  expect(sequences[2]).toBeGreaterThan(sequences[1]!)
})
