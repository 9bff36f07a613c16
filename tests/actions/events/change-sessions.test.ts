import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSession } from '../../../actions/add-session.ts'
import { bookAppointment } from '../../../actions/book-appointment.ts'
import { cancelSession } from '../../../actions/cancel-session.ts'
import { type MoveSessionInput, moveSession, type SessionMoved } from '../../../actions/move-session.ts'
import { restoreSession } from '../../../actions/restore-session.ts'
import { updateSession } from '../../../actions/update-session.ts'
import type { Session } from '../../../db/queries/event-sessions.ts'
import { type EventDesk, makeEventDesk } from '../../support/event-desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { at, spell } from '../../support/series-desk.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const startsOf = (sessions: readonly Session[]) => sessions.map((each) => spell(each.startsAt))
const of = ({ id, version }: Session) => ({ id, expectedVersion: version })

async function moved(
  { context }: EventDesk,
  session: Session,
  change: Omit<MoveSessionInput, 'id' | 'expectedVersion'>,
): Promise<SessionMoved> {
  const result = await moveSession(context, { ...of(session), ...change })
  if (result.kind === 'refused') throw new Error(result.problems[0]?.message)
  return result
}

describe('moving a session', () => {
  it('moves it alone, keeps the start that its event gave it and tells that it moved', async () => {
    const desk = await makeEventDesk(database)
    const event = await desk.published()
    const [, second] = await desk.standing()
    const { session } = await moved(desk, second!, {
      startsAt: at('2026-10-28T15:00Z'),
      roomId: desk.oak.id,
      override: ['ROOM_UNSUITABLE'],
      overrideReason: 'Few will come',
    })
    expect(session).toMatchObject({
      ...{ version: 3, status: 'rescheduled', originalStartsAt: at('2026-10-27T19:00Z') },
      ...{ endsAt: at('2026-10-28T16:30Z'), room: { name: 'Oak' } },
    })
    expect((await desk.standing())[1]).toEqual(session)
    expect((await desk.read(event.id))?.version).toBe(2)
    const free = { ...desk.usual, startsAt: at('2026-10-27T19:00Z') }
    expect(await bookAppointment(desk.context, free)).toMatchObject({ kind: 'booked' })
  })

  it('moves it and those after it by the wall clock, and what is added later', async () => {
    const desk = await makeEventDesk(database)
    await desk.created({ rrule: 'FREQ=WEEKLY' })
    const all = await desk.standing()
    const { sessions } = await moved(desk, all[1]!, { startsAt: at('2026-10-27T18:00Z'), scope: 'this_and_following' })
    expect(sessions).toHaveLength(all.length - 1)
    const now = await desk.standing()
    // The clocks go back on 1 November: from 14:00 to 15:30 all the same.
    expect(startsOf(now).slice(0, 3)).toEqual(['2026-10-20T19:00', '2026-10-27T18:00', '2026-11-03T19:00'])
    expect(now.map((each) => each.originalStartsAt)).toEqual(all.map((each) => each.startsAt))
    expect(now[0]!.event).toMatchObject({ shiftMinutes: -60, version: 2 })
  })

  it('leaves those with a time of their own where somebody put them', async () => {
    const desk = await makeEventDesk(database)
    await desk.created()
    const [first, second] = await desk.standing()
    await moved(desk, second!, { startsAt: at('2026-10-28T15:00Z') })
    await moved(desk, first!, { startsAt: at('2026-10-20T18:00Z'), scope: 'all' })
    const starts = ['2026-10-20T18:00', '2026-10-28T15:00', '2026-11-03T19:00', '2026-11-10T19:00']
    expect(startsOf(await desk.standing())).toEqual(starts)
  })

  it('is refused where any of them cannot go, and writes none', async () => {
    const desk = await makeEventDesk(database)
    await desk.created()
    await desk.take('2026-11-10T18:00Z')
    const [first] = await desk.standing()
    const result = await moveSession(desk.context, { ...of(first!), startsAt: at('2026-10-20T17:00Z'), scope: 'all' })
    expect(result).toMatchObject({ kind: 'refused', problems: [{ code: 'THERAPIST_BUSY' }] })
    expect(startsOf(await desk.standing())[0]).toBe('2026-10-20T19:00')
  })

  it('is offered another time when it alone cannot go there', async () => {
    const desk = await makeEventDesk(database)
    await desk.created({ rrule: null })
    await desk.take('2026-10-21T15:00Z')
    const [session] = await desk.standing()
    const result = await moveSession(desk.context, { ...of(session!), startsAt: at('2026-10-21T15:00Z') })
    if (result.kind !== 'refused') throw new Error('moved')
    const [offer] = result.alternatives
    expect([spell(offer!.startsAt), offer!.room?.name]).toEqual(['2026-10-21T16:00', 'Hall'])
    const moved = await moveSession(desk.context, { ...of(session!), startsAt: offer!.startsAt })
    expect(moved).toMatchObject({ kind: 'session-moved' })
  })

  it('may be shifted onto the places that its own sessions leave', async () => {
    const desk = await makeEventDesk(database)
    await desk.created({ rrule: 'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=5' })
    const [first] = await desk.standing()
    await moved(desk, first!, { startsAt: at('2026-10-20T18:00Z'), scope: 'all' })
    await moved(desk, (await desk.standing())[0]!, { startsAt: at('2026-10-20T18:30Z'), scope: 'all' })
    expect(startsOf(await desk.standing())).toHaveLength(5)
  })

  it('is for those who run it: therapists move what is theirs, and nothing else', async () => {
    const desk = await makeEventDesk(database)
    await desk.created()
    const [first] = await desk.standing()
    const input = { ...of(first!), startsAt: at('2026-10-20T18:00Z'), validateOnly: true }
    const own = desk.as({ kind: 'member', role: 'therapist', therapistId: desk.chen.id })
    expect(await moveSession(own, input)).toMatchObject({ kind: 'session-moved' })
    const other = desk.as({ kind: 'member', role: 'therapist', therapistId: desk.okafor.id })
    await expect(moveSession(other, input)).rejects.toThrow('only the events that you run')
  })

  it('is refused from an older version', async () => {
    const desk = await makeEventDesk(database)
    await desk.created()
    const [first] = await desk.standing()
    await moved(desk, first!, { startsAt: at('2026-10-20T18:00Z') })
    const again = await moveSession(desk.context, { ...of(first!), startsAt: at('2026-10-20T17:00Z') })
    expect(again).toMatchObject({ problems: [{ code: 'STALE_VERSION' }] })
  })
})

