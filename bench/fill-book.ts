import { type BenchClinic, therapistCount } from './clinic.ts'
import { execute } from './database.ts'

/** 25 half hours from 07:00 in New York (12:00 UTC in winter): a full day of 24 columns is 600 appointments. */
export const cardsPerDay = therapistCount * 25

/** Appointments with their occupancies from `firstDay` (UTC, a date) on, every day full, written past the rules in one statement. */
export async function fillBook(
  superuserUrl: string,
  clinic: BenchClinic,
  firstDay: string,
  count: number,
): Promise<void> {
  const ids = (of: readonly string[]) => `'{${of.join(',')}}'::uuid[]`
  await execute(
    superuserUrl,
    // Foreign keys are triggers, and these rows point where they should.
    'set session_replication_role = replica',
    `with slot as materialized (
      select gen_random_uuid() as id, n % ${therapistCount} + 1 as place, n % ${clinic.clientIds.length} + 1 as visitor,
        '${firstDay} 12:00Z'::timestamptz + (n / ${cardsPerDay}) * interval '1 day'
          + (n % ${cardsPerDay} / ${therapistCount}) * interval '30 minutes' as starts_at
      from generate_series(0, ${count - 1}) n
    ), booked as (
      insert into appointments (clinic_id, id, client_id, therapist_id, room_id, type_id, status, starts_at, ends_at)
      select '${clinic.id}', id, (${ids(clinic.clientIds)})[visitor], (${ids(clinic.therapistIds)})[place],
        (${ids(clinic.roomIds)})[place], '${clinic.typeId}', 'booked', starts_at, starts_at + interval '30 minutes'
      from slot returning id, therapist_id, room_id, type_id, starts_at, ends_at, buffer_before_minutes, buffer_after_minutes
    )
    insert into occupancies (clinic_id, resource_id, during, kind, appointment_id, type_id, buffer_before_minutes,
      buffer_after_minutes)
    select '${clinic.id}', resource_id, tstzrange(starts_at, ends_at), 'appointment', id, type_id, buffer_before_minutes,
      buffer_after_minutes
    from booked cross join lateral (values (therapist_id), (room_id)) as taken (resource_id)`,
  )
  // What a server does by itself within minutes, for the tables that have grown; an empty one is not looked at.
  await execute(superuserUrl, 'vacuum analyze appointments, occupancies, weekly_hours')
}
