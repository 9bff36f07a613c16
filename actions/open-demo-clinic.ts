import { v7 as uuidv7 } from 'uuid'
import { type Db, inClinic, type Trx } from '../db/connect.ts'
import { insertApiKey } from '../db/queries/api-keys.ts'
import { hasClinic, lockFirstClinic } from '../db/queries/first-clinic.ts'
import { appendToLog } from '../db/queries/log.ts'
import type { ClinicPlan } from '../db/seed/clinic-plan.ts'
import { writeDemoBooking } from '../db/seed/demo-booking.ts'
import type { DemoClinic } from '../db/seed/demo-clinic.ts'
import { writeAppointments } from '../db/seed/write-book.ts'
import { writeClinic } from '../db/seed/write-clinic.ts'
import { writeEvents } from '../db/seed/write-events.ts'
import { writeWaitlist } from '../db/seed/write-waitlist.ts'
import type { Instant } from '../domain/interval.ts'
import type { Role, Scope } from '../domain/rights.ts'
import { type AdmittedMember, admitMember } from './admit-member.ts'
import type { ApiKeySecret } from './one-time-secret.ts'

export interface SeededKey {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly secret: ApiKeySecret
}

export interface DemoAccess {
  readonly passwordHashes: Readonly<Record<Role, string>>
  readonly apiKeys: readonly SeededKey[]
}

/**
 * Opens the demo clinic on an install that has none, or does nothing and answers false. However many processes try at
 * once, one does it. `beforeCommit` keeps what only the caller knows, so that no clinic stands without a way in.
 */
export function openDemoClinic(
  db: Db,
  demo: DemoClinic,
  access: DemoAccess,
  now: Instant,
  beforeCommit: () => Promise<void>,
): Promise<boolean> {
  return inClinic(db, demo.clinic.id, async (trx) => {
    await lockFirstClinic(trx)
    if (await hasClinic(trx)) return false
    const members = demo.members.map((each) => ({ ...each, passwordHash: access.passwordHashes[each.role] }))
    await seedClinic(trx, demo, { members, apiKeys: access.apiKeys, action: 'seed demo clinic' }, now)
    await writeAppointments(trx, demo.clinic.id, demo.appointments)
    await writeEvents(trx, demo.clinic.id, demo.groups, now)
    await writeWaitlist(trx, demo.clinic.id, demo.waitlist, now)
    await writeDemoBooking(trx, demo, now)
    await beforeCommit()
    return true
  })
}

export interface SeedAccess {
  readonly members: readonly AdmittedMember[]
  readonly apiKeys: readonly SeededKey[]
  /** What the logs call it. */
  readonly action: string
}

/** Writes the clinic, who may enter it, and the first entry of its logs. */
export async function seedClinic(trx: Trx, plan: ClinicPlan, access: SeedAccess, now: Instant): Promise<void> {
  const { clinic } = plan
  await writeClinic(trx, plan, now)
  for (const member of access.members) await admitMember(trx, clinic.id, member, now)
  for (const { name, scopes, secret } of access.apiKeys)
    await insertApiKey(trx, clinic.id, {
      ...{ id: uuidv7(), name, scopes, prefix: secret.prefix, hash: secret.hash },
      ...{ createdBy: null, createdAt: now, expiresAt: null },
    })
  const actor = { kind: 'system', id: null, name: 'Daybook' } as const
  const origin = { actor, at: now, clientMutationId: undefined, ip: undefined, requestId: uuidv7() }
  await appendToLog(trx, clinic.id, origin, [
    { action: access.action, kind: 'clinic', id: clinic.id, version: clinic.version, before: null, after: clinic },
  ])
}
