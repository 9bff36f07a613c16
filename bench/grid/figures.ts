import type { Page } from 'playwright-core'
import { spreadOf } from '../statistics.ts'

export interface Figure {
  name: string
  /** Brings a fresh page to where the figure starts. */
  prepare?(page: Page): Promise<unknown>
  /** Milliseconds until painted. */
  measure(page: Page): Promise<number>
  /** How many times `measure` did the thing, to share the work among them. */
  times: number
}

const mount = (page: Page) => page.evaluate(() => window.bench.mount())

export const figures: Figure[] = [
  { name: 'first paint', measure: mount, times: 1 },
  { name: 'one live change', prepare: mount, measure: changeFive, times: 5 },
  {
    name: '100 live changes in turn',
    prepare: mount,
    measure: (page) => page.evaluate(() => window.bench.changeInTurn(100)),
    times: 1,
  },
  {
    name: '100 live changes at once',
    prepare: mount,
    measure: (page) => page.evaluate(() => window.bench.changeAtOnce(100)),
    times: 1,
  },
]

async function changeFive(page: Page): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 5; round++) times.push(await page.evaluate((at) => window.bench.changeOne(at), round))
  return spreadOf(times).median
}
