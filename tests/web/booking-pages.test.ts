import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicWaitToken } from '../../actions/public-wait-token.ts'
import { SECRET, startApp, type TestApp } from '../support/app.ts'
import { objectionsOf } from '../support/axe.ts'
import { BOOKING_MONDAY, type BookingDesk, makeBookingDesk } from '../support/booking-desk.ts'
import { borrowBrowser } from '../support/browser.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { builtPages } from '../support/web.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const
const DESK = { viewport: { width: 1440, height: 900 } } as const

let database: TestDatabase
let app: TestApp
let desk: BookingDesk
let browser: Browser

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => BOOKING_MONDAY, pagesRoot: await builtPages() })
  desk = await makeBookingDesk(app, database, {
    settings: { consent: 'You agree that we keep what you write here.', policy: 'Please cancel a day before.' },
  })
  await desk.ask([
    { id: 'why', label: 'What brings you here?', kind: 'long', required: false, choices: [] },
    { id: 'new', label: 'Have you been here before?', kind: 'choice', required: true, choices: ['Yes', 'No'] },
  ])
  browser = await borrowBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.close()
  await database.close()
})

async function opened(options: BrowserContextOptions, work: (page: Page) => Promise<void>) {
  const context = await browser.newContext({
    ...{ baseURL: app.url, locale: 'en-US', timezoneId: 'America/New_York' },
    ...options,
  })
  try {
    const page = await context.newPage()
    await page.addInitScript(`window.shifts = []
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries()
        .filter((each) => !each.hadRecentInput).map((each) => each.value)))
        .observe({ type: 'layout-shift', buffered: true })`)
    await work(page)
  } finally {
    await context.close()
  }
}

