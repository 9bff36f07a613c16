import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PIXEL } from '../support/drafted-event.ts'
import { builtPages } from '../support/web.ts'
import { type Daybook, expectNoViolation, openDaybook } from './open-daybook.ts'

let daybook: Daybook
let home: string

beforeAll(async () => {
  daybook = await openDaybook({ pagesRoot: await builtPages() })
  home = `/c/${daybook.office.clinic.slug}/events`
})
afterAll(() => daybook.close())

const said = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor()
const publicPage = async (path: string) => (await fetch(`${daybook.app.url}${path}`)).text()
const dot = { name: 'dot.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') }

describe('the settings of the clinic', () => {
  it('give its public pages a colour, a logo, words, a host and a currency', async () => {
    const page = await daybook.open('/settings/clinic', daybook.office.admin)
    await page.getByLabel('Currency').selectOption('EUR · Euro')
    await page.getByRole('button', { name: 'Plum' }).click()
    const notes = { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') }
    await page.getByLabel('Logo').setInputFiles(notes)
    await page.getByText('This is no picture that can be shown.').waitFor()
    await page.getByLabel('Logo').setInputFiles(dot)
    await page.getByLabel('About the clinic').fill('By the harbor.')
    await page.getByLabel('Host').fill('not a host')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('must be a host name').waitFor()
    await page.getByLabel('Host').fill('events.harbor.example')
    await expectNoViolation(page)
    await page.getByRole('button', { name: 'Save' }).click()
    await said(page, 'The clinic is saved.')

    const shown = await publicPage(home)
    expect(shown).toMatch(/<html lang="en" style="--hue:320"/)
    expect(shown).toContain('By the harbor.')
    const logo = /<img src="([^"]+)"/.exec(shown)?.[1] ?? ''
    expect((await fetch(`${daybook.app.url}${logo}`)).headers.get('content-type')).toBe('image/png')

    await page.reload()
    await page.getByRole('button', { name: 'Remove' }).click()
    expect(await page.getByLabel('Host').inputValue()).toBe('events.harbor.example')
    expect(await page.getByLabel('Currency').inputValue()).toBe('EUR')
    await page.getByRole('button', { name: 'Save' }).click()
    await said(page, 'The clinic is saved.')
    expect(await publicPage(home)).not.toContain('<img')
    await page.context().close()
  })
})

describe('the desk', () => {
  it('gives an event a picture with words, a price and an address that stays, and looks at it before the public does', async () => {
    const page = await daybook.open('/groups/new', daybook.office.admin)
    await page.getByLabel('Title').fill('Parents evening')
    await page.getByLabel('First day').fill('2027-03-02')
    const photo = await page.screenshot({ type: 'jpeg', quality: 100 })
    await page
      .getByLabel('Picture', { exact: true })
      .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo })
    await page.getByLabel('What the picture shows').fill('A circle of chairs')
    await page.getByLabel('Price').fill('12.50')
    await expectNoViolation(page)
    await page.getByRole('button', { name: 'Create draft' }).click()
    const address = await page.getByRole('link', { name: 'Preview of the public page' }).getAttribute('href')
    expect(address).toBe(`${home}/parents-evening?preview`)
    expect((await fetch(`${daybook.app.url}${address}`)).status).toBe(404)
    const { cookie } = daybook.office.admin
    const preview = await (await fetch(`${daybook.app.url}${address}`, { headers: { cookie } })).text()
    expect(preview).toMatch(/A preview.*€12\.50/s)
    const [, image = ''] = /<img class="picture" src="([^"]+)"[^>]* alt="A circle of chairs"/.exec(preview) ?? []
    expect((await fetch(`${daybook.app.url}${image}`)).headers.get('content-type')).toBe('image/webp')

    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByRole('link', { name: 'Public page', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Edit Parents evening' }).click()
    await page.getByLabel('Title').fill('An evening for parents')
    expect(await page.getByLabel('Address').inputValue()).toBe('parents-evening')
    await page.getByLabel('Address').fill('Parents!')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Small letters, digits and hyphens').waitFor()
    await page.getByLabel('Address').fill('for-parents')
    await page.getByLabel('What the picture shows').fill('Chairs in a circle')
    await page.getByRole('button', { name: 'Save' }).click()
    await said(page, 'An evening for parents is saved.')
    await page.getByText('for-parents, and by parents-evening').waitFor()
    const old = await fetch(`${daybook.app.url}${home}/parents-evening`, { redirect: 'manual' })
    expect([old.status, old.headers.get('location')]).toEqual([301, `${home}/for-parents`])
    expect(await publicPage(`${home}/for-parents`)).toContain('alt="Chairs in a circle"')

    await page.goto('/groups/new')
    await page.getByLabel('Title').fill('Another')
    await page.getByLabel('Address').fill('parents-evening')
    await page.getByRole('button', { name: 'Create draft' }).click()
    await page.getByText('Another event goes by parents-evening, or did once.').waitFor()
    expect(await page.getByLabel('Address').getAttribute('aria-invalid')).toBe('true')
    await page.context().close()
  })
})
