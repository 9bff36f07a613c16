import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../../db/connect.ts'
import { listFreedPage } from '../../db/queries/freed-slots.ts'
import { readFigures } from '../../db/queries/waiting.ts'
import { listEntries } from '../../db/queries/waitlist-entries.ts'
import { getWaitlistPolicy } from '../../db/queries/waitlist-policies.ts'
import { makeDemoClinic } from '../../db/seed/demo-clinic.ts'
import { writeAppointments } from '../../db/seed/write-book.ts'
import { writeClinic } from '../../db/seed/write-clinic.ts'
import { writeWaitlist } from '../../db/seed/write-waitlist.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'

const DAY = 24 * 60 * 60_000

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

describe.each(['2026-11-18T17:00Z', '2026-04-15T14:00Z', '2027-05-03T14:00Z'])(
  'the waitlist of the demo at %s',
  (at) => {
    const now = Date.parse(at)
    const demo = makeDemoClinic({ seed: at, now })

    it('is the same for the same seed', () => {
      expect(makeDemoClinic({ seed: at, now }).waitlist).toEqual(demo.waitlist)
    })

    it('has a dozen who wait, some for a sooner one than they have, and what was offered of late', async () => {
      const { clinic, waitlist } = demo
      const read = await inClinic(database.db, clinic.id, async (trx) => {
        await writeClinic(trx, { ...demo, clinic: { ...clinic, slug: clinic.id } }, now)
        await writeAppointments(trx, clinic.id, demo.appointments)
        await writeWaitlist(trx, clinic.id, waitlist, now)
        const entries = await listEntries(
          trx,
          clinic.id,
          waitlist.entries.map((each) => each.id),
        )
        const figures = await readFigures(trx, clinic.id, { start: now - 30 * DAY, end: now })
        const freed = await listFreedPage(trx, clinic.id, { statuses: null, first: 10, after: undefined })
        return { entries, figures, freed, policy: await getWaitlistPolicy(trx, clinic.id) }
      })
      const waiting = read.entries.filter((each) => each.status === 'waiting')
      expect(waiting).toHaveLength(12)
      expect(waiting.filter((each) => each.appointmentId !== null).length).toBeGreaterThan(0)
      expect(read.figures).toMatchObject({ offered: 6, accepted: 3, declined: 2, expired: 1, open: 0 })
      expect(read.freed.map((each) => each.status)).toEqual(['filled', 'filled', 'filled'])
      expect(read.policy).toMatchObject({ mode: 'offer', version: 1 })
    })
  },
)
