import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archiveTherapist } from '../../../actions/archive-therapist.ts'
import { bookAppointment } from '../../../actions/book-appointment.ts'
import { archiveEvent, publishEvent, unpublishEvent } from '../../../actions/publish-event.ts'
import { type EventDesk, madeOf, makeEventDesk, refusedOf } from '../../support/event-desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { at, spell } from '../../support/series-desk.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const startsOf = (sessions: readonly { startsAt: number }[]) => sessions.map((each) => spell(each.startsAt))

const bookOver = ({ context, usual }: EventDesk, change: object) =>
  bookAppointment(context, { ...usual, ...change } as Parameters<typeof bookAppointment>[1])

describe('drafting an event', () => {
  it('puts its sessions into the book, a week apart on the wall clock where the clocks go back', async () => {
    const desk = await makeEventDesk(database)
    const { event, sessions } = await desk.created()
    expect(event).toMatchObject({
      ...{ slug: 'teen-dbt-skills-group', publishStatus: 'draft', version: 1, tags: ['dbt', 'teens'], minutes: 90 },
    })
    expect(sessions.map((each) => each.outcome)).toEqual(['booked', 'booked', 'booked', 'booked'])
    const starts = ['2026-10-20T19:00', '2026-10-27T19:00', '2026-11-03T20:00', '2026-11-10T20:00']
    expect(startsOf(await desk.standing())).toEqual(starts)
  })

  it('follows an endless rule to the horizon', async () => {
    const desk = await makeEventDesk(database)
    const { sessions } = await desk.created({ rrule: 'FREQ=WEEKLY;INTERVAL=2' })
    expect(spell(sessions.at(-1)!.startsAt)).toBe('2027-10-19T19:00')
  })

  it('takes the time of its facilitators and of its room from appointments', async () => {
    const desk = await makeEventDesk(database)
    await desk.created()
    const over = { startsAt: at('2026-10-20T19:30Z') }
    expect(await bookOver(desk, over)).toMatchObject({
      kind: 'refused',
      problems: [
        {
          code: 'THERAPIST_BUSY',
          message: 'Dr. Chen is running Teen DBT Skills Group until Tue, Oct 20, 4:30 PM.',
          startsAt: at('2026-10-20T19:00Z'),
        },
      ],
    })
    expect(await bookOver(desk, { ...over, therapistId: desk.okafor.id, roomId: desk.hall.id })).toMatchObject({
      problems: [{ code: 'ROOM_BUSY', message: 'Hall is taken by Teen DBT Skills Group until Tue, Oct 20, 4:30 PM.' }],
    })
    expect(await bookOver(desk, { startsAt: at('2026-10-20T18:00Z') })).toMatchObject({ kind: 'booked' })
  })

  it('is refused over an appointment, with what became of every session, or goes without that one', async () => {
    const desk = await makeEventDesk(database)
    await desk.take('2026-10-27T20:00Z')
    const refused = refusedOf(await desk.create())
    expect(refused.problems).toMatchObject([{ code: 'THERAPIST_BUSY', path: ['input', 'facilitatorIds'] }])
    expect(refused.sessions.map((each) => each.outcome)).toEqual(['booked', 'clash', 'booked', 'booked'])
    expect(await desk.standing()).toEqual([])
    const { event, sessions } = await desk.created({ skipClashes: true })
    expect(sessions.map((each) => each.outcome)).toEqual(['booked', 'skipped', 'booked', 'booked'])
    const clashes = await rowsOf(database, desk.clinic.id, 'select event_id from session_clashes where clinic_id = $1')
    expect(clashes).toEqual([{ event_id: event.id }])
  })

  it('is offered elsewhere where what takes place once is refused: in another room, then as near as can be', async () => {
    const desk = await makeEventDesk(database)
    await desk.created({ rrule: null, facilitatorIds: [desk.okafor.id] })
    const again = { rrule: null, title: 'Another', capacity: 2 }
    const { problems, alternatives } = refusedOf(await desk.create(again))
    expect(problems.map((each) => each.code)).toEqual(['ROOM_BUSY'])
    const offers = alternatives.map((each) => `${spell(each.startsAt)} ${each.therapist.name} ${each.room?.name}`)
    expect(offers.slice(0, 2)).toEqual(['2026-10-20T19:00 Dr. Chen Oak', '2026-10-20T17:30 Dr. Chen Hall'])
    const [{ startsAt, endsAt, room }] = alternatives as [(typeof alternatives)[number]]
    await desk.created({ ...again, startsAt, endsAt, roomId: room!.id })
  })

  it('asks the room for as many places, and goes by what a person sets aside', async () => {
    const desk = await makeEventDesk(database)
    const large = { capacity: 20, startsAt: at('2026-10-20T21:30Z'), endsAt: at('2026-10-20T22:30Z') }
    const { problems } = refusedOf(await desk.create({ ...large, rrule: null }))
    expect(problems.map((each) => each.code)).toEqual(['OUTSIDE_HOURS', 'ROOM_UNSUITABLE'])
    const override = ['OUTSIDE_HOURS', 'ROOM_UNSUITABLE'] as const
    const { sessions } = await desk.created({ ...large, rrule: null, override, overrideReason: 'An evening for all' })
    expect(sessions[0]!.session).toMatchObject({ overriddenRules: override, overrideReason: 'An evening for all' })
  })

  it('writes nothing when it is only rehearsed', async () => {
    const desk = await makeEventDesk(database)
    expect((await desk.created({ validateOnly: true })).sessions).toHaveLength(4)
    expect(await desk.standing()).toEqual([])
  })

  it('finds a slug that nothing leads to', async () => {
    const desk = await makeEventDesk(database)
    await desk.created({ title: 'Café Ångström!', rrule: null })
    const second = await desk.created({ title: 'Cafe Angstrom', rrule: null, facilitatorIds: [], roomId: null })
    expect(second.event.slug).toBe('cafe-angstrom-2')
    const taken = await desk.create({ slug: 'cafe-angstrom', rrule: null, facilitatorIds: [], roomId: null })
    expect(refusedOf(taken).problems).toMatchObject([{ code: 'SLUG_TAKEN' }])
  })
})

