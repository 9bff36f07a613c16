import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Step, workedExample } from '../../api/docs/worked-example.ts'
import { schemaFile } from '../../api/generate.ts'
import { ask, startApp, type TestApp } from '../support/app.ts'
import { objectionsOf } from '../support/axe.ts'
import { borrowBrowser } from '../support/browser.ts'
import { makeDesk } from '../support/desk.ts'
import { makeHolder } from '../support/holder.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { rowsOf } from '../support/rows.ts'

// Monday 2 March 2026, 08:00 in New York.
const MORNING = Date.parse('2026-03-02T13:00:00Z')

let database: TestDatabase
let app: TestApp
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MORNING })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

it('the worked example books an appointment, as it is written there', async () => {
  const holder = await makeHolder(app, database)
  const { maya, type, usual, key, clinic } = holder
  const { book, free, hold, since, types, wait } = workedExample
  const run = async <Data>({ query }: Step, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await ask<Data>(app, key, query, variables)
    expect(errors).toBeUndefined()
    return data
  }
  const window = { from: '2026-03-02T13:00:00Z', to: '2026-03-09T13:00:00Z' }
  const { availableSlots } = await run<{ availableSlots: { slots: { startsAt: string }[] } }>(free, {
    input: { typeId: type.id, ...window, first: 5 },
  })
  expect(availableSlots.slots).toHaveLength(5)

  interface Held {
    holdSlot: { __typename: string; token: string; hold: { id: string } }
  }
  const rehearsed = await run<Held>(hold, { input: { ...usual, validateOnly: true } })
  expect(rehearsed.holdSlot.__typename).toBe('SlotHeld')
  expect(await rowsOf(database, clinic.id, 'select id from slot_holds where clinic_id = $1')).toEqual([])
  const input = { ...usual, clientMutationId: 'order-1042-hold' }
  const { holdSlot } = await run<Held>(hold, { input })
  expect((await run<Held>(hold, { input })).holdSlot).toEqual(holdSlot)

  const { confirmHold } = await run<{ confirmHold: { __typename: string; appointment: { startsAt: string } } }>(book, {
    input: { id: holdSlot.hold.id, token: holdSlot.token, clientId: maya.id, clientMutationId: 'order-1042-book' },
  })
  expect(confirmHold).toMatchObject({
    __typename: 'AppointmentBooked',
    appointment: { startsAt: '2026-03-03T15:00:00.000Z' },
  })
  const { appointmentTypes } = await run<{ appointmentTypes: { id: string }[] }>(types)
  expect(appointmentTypes.map((each) => each.id)).toEqual([type.id])
  const waits = { clientId: maya.id, typeId: type.id, days: [1, 2], parts: ['MORNING'], noticeMinutes: 240 }
  const { joinWaitlist } = await run<{ joinWaitlist: { __typename: string } }>(wait, { input: waits })
  expect(joinWaitlist.__typename).toBe('WaitlistJoined')
  const { changes } = await run<{ changes: { nodes: { action: string }[] } }>(since, { after: '0' })
  expect(changes.nodes.map((each) => each.action)).toEqual(
    expect.arrayContaining(['hold slot', 'book appointment', 'confirm hold']),
  )
})

it('the program on the page books an appointment as it stands there', async () => {
  const today = await startApp(database)
  const { key } = await makeDesk(today, database.db)
  const page = await (await fetch(`${today.url}/docs`)).text()
  const program = /<pre tabindex="0" id="program"><code>(.*?)<\/code>/s.exec(page)?.[1]
  const folder = await mkdtemp(join(tmpdir(), 'daybook-docs-'))
  await writeFile(join(folder, 'book.mjs'), asWritten(program!))
  const env = { DAYBOOK_URL: today.url, DAYBOOK_KEY: key }
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'book.mjs')], { env })
  expect(stdout).toMatch(/is kept until .*\nbooked: \d{4}-/)
  await rm(folder, { recursive: true })
  await today.close()
})

/** What a browser shows of it, and copies. */
function asWritten(text: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name]!)
}

it('the schema is handed out as it is checked in, and not sent twice', async () => {
  const response = await fetch(`${app.url}/docs/schema.graphql`)
  const checkedIn = await readFile(schemaFile, 'utf8')
  expect(checkedIn.endsWith(await response.text())).toBe(true)
  const again = await fetch(`${app.url}/docs/schema.graphql`, {
    headers: { 'if-none-match': response.headers.get('etag')! },
  })
  expect(again.status).toBe(304)
})

it('the page holds every operation and type, asks for nothing else, is found through and read by everybody', async () => {
  const page = await (await borrowBrowser()).newPage({ viewport: { width: 1440, height: 900 } })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(`${app.url}/docs`)
  await page.getByRole('heading', { name: 'Book an appointment' }).waitFor()
  expect(asked).toEqual(['/docs'])
  const links = await page.locator('a[href^="#"]').evaluateAll((all) => all.map((each) => each.getAttribute('href')!))
  const ids = new Set(await page.locator('[id]').evaluateAll((all) => all.map((each) => each.id)))
  expect(links.filter((each) => !ids.has(each.slice(1)))).toEqual([])
  expect(ids.has('Mutation.bookAppointment') && ids.has('Query.changes') && ids.has('BookingProblemCode')).toBe(true)

  await page.keyboard.press('/')
  await page.keyboard.type('confirmhold')
  await expect
    .poll(() => page.locator('.entry:not([hidden])').evaluateAll((all) => all.map((each) => each.id)))
    .toEqual(['Mutation.confirmHold', 'ConfirmHoldInput', 'ConfirmHoldResult'])
  expect(await objectionsOf(page)).toEqual([])
  await page.locator('.entry a[href="#ConfirmHoldInput"]').first().click()
  await page.getByRole('heading', { name: 'Book an appointment' }).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  await page.context().close()
})
