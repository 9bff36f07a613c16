import type { Page } from 'playwright-core'
import type { Frames } from './frames.ts'

const steps = 120
const from = { x: 480, y: 260 }
const to = { x: 1380, y: 780 }

/** Takes a card by its middle and carries it over ten columns and nine hours, a step a frame, there and half way back. */
export async function dragAcross(page: Page): Promise<Frames> {
  await page.evaluate(() => window.bench.mount())
  const place = await cardNear(page)
  await page.mouse.move(place.x, place.y)
  await page.mouse.down()
  await page.evaluate(() => window.bench.watchFrames())
  for (let step = 1; step <= steps; step++) {
    const share = step <= 80 ? step / 80 : 1 - (step - 80) / 80
    await page.mouse.move(place.x + (to.x - place.x) * share, place.y + (to.y - place.y) * share)
    await page.evaluate(() => window.bench.nextFrame())
  }
  const lifted = await page.evaluate(() => document.querySelector('[data-lifted]') !== null)
  if (!lifted) throw new Error('No card was in hand')
  await page.mouse.up()
  await page.evaluate(() => window.bench.nextFrame())
  return page.evaluate(() => window.bench.framesSeen())
}

async function cardNear(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.evaluate(({ x, y }) => {
    const card = document.elementsFromPoint(x, y).find((each) => each.matches('[data-card]'))
    return card?.getBoundingClientRect().toJSON() as DOMRect | undefined
  }, from)
  if (!box) throw new Error('There is no card to take')
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
}
