import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { dragAcross } from './drag.ts'
import type { Figure } from './figures.ts'
import type { Frames } from './frames.ts'

export interface Measured {
  figure: string
  contender: string
  painted: number[]
  busy: number[]
}

interface Plan {
  browser: Browser
  url: string
  contenders: string[]
  figures: Figure[]
  runs: number
}

/** Round after round, each figure of each contender in turn, so that a slow minute of the machine is everyone's. */
export async function measureRounds(plan: Plan): Promise<Measured[]> {
  const all = plan.figures.flatMap((figure) =>
    plan.contenders.map((contender) => ({ figure: figure.name, contender, painted: [], busy: [] }) as Measured),
  )
  for (let round = 0; round <= plan.runs; round++) {
    for (const one of all) {
      const figure = plan.figures.find(({ name }) => name === one.figure)!
      const { painted, busy } = await measureOnce(plan, one.contender, figure)
      if (round === 0) continue
      one.painted.push(painted)
      one.busy.push(busy)
    }
  }
  return all
}

/** The drag is asked of ours alone: no peer offers one that shows why not while it is under way. */
export async function measureDrags({ browser, url, runs }: Pick<Plan, 'browser' | 'url' | 'runs'>): Promise<Frames[]> {
  const all: Frames[] = []
  for (let round = 0; round <= runs; round++) {
    const frames = await inFreshPage(browser, `${url}?who=ours`, dragAcross)
    if (round > 0) all.push(frames)
  }
  return all
}

function measureOnce(plan: Plan, contender: string, figure: Figure): Promise<{ painted: number; busy: number }> {
  return inFreshPage(plan.browser, `${plan.url}?who=${contender}`, async (page) => {
    await figure.prepare?.(page)
    const counters = await countersOf(page)
    const before = await counters.busy()
    const painted = await figure.measure(page)
    return { painted, busy: ((await counters.busy()) - before) / figure.times }
  })
}

async function inFreshPage<T>(browser: Browser, url: string, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    timezoneId: 'America/New_York',
  })
  try {
    return await work(await openPage(context, url))
  } finally {
    await context.close()
  }
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(url)
  await page.waitForFunction(() => 'bench' in window)
  return page
}

async function countersOf(page: Page): Promise<{ busy: () => Promise<number> }> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return {
    async busy() {
      const { metrics } = await session.send('Performance.getMetrics')
      return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value
    },
  }
}
