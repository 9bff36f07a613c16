import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSession } from '../../../actions/add-session.ts'
import { type EventUpdated, type UpdateEventInput, updateEvent } from '../../../actions/update-event.ts'
import { type EventDesk, madeOf, makeEventDesk, refusedOf } from '../../support/event-desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { at, spell } from '../../support/series-desk.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const startsOf = async (desk: EventDesk) => (await desk.standing()).map((each) => spell(each.startsAt))

const updated = async (
  { context }: EventDesk,
  { id, version }: { readonly id: string; readonly version: number },
  change: Omit<UpdateEventInput, 'id' | 'expectedVersion'>,
): Promise<EventUpdated> => madeOf(await updateEvent(context, { id, expectedVersion: version, ...change }))

describe('what an event says', () => {
  it('keeps its slug under another title, and the old one leads to it once it has another', async () => {
    const desk = await makeEventDesk(database)
    const { event } = await desk.created()
    const renamed = await updated(desk, event, { title: 'DBT for teens', description: 'New words' })
    expect(renamed.event).toMatchObject({ title: 'DBT for teens', slug: 'teen-dbt-skills-group', version: 2 })
    expect((await desk.standing())[0]!.title).toBe('DBT for teens')
    const moved = await updated(desk, renamed.event, { slug: 'dbt-for-teens' })
    expect(moved.event).toMatchObject({ slug: 'dbt-for-teens', oldSlugs: ['teen-dbt-skills-group'] })
    expect(await desk.read(event.id)).toEqual(moved.event)
    const back = await updated(desk, moved.event, { slug: 'teen-dbt-skills-group' })
    expect(back.event).toMatchObject({ slug: 'teen-dbt-skills-group', oldSlugs: ['dbt-for-teens'] })
  })

  it('gives the sessions to come another room and more places, but not those that say otherwise', async () => {
    const desk = await makeEventDesk(database)
    const { event } = await desk.created()
    await updated(desk, event, { roomId: null, capacity: 10, onlineUrl: 'https://meet.example/dbt' })
    const there = await desk.standing()
    expect(there.map((each) => [each.room, each.capacity, each.onlineUrl])).toEqual(
      there.map(() => [null, 10, 'https://meet.example/dbt']),
    )
  })

  it('is refused where the new room is taken then, session by session', async () => {
    const desk = await makeEventDesk(database)
    const { event } = await desk.created()
    await desk.take('2026-10-27T20:00Z').catch(() => undefined)
    const other = await desk.created({
      title: 'Other',
      facilitatorIds: [desk.okafor.id],
      roomId: desk.elm.id,
      capacity: 2,
    })
    expect(other.sessions).toHaveLength(4)
    const result = await updateEvent(desk.context, {
      id: event.id,
      expectedVersion: 1,
      roomId: desk.elm.id,
      capacity: 2,
    })
    expect(refusedOf(result).problems.map((each) => each.code)).toEqual([
      'ROOM_BUSY',
      'ROOM_BUSY',
      'ROOM_BUSY',
      'ROOM_BUSY',
    ])
    expect(refusedOf(result).problems[0]!.message).toBe('Elm is taken by Other until Tue, Oct 20, 4:30 PM.')
  })

  it('shifts what is to come when its first session begins at another time', async () => {
    const desk = await makeEventDesk(database)
    const { event } = await desk.created()
    await updated(desk, event, { startsAt: at('2026-10-20T18:00Z'), endsAt: at('2026-10-20T19:00Z') })
    expect(await startsOf(desk)).toEqual([
      '2026-10-20T18:00',
      '2026-10-27T18:00',
      '2026-11-03T19:00',
      '2026-11-10T19:00',
    ])
    expect((await desk.standing())[3]!.endsAt).toBe(at('2026-11-10T20:00Z'))
  })
})

describe('another rule', () => {
  it('of a draft takes away what it gives no more and adds the rest, in the places that are left', async () => {
    const desk = await makeEventDesk(database)
    const { event } = await desk.created()
    const { event: after } = await updated(desk, event, {
      ...{ startsAt: at('2026-10-20T18:30Z'), endsAt: at('2026-10-20T20:00Z') },
      rrule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=3',
    })
    expect(await startsOf(desk)).toEqual(['2026-10-20T18:30', '2026-11-03T19:30', '2026-11-17T19:30'])
    expect(after).toMatchObject({ rrule: 'FREQ=WEEKLY;COUNT=3;INTERVAL=2', shiftMinutes: 0 })
    const rows = await rowsOf(database, desk.clinic.id, 'select status from sessions where clinic_id = $1')
    expect(rows).toHaveLength(3)
  })

  it('of a published event keeps as cancelled what it gives no more, and what was added by hand', async () => {
    const desk = await makeEventDesk(database)
    const event = await desk.published()
    await addSession(desk.context, { eventId: event.id, startsAt: at('2026-10-22T15:00Z') })
    await updated(desk, event, { rrule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=2' })
    expect(await startsOf(desk)).toEqual(['2026-10-20T19:00', '2026-10-22T15:00', '2026-11-03T20:00'])
    const gone = `select status from sessions where clinic_id = $1 and status = 'cancelled'`
    expect(await rowsOf(database, desk.clinic.id, gone)).toHaveLength(2)
  })

  it('turns what takes place once into what repeats', async () => {
    const desk = await makeEventDesk(database)
    const { event } = await desk.created({ rrule: null })
    await updated(desk, event, { rrule: 'FREQ=MONTHLY;BYDAY=3TU;COUNT=3' })
    expect(await startsOf(desk)).toEqual(['2026-10-20T19:00', '2026-11-17T20:00', '2026-12-15T20:00'])
  })
})
