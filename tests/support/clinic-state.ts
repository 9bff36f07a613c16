import { rowsOf, type TablesToSee } from './rows.ts'

const TABLES = [
  ...['closures', 'hours_exceptions', 'locations', 'room_features', 'therapist_skills'],
  ...['appointment_types', 'appointments', 'audit_entries', 'cancellations', 'changes', 'clients', 'clinics'],
  ...[
    'log_heads',
    'members',
    'occupancies',
    'resources',
    'rooms',
    'slot_holds',
    'therapists',
    'time_off',
    'time_off_changes',
    'weekly_hours',
    'api_keys',
    'messages',
    'message_replies',
    'reply_choices',
    'stopped_numbers',
    'appointment_messages',
    'external_busy',
    'external_calendars',
  ],
]

/** A fingerprint of every row a clinic has: equal before and after means that nothing was written. */
export async function clinicState(database: TablesToSee, clinicId: string): Promise<string> {
  // A key notes when it was last used, also for a request that is refused.
  const digests = TABLES.map(
    (table) => `select '${table}' as name, count(*) as rows,
      md5(coalesce(string_agg((to_jsonb(t) - 'last_used_at')::text, ',' order by to_jsonb(t)::text), '')) as digest
      from ${table} t where ${table === 'clinics' ? 'id' : 'clinic_id'} = $1`,
  )
  return JSON.stringify(await rowsOf(database, clinicId, digests.join(' union all ')))
}
