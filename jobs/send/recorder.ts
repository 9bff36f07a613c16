import type { SystemContext } from '../../actions/context.ts'
import { recordSendings, type TriedMessage } from '../../actions/record-sendings.ts'

/** Writes down what came of sending, for one clinic. */
export interface Recorder {
  /** Resolves once it is written. */
  record(tried: TriedMessage): Promise<void>
}

/** What comes in while one transaction is under way goes into the next: the clinic's log is locked once for many. */
export function makeRecorder(context: SystemContext, clinicId: string): Recorder {
  let waiting: TriedMessage[] = []
  let next: Promise<void> | undefined
  let current: Promise<unknown> = Promise.resolve()

  async function write(): Promise<void> {
    await current.catch(() => undefined)
    const batch = waiting
    waiting = []
    next = undefined
    const written = recordSendings(context, clinicId, batch)
    current = written
    await written
  }

  return {
    record(tried) {
      waiting.push(tried)
      next ??= write()
      return next
    },
  }
}
