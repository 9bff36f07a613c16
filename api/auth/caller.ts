import type { IncomingHttpHeaders } from 'node:http'
import type { Caller, MemberCaller } from '../../actions/caller.ts'
import { hashOfSecret } from '../../actions/one-time-secret.ts'
import { type Db, inClinic } from '../../db/connect.ts'
import { findCallerOfApiKey, isApiKeyLive } from '../../db/queries/api-keys.ts'
import { isSessionOfMember, listCallersOfSession, type SessionMembership } from '../../db/queries/signed-in.ts'
import { sessionTokenOf } from './session-cookie.ts'

export interface CallerProof {
  readonly db: Db
  readonly cookieName: string
  readonly cookieSecret: string
}

/** A person in several clinics names one by this header, by slug or id. */
export const CLINIC_HEADER = 'x-daybook-clinic'
const LONGEST_KEY = 200

/** Who sends these headers; undefined for nobody we know. A wrong key is not made good by a right cookie. */
export async function callerOf(proof: CallerProof, headers: IncomingHttpHeaders): Promise<Caller | undefined> {
  if (headers.authorization !== undefined) return callerOfApiKey(proof.db, headers.authorization)
  const token = sessionTokenOf(headers.cookie, proof.cookieName, proof.cookieSecret)
  if (!token) return undefined
  const memberships = await listCallersOfSession(proof.db, token)
  const wanted = headers[CLINIC_HEADER]
  const membership = wanted
    ? memberships.find((each) => each.clinic_slug === wanted || each.clinic_id === wanted)
    : memberships[0]
  return membership && memberOf(membership)
}

async function callerOfApiKey(db: Db, authorization: string): Promise<Caller | undefined> {
  const key = /^Bearer +(\S+) *$/i.exec(authorization)?.[1]
  if (!key || key.length > LONGEST_KEY) return undefined
  const found = await findCallerOfApiKey(db, hashOfSecret(key))
  return (
    found && {
      kind: 'partner',
      clinicId: found.clinic_id,
      apiKeyId: found.api_key_id,
      name: found.name,
      scopes: found.scopes,
    }
  )
}

function memberOf(row: SessionMembership): MemberCaller {
  return {
    kind: 'member',
    clinicId: row.clinic_id,
    memberId: row.member_id,
    userId: row.user_id,
    sessionId: row.session_id,
    name: row.name,
    email: row.email,
    role: row.role,
    ...(row.therapist_id && { therapistId: row.therapist_id }),
  }
}

/** For whoever stays connected: whether the caller would still be let in, as the same one. Nobody else stays. */
export async function isStillValid(db: Db, caller: Caller): Promise<boolean> {
  if (caller.kind === 'client' || caller.kind === 'visitor') return false
  return inClinic(db, caller.clinicId, (trx) =>
    caller.kind === 'member' ? isSessionOfMember(trx, caller) : isApiKeyLive(trx, caller.apiKeyId),
  )
}
