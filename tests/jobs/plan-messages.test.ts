import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookAppointment } from '../../actions/book-appointment.ts'
import { holdOwnSlot } from '../../actions/hold-own-slots.ts'
import { moveOwnAppointment } from '../../actions/move-own-appointment.ts'
import { inClinic } from '../../db/connect.ts'
import { type Appointment, listAppointments } from '../../db/queries/book.ts'
import type { Instant } from '../../domain/interval.ts'
import { type MessageDesk, makeMessageDesk, openMessageDesk } from '../support/message-desk.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { at } from '../support/series-desk.ts'
import { makeMember } from '../support/world.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ max: 30 })
})
afterAll(() => database.close())

const openDesk = () => openMessageDesk(database)
const waits = ({ status }: { status: string }) => status === 'scheduled'

/** The client takes another time by her link. */
async function moveAsClient({ clinic, context, maya, chen }: MessageDesk, booked: Appointment, start: Instant) {
  const caller = { kind: 'client' as const, clinicId: clinic.id, clientId: maya.id, name: maya.name }
  const own = { ...context, caller: { ...caller, appointmentId: booked.id } }
  const slot = { therapistId: chen.id, start, end: start + (booked.endsAt - booked.startsAt) }
  const held = await holdOwnSlot(own, { slot })
  if (held.kind !== 'held') throw new Error(held.problem)
  const moved = await moveOwnAppointment(own, { holdId: held.holds[0]!.id })
  if (moved.kind !== 'moved') throw new Error(moved.problem)
  return moved.appointment
}

describe('a booking', () => {
  it('is confirmed once it has settled, and reminded of', async () => {
    const desk = await openDesk()
    await desk.book({ startsAt: at('2026-03-05T15:00:00Z') })
    await desk.plan()
    expect(await desk.lines()).toEqual([
      'confirmation email Mon 2026-03-02 08:00:20 scheduled',
      'two_days_before email Tue 2026-03-03 10:00 scheduled',
      'day_before sms Wed 2026-03-04 10:00 scheduled',
      'two_hours_before sms Thu 2026-03-05 08:00 scheduled',
    ])
    desk.pass(20)
    expect(await desk.send()).toEqual(['confirmation email Mon 2026-03-02 08:00:20'])
    expect(await desk.send()).toEqual([])
  })

  it('asks for one plan a clinic, however many there are, in its own transaction', async () => {
    const desk = await openDesk()
    const asked = async () => {
      const { rows } = await sql`select data from pgboss.job where name = 'plan-messages' and state = 'created'
        and data->>'clinicId' = ${desk.clinic.id}`.execute(database.db)
      return rows
    }
    await bookAppointment(desk.context, { ...desk.usual, validateOnly: true })
    expect(await asked()).toEqual([])
    await desk.book()
    await desk.book({ startsAt: at('2026-03-12T15:00:00Z') })
    expect(await asked()).toEqual([{ data: { clinicId: desk.clinic.id } }])
  })

  it('that stood before the clinic sent messages is reminded of and not confirmed; its very first is', async () => {
    const desk = await makeMessageDesk(database)
    await desk.book({ startsAt: at('2026-03-05T15:00:00Z') })
    desk.pass(15 * 60)
    await desk.book({ startsAt: at('2026-03-12T15:00:00Z') })
    await desk.plan()
    expect(await desk.lines()).toEqual([
      'confirmation email Mon 2026-03-02 08:15:20 scheduled',
      'two_days_before email Tue 2026-03-03 10:00 scheduled',
      'day_before sms Wed 2026-03-04 10:00 scheduled',
      'two_hours_before sms Thu 2026-03-05 08:00 scheduled',
    ])
  })

  it('in the quiet hours for the next morning sends nothing in the night', async () => {
    const desk = await openDesk()
    desk.clock.now = at('2026-03-05T03:00:00Z')
    await desk.book({ startsAt: at('2026-03-05T15:00:00Z') })
    await desk.plan()
    expect(await desk.lines()).toEqual(['confirmation email Thu 2026-03-05 08:00 scheduled'])
  })
})

