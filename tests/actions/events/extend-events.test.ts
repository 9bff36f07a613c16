import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extendEvents } from '../../../actions/extend-events.ts'
import { moveSession } from '../../../actions/move-session.ts'
import { archiveEvent } from '../../../actions/publish-event.ts'
import { inClinic } from '../../../db/connect.ts'
import { listSessionClashes } from '../../../db/queries/session-clashes.ts'
import { type EventDesk, makeEventDesk } from '../../support/event-desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { at, spell } from '../../support/series-desk.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const extend = (desk: EventDesk) => extendEvents(desk.context, { clinicId: desk.clinic.id })
const added = async (desk: EventDesk) => await desk.standing('2027-10-20T00:00Z')
const WEEKLY = { rrule: 'FREQ=WEEKLY' }

describe('extending the events of a clinic', () => {
  it('adds what their rules give up to the horizon, once, published like the event', async () => {
    const desk = await makeEventDesk(database)
    await desk.published(WEEKLY)
    desk.clock.now = at('2026-11-16T13:00Z')
    await extend(desk)
    await extend(desk)
    const sessions = await added(desk)
    // The clocks go back on 7 November 2027.
    const starts = ['2027-10-26T19:00', '2027-11-02T19:00', '2027-11-09T20:00']
    expect(sessions.map((each) => spell(each.startsAt))).toEqual(starts)
    expect(sessions.map((each) => each.publishStatus)).toEqual(['published', 'published', 'published'])
  })

  it('leaves them as drafts where the event says so', async () => {
    const desk = await makeEventDesk(database)
    await desk.published({ ...WEEKLY, newSessions: 'draft' })
    desk.clock.now = at('2026-11-02T13:00Z')
    await extend(desk)
    expect((await added(desk)).map((each) => each.publishStatus)).toEqual(['draft'])
  })

  it('follows a change that was made for all to come', async () => {
    const desk = await makeEventDesk(database)
    await desk.created(WEEKLY)
    const [first] = await desk.standing()
    const input = { id: first!.id, expectedVersion: 1, startsAt: at('2026-10-20T18:00Z'), scope: 'all' } as const
    expect(await moveSession(desk.context, { ...input, roomId: null })).toMatchObject({ kind: 'session-moved' })
    desk.clock.now = at('2026-11-02T13:00Z')
    await extend(desk)
    expect(await added(desk)).toMatchObject([
      { startsAt: at('2027-10-26T18:00Z'), originalStartsAt: at('2027-10-26T19:00Z'), room: null },
    ])
  })

  it('keeps a clash with its event and in the log, and adds the others', async () => {
    const desk = await makeEventDesk(database)
    const { event } = await desk.created(WEEKLY)
    await desk.take('2027-10-26T20:00Z')
    desk.clock.now = at('2026-11-09T13:00Z')
    await extend(desk)
    expect((await added(desk)).map((each) => spell(each.startsAt))).toEqual(['2027-11-02T19:00'])
    const { id } = desk.clinic
    const clashes = await inClinic(database.db, id, (trx) => listSessionClashes(trx, id, [event.id]))
    expect(clashes).toMatchObject([
      { originalStartsAt: at('2027-10-26T19:00Z'), problems: [{ code: 'THERAPIST_BUSY' }] },
    ])
  })

  it('leaves what is archived alone, and asks for itself again', async () => {
    const desk = await makeEventDesk(database)
    const { event } = await desk.created(WEEKLY)
    await archiveEvent(desk.context, { id: event.id, expectedVersion: 1 })
    desk.clock.now = at('2026-11-16T13:00Z')
    await sql`update pgboss.job set state = 'active' where data ->> 'clinicId' = ${desk.clinic.id}`.execute(database.db)
    await extend(desk)
    expect(await added(desk)).toEqual([])
    const waiting = await sql`
      select from pgboss.job where name = 'extend-events' and data ->> 'clinicId' = ${desk.clinic.id}
        and state = 'created'`.execute(database.db)
    expect(waiting.rows).toHaveLength(1)
  })
})