async function isSound(page: Page): Promise<void> {
  expect(await objectionsOf(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
}

describe('booking on a phone', () => {
  it('goes all the way without a script, and nothing sticks out or is objected to', async () => {
    await opened({ ...PHONE, javaScriptEnabled: false, colorScheme: 'dark' }, async (page) => {
      await page.goto(desk.base)
      await page.getByRole('link', { name: /First visit/ }).click()
      await page.getByRole('link', { name: /Anybody/ }).click()
      await page.getByRole('link', { name: /^Wednesday, March 7:/ }).click()
      await page.getByRole('button', { name: /^11:30 AM/ }).click()
      await page.getByLabel('Your name').fill('Nora Lind')
      await page.getByLabel('E-mail').fill('nora@example.com')
      await page.getByRole('button', { name: 'Book this appointment' }).click()
      expect(await page.getByRole('alert').textContent()).toContain('Nothing was booked yet.')
      expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual([
        'Have you been here before?',
        'What you agree to',
      ])
      expect(await page.getByLabel('Your name').inputValue()).toBe('Nora Lind')
      await page.getByLabel('Have you been here before?').selectOption('No')
      await page.getByLabel('I agree').check()
      await page.getByRole('button', { name: 'Book this appointment' }).click()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Your appointment is booked')
      const file = await page.request.get((await page.getByRole('link', { name: /Apple/ }).getAttribute('href'))!)
      expect(await file.text()).toContain('DTSTART')
      expect(await page.getByRole('link', { name: 'Google' }).getAttribute('href')).toContain(
        'dates=20400307T163000Z%2F20400307T172000Z',
      )
      await page.goto(new URL((await page.getByRole('link', { name: /See, move/ }).getAttribute('href'))!).pathname)
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Your appointment')
    })
  })
})

describe('the waitlist on a phone', () => {
  it('is asked for, confirmed and left in Spanish, by whoever is suited by no time', async () => {
    await opened({ ...PHONE, colorScheme: 'dark', timezoneId: 'Europe/Madrid' }, async (page) => {
      await page.goto(`${desk.base}?type=${desk.type.id}&with=any&lang=es`)
      await page.getByText('Las horas se muestran en Madrid').waitFor()
      await page.getByRole('link', { name: 'Pida que le avisemos cuando quede libre una hora' }).click()
      await page.getByLabel('Martes').check()
      await page.getByLabel(/^Mañana/).check()
      await page.getByRole('button', { name: 'Pedir que me avisen' }).click()
      expect(await page.getByRole('alert').textContent()).toContain('Todavía no se envió nada.')
      await page.getByRole('alert').getByRole('link', { name: 'Correo electrónico' }).click()
      expect(await page.getByLabel('Correo electrónico').evaluate((field) => field.matches(':target'))).toBe(true)
      expect(await page.getByLabel('Martes').isChecked()).toBe(true)
      await page.getByText('Según el reloj de la clínica, en New York').waitFor()
      await isSound(page)
      await page.getByLabel('Su nombre').fill('Nora Lind')
      await page.getByLabel('Correo electrónico').fill('nora@example.com')
      await page.getByLabel('Acepto').check()
      await page.getByRole('button', { name: 'Pedir que me avisen' }).press('Enter')
      await page.getByRole('heading', { name: 'Un paso más: mire su correo' }).waitFor()
      const [asked] = await desk.query('select id from public_waits where clinic_id = $1')
      await page.goto(
        `${desk.base}/waitlist/${asked!.id}.${publicWaitToken(SECRET, desk.clinic.id, String(asked!.id))}`,
      )
      expect(await page.getByRole('definition').allTextContents()).toEqual([
        'First visit',
        'Con quien esté libre',
        'Martes',
        'Mañana',
      ])
      await page.getByRole('button', { name: 'Sí, quiero estar en la lista' }).click()
      await page.getByRole('heading', { name: 'Está en nuestra lista de espera' }).waitFor()
      await isSound(page)
      await page.getByRole('button', { name: 'Salir de la lista de espera' }).click()
      await page.getByRole('heading', { name: 'Ya no está en nuestra lista de espera' }).waitFor()
    })
  })
})

describe.each([
  ['on a phone in the dark', { ...PHONE, colorScheme: 'dark' as const }],
  ['on a desk', DESK],
])('the pages of booking %s', (_, options) => {
  it('shift nothing, stick out nowhere, and are objected to by nobody', async () => {
    await opened(options, async (page) => {
      await page.goto(desk.base)
      await isSound(page)
      await page.getByRole('link', { name: /First visit/ }).click()
      await isSound(page)
      await page.getByRole('link', { name: /Dr. Chen/ }).click()
      await isSound(page)
      await page.getByRole('link', { name: 'Month after' }).click()
      await page.getByRole('heading', { name: 'April 2040' }).waitFor()
      await page.getByRole('link', { name: /^Monday, April 2:/ }).click()
      await page.getByRole('heading', { name: 'Monday, April 2' }).waitFor()
      expect(new URL(page.url()).searchParams.get('day')).toBe('2040-04-02')
      await page.locator('.slots button').first().click()
      await page
        .getByRole('timer')
        .filter({ hasText: /^1[45]:\d\d$/ })
        .waitFor()
      await isSound(page)
      await page.getByRole('button', { name: 'Book this appointment' }).click()
      await page.getByRole('alert').waitFor()
      await isSound(page)
      expect(await page.evaluate('window.shifts')).toEqual([])
    })
  })
})

describe('booking where scripts run', () => {
  it('shows the day that was pressed last, whichever is answered first', async () => {
    await opened(DESK, async (page) => {
      await page.goto(`${desk.base}?type=${desk.type.id}&with=dr-chen&day=2040-03-06`)
      const held: Route[] = []
      await page.route(/day=2040-03-0[78]/, (route) => void held.push(route))
      await page.getByRole('link', { name: /^Wednesday, March 7:/ }).click()
      await page.getByRole('link', { name: /^Thursday, March 8:/ }).click()
      await expect.poll(() => held.length).toBe(2)
      for (const each of held) await each.continue()
      await page.getByRole('heading', { name: 'Thursday, March 8' }).waitFor()
    })
  })

  it('keeps what was typed when one goes to another part of the page', async () => {
    await opened(DESK, async (page) => {
      await page.goto(`${desk.base}?type=${desk.type.id}&with=dr-chen&day=2040-03-09`)
      await page.locator('.slots button').first().click()
      await page.getByLabel('Your name').fill('Nora Lind')
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.locator('a.skip').press('Enter')
      await page.waitForURL(/#main$/)
      expect(asked).toEqual([])
      expect(await page.getByLabel('Your name').inputValue()).toBe('Nora Lind')
    })
  })
})

describe('booking within a clinic’s own site', () => {
  /** Another origin than that of the pages, as it has another port. */
  const openSite = async () => {
    const site = createServer((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(`<!doctype html><title>Our site</title><h1>Our clinic</h1>
        <script src="${app.url}/embed.js" data-clinic="${desk.clinic.slug}" data-lang="es"></script>`)
    })
    await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening))
    return { site, port: (site.address() as AddressInfo).port }
  }

  it('that the clinic does not name is a link to the booking, and no empty frame', async () => {
    const { port, site } = await openSite()
    await desk.set({ origins: [] })
    try {
      await opened(DESK, async (page) => {
        await page.goto(`http://127.0.0.1:${port}/`)
        const link = page.getByRole('link', { name: 'Book an appointment' })
        await link.waitFor()
        expect(await link.getAttribute('href')).toBe(`${app.url}/book/${desk.clinic.slug}?lang=es`)
        expect(await page.locator('iframe').isVisible()).toBe(false)
      })
    } finally {
      site.close()
    }
  })

  it('is as tall as it has to be, and books there', async () => {
    const { port, site } = await openSite()
    await desk.set({ origins: [`http://127.0.0.1:${port}`] })
    try {
      await opened(DESK, async (page) => {
        await page.goto(`http://127.0.0.1:${port}/`)
        const frame = page.frameLocator('iframe')
        await frame.getByRole('link', { name: /Follow-up/ }).click()
        await frame.getByRole('link', { name: /Dr. Okafor/ }).click()
        await frame.locator('.slots button').last().waitFor()
        const needed = await page.frames()[1]!.evaluate('Math.ceil(document.body.getBoundingClientRect().height)')
        await expect.poll(() => page.locator('iframe').evaluate((each) => each.clientHeight)).toBe(needed)
        await frame.locator('.slots button').last().click()
        await frame.getByLabel('Su nombre').fill('Nora Lind')
        await frame.getByLabel('Correo electrónico').fill('nora@example.com')
        await frame.getByLabel('Have you been here before?').selectOption('No')
        await frame.getByRole('button', { name: 'Reservar esta cita' }).click()
        await frame.getByRole('heading', { name: 'Su cita está reservada' }).waitFor()
      })
    } finally {
      site.close()
    }
  })
})
