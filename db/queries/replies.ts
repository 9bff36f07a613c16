import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Reply } from '../../domain/message.ts'
import type { Trx } from '../connect.ts'

/** Notes with the message about the appointment that the client was sent last what she made of it. */
export async function writeReplyOfLast(
  trx: Trx,
  clinicId: string,
  appointmentId: string,
  reply: Reply,
  at: Instant,
): Promise<void> {
  await sql`
    update messages set reply = ${reply}, replied_at = ${new Date(at)}, version = version + 1,
      updated_at = ${new Date(at)}
    where clinic_id = ${clinicId} and id = (
      select id from messages where clinic_id = ${clinicId} and appointment_id = ${appointmentId}
        and audience = 'client' and sent_at is not null order by sent_at desc, id desc limit 1)`.execute(trx)
}
