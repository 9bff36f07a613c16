import { mayDo } from '../session/session.ts'

/** Texts that belong to no appointment are for those who write to every client. */
export function mayReadStray(): boolean {
  return mayDo('SEND_MESSAGES') && mayDo('EDIT_ANY_APPOINTMENT')
}
