import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderMessage } from '../../../jobs/templates/render.ts'
import { objectionsOf } from '../../support/axe.ts'
import { borrowBrowser } from '../../support/browser.ts'
import { FACTS } from './facts.ts'

let browser: Browser

beforeAll(async () => {
  browser = await borrowBrowser()
})
afterAll(() => browser.close())

const UNBROKEN = 'Donaudampfschifffahrtsgesellschaft-Kapitänswitwenrente-Beratungsstelle'

describe.each(['light', 'dark'] as const)('a mail in %s colours', (colorScheme) => {
  test.each([
    ['a desk', 1200],
    ['a phone', 390],
    ['a small phone', 320],
  ])('can be read on %s: nothing sticks out, nothing is pale', async (_, width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
    const facts = { ...FACTS, clinic: { ...FACTS.clinic, name: UNBROKEN } }
    for (const kind of ['confirmation', 'changed', 'cancelled', 'conversation', 'therapist_changed'] as const) {
      await page.setContent(renderMessage(kind, 'email', 'es', facts).html ?? '')
      const { scrollWidth, cardWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        cardWidth: document.querySelector('.card')?.getBoundingClientRect().width ?? 0,
      }))
      expect(scrollWidth).toBeLessThanOrEqual(width)
      expect(cardWidth).toBe(Math.min(600, width - 24))
      expect(await objectionsOf(page)).toEqual([])
    }
    await page.close()
  })

  test('is a light one where its styles are dropped, and still all there', async () => {
    const page = await browser.newPage({ viewport: { width: 700, height: 800 }, colorScheme })
    const { html = '' } = renderMessage('confirmation', 'email', 'en', FACTS)
    await page.setContent(html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<meta name="color-scheme"[^>]*>/, ''))
    expect(await page.getByRole('link', { name: 'Confirm' }).isVisible()).toBe(true)
    const colours = await page.evaluate(() => {
      const colourOf = (selector: string, name: string) => {
        const element = document.querySelector(selector)
        return element ? getComputedStyle(element).getPropertyValue(name) : ''
      }
      return [colourOf('h1', 'color'), colourOf('.card', 'background-color'), colourOf('.first', 'background-color')]
    })
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'rgb(29, 91, 146)'])
    await page.close()
  })
})
