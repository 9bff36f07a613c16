import { type RawBuilder, sql } from 'kysely'
import type { GroupMemberStatus } from '../../domain/group.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { asColumns, milliseconds } from './fields.ts'

/** A client in a group, or on the way into it. */
export interface GroupMemberRow {
  readonly id: string
  readonly version: number
  readonly eventId: string
  readonly clientId: string
  readonly status: GroupMemberStatus
  readonly askedAt: Instant
  readonly screenedAt: Instant | null
  readonly screenedBy: string | null
  readonly note: string | null
  readonly joinedOn: string | null
  readonly exitedOn: string | null
  readonly exitReason: string | null
  readonly updatedAt: Instant
}

/** Group members are w. */
const memberFields = {
  id: 'w.id',
  version: 'w.version',
  eventId: 'w.event_id',
  clientId: 'w.client_id',
  status: 'w.status',
  askedAt: milliseconds('w.asked_at'),
  screenedAt: milliseconds('w.screened_at'),
  screenedBy: 'w.screened_by',
  note: 'w.note',
  joinedOn: 'w.joined_on',
  exitedOn: 'w.exited_on',
  exitReason: 'w.exit_reason',
  updatedAt: milliseconds('w.updated_at'),
}

async function membersWhere(trx: Trx, clinicId: string, condition: RawBuilder<unknown>): Promise<GroupMemberRow[]> {
  const { rows } = await sql<GroupMemberRow>`
    select ${asColumns(memberFields)} from group_members w where w.clinic_id = ${clinicId} and ${condition}
    order by w.asked_at, w.id`.execute(trx)
  return rows
}

export async function findGroupMember(trx: Trx, clinicId: string, id: string): Promise<GroupMemberRow | undefined> {
  const [member] = await membersWhere(trx, clinicId, sql`w.id = ${id}`)
  return member
}

/** The members of the event by when they asked, or those alone who stand there. */
export function listGroupMembers(
  trx: Trx,
  clinicId: string,
  eventId: string,
  status: GroupMemberStatus | null,
): Promise<GroupMemberRow[]> {
  return membersWhere(trx, clinicId, sql`w.event_id = ${eventId} and (${status}::text is null or w.status = ${status})`)
}

/** Whether the client is in the group or waits to be. */
export async function isInGroup(trx: Trx, clinicId: string, eventId: string, clientId: string): Promise<boolean> {
  const { rows } = await sql`
    select from group_members where clinic_id = ${clinicId} and event_id = ${eventId} and client_id = ${clientId}
      and status not in ('declined', 'exited')`.execute(trx)
  return rows.length > 0
}

export async function insertGroupMember(trx: Trx, clinicId: string, row: GroupMemberRow): Promise<void> {
  await sql`
    insert into group_members (clinic_id, id, event_id, client_id, status, asked_at, note, created_at, updated_at)
    values (${clinicId}, ${row.id}, ${row.eventId}, ${row.clientId}, ${row.status}, ${new Date(row.askedAt)}, ${row.note},
      ${new Date(row.askedAt)}, ${new Date(row.askedAt)})`.execute(trx)
}

/** Writes the row as given, one version on. The event must be locked. */
export async function updateGroupMember(trx: Trx, clinicId: string, row: GroupMemberRow, now: Instant): Promise<void> {
  await sql`
    update group_members set status = ${row.status},
      screened_at = ${row.screenedAt === null ? null : new Date(row.screenedAt)}, screened_by = ${row.screenedBy},
      note = ${row.note}, joined_on = ${row.joinedOn}, exited_on = ${row.exitedOn}, exit_reason = ${row.exitReason},
      version = version + 1, updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${row.id}`.execute(trx)
}
