import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRoom, makeTherapist } from '../support/world.ts'
import { type Daybook, expectNoViolation, openDaybook } from './open-daybook.ts'

let daybook: Daybook

beforeAll(async () => {
  daybook = await openDaybook()
})
afterAll(() => daybook.close())

const asAdmin = (path: string) => daybook.open(path, daybook.office.admin)
const said = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor()

describe('the clinic', () => {
  it('is saved, and shows at once what was saved', async () => {
    const page = await asAdmin('/settings/clinic')
    await page.getByLabel('Name').fill('Harbor Clinic East')
    await page.getByLabel('Step of the calendar').selectOption('10 minutes')
    await page.getByRole('button', { name: 'Save' }).click()
    await said(page, 'The clinic is saved.')
    await page.reload()
    await page.getByLabel('Name').waitFor()
    expect(await page.getByLabel('Name').inputValue()).toBe('Harbor Clinic East')
    expect(await page.getByLabel('Step of the calendar').inputValue()).toBe('10')
  })
})

describe('therapists', () => {
  it('are added, and led to their hours', async () => {
    const page = await asAdmin('/settings/therapists')
    await page.getByRole('button', { name: 'New therapist' }).click()
    await page.getByLabel('Name').fill('Dr. Amelia Chen')
    await page.getByRole('button', { name: 'Add therapist' }).click()
    await page.getByRole('button', { name: 'Set the hours' }).click()
    await page.getByText('No hours yet').waitFor()
    const chosen = await page
      .getByLabel('Hours of')
      .evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)
    expect(chosen).toBe('Dr. Amelia Chen')
  })

  it('keep a name that is taken out, say so at the field and go there', async () => {
    await makeTherapist(daybook.database.db, daybook.office.clinic.id, { name: 'Jonas Weber' })
    const page = await asAdmin('/settings/therapists?open=new')
    await page.getByLabel('Name').fill('Jonas Weber')
    await page.getByRole('button', { name: 'Add therapist' }).click()
    await page.getByText('There is already one called Jonas Weber.').waitFor()
    const field = page.getByLabel('Name')
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
  })

  it('show their week, and are told by their skills', async () => {
    await makeTherapist(daybook.database.db, daybook.office.clinic.id, { name: 'Noor Haddad' })
    const page = await asAdmin('/settings/therapists')
    await page.getByRole('button', { name: 'Noor Haddad' }).click()
    await page.getByRole('definition').getByText('9:00 AM – 5:00 PM').waitFor()
    const skills = page.getByRole('combobox', { name: 'Skills' })
    await skills.pressSequentially('EMDR,play  therapy')
    await skills.press('Enter')
    await skills.pressSequentially('couples')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('row', { name: 'Noor Haddad' }).getByText('couples, emdr, play therapy').waitFor()
  })

  it('are archived, leave the list, and come back', async () => {
    await makeTherapist(daybook.database.db, daybook.office.clinic.id, { name: 'Ben Carter' })
    const page = await asAdmin('/settings/therapists')
    await page.getByRole('button', { name: 'Ben Carter' }).click()
    await page.getByRole('button', { name: 'More about Ben Carter' }).click()
    await page.getByRole('menuitem', { name: 'Archive' }).click()
    await said(page, 'Ben Carter is archived.')
    await page.getByRole('button', { name: 'Ben Carter' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Show archived' }).click()
    await page.getByRole('button', { name: 'Ben Carter' }).click()
    await page.getByRole('button', { name: 'More about Ben Carter' }).click()
    await page.getByRole('menuitem', { name: 'Bring back' }).click()
    await said(page, 'Ben Carter is back.')
  })
})

describe('a record that two people change', () => {
  async function twoEdit(name: string) {
    await makeTherapist(daybook.database.db, daybook.office.clinic.id, { name, title: 'LCSW' })
    const [mine, theirs] = await Promise.all([asAdmin('/settings/therapists'), asAdmin('/settings/therapists')])
    for (const page of [mine, theirs]) await page.getByRole('button', { name }).click()
    await theirs.getByLabel('Title').fill('Psychologist')
    await theirs.getByRole('button', { name: 'Save' }).click()
    await said(theirs, `${name} is saved.`)
    await mine.getByLabel('Title').fill('Psychiatrist')
    await mine.getByRole('button', { name: 'Save', exact: true }).click()
    await mine.getByRole('alert').getByText('Somebody else changed this').waitFor()
    return mine
  }

  it('is not overwritten: theirs can be shown', async () => {
    const page = await twoEdit('Priya Raman')
    await page.getByRole('button', { name: 'Show theirs' }).click()
    await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('Psychologist')
  })

  it('is overwritten only on purpose', async () => {
    const page = await twoEdit('Luis Ortega')
    expect(await page.getByLabel('Title').inputValue()).toBe('Psychiatrist')
    await page.getByRole('button', { name: 'Save mine over it' }).click()
    await page.getByRole('row', { name: 'Luis Ortega' }).getByText('Psychiatrist').waitFor()
  })
})

describe('leaving a form', () => {
  it('asks before entries are lost, and keeps them when told to', async () => {
    const page = await asAdmin('/settings/rooms?open=new')
    await page.getByLabel('Name').fill('Oak')
    await page.getByRole('link', { name: 'Members' }).click()
    await page.getByRole('button', { name: 'Keep editing' }).click()
    expect(await page.getByLabel('Name').inputValue()).toBe('Oak')
    await page.getByRole('link', { name: 'Members' }).click()
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.getByRole('heading', { name: 'Members' }).waitFor()
  })

  it('is done by Escape, and gives the focus back to where it came from', async () => {
    await makeTherapist(daybook.database.db, daybook.office.clinic.id, { name: 'Hannah Okafor' })
    const page = await asAdmin('/settings/therapists')
    const opener = page.getByRole('button', { name: 'Hannah Okafor' })
    await opener.press('Enter')
    await page.getByRole('heading', { name: 'Hannah Okafor' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true)
  })
})

describe('rooms, types and members', () => {
  it('add a room', async () => {
    const page = await asAdmin('/settings/rooms?open=new')
    await page.getByLabel('Name').fill('Maple')
    await page.getByLabel('Holds').fill('many')
    await page.getByRole('button', { name: 'Add room' }).click()
    await page.getByText('Write a whole number').waitFor()
    await page.getByLabel('Holds').fill('6')
    await page.getByRole('button', { name: 'Add room' }).click()
    await page.getByRole('row', { name: 'Maple 6' }).waitFor()
  })

  it('add an appointment type with its colour and price', async () => {
    const page = await asAdmin('/settings/appointment-types?open=new')
    await page.getByLabel('Name').fill('Couple session')
    await page.getByRole('button', { name: 'Plum' }).click()
    await page.getByLabel('Length').fill('80')
    await page.getByLabel('Price').fill('210.50')
    await page.getByRole('button', { name: 'Add type' }).click()
    await page.getByRole('row', { name: 'Couple session' }).getByText('210.50').waitFor()
    const { appointmentTypes } = await daybook.office.read<{ appointmentTypes: { name: string; hue: number }[] }>(
      '{ appointmentTypes { name hue } }',
    )
    expect(appointmentTypes).toContainEqual({ name: 'Couple session', hue: 320 })
  })

  it('say what a type needs, and how it is booked online', async () => {
    await makeRoom(daybook.database.db, daybook.office.clinic.id, { name: 'Juniper' })
    const page = await asAdmin('/settings/rooms')
    await page.getByRole('button', { name: 'Juniper' }).click()
    await page.getByRole('combobox', { name: 'Features' }).pressSequentially('quiet,')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('row', { name: 'Juniper' }).getByText('quiet').waitFor()

    await page.goto('/settings/appointment-types?open=new')
    await page.getByLabel('Name').fill('Assessment')
    await page.getByRole('combobox', { name: 'Skills needed' }).pressSequentially('testing,')
    await page.getByLabel('Most a day').fill('two')
    await page.getByLabel('Needs a room').check()
    const features = page.getByRole('combobox', { name: 'Room must have' })
    await features.press('ArrowDown')
    await page.getByRole('option', { name: 'quiet' }).waitFor()
    await features.press('Enter')
    await page.getByLabel('Room for at least').fill('3')
    await page.getByLabel('Can be booked online').check()
    await page.getByLabel('At least ahead').fill('1.5')
    await expectNoViolation(page)
    await page.getByRole('button', { name: 'Add type' }).click()
    await page.getByText('Write a whole number').waitFor()
    await page.getByLabel('Most a day').fill('2')
    await page.getByRole('button', { name: 'Add type' }).click()
    await page.getByRole('row', { name: 'Assessment' }).waitFor()
    const { appointmentTypes } = await daybook.office.read<{ appointmentTypes: { name: string }[] }>(
      '{ appointmentTypes { name requiredSkills requiredFeatures minCapacity dailyLimit online leadMinutes horizonDays } }',
    )
    expect(appointmentTypes.find((each) => each.name === 'Assessment')).toMatchObject({
      ...{ requiredSkills: ['testing'], requiredFeatures: ['quiet'], minCapacity: 3 },
      ...{ dailyLimit: 2, online: true, leadMinutes: 90, horizonDays: 60 },
    })
  })

  it('refuse to leave the clinic without an administrator', async () => {
    const page = await asAdmin('/settings/members')
    await page.getByRole('button', { name: 'Some admin' }).click()
    await page.getByLabel('Role').selectOption('Receptionist')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').getByText('is the only administrator').waitFor()
  })
})

describe('API keys', () => {
  it('show their secret once, work, and are refused when revoked', async () => {
    const page = await asAdmin('/settings/api-keys')
    await page.getByRole('button', { name: 'New key' }).click()
    await page.getByLabel('Name').fill('Referral portal')
    await page.getByRole('button', { name: 'Create key' }).click()
    const secret = await page.getByRole('textbox', { name: 'API key' }).inputValue()
    const viewer = () =>
      fetch(`${daybook.app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: JSON.stringify({ query: '{ viewer { kind } }' }),
      })
    expect(await (await viewer()).json()).toMatchObject({ data: { viewer: { kind: 'PARTNER' } } })

    await page.getByRole('button', { name: 'I have copied it' }).click()
    expect(await page.content()).not.toContain(secret)
    await page.getByRole('button', { name: 'Referral portal' }).click()
    await page.getByRole('button', { name: 'Revoke' }).click()
    await page.getByRole('button', { name: 'Revoke the key' }).click()
    await said(page, 'Referral portal is revoked.')
    expect(await (await viewer()).json()).not.toHaveProperty('data.viewer.kind')
  })
})

describe('the audit log', () => {
  it('says who did what, with what it was before and after', async () => {
    const therapist = await makeTherapist(daybook.database.db, daybook.office.clinic.id, { name: 'Sofia Lind' })
    await daybook.office.save('updateTherapist', 'Therapist', {
      id: therapist.id,
      expectedVersion: 1,
      title: 'Psychologist',
    })
    const page = await asAdmin('/settings/audit')
    const entry = page.getByRole('listitem').filter({ hasText: 'changed therapist' }).first()
    await entry.getByText('Some admin').waitFor()
    await entry.getByText('Title').first().click()
    await entry.locator('ins').getByText('Psychologist').waitFor()
    await entry.locator('del').getByText('LCSW').waitFor()
  })
})

describe('whoever is no administrator', () => {
  it('is told why there is nothing to set', async () => {
    const page = await daybook.open('/settings/members', daybook.office.receptionist)
    await page.getByRole('heading', { name: 'Settings are for administrators' }).waitFor()
    await page.getByText('You are signed in as receptionist.').waitFor()
  })
})
