/** What a caller may do. Who may what is decided here and nowhere else. */
export type Right =
  | 'read_calendar'
  | 'edit_any_appointment'
  | 'edit_own_appointments'
  | 'override_rules'
  | 'decide_time_off'
  | 'request_own_time_off'
  | 'edit_clients'
  | 'manage_settings'
  | 'manage_members'
  | 'read_audit'
  | 'edit_messages'
  | 'send_messages'
  | 'see_jobs'
  | 'edit_events'
  | 'edit_own_events'
  | 'edit_feeds'
  | 'read_rosters'

export type Role = 'admin' | 'receptionist' | 'therapist'
export type Scope = 'read' | 'write'
export type Rights = ReadonlySet<Right>

const DESK: readonly Right[] = [
  'read_calendar',
  'edit_any_appointment',
  'override_rules',
  'decide_time_off',
  'edit_clients',
  'send_messages',
  'edit_events',
  'edit_feeds',
  'read_rosters',
]

const RIGHTS_OF_ROLE: Record<Role, Rights> = {
  admin: new Set([...DESK, 'manage_settings', 'manage_members', 'read_audit', 'edit_messages', 'see_jobs']),
  receptionist: new Set(DESK),
  therapist: new Set([
    'read_calendar',
    'edit_own_appointments',
    'request_own_time_off',
    'send_messages',
    'edit_own_events',
  ]),
}

/** Online booking keeps every rule, so a key may never override one. */
const RIGHTS_OF_SCOPE: Record<Scope, readonly Right[]> = {
  read: ['read_calendar', 'read_rosters'],
  write: ['edit_any_appointment', 'decide_time_off', 'edit_clients', 'send_messages', 'edit_events'],
}

/** What a member of that role may do. */
export function rightsOf(role: Role): Rights {
  return RIGHTS_OF_ROLE[role]
}

/** What a program may do whose key has those scopes. */
export function rightsOfScopes(scopes: readonly Scope[]): Rights {
  return new Set(scopes.flatMap((scope) => RIGHTS_OF_SCOPE[scope]))
}

/** What a client may do in the clinic at large: nothing. Her own appointment is hers by the link that leads to it. */
export const rightsOfClient: Rights = new Set()

/** Whether somebody with those rights, and that own calendar if any, may book, move or cancel with the therapist. */
export function mayChangeAppointment(rights: Rights, therapistId: string, ownTherapistId?: string): boolean {
  if (rights.has('edit_any_appointment')) return true
  return rights.has('edit_own_appointments') && therapistId === ownTherapistId
}

/** Whether somebody with those rights, and that own calendar if any, may write about an appointment with the therapist. */
export function maySendMessages(rights: Rights, therapistId: string, ownTherapistId?: string): boolean {
  return rights.has('send_messages') && mayChangeAppointment(rights, therapistId, ownTherapistId)
}

/** Whether somebody with those rights, and that own calendar if any, may change an event that those people run. */
export function mayChangeEvent(rights: Rights, facilitatorIds: readonly string[], ownTherapistId?: string): boolean {
  if (rights.has('edit_events')) return true
  return rights.has('edit_own_events') && ownTherapistId !== undefined && facilitatorIds.includes(ownTherapistId)
}

/** Whether somebody with those rights, and that own calendar if any, may see who comes to what those people run. */
export function maySeeRoster(rights: Rights, facilitatorIds: readonly string[], ownTherapistId?: string): boolean {
  return rights.has('read_rosters') || mayChangeEvent(rights, facilitatorIds, ownTherapistId)
}

/** Whether somebody with those rights, and that own calendar if any, may ask for time off for the resource. */
export function mayRequestTimeOff(rights: Rights, resourceId: string, ownTherapistId?: string): boolean {
  if (rights.has('decide_time_off')) return true
  return rights.has('request_own_time_off') && resourceId === ownTherapistId
}

/** Whether somebody may take it back: one's own only while nobody has decided. */
export function mayWithdrawTimeOff(
  rights: Rights,
  timeOff: { readonly resourceId: string; readonly status: string },
  ownTherapistId?: string,
): boolean {
  if (rights.has('decide_time_off')) return true
  return timeOff.status === 'requested' && mayRequestTimeOff(rights, timeOff.resourceId, ownTherapistId)
}
