import type { SystemContext } from '../actions/context.ts'
import { idsOf, type JobContract, type JobIds } from './contracts.ts'

/** A contract with what is done about it. */
export interface Task {
  readonly contract: JobContract
  /** How many in this process look for its jobs, so that one that takes long keeps nobody waiting; one when left out. */
  readonly workers?: number
  /** What it has asked for is begun as soon as it is done, where this process does it: nobody waits for the next look. */
  readonly wakes?: JobContract
  /** How often its queue is looked at, where that is more often than others. */
  readonly pollSeconds?: number
  /** Runs once or, after a crash, again: it must look at what is there, not at what was when the job was made. */
  run(context: SystemContext, payload: unknown): Promise<void>
}

/** What is done about the jobs of a contract. */
export function task<Id extends string>(
  contract: JobContract<Id>,
  work: (context: SystemContext, ids: JobIds<Id>) => Promise<void>,
): Task {
  return { contract, run: (context, payload) => work(context, idsOf(contract, payload)) }
}
