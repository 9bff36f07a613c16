import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import type { TimeOffRecordFragment, TimeOffRefusalFragment } from '../generated/graphql.ts'

export type TimeOffProblem = TimeOffRefusalFragment['problems'][number]

export interface TimeOffDone {
  readonly timeOff: TimeOffRecordFragment
  /** Why some of what was to be undone was left as it is. */
  readonly left: readonly string[]
}

export type TimeOffOutcome =
  | ({ readonly kind: 'done' } & TimeOffDone)
  | { readonly kind: 'refused'; readonly problems: readonly TimeOffProblem[] }
  /** The server could not be asked, or did not answer. */
  | { readonly kind: 'failed'; readonly message: string }

type Answer =
  | TimeOffRefusalFragment
  | {
      readonly __typename: 'TimeOffRequested' | 'TimeOffDecided' | 'TimeOffWithdrawn' | 'TimeOffUndone'
      readonly timeOff: TimeOffRecordFragment
      readonly left?: readonly { readonly message: string }[]
    }

/** Puts it to the server: what came of it is data, whatever it is. */
export async function outcomeOf(send: () => Promise<Answer>): Promise<TimeOffOutcome> {
  try {
    const answer = await send()
    if (answer.__typename === 'TimeOffRefused') return { kind: 'refused', problems: answer.problems }
    return { kind: 'done', timeOff: answer.timeOff, left: answer.left?.map((each) => each.message) ?? [] }
  } catch (reason) {
    const words = wordsOfFailure(asFailure(reason))
    return { kind: 'failed', message: `${words.what}. ${words.next}` }
  }
}
