import type { Page } from 'playwright-core'

/** The place in the week under which that time of that weekday is, 1 for Monday. */
export async function spotIn(page: Page, weekday: number, time: string): Promise<{ x: number; y: number }> {
  const box = await page.locator('.week-field').boundingBox()
  if (!box) throw new Error('there is no week on the page')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return { x: box.x + (box.width * (weekday - 0.5)) / 7, y: box.y + (box.height * (hours * 60 + minutes)) / 1440 }
}

/** Presses at the one place and lets go at the other. */
export async function dragBetween(page: Page, from: [number, string], to: [number, string]): Promise<void> {
  const [start, end] = [await spotIn(page, ...from), await spotIn(page, ...to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(end.x, end.y, { steps: 3 })
  await page.mouse.up()
}

/** Every block of the week by its accessible name, in the order of the week. */
export function blocksOf(page: Page): Promise<string[]> {
  return page.locator('[data-block] .aside').allInnerTexts()
}

export function blockCalled(page: Page, name: string) {
  return page.locator('.week-field').getByRole('button', { name })
}
