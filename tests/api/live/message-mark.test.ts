import { afterAll, beforeAll, expect, it } from 'vitest'
import { planMessages } from '../../../actions/plan-messages.ts'
import { createAnnouncer } from '../../../api/live/announcer.ts'
import { makeLog } from '../../../api/log.ts'
import { makeApiKey, openSocket, startApp, subscribe, type TestApp } from '../../support/app.ts'
import { DAY } from '../../support/desk.ts'
import { openMessageDesk } from '../../support/message-desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { at } from '../../support/series-desk.ts'

const CHANGED = `subscription ($from: DateTime!, $to: DateTime!) { calendarChanged(from: $from, to: $to, after: "0") {
  actor { kind name } removedId upserted { ... on Appointment { version mark { version state } } } } }`

interface Heard {
  readonly calendarChanged: {
    readonly actor: { readonly kind: string }
    readonly removedId: string | null
    readonly upserted: {
      readonly version: number
      readonly mark: { readonly version: number; readonly state: string }
    } | null
  }
}

let database: TestDatabase
let app: TestApp
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

it('every screen hears what became of a card’s messages, and nothing more of a card that is gone', async () => {
  const desk = await openMessageDesk(database)
  const { clinic } = desk
  const context = { ...desk.context, announce: createAnnouncer(database.db, makeLog('silent')) }
  const booked = await desk.book({ startsAt: at('2026-03-03T15:00:00Z') })
  await planMessages(context, { clinicId: clinic.id })
  const socket = openSocket(app, await makeApiKey(database.db, clinic.id))
  const heard = subscribe<Heard>(socket, CHANGED, DAY)
  const next = async () => (await heard.next()).value.calendarChanged
  await next()
  expect(await next()).toMatchObject({
    actor: { kind: 'SYSTEM', name: 'Daybook' },
    upserted: { version: 1, mark: { version: 1, state: 'SCHEDULED' } },
  })
  await desk.cancel(booked)
  await planMessages(context, { clinicId: clinic.id })
  const other = await desk.book({ startsAt: at('2026-03-03T16:00:00Z') })
  await planMessages(context, { clinicId: clinic.id })
  expect(await next()).toMatchObject({ removedId: booked.id, upserted: null })
  expect(await next()).toMatchObject({ removedId: null, upserted: { version: other.version } })
  await socket.dispose()
})
