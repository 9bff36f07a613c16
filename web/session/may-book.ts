import { mayDo } from './session.ts'

/** Whether the viewer may book anything at all, and so keep the waitlist; with whom, the server says. */
export function mayBook(): boolean {
  return mayDo('EDIT_ANY_APPOINTMENT') || mayDo('EDIT_OWN_APPOINTMENTS')
}
