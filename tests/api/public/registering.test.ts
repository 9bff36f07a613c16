import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePublicDesk, type PublicDesk } from '../../support/public-desk.ts'
import { rowsOf } from '../../support/rows.ts'
import { at, OCTOBER } from '../../support/series-desk.ts'
import { builtPages } from '../../support/web.ts'

const PATH = '/events/teen-dbt-skills-group'

let database: TestDatabase
let app: TestApp
let desk: PublicDesk
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => OCTOBER, pagesRoot: await builtPages() })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  desk = await makePublicDesk(app, database, OCTOBER)
})

const maya = { name: 'Maya Alvarez', email: 'maya@example.com', phone: '', places: '1' }

function send(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(fields)
  return fetch(`${app.url}${desk.base}${PATH}/register`, { method: 'POST', body, headers, redirect: 'manual' })
}

const registrations = () =>
  rowsOf(
    database,
    desk.clinic.id,
    'select name, email, status, places, session_id from registrations where clinic_id = $1',
  )

describe('the form on the page of an event', () => {
  it('takes a place in the session that was chosen, and says so', async () => {
    await desk.published()
    const [, second] = await desk.standing()
    expect(await desk.page(`${desk.base}${PATH}`)).toContain(`<option value="${second!.id}"`)
    const answer = await send({ ...maya, places: '2', session: second!.id })
    const next = `${desk.base}${PATH}?said=registered`
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${next}#register`])
    expect(await registrations()).toEqual([
      { name: 'Maya Alvarez', email: 'maya@example.com', status: 'registered', places: 2, session_id: second!.id },
    ])
    const page = await desk.page(next)
    expect(page).toContain('Your place is kept')
    expect(page).toContain(`href="http://localhost${desk.base}${PATH}"`)
    expect(page).not.toContain('Maya')
  })

  it('puts whoever comes too late into the line', async () => {
    await desk.published({ capacity: 1, registersFor: 'event' })
    expect((await send(maya)).headers.get('location')).toMatch(/said=registered/)
    expect(await desk.page(`${desk.base}${PATH}`)).toContain('Join the waiting list')
    const late = await send({ ...maya, email: 'leo@example.com' })
    expect(late.headers.get('location')).toMatch(/said=waitlisted/)
  })

  it('answers who is known already as it answers a stranger', async () => {
    await desk.published({ registersFor: 'event' })
    const first = await send(maya)
    const again = await send(maya)
    expect([again.status, again.headers.get('location')]).toEqual([303, first.headers.get('location')])
    expect(await registrations()).toHaveLength(1)
  })

  it('tells nobody who is known by how many places are left', async () => {
    await desk.published({ registersFor: 'event', capacity: 8 })
    const shown = async () => {
      const page = await desk.page(`${desk.base}${PATH}`)
      return page
        .replace(/<script[\s\S]*?<\/script>/g, '')
        .match(/There are places left|Only a few places left|Full/)?.[0]
    }
    const body = async () => JSON.stringify(await desk.page(`${desk.base}${PATH}`))
    const before = await body()
    await send(maya)
    expect(await shown()).toBe('There are places left')
    expect(await body()).toBe(before)
    await send({ ...maya, email: 'leo@example.com', places: '2' })
    expect(await shown()).toBe('Only a few places left')
    await send({ ...maya, email: 'ada@example.com', places: '5' })
    expect(await shown()).toBe('Full')
  })

  it('shows what was typed beside what is wrong with it, as text', async () => {
    await desk.published()
    const answer = await send({ ...maya, name: '"><script>x</script>', email: 'nobody', session: 'none' })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([422, 'no-store'])
    const page = await answer.text()
    expect(page).toContain('role="alert"')
    expect(page).toContain('must be an address like maya@example.com')
    expect(page.replace(/="[^"]*"/g, '')).not.toContain('<script>x')
    expect(page).toContain('value="nobody"')
    expect(await registrations()).toEqual([])
  })

  it('is not there where nobody can register, and takes nothing there or from another site', async () => {
    await desk.published({ isOpen: false })
    expect(await desk.page(`${desk.base}${PATH}`)).not.toContain('<form')
    expect((await send(maya)).status).toBe(404)
    await desk.published({ title: 'Other', startsAt: at('2026-10-21T19:00Z'), endsAt: at('2026-10-21T20:30Z') })
    const url = `${app.url}${desk.base}/events/other/register`
    const post = async (headers: Record<string, string>) =>
      (await fetch(url, { method: 'POST', body: new URLSearchParams(maya), headers, redirect: 'manual' })).status
    for (const origin of ['https://evil.example', 'null', 'not a site']) expect(await post({ origin })).toBe(403)
    expect(await post({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await registrations()).toEqual([])
    expect(await post({ origin: new URL(app.url).origin })).not.toBe(403)
    expect((await fetch(`${app.url}${desk.base}/events`)).headers.get('referrer-policy')).toBe('same-origin')
    expect((await fetch(url)).status).toBe(404)
  })
})

describe('the form of a group that one comes to by enrolment', () => {
  const ask = (fields: Record<string, string>) =>
    fetch(`${app.url}${desk.base}${PATH}/join`, {
      ...{ method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' },
    })
  const sadie = { name: 'Sadie Moss', email: 'sadie@example.com', phone: '', note: 'On\r\nTuesdays.' }
  const asked = () =>
    rowsOf(
      database,
      desk.clinic.id,
      `select c.name, c.email, w.status, w.note from group_members w join clients c on c.clinic_id = w.clinic_id
       and c.id = w.client_id where w.clinic_id = $1 order by w.asked_at, c.name`,
    )

  beforeEach(() => desk.published({ admission: 'enrolment', registersFor: 'event' }))

  it('asks to join: somebody new is a client who waits for screening', async () => {
    const page = await desk.page(`${desk.base}${PATH}`)
    expect(page).toContain(`action="${desk.base}${PATH}/join#register"`)
    expect(page).not.toContain('name="places"')
    const answer = await ask(sadie)
    const next = `${desk.base}${PATH}?said=asked`
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${next}#register`])
    expect(await desk.page(next)).toContain('get in touch with you soon')
    const one = { name: 'Sadie Moss', email: 'sadie@example.com', status: 'screening', note: 'On\nTuesdays.' }
    expect(await asked()).toEqual([one])
    // Pressed twice, or asked again by whoever is in the group: the same answer, and nothing new.
    expect((await ask({ ...sadie, name: ' sadie  moss ' })).headers.get('location')).toBe(`${next}#register`)
    expect(await asked()).toEqual([one])
  })

  it('takes a client for herself by name and address, and her daughter for another', async () => {
    const before = await rowsOf(database, desk.clinic.id, 'select id from clients where clinic_id = $1')
    const { name } = desk.maya
    await ask({ ...sadie, name, email: 'Maya@example.com' })
    const clients = () => rowsOf(database, desk.clinic.id, 'select id from clients where clinic_id = $1')
    expect(await clients()).toHaveLength(before.length)
    await ask({ ...sadie, name: 'Lena', email: 'maya@example.com' })
    expect(await clients()).toHaveLength(before.length + 1)
    expect(await asked()).toHaveLength(2)
  })

  it('tells what is wrong with what was typed, and takes no registration', async () => {
    const refused = await ask({ ...sadie, email: 'nobody', note: '</textarea><script>x</script>' })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('must be an address like maya@example.com')
    expect(page).not.toContain('<script>x')
    expect((await send(maya)).status).toBe(422)
    expect(await registrations()).toEqual([])
    expect(await asked()).toEqual([])
  })
})