describe('a move', () => {
  async function toldDesk() {
    const desk = await openDesk()
    const booked = await desk.book()
    await desk.plan()
    desk.pass(20)
    await desk.send()
    return { desk, booked }
  }

  it('twice within the settle window is one message, about where it stands at last', async () => {
    const { desk, booked } = await toldDesk()
    const once = await desk.move(booked, { startsAt: at('2026-03-12T16:00:00Z') })
    await desk.plan()
    desk.pass(60)
    await desk.move(once, { startsAt: at('2026-03-12T17:00:00Z') })
    await desk.plan()
    expect(await desk.lines(waits)).toEqual([
      'changed email Mon 2026-03-02 08:02:50 scheduled',
      'changed sms Mon 2026-03-02 08:02:50 scheduled',
    ])
    desk.pass(90)
    expect(await desk.send()).toHaveLength(2)
    const [email] = (await desk.all()).filter((each) => each.kind === 'changed')
    expect(email).toMatchObject({
      aboutStartsAt: at('2026-03-12T17:00:00Z'),
      content: { previous: { startsAt: at('2026-03-12T14:00:00Z'), therapistName: 'Dr. Chen' } },
    })
  })

  it('and back within the settle window is told to nobody', async () => {
    const { desk, booked } = await toldDesk()
    const moved = await desk.move(booked, { startsAt: at('2026-03-12T16:00:00Z') })
    await desk.plan()
    await desk.move(moved, { startsAt: booked.startsAt })
    await desk.plan()
    desk.pass(3600)
    expect(await desk.send()).toEqual([])
    expect(await desk.lines(waits)).toEqual([])
  })

  it.each([
    ['planned', true],
    ['not even planned', false],
  ])('by the client herself, moved back while her mail is %s, is told', async (_, isPlanned) => {
    const { desk, booked } = await toldDesk()
    const moved = await moveAsClient(desk, booked, at('2026-03-12T16:00:00Z'))
    if (isPlanned) {
      await desk.plan()
      expect(await desk.lines(waits)).toEqual(['changed email Mon 2026-03-02 08:01:50 scheduled'])
    }
    desk.pass(30)
    await desk.move(moved, { startsAt: booked.startsAt })
    await desk.plan()
    desk.pass(90)
    expect(await desk.send()).toEqual(['changed email Mon 2026-03-02 08:02:20', 'changed sms Mon 2026-03-02 08:02:20'])
    const [email] = (await desk.all()).filter((each) => each.kind === 'changed')
    const previous = { startsAt: at('2026-03-12T16:00:00Z'), therapistName: 'Dr. Chen' }
    expect(email).toMatchObject({ aboutStartsAt: booked.startsAt, content: { previous } })
  })

  it('by the client herself leaves by e-mail, with the time that was', async () => {
    const { desk, booked } = await toldDesk()
    await moveAsClient(desk, booked, at('2026-03-12T16:00:00Z'))
    await desk.plan()
    desk.pass(90)
    expect(await desk.send()).toEqual(['changed email Mon 2026-03-02 08:01:50'])
    const [email] = (await desk.all()).filter((each) => each.kind === 'changed')
    expect(email).toMatchObject({ content: { previous: { startsAt: booked.startsAt, therapistName: 'Dr. Chen' } } })
    expect(await desk.lines(waits)).toEqual([])
  })

  it('between the plan and the sending is seen by the sender', async () => {
    const desk = await openDesk()
    const booked = await desk.book()
    await desk.plan()
    desk.pass(20)
    await desk.move(booked, { startsAt: at('2026-03-13T16:00:00Z') })
    // Nobody has planned the move yet.
    expect(await desk.send()).toEqual([])
    expect(await desk.lines()).toEqual(['confirmation email Mon 2026-03-02 08:00:20 cancelled'])
    await desk.plan()
    desk.pass(20)
    expect(await desk.send()).toEqual(['confirmation email Mon 2026-03-02 08:00:40'])
  })

  it('to another therapist is told to the client and to both of them', async () => {
    const desk = await openDesk()
    await makeMember(database.db, desk.clinic.id, { role: 'therapist', therapistId: desk.chen.id })
    await makeMember(database.db, desk.clinic.id, { role: 'therapist', therapistId: desk.okafor.id })
    const booked = await desk.book()
    await desk.plan()
    desk.pass(20)
    expect(await desk.send()).toEqual([
      'confirmation email Mon 2026-03-02 08:00:20',
      'therapist_booked email Mon 2026-03-02 08:00:20',
    ])
    await desk.move(booked, { therapistId: desk.okafor.id })
    await desk.plan()
    desk.pass(90)
    expect((await desk.send()).map((each) => each.split(' ')[0]).sort()).toEqual([
      'changed',
      'changed',
      'therapist_booked',
      'therapist_cancelled',
    ])
    await desk.plan()
    expect(await desk.lines(waits)).toEqual([])
  })

  it('takes back what the client answered about the time that was', async () => {
    const { desk, booked } = await toldDesk()
    await desk.rows(`update appointments set reply = 'reschedule_requested', replied_at = to_timestamp(${desk.clock.now / 1000})
      where clinic_id = $1`)
    desk.pass(60)
    await desk.move(booked, { startsAt: at('2026-03-13T16:00:00Z') })
    await desk.plan()
    expect(await desk.rows('select reply, replied_at from appointments where clinic_id = $1')).toEqual([
      { reply: null, replied_at: null },
    ])
  })
})

