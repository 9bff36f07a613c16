import { mayChangeAppointment } from '../domain/rights.ts'
import { rightsOfCaller } from './caller.ts'
import type { ActionContext } from './context.ts'
import { forbidden } from './errors.ts'

/** Refuses a caller who may not change what these therapists have in the book. */
export function checkAppointmentRight(context: ActionContext, therapistIds: readonly string[]): void {
  const { caller } = context
  const rights = rightsOfCaller(caller)
  const own = caller.kind === 'member' ? caller.therapistId : undefined
  for (const therapistId of therapistIds)
    if (!mayChangeAppointment(rights, therapistId, own))
      throw forbidden('You may change only the appointments of your own calendar.')
}