describe('publishing', () => {
  it('shows the sessions to come, hides them again, and frees their time at the end', async () => {
    const desk = await makeEventDesk(database)
    const event = await desk.published()
    expect(event).toMatchObject({ publishStatus: 'published', version: 2, publishedAt: desk.clock.now })
    const statuses = async () => [...new Set((await desk.standing()).map((each) => each.publishStatus))]
    expect(await statuses()).toEqual(['published'])
    madeOf(await unpublishEvent(desk.context, { id: event.id, expectedVersion: 2 }))
    expect(await statuses()).toEqual(['draft'])
    madeOf(await archiveEvent(desk.context, { id: event.id, expectedVersion: 3 }))
    expect(await desk.standing()).toEqual([])
    expect(await bookOver(desk, { startsAt: at('2026-10-20T19:30Z') })).toMatchObject({ kind: 'booked' })
  })

  it('is refused from an older version, and where it is published already', async () => {
    const desk = await makeEventDesk(database)
    const { id } = await desk.published()
    const stale = await publishEvent(desk.context, { id, expectedVersion: 1 })
    expect(refusedOf(stale).problems).toMatchObject([
      {
        code: 'STALE_VERSION',
        message: 'Teen DBT Skills Group was changed by Rosa Quinn at 8:00 AM after you saw it.',
      },
    ])
    const again = await publishEvent(desk.context, { id, expectedVersion: 2 })
    expect(refusedOf(again).problems).toMatchObject([{ code: 'TERMINAL_STATUS' }])
  })

  it('is not for therapists, nor for keys that only read', async () => {
    const desk = await makeEventDesk(database)
    const { event } = await desk.created()
    const input = { id: event.id, expectedVersion: 1 }
    const therapist = desk.as({ kind: 'member', role: 'therapist', therapistId: desk.chen.id })
    await expect(async () => publishEvent(therapist, input)).rejects.toThrow('You may not make, publish')
    const reader = desk.as({ kind: 'partner', scopes: ['read'] })
    await expect(async () => publishEvent(reader, input)).rejects.toThrow('This key may only read')
  })
})

describe('a therapist who runs what is to come', () => {
  it('is not archived before somebody else does', async () => {
    const desk = await makeEventDesk(database)
    await desk.created()
    const admin = desk.as({ kind: 'member', role: 'admin' })
    expect(await archiveTherapist(admin, { id: desk.chen.id, expectedVersion: 1 })).toMatchObject({
      problems: [
        { code: 'IN_USE', message: 'Dr. Chen still has 4 sessions of events ahead. Give them to another first.' },
      ],
    })
  })
})
