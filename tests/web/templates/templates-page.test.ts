import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { byHand, type Daybook, expectSound, openDaybook } from '../open-daybook.ts'

let daybook: Daybook

beforeAll(async () => {
  daybook = await openDaybook()
})
afterAll(() => daybook.close())

const open = (choice = '') => daybook.open(`/settings/templates${choice}`, daybook.office.admin)
const preview = (page: Page) => page.getByRole('region', { name: 'Preview' })
const toast = (page: Page) => page.locator('.toast')

describe('the words of a mail', () => {
  it('are seen at once as the mail they become, and saved', async () => {
    const page = await open()
    await page.getByLabel('Subject').fill('See you {{when}} at {{clinicName}}')
    await preview(page).getByText('at Harbor Clinic').first().waitFor()
    await page.getByRole('textbox', { name: 'Text' }).fill('Please ring the bell.')
    await page.frameLocator('iframe').locator('p', { hasText: 'Please ring the bell.' }).waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await toast(page).getByText('Saved. Messages say this from now on.').waitFor()
    await page.reload()
    await expect.poll(() => page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('Please ring the bell.')
  })

  it('run no script where they are shown, and lead nowhere', async () => {
    const page = await open()
    await page
      .getByRole('textbox', { name: 'Text' })
      .fill('<img src=x onerror="top.document.title=1"> <script>top.document.title=1</script>')
    const frame = page.locator('iframe')
    await page.frameLocator('iframe').locator('p', { hasText: 'onerror' }).waitFor()
    expect(await frame.getAttribute('sandbox')).toBe('')
    expect(await frame.getAttribute('srcdoc')).toContain('<base target="_blank">')
    expect(await page.title()).toBe('Templates · Daybook')
  })

  it('take in what is pressed where the cursor is', async () => {
    const page = await open()
    await page.getByRole('textbox', { name: 'Text' }).fill('Hello , see you!')
    await page
      .getByRole('textbox', { name: 'Text' })
      .evaluate((text: HTMLTextAreaElement) => text.setSelectionRange(6, 6))
    await page.getByRole('button', { name: 'clientFirstName' }).click()
    await page.keyboard.type(' dear')
    expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe(
      'Hello {{clientFirstName}} dear, see you!',
    )
    await page.getByLabel('Subject').fill('At ')
    await page.getByRole('button', { name: 'time', exact: true }).click()
    expect(await page.getByLabel('Subject').inputValue()).toBe('At {{time}}')
    await page.getByRole('button', { name: 'hasRoom' }).click()
    expect(await page.getByLabel('Subject').inputValue()).toBe('At {{time}}{{#hasRoom}}…{{/hasRoom}}')
  })

  it('that cannot be kept say why, beside the preview and at the field', async () => {
    const page = await open()
    await page.getByLabel('Subject').fill('Dear {{clientName}}')
    const problem = preview(page).locator('.notice.danger')
    await problem.waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.field-problem').waitFor()
    expect(await page.locator('.field-problem').textContent()).toBe(await problem.textContent())
  })
})

describe('the words of a text message', () => {
  it('stand in a bubble with their length, and go back to the built-in ones', async () => {
    const page = await open('?kind=DAY_BEFORE&channel=SMS')
    const builtIn = await page.getByRole('textbox', { name: 'Text' }).inputValue()
    await page.getByRole('textbox', { name: 'Text' }).fill('Come tomorrow 🌞')
    await preview(page).getByText('sent as 1 SMS: emoji and other special characters').waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await toast(page).getByText('Saved.').waitFor()
    await page.getByRole('button', { name: 'Back to the built-in words' }).click()
    await expect.poll(() => page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe(builtIn)
    await toast(page).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('Come tomorrow 🌞')
  })

  it('that are too long are counted as they were typed', async () => {
    const page = await open('?kind=DAY_BEFORE&channel=SMS')
    await page.getByRole('textbox', { name: 'Text' }).fill('Please come. '.repeat(150))
    await preview(page).getByText('The message must have at most 1000 characters.').waitFor()
    await preview(page).getByText('1950 characters', { exact: true }).waitFor()
  })

  it('are others in another language', async () => {
    const page = await open('?kind=DAY_BEFORE&channel=SMS')
    await page.getByLabel('Language').selectOption('Spanish')
    await expect.poll(() => page.getByRole('textbox', { name: 'Text' }).inputValue()).toMatch(/cita|mañana/i)
  })
})

describe('words that two people change', () => {
  it('are not overwritten without being asked', async () => {
    const [mine, theirs] = await Promise.all([open('?kind=CHANGED'), open('?kind=CHANGED')])
    await theirs.getByRole('textbox', { name: 'Text' }).fill('Theirs')
    await theirs.getByRole('button', { name: 'Save' }).click()
    await toast(theirs).getByText('Saved.').waitFor()
    await mine.getByRole('textbox', { name: 'Text' }).fill('Mine')
    await mine.getByRole('button', { name: 'Save' }).click()
    await mine.getByRole('button', { name: 'Show theirs' }).click()
    await expect.poll(() => mine.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('Theirs')
    await mine.getByRole('textbox', { name: 'Text' }).fill('Mine after all')
    await mine.getByRole('button', { name: 'Save' }).click()
    await toast(mine).getByText('Saved.').waitFor()
  })

  it('are not lost by choosing another message', async () => {
    const page = await open()
    await page.getByRole('textbox', { name: 'Text' }).fill('Half a sentence')
    await page.getByRole('radio', { name: 'SMS' }).click()
    await page.getByRole('button', { name: 'Keep editing' }).click()
    expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('Half a sentence')
    expect(await page.getByRole('radio', { name: 'E-mail' }).isChecked()).toBe(true)
  })
})

describe('a test', () => {
  it('goes to oneself, says what is saved, and is seen where messages are', async () => {
    const page = await open('?kind=DAY_BEFORE&channel=SMS')
    await page.getByRole('button', { name: 'Send a test…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Send a test' })
    await expect.poll(() => dialog.getByLabel('To').evaluate((to) => to === document.activeElement)).toBe(true)
    await page.keyboard.type('5550123')
    await dialog.getByRole('button', { name: 'Send the test' }).click()
    await dialog.getByText('Write a number with its country').waitFor()
    await dialog.getByLabel('To').fill('+1 202 555 0123')
    await dialog.getByRole('button', { name: 'Send the test' }).click()
    await toast(page).getByText('A test is on its way to +1 202 555 0123.').waitFor()
    await toast(page).getByRole('button', { name: 'See it' }).click()
    const message = page.getByRole('complementary', { name: 'Test message' })
    await message.getByRole('article').getByText('Harbor Clinic').first().waitFor()
  })

  it('of a mail is offered to one’s own address, and warns that changes are not in it', async () => {
    const page = await open()
    await page.getByRole('textbox', { name: 'Text' }).fill('Not saved')
    await page.getByRole('button', { name: 'Send a test…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Send a test' })
    await dialog.getByText('What you have changed is not saved yet.').waitFor()
    expect(await dialog.getByLabel('To').inputValue()).toMatch(/@example\.com$/)
  })
})

describe('on a desk and on a phone', () => {
  it.each(['EMAIL', 'SMS', 'VOICE'])('%s has nothing that axe-core finds wrong, and fits', async (channel) => {
    const page = await daybook.open(`/settings/templates?channel=${channel}`, daybook.office.admin, byHand)
    await preview(page).getByRole('article').waitFor()
    await page.getByRole('textbox', { name: 'Text' }).fill('{{nobody}}')
    await preview(page).locator('.notice.danger').waitFor()
    await expectSound(page)
  })
})
