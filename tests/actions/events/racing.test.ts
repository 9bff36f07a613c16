import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookAppointment } from '../../../actions/book-appointment.ts'
import { makeEventDesk } from '../../support/event-desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { at } from '../../support/series-desk.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const WRITERS = 64

describe('one therapist, one room and one hour', () => {
  it('go to one of 64 who draft an event or book an appointment at once; all others are told why not', async () => {
    const desk = await makeEventDesk(database)
    const { context, usual, chen, hall, type, maya } = desk
    const startsAt = at('2026-10-20T19:00Z')
    const answers = await Promise.all(
      Array.from({ length: WRITERS }, (_, index) =>
        index % 2 === 0
          ? desk.create({ rrule: null, startsAt, title: `Group ${index}` })
          : bookAppointment(context, {
              ...{ clientId: index % 4 === 1 ? maya.id : desk.leo.id, therapistId: chen.id, roomId: hall.id },
              ...{ typeId: type.id, startsAt: startsAt + (index % 3) * 900_000, notes: usual.notes },
            }),
      ),
    )
    const won = answers.filter((each) => each.kind === 'event-created' || each.kind === 'booked')
    expect(won).toHaveLength(1)
    const codes = answers.flatMap((each) => ('problems' in each ? each.problems.map((problem) => problem.code) : []))
    expect(new Set(codes).has('THERAPIST_BUSY')).toBe(true)
    expect([...new Set(codes)].filter((each) => !/BUSY$/.test(each))).toEqual([])
    const taken = await rowsOf(database, desk.clinic.id, 'select resource_id from occupancies where clinic_id = $1')
    expect(taken).toHaveLength(2)
    const events = await rowsOf(database, desk.clinic.id, 'select id from events where clinic_id = $1')
    expect(events.length).toBeLessThanOrEqual(1)
  }, 60_000)

  it('give each of those who draft the same title at once an address of its own', async () => {
    const desk = await makeEventDesk(database)
    const anywhere = { rrule: null, facilitatorIds: [], roomId: null }
    const made = await Promise.all(Array.from({ length: 8 }, () => desk.created(anywhere)))
    const slugs = made.map((each) => each.event.slug).sort()
    expect(slugs).toEqual(['teen-dbt-skills-group', ...[2, 3, 4, 5, 6, 7, 8].map((n) => `teen-dbt-skills-group-${n}`)])
  })
})
