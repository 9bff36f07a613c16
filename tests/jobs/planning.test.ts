import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planMessages } from '../../actions/plan-messages.ts'
import { inClinic } from '../../db/connect.ts'
import { lockMessageCursor } from '../../db/queries/message-cursors.ts'
import { type MessageDesk, openMessageDesk } from '../support/message-desk.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { at } from '../support/series-desk.ts'
import { makeAppointment } from '../support/world.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ max: 30 })
})
afterAll(() => database.close())

const openDesk = () => openMessageDesk(database)
const waits = ({ status }: { status: string }) => status === 'scheduled'

describe('planning', () => {
  it('again changes nothing', async () => {
    const desk = await openDesk()
    await desk.book({ startsAt: at('2026-03-05T15:00:00Z') })
    await desk.plan()
    const before = await desk.all()
    const head = () => desk.rows('select change_seq from log_heads where clinic_id = $1')
    const seq = await head()
    await desk.plan()
    await desk.rows('update message_cursors set change_seq = 0, swept_on = null where clinic_id = $1')
    await desk.plan()
    expect(await desk.all()).toEqual(before)
    expect(await head()).toEqual(seq)
  })

  it('by many at once, while the desk books, plans each booking once', async () => {
    const desk = await openDesk()
    const hours = Array.from({ length: 24 }, (_, n) => {
      const [day, hour] = [Math.floor(n / 6), 14 + (n % 6)]
      return at(`2026-03-${String(16 + day)}T${hour}:00:00Z`)
    })
    await Promise.all(
      hours.flatMap((startsAt) => [desk.book({ startsAt }), planMessages(desk.context, { clinicId: desk.clinic.id })]),
    )
    await desk.plan()
    const confirmations = await desk.all()
    expect(confirmations.map((each) => each.kind)).toEqual(hours.map(() => 'confirmation'))
    expect(new Set(confirmations.map((each) => each.appointmentId)).size).toBe(hours.length)
  })

  it('reads what was changed in one transaction to its end, however much it is', async () => {
    const desk = await openDesk()
    await desk.book()
    await desk.rows(`insert into changes (clinic_id, at, action, item_kind, item_id, item_version, removed, actor_kind,
        actor_name, starts_at, ends_at, resource_ids, was_resource_ids)
      select clinic_id, now(), 'set appointment status', 'appointment', gen_random_uuid(), 1, false, 'system', 'Somebody',
        now(), now(), '{}', '{}' from log_heads, generate_series(1, 1200) where clinic_id = $1`)
    await desk.book({ startsAt: at('2026-03-12T15:00:00Z') })
    await desk.plan()
    expect((await desk.all()).map((each) => each.kind)).toEqual(['confirmation', 'confirmation'])
  })

  it('that is killed before it commits is done by the next, which loses nothing', async () => {
    const desk = await openDesk()
    await desk.book({ startsAt: at('2026-03-05T15:00:00Z') })
    const killed = await openKilledPlan(desk)
    const next = desk.plan()
    await killed.die()
    await next
    expect((await desk.all()).map((each) => each.kind)).toEqual([
      'confirmation',
      'two_days_before',
      'day_before',
      'two_hours_before',
    ])
  })

  it('waits for a booking that is being written, whose job somebody took already', async () => {
    const desk = await openDesk()
    const held = Promise.withResolvers<void>()
    const written = Promise.withResolvers<void>()
    const appointment = await makeAppointment(database.db, desk.clinic.id, {
      ...{ clientId: desk.maya.id, therapistId: desk.chen.id, typeId: desk.type.id },
      ...{ startsAt: new Date(at('2026-03-12T14:00:00Z')), endsAt: new Date(at('2026-03-12T14:50:00Z')) },
    })
    const booking = inClinic(database.db, desk.clinic.id, async (trx) => {
      await sql`insert into changes (clinic_id, at, action, item_kind, item_id, item_version, removed, actor_kind, actor_name,
        starts_at, ends_at, resource_ids, was_resource_ids) values (${desk.clinic.id}, ${new Date(desk.clock.now)},
        'book appointment', 'appointment', ${appointment.id}, 1, false, 'system', 'Somebody', ${appointment.startsAt},
        ${appointment.endsAt}, ${[desk.chen.id]}, '{}')`.execute(trx)
      written.resolve()
      await held.promise
    })
    await written.promise
    const planning = desk.plan()
    held.resolve()
    await Promise.all([booking, planning])
    expect(await desk.rows('select 1 from message_plans where clinic_id = $1')).toHaveLength(1)
  })

  it('once a day makes the rows of what falls due within eight days', async () => {
    const desk = await openDesk()
    await desk.book({ startsAt: at('2026-03-16T14:00:00Z') })
    await desk.plan()
    expect(await desk.lines(waits)).toEqual(['confirmation email Mon 2026-03-02 08:00:20 scheduled'])
    for (let day = 0; day < 6; day++) {
      desk.pass(24 * 3600)
      await desk.send()
      await desk.plan()
    }
    expect(await desk.lines(waits)).toEqual([
      'two_days_before email Sat 2026-03-14 10:00 scheduled',
      'day_before sms Sun 2026-03-15 10:00 scheduled',
      'two_hours_before sms Mon 2026-03-16 08:00 scheduled',
    ])
  })

  it('asks for the sender when something is due, once for all that is due within five seconds', async () => {
    const desk = await openDesk()
    await desk.book()
    await desk.book({ startsAt: at('2026-03-12T15:00:00Z') })
    await desk.plan()
    expect(await alarms(desk)).toEqual([{ due: new Date('2026-03-02T13:00:20Z') }])
  })

  it('asks for it so soon that a booking is confirmed within half a minute', async () => {
    const desk = await openDesk()
    desk.pass(1)
    await desk.book()
    await desk.plan()
    expect(await alarms(desk)).toEqual([{ due: new Date('2026-03-02T13:00:25Z') }])
  })
})

/** When the sender is asked for. */
async function alarms({ clinic }: MessageDesk) {
  const { rows } = await sql<{ due: Date }>`select start_after as due from pgboss.job where name = 'send-messages'
    and data->>'clinicId' = ${clinic.id} order by start_after`.execute(database.db)
  return rows
}

/** A planner that has everything in hand and is killed on demand. */
async function openKilledPlan({ clinic }: MessageDesk) {
  const holding = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()
  const lost = inClinic(database.db, clinic.id, async (trx) => {
    await lockMessageCursor(trx, clinic.id)
    await sql`update message_cursors set change_seq = 1000000 where clinic_id = ${clinic.id}`.execute(trx)
    holding.resolve()
    await end.promise
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx)
  }).catch(() => undefined)
  await holding.promise
  return {
    async die(): Promise<void> {
      end.resolve()
      await lost
    },
  }
}
