import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Jobs, openJobs } from '../../../jobs/kit.ts'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { MONDAY, makeDesk } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { publishedEvent, REGISTER, type RegistrationAnswer } from '../../support/registrations.ts'
import { openLine } from '../../support/waiting-line.ts'

let database: TestDatabase
let app: TestApp
let desk: Awaited<ReturnType<typeof makeDesk>>
let jobs: Jobs
let now = MONDAY
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
  jobs = await openJobs(database.db, database.url)
  desk = await makeDesk(app, database.db)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

async function registered(input: object = {}) {
  const event = await publishedEvent(desk, { title: 'Sleep <b>class</b>', facilitatorIds: [] })
  const send = (more: object) =>
    ask<{ registerForEvent: RegistrationAnswer }>(app, desk.key, REGISTER, { input: { eventId: event.id, ...more } })
  await send({ name: 'Leo Park', email: 'leo@example.com' })
  const { data } = await send({ name: 'Maya Ortiz', email: 'maya@example.com', places: 2, ...input })
  const placesTaken = async () => {
    const PLACES = 'query ($id: ID!) { session(id: $id) { placesTaken } }'
    const { id } = event.sessions.nodes[0]!
    return (await ask<{ session: { placesTaken: number } }>(app, desk.key, PLACES, { id })).data.session.placesTaken
  }
  return { token: data.registerForEvent.token!, placesTaken }
}

const open = (path: string, options: RequestInit = {}) => fetch(`${app.url}${path}`, { redirect: 'manual', ...options })

describe('the page of a registration', () => {
  it('shows its holder her place and nobody else’s, and changes nothing by being read', async () => {
    const { token, placesTaken } = await registered()
    const response = await open(`/r/${token}`)
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(page).toContain('Your place is kept')
    expect(page).toContain('Sleep &lt;b&gt;class&lt;/b&gt; · 2 places')
    expect(page).toContain('Tuesday, March 3')
    expect(page).not.toMatch(/Leo|leo@/)
    await open(`/r/${token}/cancel`)
    expect(await placesTaken()).toBe(3)
  })

  it('gives the place back, once', async () => {
    const { token, placesTaken } = await registered({ language: 'es' })
    for (let times = 0; times < 2; times++) {
      const response = await open(`/r/${token}/cancel`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      expect(response.status).toBe(303)
      expect(response.headers.get('location')).toBe(`/r/${token}?done`)
      expect(await placesTaken()).toBe(1)
    }
    expect(await (await open(`/r/${token}?done`)).text()).toContain('Su plaza se ha devuelto')
  })

  it('gives no place back for who only stands in line, and says so however often it is pressed', async () => {
    const line = await openLine({ app, database, desk, jobs, now: () => now }, { capacity: 1, title: 'Sleep class' })
    for (const name of ['Ada', 'Bo']) await line.join(name)
    const path = `/r/${line.token('Bo')}`
    const page = await (await open(path)).text()
    expect(page).toContain('Leave the waiting list')
    expect(page).not.toContain('Give it back')
    expect(await (await open(`${path}?cancel`)).text()).toContain('<details open>')
    const action = /action="([^"]*cancel[^"]*)"/.exec(page)![1]!
    for (let times = 0; times < 2; times++) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const { headers: answered } = await open(action, { method: 'POST', headers })
      const after = await (await open(answered.get('location')!)).text()
      expect(after).toContain('You are no longer on the waiting list.')
      expect(after).not.toContain('place was given back')
    }
    expect(await line.told()).toBe('Ada registered')
  })

  it('offers a place that was freed, which a press takes and reading does not, and tells who comes late', async () => {
    const line = await openLine({ app, database, desk, jobs, now: () => now }, { capacity: 1, title: 'Sleep class' })
    for (const name of ['Ada', 'Bo', 'Cy']) await line.join(name)
    const page = async (name: string, query = '') => (await open(`/r/${line.token(name)}${query}`)).text()
    const take = (name: string, headers: Record<string, string> = {}) =>
      open(`/r/${line.token(name)}/accept`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      })
    expect(await page('Bo')).not.toContain('/accept')
    await line.leave('Ada')
    const offer = await page('Bo')
    expect(offer).toContain('A place is free for you')
    // Asked at 08:00, 31 hours before it begins: a quarter of that.
    expect(offer).toContain('It is kept for you until Monday, March 2 at 3:45 PM.')
    expect(offer).toContain('I do not want it')
    expect((await open(`/r/${line.token('Bo')}/accept`)).status).toBe(404)
    expect((await take('Bo', { origin: 'https://evil.example' })).status).toBe(403)
    expect(await line.told()).toBe('Bo offered, Cy waitlisted')
    now = (await line.find('Bo')).expires!.getTime()
    const over = await page('Bo')
    expect(over).toContain('You are on the waiting list')
    expect(over).toContain('A place was kept for you until Monday, March 2 at 3:45 PM.')
    await line.expire('Bo')
    const late = await take('Bo')
    expect(late.headers.get('location')).toBe(`/r/${line.token('Bo')}?late`)
    expect(await page('Bo', '?late')).toContain('the place has gone to the next in line')
    const taken = await take('Cy')
    expect(taken.status).toBe(303)
    expect(taken.headers.get('location')).toBe(`/r/${line.token('Cy')}?taken`)
    expect(await page('Cy', '?taken')).toContain('The place is yours.')
    expect(await line.told()).toBe('Bo passed over, Cy registered')
    now = MONDAY
  })

  it('is not there for a token that leads nowhere, nor for a form of another site', async () => {
    expect((await open(`/r/${'x'.repeat(43)}`)).status).toBe(404)
    expect((await open('/r/%00')).status).toBe(404)
    const { token, placesTaken } = await registered()
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' }
    expect((await open(`/r/${token}/cancel`, { method: 'POST', headers })).status).toBe(403)
    expect(await placesTaken()).toBe(3)
  })
})
