import { sql } from 'kysely'
import { type BookingSettings, usualBookingSettings } from '../../domain/booking-settings.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'

export interface BookingSettingsRow extends BookingSettings {
  /** 0 while the clinic has said nothing of its own. */
  readonly version: number
}

export async function getBookingSettings(trx: Trx, clinicId: string): Promise<BookingSettingsRow> {
  const { rows } = await sql<BookingSettingsRow>`
    select version, open, therapist_ids as "therapistIds", origins, confirms_email as "confirmsEmail",
      offers_waitlist as "offersWaitlist", move_notice_minutes as "moveNoticeMinutes",
      cancel_notice_minutes as "cancelNoticeMinutes", policy, consent
    from booking_settings where clinic_id = ${clinicId}`.execute(trx)
  return rows[0] ?? { ...usualBookingSettings, version: 0 }
}

/** Writes the settings over the version seen; false when there is another by now. */
export async function saveBookingSettings(
  trx: Trx,
  clinicId: string,
  settings: BookingSettings,
  expectedVersion: number,
  now: Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into booking_settings as s (clinic_id, open, therapist_ids, origins, confirms_email, offers_waitlist,
      move_notice_minutes, cancel_notice_minutes, policy, consent, updated_at)
    select ${clinicId}, ${settings.open}::boolean, ${settings.therapistIds}::uuid[], ${settings.origins}::text[],
      ${settings.confirmsEmail}::boolean, ${settings.offersWaitlist}::boolean,
      ${settings.moveNoticeMinutes}::int, ${settings.cancelNoticeMinutes}::int, ${settings.policy}::text,
      ${settings.consent}::text, ${new Date(now)}
    where ${expectedVersion} = coalesce((select version from booking_settings where clinic_id = ${clinicId}), 0)
    on conflict (clinic_id) do update set open = excluded.open, therapist_ids = excluded.therapist_ids,
      origins = excluded.origins, confirms_email = excluded.confirms_email,
      offers_waitlist = excluded.offers_waitlist,
      move_notice_minutes = excluded.move_notice_minutes, cancel_notice_minutes = excluded.cancel_notice_minutes,
      policy = excluded.policy, consent = excluded.consent, version = s.version + 1, updated_at = excluded.updated_at
    where s.version = ${expectedVersion}`.execute(trx)
  return numAffectedRows === 1n
}
