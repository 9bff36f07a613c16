import { type Rights, type Role, rightsOf, rightsOfClient, rightsOfScopes, type Scope } from '../domain/rights.ts'

/** A person signed in to a clinic. */
export interface MemberCaller {
  readonly kind: 'member'
  readonly clinicId: string
  readonly memberId: string
  readonly userId: string
  readonly sessionId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** The calendar that is this person's own. */
  readonly therapistId?: string
}

/** A program with an API key of a clinic. */
export interface PartnerCaller {
  readonly kind: 'partner'
  readonly clinicId: string
  readonly apiKeyId: string
  readonly name: string
  readonly scopes: readonly Scope[]
}

/**
 * A client who follows a link of hers, or answers a message: she acts on that one appointment and on nothing else; null
 * for one who acts on what the waitlist offers her.
 */
export interface ClientCaller {
  readonly kind: 'client'
  readonly clinicId: string
  readonly clientId: string
  readonly appointmentId: string | null
  readonly name: string
}

/** Somebody of the public, whom nobody knows: registers for what is published, or follows the link of a registration. */
export interface VisitorCaller {
  readonly kind: 'visitor'
  readonly clinicId: string
  /** Tells the requests of one from those of another, as far as can be. */
  readonly visitorId: string
  /** Never that of a person: logs and live changes show it. */
  readonly name: string
}

export type Caller = MemberCaller | PartnerCaller | ClientCaller | VisitorCaller

export function rightsOfCaller(caller: Caller): Rights {
  if (caller.kind === 'client' || caller.kind === 'visitor') return rightsOfClient
  return caller.kind === 'member' ? rightsOf(caller.role) : rightsOfScopes(caller.scopes)
}

/** Whether the caller books as the public does, by a program or a link of hers, so that every rule binds. */
export function isOnline(caller: Caller): boolean {
  return caller.kind !== 'member'
}

/** Whether it is a program whose key is for reading alone. */
export function onlyReads(caller: Caller): boolean {
  return caller.kind === 'partner' && !caller.scopes.includes('write')
}
