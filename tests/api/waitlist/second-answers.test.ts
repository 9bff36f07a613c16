import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { CANCEL, MONDAY, MOVE } from '../../support/desk.ts'
import { webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeWaitlistDesk, type WaitlistDesk } from '../../support/waitlist-desk.ts'

let database: TestDatabase
let app: TestApp
let list: WaitlistDesk

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY, webhookProofs })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  list = await makeWaitlistDesk(app, database, { now: () => MONDAY })
})

async function offered() {
  const ann = await list.waiting('Ann')
  await list.free()
  await list.post()
  const [offer] = await list.offers()
  return { ...ann, link: list.linkOf(offer!) }
}

const pageOf = async (link: string) => (await fetch(link)).text()

/** What Ann has, with its version. */
async function hers(clientId: string) {
  const [row] = await list.rows(
    `select id, version from appointments where clinic_id = $1 and client_id = '${clientId}'`,
  )
  return { id: String(row!.id), expectedVersion: Number(row!.version) }
}

describe('the page of an offer', () => {
  test('that was pressed twice says the same twice', async () => {
    const { link } = await offered()
    for (let times = 0; times < 2; times++) {
      const { text } = await list.press(link, 'decline')
      expect(text).toContain('Thank you for telling us. You stay on our waitlist.')
      expect(text).not.toContain('was taken')
    }
  })

  test('where she took it leaves a no in another tab without effect, and says so', async () => {
    const { link } = await offered()
    await list.press(link, 'accept')
    const { text } = await list.press(link, 'decline')
    expect(text).toContain('Nothing was changed: this time is booked for you already.')
    expect(text).toContain('This time is yours')
    expect((await list.offers()).map((each) => each.status)).toEqual(['ACCEPTED'])
  })

  test('does not say that what was cancelled since is hers, and books nothing', async () => {
    const { client, link } = await offered()
    await list.press(link, 'accept')
    await list.desk.send(CANCEL, { ...(await hers(client.id)), reason: 'CLIENT' })
    expect(await pageOf(link)).toContain('This appointment is cancelled')
    for (const action of ['accept', 'decline'] as const) {
      const { text } = await list.press(link, action)
      expect(text).toContain('it was cancelled since')
      expect(text).not.toMatch(/It is booked|This time is yours/)
    }
  })

  test('says nothing on the way back that is no longer so', async () => {
    const { link } = await offered()
    const left = await list.press(link, 'decline')
    await list.press(link, 'accept')
    const back = await pageOf(left.url)
    expect(back).toContain('This time is yours')
    expect(back).not.toContain('You stay on our waitlist')
  })

  test('shows where the appointment has moved since', async () => {
    const { client, link } = await offered()
    await list.press(link, 'accept')
    await list.desk.send(MOVE, { ...(await hers(client.id)), startsAt: '2026-03-06T15:00:00Z' })
    const page = await pageOf(link)
    expect(page).toContain('Your appointment has moved')
    expect(page).toContain('Friday, March 6')
  })
})

describe('a text that is no answer', () => {
  test('is told what is kept for her, and not that nothing is', async () => {
    const { phone } = await offered()
    const STANDS = 'What we offered you, Thu, Mar 5 at 2:00 PM, is still kept for you until'
    expect(await phone.text('What time is it again?')).toContain(STANDS)
    expect(await phone.text('1')).toContain(STANDS)
    expect(await phone.text('can I bring my sister?')).toContain(`${STANDS} `)
    // Two machines that answer each other stop.
    expect(await phone.text('This number is not read.')).toBeUndefined()
    expect(await phone.text('yes 👍')).toContain('You are booked for Thu, Mar 5 at 2:00 PM')
  })
})
