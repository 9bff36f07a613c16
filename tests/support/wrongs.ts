import { markActions } from '../../actions/message-mark.ts'
import { rowsOf, type TablesToSee } from './rows.ts'

/** What must never be found in a clinic's tables, each as a query for the rows that break it. */
const NEVER = {
  'one resource taken twice at one time': `
    select a.id, b.id as other from appointments a join appointments b
      on a.clinic_id = b.clinic_id and a.id < b.id and a.lane = b.lane
      and (a.therapist_id = b.therapist_id or a.room_id = b.room_id)
      and a.starts_at < b.ends_at and b.starts_at < a.ends_at
    where a.clinic_id = $1 and 'booked' = all(array[a.status, b.status])`,
  'an appointment and its occupancies that differ': `
    with taken as (
      select id, unnest(array_remove(array[therapist_id, room_id], null)) as resource_id, lane,
        tstzrange(starts_at, ends_at) as during, type_id, buffer_before_minutes, buffer_after_minutes
      from appointments where clinic_id = $1 and status not in ('cancelled', 'noshow', 'entered_in_error')
    ), held as (
      select appointment_id, resource_id, lane, during, type_id, buffer_before_minutes, buffer_after_minutes
      from occupancies where clinic_id = $1 and kind = 'appointment'
    )
    (select * from taken except all select * from held) union all (select * from held except all select * from taken)`,
  'a hold and its occupancies that differ': `
    with taken as (
      select id, unnest(array_remove(array[therapist_id, room_id], null)) as resource_id,
        tstzrange(starts_at, ends_at) as during, type_id, buffer_before_minutes, buffer_after_minutes
      from slot_holds where clinic_id = $1 and status = 'held'
    ), held as (
      select hold_id, resource_id, during, type_id, buffer_before_minutes, buffer_after_minutes
      from occupancies where clinic_id = $1 and kind = 'hold'
    )
    (select * from taken except all select * from held) union all (select * from held except all select * from taken)`,
  'a session and its occupancies that differ': `
    with taken as (
      select n.id, r.resource_id, n.lane, tstzrange(n.starts_at, n.ends_at) as during
      from sessions n join (
        select clinic_id, session_id, therapist_id as resource_id from session_facilitators
        union all select clinic_id, id, room_id from sessions where room_id is not null
      ) r on r.clinic_id = n.clinic_id and r.session_id = n.id
      where n.clinic_id = $1 and n.status <> 'cancelled'
    ), held as (
      select session_id, resource_id, lane, during from occupancies where clinic_id = $1 and kind = 'session'
    )
    (select * from taken except all select * from held) union all (select * from held except all select * from taken)`,
  'a hold whose versions are not in the log, each once': `
    select s.id, s.version, array_agg(c.item_version order by c.seq) as logged from slot_holds s
      left join changes c on c.clinic_id = s.clinic_id and c.item_kind = 'hold' and c.item_id = s.id
    where s.clinic_id = $1 group by s.id, s.version
    having array_agg(c.item_version order by c.seq) is distinct from array(select generate_series(1, s.version))`,
  'a log with a gap, a repeat or another head': `
    select numbered.* from (
      select seq, row_number() over (order by seq) as expected from changes where clinic_id = $1
      union all
      select change_seq, (select count(*) from changes where clinic_id = $1) from log_heads where clinic_id = $1
    ) numbered where seq <> expected`,
  'an appointment whose versions are not in the log, each once': `
    select a.id, a.version, array_agg(c.item_version order by c.seq) as logged from appointments a
      left join changes c on c.clinic_id = a.clinic_id and c.item_kind = 'appointment' and c.item_id = a.id
        and c.action <> all(array['${markActions.join(`', '`)}'])
    where a.clinic_id = $1 group by a.id, a.version
    having array_agg(c.item_version order by c.seq) is distinct from array(select generate_series(1, a.version))`,
  'an audit entry whose hash, or whose link to the one before, is not what its content says': `
    select * from (
      select seq, row_number() over (order by seq) as expected, hash = audit_hash(entry) as true_to_content,
        previous_hash = coalesce(lag(hash) over (order by seq), '\\x') as linked
      from audit_entries entry where clinic_id = $1
    ) checked where not (true_to_content and linked and seq = expected)`,
  'a head of the audit log that is not its last entry': `
    select h.audit_seq from log_heads h left join audit_entries e on e.clinic_id = h.clinic_id and e.seq = h.audit_seq
    where h.clinic_id = $1 and (h.audit_hash is distinct from coalesce(e.hash, '\\x')
      or h.audit_seq <> (select count(*) from audit_entries where clinic_id = $1))`,
  'an answer that was kept though nothing was answered': `
    select client_mutation_id from mutation_answers where clinic_id = $1 and answer is null`,
}

/** Everything in the clinic's tables that must never be: nothing, in a book that can be trusted. */
export async function wrongsIn(database: TablesToSee, clinicId: string) {
  const found: { wrong: string; rows: unknown[] }[] = []
  for (const [wrong, query] of Object.entries(NEVER)) {
    const rows = await rowsOf(database, clinicId, query)
    if (rows.length > 0) found.push({ wrong, rows })
  }
  return found
}
