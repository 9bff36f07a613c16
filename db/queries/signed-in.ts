import { sql } from 'kysely'
import type { Db, Trx } from '../connect.ts'

export interface SessionMembership {
  readonly session_id: string
  readonly user_id: string
  readonly clinic_id: string
  readonly clinic_slug: string
  readonly clinic_name: string
  readonly member_id: string
  readonly name: string
  readonly email: string
  readonly role: 'admin' | 'receptionist' | 'therapist'
  readonly therapist_id: string | null
}

/** Whom the session's person is, once for every clinic; the oldest membership first. Counts as a use of the session. */
export async function listCallersOfSession(db: Db, token: string): Promise<SessionMembership[]> {
  const { rows } = await sql<SessionMembership>`select * from auth.callers_of_session(${token})`.execute(db)
  return rows
}

export interface SessionInUse {
  readonly sessionId: string
  readonly memberId: string
  readonly role: string
  readonly therapistId?: string
}

/** Whether the session lives and its person is still that member, with the same role. Does not count as a use. */
export async function isSessionOfMember(
  trx: Trx,
  { sessionId, memberId, role, therapistId }: SessionInUse,
): Promise<boolean> {
  const { rows } = await sql`
    select from auth.live_sessions s join members m on m.user_id = s.user_id
      where s.id = ${sessionId} and m.id = ${memberId} and m.archived_at is null
        and m.role = ${role} and m.therapist_id is not distinct from ${therapistId ?? null}::uuid`.execute(trx)
  return rows.length > 0
}

export async function deleteSession(db: Db, token: string): Promise<void> {
  await sql`delete from auth.sessions where token = ${token}`.execute(db)
}

export async function deleteSessionsOfUser(db: Db | Trx, userId: string): Promise<void> {
  await sql`delete from auth.sessions where user_id = ${userId}`.execute(db)
}

export async function deleteExpiredSessions(db: Db): Promise<void> {
  await sql`delete from auth.sessions where expires_at < now()`.execute(db)
}
