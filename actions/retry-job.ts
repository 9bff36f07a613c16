import { lockJobState } from '../db/queries/jobs.ts'
import { checkFields } from '../domain/record.ts'
import { contracts } from '../jobs/contracts.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'

export interface RetryJobInput extends Repeatable {
  readonly id: string
  readonly queue: string
}

export interface RetriedJob {
  readonly id: string
}

/** Has a job of the clinic done once more that was tried often enough. */
export function retryJob(
  context: ActionContext,
  input: RetryJobInput,
): Promise<RecordSaved<RetriedJob> | RecordRefused> {
  const { id, queue } = input
  const fields = checkFields()
  if (!contracts.some((each) => each.queue === queue)) fields.refuse('queue', 'is the name of no queue')
  return changeRecord(context, {
    right: 'see_jobs',
    operation: 'retryJob',
    input,
    fields,
    work: async (trx, clinicId) => {
      checkId(id, 'job', ['input', 'id'])
      const state = await lockJobState(trx, clinicId, { id, queue })
      if (state === undefined) throw notFound('job', ['input', 'id'], id)
      if (state !== 'failed')
        return { refused: [{ code: 'INVALID', message: 'That job has not failed.', path: ['input', 'id'] }] }
      await context.jobs.retry(trx, queue, id)
      const entry = { action: 'retry job', kind: 'job', id, version: 1, before: { state }, after: { queue } } as const
      return { written: { kind: 'saved', record: { id } }, log: [entry] }
    },
  })
}
