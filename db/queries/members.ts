import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Role } from '../../domain/rights.ts'
import type { Trx } from '../connect.ts'

export interface MemberRow {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly therapistId: string | null
  readonly active: boolean
  /** Whether the person has chosen a password, here or for another clinic. */
  readonly hasSignedIn: boolean
  readonly version: number
}

const memberColumns = sql.raw(`m.id, m.user_id as "userId", m.name, m.email, m.role, m.therapist_id as "therapistId",
  m.archived_at is null as active, m.version,
  exists (select from auth.accounts a where a.user_id = m.user_id and a.password is not null) as "hasSignedIn"`)

/** By name; archived ones last. */
export async function listMembers(trx: Trx, clinicId: string): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select ${memberColumns} from members m where m.clinic_id = ${clinicId}
    order by m.archived_at is not null, lower(m.name), m.id`.execute(trx)
  return rows
}

export async function findMember(trx: Trx, clinicId: string, id: string): Promise<MemberRow | undefined> {
  const { rows } = await sql<MemberRow>`
    select ${memberColumns} from members m where m.clinic_id = ${clinicId} and m.id = ${id}`.execute(trx)
  return rows[0]
}

export async function findMemberOfUser(trx: Trx, clinicId: string, userId: string): Promise<MemberRow | undefined> {
  const { rows } = await sql<MemberRow>`
    select ${memberColumns} from members m where m.clinic_id = ${clinicId} and m.user_id = ${userId}`.execute(trx)
  return rows[0]
}

/** The member, locked together with every administrator, so that two of them cannot each think the other stays. */
export async function lockMember(trx: Trx, clinicId: string, id: string): Promise<MemberRow | undefined> {
  await sql`select from members where clinic_id = ${clinicId} and (id = ${id} or role = 'admin')
    order by id for no key update`.execute(trx)
  return findMember(trx, clinicId, id)
}

export async function countAdmins(trx: Trx, clinicId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from members where clinic_id = ${clinicId} and role = 'admin' and archived_at is null
  `.execute(trx)
  return rows[0]!.count
}

export type NewMember = Omit<MemberRow, 'active' | 'hasSignedIn' | 'version'>

export async function insertMember(trx: Trx, clinicId: string, member: NewMember, now: Instant): Promise<void> {
  const { id, userId, name, email, role, therapistId } = member
  const at = new Date(now)
  await trx
    .insertInto('members')
    .values({
      clinic_id: clinicId,
      id,
      user_id: userId,
      name,
      email,
      role,
      therapist_id: therapistId,
      created_at: at,
      updated_at: at,
    })
    .execute()
}

/** Writes the row as given, one version on. */
export async function updateMember(trx: Trx, clinicId: string, row: MemberRow, now: Instant): Promise<void> {
  await trx
    .updateTable('members')
    .set({
      name: row.name,
      role: row.role,
      therapist_id: row.therapistId,
      archived_at: row.active ? null : sql`coalesce(archived_at, ${new Date(now)})`,
      version: sql`version + 1`,
      updated_at: new Date(now),
    })
    .where('clinic_id', '=', clinicId)
    .where('id', '=', row.id)
    .execute()
}
