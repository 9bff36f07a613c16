import type { Row, Section } from '../results.ts'
import { spreadOf } from '../statistics.ts'
import { eventCount, measureServed, type Served } from './served.ts'

const MOST_MS = 15

/** The public list of a clinic with many events, as the real program sends it over a kept connection. */
export async function benchEventsPage(runs: number): Promise<Section> {
  const served = await measureServed(runs)
  const about = `The public page \`/events\` of a clinic with ${eventCount} published events of eight sessions each.`
  return { bench: 'events-page', about, rows: rowsOf(served), notes: notesOf(served) }
}

function rowsOf({ bare, changed, cpuChanged, cpuKept, kept, month, unchanged }: Served): Row[] {
  const floor = spreadOf(bare)
  const page = (figure: string, taken: number[]): Row => {
    return { figure, who: 'ours, through HTTP', value: spreadOf(taken), unit: 'ms', floor }
  }
  const list = (figure: string, taken: number[]): Row => {
    const row = page(figure, taken)
    return { ...row, target: { text: `p50 < ${MOST_MS} ms`, met: row.value.median < MOST_MS } }
  }
  return [
    { figure: 'a request that asks for nothing', who: 'floor: /livez of the same program', value: floor, unit: 'ms' },
    list('the list, written anew after every change', changed),
    page('the month as a calendar, written anew', month),
    list('the list, nothing changed since', kept),
    list('the list, answered 304', unchanged),
    { figure: 'the list, written anew: server process', who: 'ours', value: spreadOf(cpuChanged), unit: 'ms CPU' },
    { figure: 'the list, nothing changed: server process', who: 'ours', value: spreadOf(cpuKept), unit: 'ms CPU' },
  ]
}

function notesOf({ kilobytes }: Served): string[] {
  return [
    `Each run is the median of its requests, one after another over one connection. The list is the first fifty events with all tags, ${Math.round(kilobytes)} KiB before it is compressed; it is sent compressed.`,
    'Written anew: the clinic’s log has grown before every request, so that PostgreSQL is read and Solid writes the page again.',
  ]
}
