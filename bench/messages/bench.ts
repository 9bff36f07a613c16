import { setTimeout as wait } from 'node:timers/promises'
import { connect } from '../../db/connect.ts'
import { openJobs } from '../../jobs/kit.ts'
import { POSTMARK_TOKEN } from '../../tests/support/postmark-double.ts'
import { type Providers, startProviders } from '../../tests/support/providers.ts'
import { analyze, makeRemindedClinic } from '../../tests/support/reminded-clinic.ts'
import { eachOf } from '../booking/booking.ts'
import { startDatabase } from '../database.ts'
import type { Section } from '../results.ts'
import { startServer } from '../server.ts'
import { percentile } from '../statistics.ts'
import { measureQueues } from './queues.ts'
import { type Leaving, messagesSection } from './rows.ts'

export const appointments = 5_000
const rounds = 3
/** Until then the appointments are planned and the program stands ready: three rounds must do. */
const untilDueMs = 100_000
const thinkMs = 50
const atOnce = 128

/** Ten thousand reminders of one minute, by the real program and both providers' own clients; then queues without work. */
export async function benchMessages(runs: number): Promise<Section> {
  const leaving: Leaving = { seconds: [], lateP95: [], onTime: [], perSecond: [], barePerSecond: [], cpuMs: [] }
  for (let round = 0; round < Math.min(rounds, runs); round++) await measureLeaving(leaving)
  return messagesSection(leaving, await measureQueues(runs))
}

async function measureLeaving(measured: Leaving): Promise<void> {
  await using parts = new AsyncDisposableStack()
  const database = await startDatabase()
  parts.defer(() => database.stop())
  const providers = await startProviders()
  parts.defer(() => providers.stop())
  providers.postmark.think(thinkMs)
  providers.twilio.think(thinkMs)
  const { db, close } = connect({ url: database.appUrl, applicationName: 'daybook bench', max: 4 })
  parts.defer(close)
  const jobs = await openJobs(db, database.appUrl)
  const dueAt = Date.now() + untilDueMs
  await makeRemindedClinic(db, jobs, { count: appointments, channels: ['email', 'sms'], dueAt })
  await analyze(database.superuserUrl)
  const { DAYBOOK_URL: _unused, ...settings } = providers.env
  const server = await startServer(database.ownerUrl, [], settings)
  parts.defer(() => server.stop())
  if (Date.now() > dueAt) throw new Error('it was due before the program stood ready')
  await wait(dueAt - Date.now())

  const cpuBefore = server.cpuSeconds()
  const { postmark, twilio } = providers
  await Promise.all([postmark.untilAccepted(appointments), twilio.untilAccepted(appointments)])
  const late = [...postmark.takenAt, ...twilio.takenAt].map((at) => (at - dueAt) / 1000)
  const [first, last] = [Math.min(...late), Math.max(...late)]
  measured.seconds.push(last)
  measured.lateP95.push(percentile(late, 0.95))
  measured.onTime.push((late.filter((each) => each <= 60).length * 100) / late.length)
  measured.perSecond.push(late.length / (last - first))
  measured.cpuMs.push(((server.cpuSeconds() - cpuBefore) * 1000) / late.length)
  measured.barePerSecond.push(await bareRate(providers))
}

/** The same double asked by `fetch` alone, as many at a time as the program has under way. */
async function bareRate({ postmark }: Providers): Promise<number> {
  const sample = JSON.stringify(postmark.accepted[0])
  const headers = { 'content-type': 'application/json', 'x-postmark-server-token': POSTMARK_TOKEN }
  const startedAt = performance.now()
  await eachOf(Array.from({ length: appointments }), atOnce, async () => {
    const response = await fetch(`${postmark.url}/email`, { method: 'POST', headers, body: sample })
    await response.json()
  })
  return (appointments * 1000) / (performance.now() - startedAt)
}
