import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../../db/connect.ts'
import { makeDemoClinic } from '../../db/seed/demo-clinic.ts'
import { writeAppointments } from '../../db/seed/write-book.ts'
import { writeClinic } from '../../db/seed/write-clinic.ts'
import { writeEvents } from '../../db/seed/write-events.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** In November, in the spring of the class, and where its next session falls on a holiday. */
const DAYS = ['2026-11-18T17:00Z', '2026-04-15T14:00Z', '2027-05-03T14:00Z']

describe.each(DAYS)('the events of the demo at %s', (instant) => {
  const now = Date.parse(instant)
  const demo = makeDemoClinic({ seed: instant, now })
  const { events, sessions, clashes } = demo.groups

  it('are the same for the same seed', () => {
    expect(makeDemoClinic({ seed: instant, now }).groups).toEqual(demo.groups)
  })

  it('are a group of every Tuesday, a class in spring, a workshop, an evening, a draft and one that was', () => {
    const slugs = events.map((each) => each.slug)
    expect(slugs[0]).toBe('teen-dbt-skills-group')
    expect(new Set(slugs).size).toBe(6)
    expect(events.map((each) => each.publishStatus).filter((each) => each === 'draft')).toHaveLength(1)
    const last = (id: string) => Math.max(...sessions.filter((each) => each.eventId === id).map((each) => each.endsAt))
    expect(events.filter((each) => last(each.id) < now)).toHaveLength(1)
    expect(sessions.length + clashes.length).toBeGreaterThan(70)
    expect(events[0]).toMatchObject({ admission: 'enrolment', rrule: 'FREQ=WEEKLY;BYDAY=TU' })
  })

  it('stand beside the appointments, Postgres finding no overlap', async () => {
    const { id } = demo.clinic
    const taken = await inClinic(database.db, id, async (trx) => {
      await writeClinic(trx, { ...demo, clinic: { ...demo.clinic, slug: `demo-${now}` } }, now)
      await writeAppointments(trx, id, demo.appointments)
      await writeEvents(trx, id, demo.groups, now)
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from occupancies where session_id is not null`.execute(trx)
      return rows[0]!.count
    })
    expect(taken).toBe(sessions.reduce((sum, each) => sum + each.facilitatorIds.length + 1, 0))
  })
})
