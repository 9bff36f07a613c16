import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What is looked at: the whole page by all rules, when left out. */
interface Looked {
  readonly part?: string
  readonly rules?: readonly string[]
}

/** What axe objects to on the page: each rule with the elements that break it, and why. */
export async function objectionsOf(page: Page, looked: Looked = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source)
  const { violations } = await page.evaluate(lookThrough, looked)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  )
}

/** The same in light, and in dark of the colours, which is all that differs. */
export async function objectionsInBoth(page: Page, { part }: Pick<Looked, 'part'> = {}): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const inLight = await objectionsOf(page, { part })
  await page.emulateMedia({ colorScheme: 'dark' })
  const inDark = await objectionsOf(page, { part, rules: ['color-contrast'] })
  await page.emulateMedia({ colorScheme: 'light' })
  return [...inLight, ...inDark]
}

/** In the page. What is in order is neither written down nor sent over. */
async function lookThrough({ part, rules }: Looked): Promise<Pick<AxeResults, 'violations'>> {
  const { axe } = window as unknown as { axe: typeof import('axe-core') }
  // A colour on its way to another is neither.
  const ending = document.getAnimations().filter((each) => each.effect?.getTiming().iterations !== Infinity)
  await Promise.allSettled(ending.map((each) => each.finished))
  const only = rules && { runOnly: [...rules] }
  const { violations } = await axe.run(part ?? document, { resultTypes: ['violations'], ...only })
  return { violations }
}
