import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser } from '../../tests/support/browser.ts'
import { installPeers } from '../peers.ts'
import type { Section } from '../results.ts'
import { servePage } from './build.ts'
import { figures } from './figures.ts'
import { measureDrags, measureRounds } from './rounds.ts'
import { dragRows, gridRows } from './rows.ts'

const contenders = ['floor', 'ours', 'day-pilot', 'full-calendar', 'event-calendar']

/** 24 columns × 600 appointments, drawn by each contender in turn in a fresh page of one headless Chromium. */
export async function benchGrid(runs: number): Promise<Section> {
  installPeers()
  const outDir = mkdtempSync(join(tmpdir(), 'daybook-bench-grid-'))
  const served = await servePage(outDir)
  const browser = await launchBrowser()
  try {
    const measured = await measureRounds({ browser, url: served.url, contenders, figures, runs })
    const drags = await measureDrags({ browser, url: served.url, runs })
    return {
      bench: 'grid',
      about,
      rows: [...gridRows(measured), ...dragRows(drags)],
      notes: [`Chromium ${browser.version()}`, ...notes],
    }
  } finally {
    await browser.close()
    await served.close()
    rmSync(outDir, { recursive: true })
  }
}

const about =
  '24 columns × 600 appointments at 1440 × 900 in headless Chromium: bare absolutely positioned divs (the floor), ours, and three calendars.'

const notes = [
  'Every figure is from a fresh page; the contenders take turns, round after round, after one round that is not counted.',
  'Painted: from the call until the last frame that changed the grid was on the screen, by the browser’s element timing.',
  'Busy: what the page’s main thread worked for it (script, style, layout, paint), by the browser’s own counters.',
  'One live change: median of five changes, one after another. 100 in turn: each in a task of its own, all waiting in the queue, as a socket delivers them; at once: in one task.',
]
