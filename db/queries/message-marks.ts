import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Reply } from '../../domain/message.ts'
import type { AppointmentStatus } from '../../domain/status.ts'
import type { Trx } from '../connect.ts'
import type { AppointmentRow, MarkRow } from './book.ts'
import { asJson, markFields, milliseconds } from './fields.ts'

/** What else about a mark is new; its state follows from the messages themselves. */
export interface MarkChange {
  /** Null once it is about a start that is no more. */
  readonly reply?: Reply | null
  readonly repliedAt?: Instant | null
  /** Null once the client is late no more. */
  readonly lateMinutes?: number | null
  /** One more of the conversation is unread, or none is. */
  readonly unread?: 'one more' | 'none'
}

export interface MarkedAppointment
  extends Pick<AppointmentRow, 'id' | 'version' | 'startsAt' | 'endsAt' | 'therapistId' | 'roomId'> {
  readonly status: AppointmentStatus
  readonly before: MarkRow
  readonly mark: MarkRow
}

/**
 * Writes the marks of those appointments as their messages now are. Only those that differ get a new version, and are
 * answered. Of what is about one start on several channels, the best counts: the client has been reached.
 */
export async function updateMarks(
  trx: Trx,
  clinicId: string,
  appointmentIds: readonly string[],
  { reply, repliedAt, lateMinutes, unread }: MarkChange = {},
): Promise<MarkedAppointment[]> {
  const replyNow = reply === undefined ? sql`a.reply` : sql`${reply}::text`
  const replied = repliedAt === undefined ? sql`a.replied_at` : sql`${repliedAt && new Date(repliedAt)}::timestamptz`
  const late = lateMinutes === undefined ? sql`a.late_minutes` : sql`${lateMinutes}::smallint`
  const unreadNow =
    unread === undefined ? sql`a.unread_messages` : unread === 'none' ? sql`0` : sql`a.unread_messages + 1`
  // A statement sees what was so when it began: only the one behind the locks sees what others did meanwhile.
  const [, { rows }] = await Promise.all([
    sql`
      select from appointments where clinic_id = ${clinicId} and id = any(${appointmentIds}::uuid[])
      order by id for no key update`.execute(trx),
    sql<MarkedAppointment>`
      with stale as materialized (
        select a.id, ${asJson(markFields)} as before, ${replyNow} as reply, ${replied} as replied_at,
          ${late} as late_minutes, least(${unreadNow}, 32000)::smallint as unread, (
            select coalesce(
              (array_agg(case m.status when 'bounced' then 'failed' else m.status end
                order by m.due_at desc, array_position('{delivered,sent,failed,bounced}', m.status))
                filter (where m.status in ('sent', 'delivered', 'failed', 'bounced')))[1],
              max('scheduled') filter (where m.status in ('scheduled', 'sending')))
            from messages m
            where m.clinic_id = a.clinic_id and m.appointment_id = a.id and m.audience = 'client'
          ) as state
        from appointments a where a.clinic_id = ${clinicId} and a.id = any(${appointmentIds}::uuid[])
      )
      update appointments a set message_state = s.state, reply = s.reply, replied_at = s.replied_at,
        late_minutes = s.late_minutes, unread_messages = s.unread, messages_version = a.messages_version + 1
      from stale s where a.clinic_id = ${clinicId} and a.id = s.id
        and (a.message_state, a.reply, a.replied_at, a.late_minutes, a.unread_messages)
          is distinct from (s.state, s.reply, s.replied_at, s.late_minutes, s.unread)
      returning a.id, a.version, a.status, a.therapist_id as "therapistId", a.room_id as "roomId",
        ${sql.raw(milliseconds('a.starts_at'))} as "startsAt", ${sql.raw(milliseconds('a.ends_at'))} as "endsAt",
        s.before, ${asJson(markFields)} as mark`.execute(trx),
  ])
  return rows
}
