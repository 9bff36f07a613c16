import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { BookingProblemCode } from '../../domain/problem.ts'
import type { AppointmentStatus } from '../../domain/status.ts'
import type { PlanStepKind } from '../../domain/time-off-plan.ts'
import type { Trx } from '../connect.ts'

/** What a plan did to an appointment, and how it stood before. */
export interface TimeOffChange {
  readonly appointmentId: string
  readonly kind: Exclude<PlanStepKind, 'leave'>
  readonly was: {
    readonly status: AppointmentStatus
    readonly startsAt: Instant
    readonly endsAt: Instant
    readonly therapistId: string
    readonly roomId: string | null
    readonly confirmedAt: Instant | null
    readonly overriddenRules: readonly BookingProblemCode[]
    readonly overrideReason: string | null
  }
  /** The version that the plan wrote: another one has been changed since. */
  readonly versionAfter: number
}

export interface AppliedChange extends TimeOffChange {
  readonly appliedAt: Instant
  /** The version of the time off by which it was done: the same for all that one plan did. */
  readonly appliedVersion: number
}

const rewritten = [
  ...([
    'kind',
    'version_after',
    'applied_at',
    'applied_version',
    'undone_at',
    'was_status',
    'was_starts_at',
    'was_ends_at',
  ] as const),
  ...(['was_therapist_id', 'was_room_id', 'was_confirmed_at', 'was_overridden_rules', 'was_override_reason'] as const),
]

/** Keeps what a plan did. Of an appointment that an earlier plan changed too, how it stood last is what can be put back. */
export async function writeTimeOffChanges(
  trx: Trx,
  clinicId: string,
  timeOff: { readonly id: string; readonly version: number },
  changes: readonly TimeOffChange[],
  now: Instant,
): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ appointmentId, kind, was, versionAfter }) => ({
    ...{
      clinic_id: clinicId,
      time_off_id: timeOff.id,
      appointment_id: appointmentId,
      kind,
      version_after: versionAfter,
    },
    ...{ was_status: was.status, was_starts_at: new Date(was.startsAt), was_ends_at: new Date(was.endsAt) },
    ...{ was_therapist_id: was.therapistId, was_room_id: was.roomId },
    was_confirmed_at: was.confirmedAt === null ? null : new Date(was.confirmedAt),
    ...{ was_overridden_rules: [...was.overriddenRules], was_override_reason: was.overrideReason },
    ...{ applied_at: new Date(now), applied_version: timeOff.version, undone_at: null },
  }))
  await trx
    .insertInto('time_off_changes')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['clinic_id', 'time_off_id', 'appointment_id'])
        .doUpdateSet(({ ref }) => Object.fromEntries(rewritten.map((column) => [column, ref(`excluded.${column}`)]))),
    )
    .execute()
}

/** What plans did and nobody has put back, in the order of the places before. */
export async function listTimeOffChanges(trx: Trx, clinicId: string, timeOffId: string): Promise<AppliedChange[]> {
  const rows = await trx
    .selectFrom('time_off_changes')
    .selectAll()
    .where('clinic_id', '=', clinicId)
    .where('time_off_id', '=', timeOffId)
    .where('undone_at', 'is', null)
    .orderBy('was_starts_at')
    .orderBy('appointment_id')
    .execute()
  return rows.map((row) => ({
    appointmentId: row.appointment_id,
    kind: row.kind as TimeOffChange['kind'],
    was: {
      status: row.was_status as AppointmentStatus,
      startsAt: row.was_starts_at.getTime(),
      endsAt: row.was_ends_at.getTime(),
      therapistId: row.was_therapist_id,
      roomId: row.was_room_id,
      confirmedAt: row.was_confirmed_at?.getTime() ?? null,
      overriddenRules: row.was_overridden_rules as BookingProblemCode[],
      overrideReason: row.was_override_reason,
    },
    versionAfter: row.version_after,
    appliedAt: row.applied_at.getTime(),
    appliedVersion: row.applied_version,
  }))
}

/** Notes that those appointments stand again where they stood. */
export async function markUndone(
  trx: Trx,
  clinicId: string,
  timeOffId: string,
  appointmentIds: readonly string[],
  now: Instant,
): Promise<void> {
  await sql`
    update time_off_changes set undone_at = ${new Date(now)}
    where clinic_id = ${clinicId} and time_off_id = ${timeOffId} and appointment_id = any(${appointmentIds}::uuid[])
  `.execute(trx)
}
