import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expireHold } from '../../actions/expire-hold.ts'
import { createAnnouncer } from '../../api/live/announcer.ts'
import { makeLog } from '../../api/log.ts'
import { type Jobs, openJobs } from '../../jobs/kit.ts'
import { type RunningJobs, startJobs } from '../../jobs/schedule.ts'
import { openSocket, startApp, subscribe, type TestApp } from '../support/app.ts'
import { type Holder, makeHolder } from '../support/holder.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { rowsOf } from '../support/rows.ts'

// Monday 2 March 2026, 08:00 in New York: long past, so that the queue gives out at once what is due by then.
const morning = Date.parse('2026-03-02T13:00:00Z')
const MINUTE = 60_000
const CHANGED = `subscription { calendarChanged(from: "2026-03-03T05:00:00Z", to: "2026-03-07T05:00:00Z", after: "0") {
  removedId actor { kind } } }`
const log = makeLog('silent')

let database: TestDatabase
let app: TestApp
let jobs: Jobs
let running: RunningJobs
let now = morning
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
  jobs = await openJobs(database.db, database.url)
  running = await startJobs({ context: contextAt(() => Date.now()), url: database.url, log, pollSeconds: 0.5 })
})
afterAll(async () => {
  await running.stop()
  await app.close()
  await database.close()
})

function contextAt(clock: () => number) {
  return { db: database.db, jobs, now: clock, announce: createAnnouncer(database.db, log) }
}

function watch({ key }: Holder) {
  const socket = openSocket(app, key)
  const heard = subscribe<{ calendarChanged: { removedId: string | null; actor: { kind: string } } }>(
    socket,
    CHANGED,
    {},
  )
  return {
    async untilRemoved(): Promise<{ removedId: string | null; actor: { kind: string } }> {
      for (;;) {
        const { done, value } = await heard.next()
        if (done) throw new Error('the subscription ended')
        if (value.calendarChanged.removedId) return value.calendarChanged
      }
    },
    [Symbol.asyncDispose]: async () => socket.dispose(),
  }
}

describe('the job of a hold', () => {
  it('takes it out of the book when its time is over, and every screen hears of it', async () => {
    const holder = await makeHolder(app, database)
    await using screen = watch(holder)
    const { hold } = await holder.send('holdSlot', holder.usual)
    expect(await screen.untilRemoved()).toEqual({ removedId: hold.id, actor: { kind: 'SYSTEM' } })
    const { id } = holder.clinic
    expect(await rowsOf(database, id, 'select 1 from occupancies where clinic_id = $1')).toEqual([])
    const audit = await rowsOf(
      database,
      id,
      `select actor_kind, actor_name, before->>'status' as before, after->>'status' as after
        from audit_entries where clinic_id = $1 and action = 'expire hold'`,
    )
    expect(audit).toEqual([{ actor_kind: 'system', actor_name: 'Daybook', before: 'held', after: 'expired' }])
  })

  it('is done at once for many holds that end together', async () => {
    const holder = await makeHolder(app, database)
    await using screen = watch(holder)
    const starts = [3, 4, 5, 6].flatMap((day) => [15, 16, 17, 18, 19].map((hour) => `2026-03-0${day}T${hour}:00:00Z`))
    const wanted = [holder.chen, holder.okafor].flatMap(({ id }) =>
      starts.map((startsAt) => ({ ...holder.usual, therapistId: id, roomId: null, startsAt })),
    )
    const held = await Promise.all(wanted.map((input) => holder.send('holdSlot', input)))
    const begun = performance.now()
    const removed = new Set<string | null>()
    while (removed.size < held.length) removed.add((await screen.untilRemoved()).removedId)
    expect(removed).toEqual(new Set(held.map((each) => each.hold.id)))
    // One at each look into the queue would take twenty seconds.
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  it('carries two ids and nothing else', async () => {
    const holder = await makeHolder(app, database)
    await holder.send('holdSlot', { ...holder.usual, clientId: holder.maya.id })
    const { rows } = await sql<{ data: object }>`
      select data from pgboss.job where data->>'clinicId' = ${holder.clinic.id}`.execute(database.db)
    expect(rows.map(({ data }) => Object.keys(data).sort())).toEqual([['clinicId', 'holdId']])
  })

  it('is in the queue only when the hold is in the book', async () => {
    const holder = await makeHolder(app, database)
    await holder.send('holdSlot', { ...holder.usual, startsAt: '2026-03-04T04:00:00Z' })
    const query = sql`select 1 from pgboss.job where data->>'clinicId' = ${holder.clinic.id}`
    expect((await query.execute(database.db)).rows).toEqual([])
  })

  it('leaves a hold alone that was extended meanwhile, and one that is not there any more', async () => {
    const holder = await makeHolder(app, database)
    const { id: clinicId } = holder.clinic
    now = Date.now() + 24 * 60 * MINUTE
    const inAWeek = { ...holder.usual, startsAt: tuesdayAfter(now) }
    const { hold, token } = await holder.send('holdSlot', inAWeek)
    await holder.send('extendHold', { id: hold.id, token })
    const firstEnd = Date.parse(hold.expiresAt)
    const standing = () => rowsOf(database, clinicId, 'select status from slot_holds where clinic_id = $1')
    const run = (at: number) => expireHold({ ...contextAt(() => at), requestId: 'job' }, { clinicId, holdId: hold.id })
    await run(firstEnd)
    expect(await standing()).toEqual([{ status: 'held' }])
    await run(firstEnd + 15 * MINUTE)
    expect(await standing()).toEqual([{ status: 'expired' }])
    await run(firstEnd + 15 * MINUTE)
    const log = await rowsOf(database, clinicId, 'select action from changes where clinic_id = $1 order by seq')
    expect(log.map((each) => each.action)).toEqual(['hold slot', 'extend hold', 'expire hold'])
    now = morning
  })

  it('comes again when the clock it goes by is behind the one that woke it', async () => {
    const holder = await makeHolder(app, database)
    const { id: clinicId } = holder.clinic
    now = Date.now() + 24 * 60 * MINUTE
    const { hold } = await holder.send('holdSlot', { ...holder.usual, startsAt: tuesdayAfter(now) })
    const end = Date.parse(hold.expiresAt)
    await sql`delete from pgboss.job where data->>'clinicId' = ${clinicId}`.execute(database.db)
    await expireHold({ ...contextAt(() => end - 1), requestId: 'job' }, { clinicId, holdId: hold.id })
    const { rows } = await sql`
      select start_after as due from pgboss.job where data->>'holdId' = ${hold.id}`.execute(database.db)
    expect(rows).toEqual([{ due: new Date(end) }])
    now = morning
  })
})

/** 10:00 in New York, or 11:00, on the next Tuesday but one. */
function tuesdayAfter(from: number): string {
  const day = new Date(from + 7 * 24 * 60 * MINUTE)
  day.setUTCDate(day.getUTCDate() + ((2 - day.getUTCDay() + 7) % 7))
  day.setUTCHours(15, 0, 0, 0)
  return day.toISOString()
}
