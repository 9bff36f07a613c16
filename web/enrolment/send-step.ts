import { send } from '../api/client.ts'
import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import {
  type GroupMemberStatus,
  ScreenGroupMemberDocument,
  type ScreeningDecision,
  SetGroupMemberStatusDocument,
} from '../generated/graphql.ts'

/** What becomes of somebody in a group: screened, or put elsewhere by hand. */
export type Step =
  | { readonly kind: 'screen'; readonly decision: ScreeningDecision }
  | { readonly kind: 'status'; readonly status: GroupMemberStatus }

interface Given {
  readonly id: string
  readonly expectedVersion: number
  readonly note: string | null
}

export type StepOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused' | 'failed'; readonly messages: readonly string[] }

export async function sendStep(step: Step, given: Given, clientMutationId: string): Promise<StepOutcome> {
  try {
    const answer = await put(step, given, clientMutationId)
    return 'problems' in answer
      ? { kind: 'refused', messages: answer.problems.map((each) => each.message) }
      : { kind: 'done' }
  } catch (reason) {
    const { what, next } = wordsOfFailure(asFailure(reason))
    return { kind: 'failed', messages: [`${what}. ${next}`] }
  }
}

async function put(step: Step, { id, expectedVersion, note }: Given, clientMutationId: string) {
  const input = { id, expectedVersion, clientMutationId }
  if (step.kind === 'screen')
    return (await send(ScreenGroupMemberDocument, { input: { ...input, decision: step.decision, note } }))
      .screenGroupMember
  return (await send(SetGroupMemberStatusDocument, { input: { ...input, status: step.status, reason: note } }))
    .setGroupMemberStatus
}
