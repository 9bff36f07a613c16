import { mayDo, viewer } from './session.ts'

/** Whether the viewer may book anything at all, and so keep the waitlist; with whom, the server says. */
export function mayBook(): boolean {
  return mayDo('EDIT_ANY_APPOINTMENT') || mayDo('EDIT_OWN_APPOINTMENTS')
}

/** Whether the viewer may book with that therapist, and so offer, and answer for, the time of theirs. */
export function mayBookWith(therapistId: string): boolean {
  return mayDo('EDIT_ANY_APPOINTMENT') || (mayDo('EDIT_OWN_APPOINTMENTS') && viewer().therapistId === therapistId)
}
