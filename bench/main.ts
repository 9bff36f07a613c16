import { buildServer } from '../tests/support/build-server.ts'
import { type Section, sectionText, writeSection } from './results.ts'

/** A bench measures for `runs` rounds and answers with the section it wants in RESULTS.md. */
export type Bench = (runs: number) => Promise<Section>

const benches: Record<string, () => Promise<Bench>> = {
  booking: async () => (await import('./booking/bench.ts')).benchBooking,
  calendar: async () => (await import('./calendar/bench.ts')).benchCalendar,
  'events-page': async () => (await import('./events-page/bench.ts')).benchEventsPage,
  feeds: async () => (await import('./feeds/bench.ts')).benchFeeds,
  grid: async () => (await import('./grid/bench.ts')).benchGrid,
  live: async () => (await import('./live/bench.ts')).benchLive,
  messages: async () => (await import('./messages/bench.ts')).benchMessages,
  recurrence: async () => (await import('./recurrence/bench.ts')).benchRecurrence,
  registration: async () => (await import('./registration/bench.ts')).benchRegistration,
  slots: async () => (await import('./slots/bench.ts')).benchSlots,
  waitlist: async () => (await import('./waitlist/bench.ts')).benchWaitlist,
}

const names = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const option = process.argv.find((word) => word.startsWith('--runs='))
const runs = Number(option?.slice('--runs='.length) ?? 7)
const unknown = names.filter((name) => !(name in benches))
if (unknown.length > 0 || !(runs >= 1)) {
  console.error(`usage: npm run bench -- [${Object.keys(benches).join('|')}]… [--runs=7]`)
  process.exit(2)
}

await buildServer()
for (const [name, load] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue
  const bench = await load()
  const section = await bench(runs)
  console.log(sectionText(section))
  // A figure of fewer than five runs is for looking at, not for keeping.
  if (runs >= 5) writeSection(section)
}
