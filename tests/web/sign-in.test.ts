import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePerson } from '../support/sign-in.ts'
import { type Daybook, openDaybook } from './open-daybook.ts'

let daybook: Daybook

beforeAll(async () => {
  daybook = await openDaybook()
})
afterAll(() => daybook.close())

async function somebody() {
  return makePerson(daybook.database.db, daybook.office.clinic.id, { role: 'admin', name: 'Ada Brook' })
}

describe('signing in', () => {
  it('leads through the sign-in page back to the page that was wanted', async () => {
    const person = await somebody()
    const page = await daybook.open('/settings/rooms?open=new')
    await page.getByLabel('E-mail').fill(person.email)
    await page.getByLabel('Password').fill(person.password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'New room' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/settings/rooms')
  })

  it('does not follow a return path to another site', async () => {
    const person = await somebody()
    const page = await daybook.open(`/sign-in?return=${encodeURIComponent('//elsewhere.example/')}`)
    await page.getByLabel('E-mail').fill(person.email)
    await page.getByLabel('Password').fill(person.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    expect(new URL(page.url()).origin).toBe(daybook.app.url)
  })

  it('says that the e-mail or the password is wrong, and not which', async () => {
    const person = await somebody()
    const page = await daybook.open('/sign-in')
    await page.getByLabel('E-mail').fill(person.email)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('The e-mail or the password is not right.').waitFor()
    expect(await page.getByLabel('E-mail').inputValue()).toBe(person.email)
  })

  it('says how long to wait after too many attempts', async () => {
    const person = await somebody()
    const page = await daybook.open('/sign-in')
    await page.getByLabel('E-mail').fill(person.email)
    await page.getByLabel('Password').fill('a guess')
    for (let attempt = 1; attempt <= 6; attempt++) {
      const answered = page.waitForResponse('**/api/auth/sign-in/email')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await answered
      await page.getByRole('button', { name: 'Sign in', disabled: false }).waitFor()
    }
    await page
      .getByRole('alert')
      .getByText(/Wait (a minute|\d+ minutes), then try again/)
      .waitFor()
  })

  it('says when the server cannot be reached, and keeps what was entered', async () => {
    const page = await daybook.open('/sign-in')
    await page.route('/api/auth/sign-in/email', (route) => route.abort())
    await page.getByLabel('E-mail').fill('ada@example.com')
    await page.getByLabel('Password').fill('a password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('Daybook cannot be reached').waitFor()
    expect(await page.getByLabel('Password').inputValue()).toBe('a password')
  })
})

describe('signing out', () => {
  it('ends the session and shows the sign-in page', async () => {
    const person = await somebody()
    const page = await signIn(person)
    await page.getByRole('button', { name: 'account' }).click()
    await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.goto('/clients')
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  })

  it('everywhere also ends the session of another browser at its next request', async () => {
    const person = await somebody()
    const here = await signIn(person)
    const there = await signIn(person)
    await here.getByRole('button', { name: 'account' }).click()
    await here.getByRole('menuitem', { name: 'Sign out everywhere' }).click()
    await here.getByRole('heading', { name: 'Sign in' }).waitFor()
    await there.getByRole('searchbox').fill('maya')
    await there.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(new URL(there.url()).searchParams.get('return')).toContain('/clients')
  })
})

describe('joining', () => {
  it('takes a new member from the link to being signed in', async () => {
    const admin = await daybook.open('/settings/members?open=new', daybook.office.admin)
    await admin.getByLabel('Name').fill('Nora Blum')
    await admin.getByLabel('E-mail').fill('nora@example.com')
    await admin.getByLabel('Role').selectOption('Receptionist')
    await admin.getByRole('button', { name: 'Add member' }).click()
    const link = await admin.getByLabel('Sign-in link').inputValue()

    const page = await daybook.open(new URL(link).pathname)
    await page.getByLabel('New password').fill('too short')
    await page.getByRole('button', { name: 'Set password' }).click()
    await page.getByText('at least 12 characters.').last().waitFor()
    await page.getByLabel('New password').fill('a quiet green harbour')
    await page.getByRole('button', { name: 'Set password' }).click()
    await page.getByRole('button', { name: 'Nora' }).waitFor()
  })

  it('says that a link is no longer good', async () => {
    const page = await daybook.open('/join/not-a-token')
    await page.getByLabel('New password').fill('a quiet green harbour')
    await page.getByRole('button', { name: 'Set password' }).click()
    await page.getByRole('alert').getByText('Ask the administrator').waitFor()
  })
})

async function signIn(person: { email: string; password: string }) {
  const page = await daybook.open('/clients')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('searchbox').waitFor()
  return page
}
