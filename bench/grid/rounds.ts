import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import type { Figure } from './figures.ts'

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

async function measureOnce(plan: Plan, contender: string, figure: Figure): Promise<{ painted: number; busy: number }> {
  const context = await plan.browser.newContext({
    viewport: { width: 1440, height: 900 },
    timezoneId: 'America/New_York',
  })
  try {
    const page = await openPage(context, `${plan.url}?who=${contender}`)
    await figure.prepare?.(page)
    const counters = await countersOf(page)
    const before = await counters.busy()
    const painted = await figure.measure(page)
    return { painted, busy: ((await counters.busy()) - before) / figure.times }
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