describe('a cancellation', () => {
  it('before anything was told leaves nothing behind', async () => {
    const desk = await openDesk()
    const booked = await desk.book({ startsAt: at('2026-03-05T15:00:00Z') })
    await desk.plan()
    await desk.cancel(booked)
    await desk.plan()
    desk.pass(7 * 24 * 3600)
    expect(await desk.send()).toEqual([])
    expect(new Set((await desk.all()).map((each) => each.status))).toEqual(new Set(['cancelled']))
  })

  it('after its confirmation is told, and no reminder follows', async () => {
    const desk = await openDesk()
    const booked = await desk.book({ startsAt: at('2026-03-05T15:00:00Z') })
    await desk.plan()
    desk.pass(20)
    await desk.send()
    await desk.cancel(booked)
    await desk.plan()
    desk.pass(24 * 3600)
    expect(await desk.send()).toEqual([
      'cancelled email Mon 2026-03-02 08:01:50',
      'cancelled sms Mon 2026-03-02 08:01:50',
    ])
    desk.pass(7 * 24 * 3600)
    expect(await desk.send()).toEqual([])
  })
})

describe('a series', () => {
  it('is confirmed once, for the first; cancelled later, each knows what the client was told', async () => {
    const desk = await openDesk()
    await desk.booked({ startsAt: at('2026-03-10T20:00:00Z'), rrule: 'FREQ=WEEKLY;COUNT=4' })
    await desk.plan()
    desk.pass(20)
    expect(await desk.send()).toEqual(['confirmation email Mon 2026-03-02 08:00:20'])
    const told = await desk.rows('select 1 from message_plans where clinic_id = $1 and told_starts_at is not null')
    expect(told).toHaveLength(4)
  })

  it('whose first is cancelled before it was confirmed is confirmed for the next', async () => {
    const desk = await openDesk()
    const { appointments } = await bookFour(desk)
    await desk.plan()
    await desk.cancel(appointments[0]!)
    await desk.plan()
    expect(await desk.lines(waits)).toEqual(['confirmation email Mon 2026-03-02 08:00:20 scheduled'])
    desk.pass(20)
    await desk.send()
    const [sent] = (await desk.all()).filter((each) => each.status === 'sent')
    expect(sent).toMatchObject({ appointmentId: appointments[1]!.id, aboutStartsAt: appointments[1]!.startsAt })
  })

  it('is known to its therapist too, who hears when one of it is cancelled', async () => {
    const desk = await openDesk()
    await makeMember(database.db, desk.clinic.id, { role: 'therapist', therapistId: desk.chen.id })
    const { appointments } = await bookFour(desk)
    await desk.plan()
    desk.pass(20)
    await desk.send()
    await desk.cancel(appointments[2]!)
    await desk.plan()
    expect(await desk.lines(waits)).toEqual([
      'cancelled email Mon 2026-03-02 08:01:50 scheduled',
      'cancelled sms Mon 2026-03-02 08:01:50 scheduled',
      'therapist_cancelled email Mon 2026-03-02 08:01:50 scheduled',
    ])
  })
})

async function bookFour(desk: MessageDesk) {
  await desk.booked({ startsAt: at('2026-03-17T20:00:00Z'), rrule: 'FREQ=WEEKLY;COUNT=4' })
  const rows = await desk.rows('select id from appointments where clinic_id = $1 order by starts_at')
  const ids = rows.map((each) => each.id as string)
  const appointments = await inClinic(database.db, desk.clinic.id, (trx) => listAppointments(trx, desk.clinic.id, ids))
  return { appointments }
}
