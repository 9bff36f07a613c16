import { sql } from 'kysely'
import { type BookAppointmentInput, bookAppointment } from '../../actions/book-appointment.ts'
import { cancelAppointment } from '../../actions/cancel-appointment.ts'
import { type MoveAppointmentInput, moveAppointment } from '../../actions/move-appointment.ts'
import { planMessages } from '../../actions/plan-messages.ts'
import { recheckMessages } from '../../actions/recheck-message.ts'
import { inClinic } from '../../db/connect.ts'
import type { Appointment } from '../../db/queries/book.ts'
import { listMessages, type MessageRow } from '../../db/queries/messages.ts'
import { saveReminderPolicy } from '../../db/queries/reminder-policies.ts'
import type { Instant } from '../../domain/interval.ts'
import { defaultReminderPolicy, type ReminderPolicy } from '../../domain/reminder-policy.ts'
import { MONDAY } from './desk.ts'
import { localTime } from './local-time.ts'
import type { TestDatabase } from './postgres.ts'
import { rowsOf } from './rows.ts'
import { at, makeSeriesDesk, type SeriesDesk } from './series-desk.ts'

const SECOND = 1000

/** A clinic in New York whose receptionist books, and whose messages are planned when a test says so. */
export async function makeMessageDesk(database: TestDatabase, now: Instant = MONDAY) {
  const desk = await makeSeriesDesk(database, now)
  const { db, clinic, context, clock, chen, oak, maya, type } = desk
  const usual: BookAppointmentInput = {
    ...{ clientId: maya.id, therapistId: chen.id, roomId: oak.id, typeId: type.id },
    startsAt: at('2026-03-12T14:00:00Z'),
  }
  const all = () =>
    inClinic(db, clinic.id, (trx) => listMessages(trx, clinic.id, {}, { first: 10_000 })).then((rows) => rows.reverse())
  return {
    ...desk,
    usual,
    /** Lets so many seconds pass. */
    pass(seconds: number): void {
      clock.now += seconds * SECOND
    },
    plan: () => planMessages(context, { clinicId: clinic.id }),
    async book(change: Partial<BookAppointmentInput> = {}): Promise<Appointment> {
      const result = await bookAppointment(context, { ...usual, ...change })
      if (result.kind !== 'booked') throw new Error(result.problems[0]?.message)
      return result.appointment
    },
    async move(appointment: Appointment, change: Partial<MoveAppointmentInput>, by = context): Promise<Appointment> {
      const { id, version: expectedVersion } = appointment
      const result = await moveAppointment(by, { id, expectedVersion, ...change })
      if (result.kind !== 'moved') throw new Error(result.problems[0]?.message)
      return result.appointment
    },
    async cancel({ id, version: expectedVersion }: Appointment, by = context): Promise<Appointment> {
      const result = await cancelAppointment(by, { id, expectedVersion, reason: 'client' })
      if (result.kind !== 'cancelled') throw new Error(result.problems[0]?.message)
      return result.appointment
    },
    all,
    /** Those that wait, have left or never will: `day_before sms Wed 2026-03-11 10:00 scheduled`. */
    async lines(only: (message: MessageRow) => boolean = () => true): Promise<string[]> {
      return (await all()).filter(only).map((each) => lineOf(each, clinic.zone))
    },
    async setPolicy(change: Partial<ReminderPolicy>): Promise<void> {
      const policy = { ...defaultReminderPolicy, ...change }
      const isSaved = await inClinic(db, clinic.id, (trx) => saveReminderPolicy(trx, clinic.id, policy, 0, clock.now))
      if (!isSaved) throw new Error('the clinic has a policy already')
    },
    /** What is due leaves, as the sender lets it, and arrives. Answers with the lines of what left. */
    send: async (): Promise<string[]> =>
      (await sendDue(desk)).map((message) => lineOf(message, clinic.zone).replace(/ \w+$/, '')),
    /** When the next message is to be looked at; undefined when none waits. */
    async nextDue(): Promise<Instant | undefined> {
      const { rows } = await inClinic(db, clinic.id, (trx) =>
        sql<{ at: Date | null }>`select min(attempt_at) as at from messages
          where clinic_id = ${clinic.id} and status = 'scheduled'`.execute(trx),
      )
      return rows[0]?.at?.getTime()
    },
    rows: (query: string) => rowsOf(database, clinic.id, query),
  }
}

/** The same for a clinic that sends messages already. */
export async function openMessageDesk(database: TestDatabase): Promise<MessageDesk> {
  const desk = await makeMessageDesk(database)
  await desk.plan()
  return desk
}

/** Lets what is due leave, as the sender does, and notes that it has. */
export async function sendDue({ db, clinic, context, clock }: Desk): Promise<MessageRow[]> {
  return inClinic(db, clinic.id, async (trx) => {
    const waiting = await listMessages(trx, clinic.id, { status: 'scheduled' }, { first: 10_000 })
    const due = waiting.filter((each) => each.attemptAt <= clock.now).reverse()
    const { leaving } = await recheckMessages(context, trx, clinic.id, due, clock.now)
    const ids = leaving.map(({ message }) => message.id)
    await sql`update messages set status = 'sent', sent_at = ${new Date(clock.now)}
      where clinic_id = ${clinic.id} and id = any(${ids}::uuid[])`.execute(trx)
    return leaving.map(({ message }) => message)
  })
}

type Desk = Pick<SeriesDesk, 'db' | 'clinic' | 'context' | 'clock'>

export type MessageDesk = Awaited<ReturnType<typeof makeMessageDesk>>

export function lineOf({ kind, channel, dueAt, status }: MessageRow, zone: string): string {
  return `${kind} ${channel} ${localTime(dueAt, zone)} ${status}`
}
