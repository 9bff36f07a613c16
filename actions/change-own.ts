import type { Trx } from '../db/connect.ts'
import { changeClinic } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import type { OwnContext, OwnInput, OwnOutcome, OwnProblem, OwnRefused } from './own-appointment.ts'

/** One change by a client of what is her own. */
export function changeOwn<Written extends object>(
  context: ActionContext & OwnContext,
  operation: string,
  input: OwnInput,
  work: (trx: Trx) => Promise<OwnOutcome<Written>>,
): Promise<Written | OwnRefused> {
  return changeClinic<Written, OwnProblem, OwnRefused>(context, {
    operation,
    input,
    work,
    tell: async (problem) => ({ kind: 'refused', problem }),
  })
}
