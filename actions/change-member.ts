import type { Trx } from '../db/connect.ts'
import { countAdmins, findMember, lockMember, type MemberRow, updateMember } from '../db/queries/members.ts'
import type { Instant } from '../domain/interval.ts'
import { lastAdminProblem } from '../domain/record.ts'
import { type RecordOutcome, savedRecord, staleProblem, type VersionedInput } from './change-record.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'

/** Changes a member, seen at the version expected, as long as the clinic keeps an administrator. */
export async function changeMember(
  trx: Trx,
  clinicId: string,
  verb: string,
  input: VersionedInput,
  changes: Partial<MemberRow>,
  now: Instant,
): Promise<RecordOutcome<MemberRow>> {
  checkId(input.id, 'member', ['input', 'id'])
  const current = await lockMember(trx, clinicId, input.id)
  if (!current) throw notFound('member', ['input', 'id'])
  const stale = await staleProblem(trx, clinicId, current, input.expectedVersion)
  if (stale) return { refused: stale }
  const next = { ...current, ...changes }
  const lastAdmin = lastAdminProblem(current.name, await countAdmins(trx, clinicId), {
    wasAdmin: isAdmin(current),
    staysAdmin: isAdmin(next),
  })
  if (lastAdmin) return { refused: [lastAdmin] }
  await updateMember(trx, clinicId, next, now)
  return savedRecord(`${verb} member`, 'member', current, await findMember(trx, clinicId, current.id))
}

function isAdmin(member: MemberRow): boolean {
  return member.active && member.role === 'admin'
}
