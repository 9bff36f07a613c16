import { v7 as uuidv7 } from 'uuid'
import { type Db, inClinic } from '../db/connect.ts'
import { insertClinic } from '../db/queries/clinics.ts'
import { deleteSetupLinks, hasClinic, isSetupLink, lockFirstClinic } from '../db/queries/first-clinic.ts'
import { appendToLog, type LogEntry } from '../db/queries/log.ts'
import type { Instant } from '../domain/interval.ts'
import { checkFields, type RecordProblem } from '../domain/record.ts'
import { isSlug, slugOf } from '../domain/slug.ts'
import { isZone } from '../domain/zone.ts'
import { admitMember } from './admit-member.ts'

export interface FirstClinic {
  readonly clinicName: string
  /** Left out: made from the name. */
  readonly slug?: string
  readonly zone: string
  /** Of the person who administers it. */
  readonly name: string
  readonly email: string
}

export type CheckedFirstClinic = Required<FirstClinic>

/** The clinic as it is kept, or what is wrong with it. */
export function checkFirstClinic(input: FirstClinic): CheckedFirstClinic | { readonly problems: RecordProblem[] } {
  const fields = checkFields()
  const clinicName = fields.line('clinicName', input.clinicName, 200)
  const name = fields.line('name', input.name, 200)
  const email = fields.line('email', input.email, 254).toLowerCase()
  const slug = input.slug?.trim() || slugOf(clinicName)
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) fields.refuse('email', 'must be an e-mail address')
  if (!isSlug(slug)) fields.refuse('slug', 'must be of small letters, digits and hyphens, at most 64')
  if (!isZone(input.zone)) fields.refuse('zone', 'must be a time zone such as America/New_York')
  if (fields.problems.length > 0) return { problems: [...fields.problems] }
  return { clinicName, name, email, slug, zone: input.zone }
}

export interface SetUpOrigin {
  readonly ip: string
  readonly requestId: string
  readonly now: Instant
}

/** Makes the first clinic and its administrator by the link that the program told at its start; false once that is done. */
export function setUpClinic(
  db: Db,
  input: CheckedFirstClinic & { readonly tokenHash: Buffer; readonly passwordHash: string },
  { ip, requestId, now }: SetUpOrigin,
): Promise<boolean> {
  const { name, email, passwordHash } = input
  const clinic = {
    ...{ id: uuidv7(), slug: input.slug, name: input.clinicName, zone: input.zone },
    ...{ stepMinutes: 15, allowsOverbooking: false, version: 1 },
  }
  return inClinic(db, clinic.id, async (trx) => {
    await lockFirstClinic(trx)
    if ((await hasClinic(trx)) || !(await isSetupLink(trx, input.tokenHash))) return false
    await deleteSetupLinks(trx)
    await insertClinic(trx, clinic, now)
    const admin = { name, email, role: 'admin', therapistId: null, passwordHash } as const
    const { userId: _, ...member } = await admitMember(trx, clinic.id, admin, now)
    const entries: LogEntry[] = [
      { action: 'set up clinic', kind: 'clinic', id: clinic.id, version: 1, before: null, after: clinic },
      { action: 'create member', kind: 'member', id: member.id, version: 1, before: null, after: member },
    ]
    const actor = { kind: 'member', id: member.id, name } as const
    await appendToLog(trx, clinic.id, { actor, at: now, clientMutationId: undefined, ip, requestId }, entries)
    return true
  })
}
