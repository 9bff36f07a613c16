import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAppointment, makeClient, makeTherapist, makeType } from '../support/world.ts'
import { type Daybook, openDaybook } from './open-daybook.ts'

let daybook: Daybook

beforeAll(async () => {
  daybook = await openDaybook()
})
afterAll(() => daybook.close())

const atDesk = (path: string) => daybook.open(path, daybook.office.receptionist)
const client = (given: { name: string; email?: string; phone?: string }) =>
  makeClient(daybook.database.db, daybook.office.clinic.id, given)

async function clientsCalled(name: string): Promise<{ name: string; phone: string | null }[]> {
  const { clients } = await daybook.office.read<{ clients: { nodes: { name: string; phone: string | null }[] } }>(
    'query ($search: String) { clients(search: $search, first: 100) { nodes { name phone } } }',
    { search: name },
  )
  return clients.nodes
}

describe('the list of clients', () => {
  it('finds by any word of the name, the e-mail or the phone', async () => {
    await client({ name: 'Elena Novak', email: 'elena@example.com', phone: '+12025550177' })
    await client({ name: 'Tom Bright', email: 'tom@example.com', phone: '+12025550188' })
    const page = await atDesk('/clients')
    await page.getByRole('searchbox').fill('0177')
    await page.getByRole('button', { name: 'Tom Bright' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Elena Novak' }).waitFor()
    await page.getByRole('searchbox').fill('nobody at all')
    await page.getByText('Nobody fits “nobody at all”').waitFor()
  })

  it('is read on page by page', async () => {
    for (let i = 10; i < 70; i++) await client({ name: `Page Turner ${i}` })
    const page = await atDesk('/clients?search=page+turner')
    await page.getByRole('button', { name: 'Page Turner 10' }).waitFor()
    expect(await page.getByRole('row').count()).toBe(1 + 50)
    await page.getByRole('button', { name: 'Show more' }).click()
    await page.getByRole('button', { name: 'Page Turner 69' }).waitFor()
    expect(await page.getByRole('row').count()).toBe(1 + 60)
  })

  it('says when it cannot be read, and reads again when asked', async () => {
    const page = await atDesk('/not-yet')
    await page.route('/graphql', (route) => route.abort())
    await page.getByRole('link', { name: 'Clients' }).click()
    await page.getByRole('heading', { name: 'Daybook cannot be reached' }).waitFor()
    await page.unroute('/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('table', { name: 'Clients' }).waitFor()
  })

  it('says when the network is gone, and when it is back no more', async () => {
    const page = await atDesk('/clients')
    await page.getByRole('searchbox').waitFor()
    await page.context().setOffline(true)
    await page.getByText('You are offline.').waitFor()
    await page.context().setOffline(false)
    await page.getByText('You are offline.').waitFor({ state: 'detached' })
  })
})

describe('a client', () => {
  it('is added with a telephone number as people write it', async () => {
    const page = await atDesk('/clients')
    await page.getByRole('button', { name: 'New client' }).click()
    await page.getByLabel('Name').fill('Aisha Khan')
    await page.getByLabel('Phone').fill('(202) 555-0142')
    await page.getByRole('button', { name: 'Add client' }).click()
    await page.getByRole('heading', { name: 'Aisha Khan' }).waitFor()
    expect(await clientsCalled('Aisha Khan')).toEqual([{ name: 'Aisha Khan', phone: '+12025550142' }])
  })

  it('is refused at the fields that cannot be used', async () => {
    const page = await atDesk('/clients/new')
    await page.getByLabel('Phone').fill('call me')
    await page.getByRole('textbox', { name: 'E-mail' }).fill('nowhere')
    await page.getByRole('button', { name: 'Add client' }).click()
    await page.getByText('Write it with its country').waitFor()
    await page.getByText('Write an e-mail address').waitFor()
    await page.getByLabel('Phone').fill('')
    await page.getByRole('textbox', { name: 'E-mail' }).fill('')
    await page.getByRole('button', { name: 'Add client' }).click()
    await page.getByText('Name must not be empty.').waitFor()
  })

  it('is added once, though the answer was lost and the form sent again', async () => {
    const page = await atDesk('/clients/new')
    await page.getByLabel('Name').fill('Yuki Tanaka')
    await page.route(
      '/graphql',
      async (route) => {
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
    await page.getByRole('button', { name: 'Add client' }).click()
    await page.getByRole('alert').getByText('Daybook cannot be reached').waitFor()
    expect(await page.getByLabel('Name').inputValue()).toBe('Yuki Tanaka')
    await page.getByRole('button', { name: 'Add client' }).click()
    await page.getByRole('heading', { name: 'Yuki Tanaka' }).waitFor()
    expect(await clientsCalled('Yuki Tanaka')).toHaveLength(1)
  })

  it('is changed, archived and found among the archived', async () => {
    const { id } = await client({ name: 'Owen Murphy' })
    const page = await atDesk(`/clients/${id}`)
    await page.getByLabel('Referral').selectOption('Contacted')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('row', { name: 'Owen Murphy' }).getByText('Contacted').waitFor()
    await page.getByRole('button', { name: 'More about Owen Murphy' }).click()
    await page.getByRole('menuitem', { name: 'Archive' }).click()
    await page.getByRole('row', { name: 'Owen Murphy' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Show archived' }).click()
    await page.getByRole('row', { name: 'Owen Murphy' }).getByText('Archived').waitFor()
  })

  it('is shown with what lies ahead and what was', async () => {
    const { db } = daybook.database
    const clinicId = daybook.office.clinic.id
    const person = await client({ name: 'Carla Rossi' })
    const therapist = await makeTherapist(db, clinicId, { name: 'Dr. Priya Raman' })
    const type = await makeType(db, clinicId, { name: 'Therapy session' })
    for (const [from, to] of [
      ['2020-06-10T14:00:00Z', '2020-06-10T14:50:00Z'],
      ['2090-06-10T14:00:00Z', '2090-06-10T14:50:00Z'],
    ] as const) {
      const [startsAt, endsAt] = [new Date(from), new Date(to)]
      const place = { clientId: person.id, therapistId: therapist.id, typeId: type.id }
      await makeAppointment(db, clinicId, { ...place, startsAt, endsAt })
    }
    const page = await atDesk(`/clients/${person.id}`)
    const ahead = page.locator('section').filter({ hasText: 'Upcoming' })
    await ahead.getByText('Jun 10, 2090, 10:00').waitFor()
    await ahead.getByText('Therapy session with Dr. Priya Raman').waitFor()
    const past = page.locator('section').filter({ hasText: 'Past' })
    await past.getByText('Jun 10, 2020, 10:00').waitFor()
  })

  it('can be looked at but not changed by a therapist', async () => {
    const { id } = await client({ name: 'Leila Sato', email: 'leila@example.com' })
    const page = await daybook.open(`/clients/${id}`, daybook.office.therapist)
    await page.getByRole('heading', { name: 'Leila Sato' }).waitFor()
    await page.getByRole('definition').getByText('leila@example.com').waitFor()
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'New client' }).count()).toBe(0)
  })
})