describe('cancelling a session', () => {
  it('frees its time, and it is put back while nobody has taken it', async () => {
    const desk = await makeEventDesk(database)
    await desk.published()
    const [first] = await desk.standing()
    const result = await cancelSession(desk.context, { ...of(first!), note: 'The hall is being painted.' })
    if (result.kind === 'refused') throw new Error('refused')
    expect(result.session).toMatchObject({ status: 'cancelled', cancellationNote: 'The hall is being painted.' })
    expect(await desk.standing()).toHaveLength(3)
    const back = await restoreSession(desk.context, of(result.session))
    expect(back).toMatchObject({ kind: 'session-restored', session: { status: 'scheduled', version: 4 } })
    expect(await desk.standing()).toHaveLength(4)
    const [again] = await desk.standing()
    await cancelSession(desk.context, of(again!))
    await desk.take('2026-10-20T19:00Z')
    const late = await restoreSession(desk.context, { id: again!.id, expectedVersion: 5 })
    expect(late).toMatchObject({ problems: [{ code: 'THERAPIST_BUSY' }] })
  })

  it('ends the event where those after it go too', async () => {
    const desk = await makeEventDesk(database)
    const { event } = await desk.created({ rrule: 'FREQ=WEEKLY' })
    const [, , third] = await desk.standing()
    await cancelSession(desk.context, { ...of(third!), scope: 'this_and_following' })
    expect(startsOf(await desk.standing())).toEqual(['2026-10-20T19:00', '2026-10-27T19:00'])
    expect((await desk.read(event.id))?.lastStartsAt).toBeLessThan(third!.startsAt)
  })
})

describe('one session', () => {
  it('may be called otherwise, have fewer places and move online, which frees the room', async () => {
    const desk = await makeEventDesk(database)
    await desk.published()
    const [first] = await desk.standing()
    const change = {
      title: 'Guest evening',
      capacity: 4,
      status: 'moved_online',
      onlineUrl: 'https://meet.example/1',
    } as const
    const result = await updateSession(desk.context, { ...of(first!), ...change })
    expect(result).toMatchObject({
      session: { title: 'Guest evening', capacity: 4, status: 'moved_online', room: null, onlineUrl: change.onlineUrl },
    })
    const taken = await rowsOf(
      database,
      desk.clinic.id,
      `select resource_id from occupancies where clinic_id = $1 and session_id = '${first!.id}'`,
    )
    expect(taken).toEqual([{ resource_id: desk.chen.id }])
  })

  it('is added besides those of the rule, once', async () => {
    const desk = await makeEventDesk(database)
    const { event } = await desk.created()
    const input = { eventId: event.id, startsAt: at('2026-10-22T15:00Z') }
    expect(await addSession(desk.context, input)).toMatchObject({ session: { endsAt: at('2026-10-22T16:30Z') } })
    expect(await addSession(desk.context, input)).toMatchObject({ problems: [{ code: 'INVALID_INTERVAL' }] })
    expect(await desk.standing()).toHaveLength(5)
  })
})
