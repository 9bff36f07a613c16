import { send } from '../api/client.ts'
import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { type Override, overrideInput, type Refused, refusedOf } from '../booking/refusal.ts'
import { type Card, type Place, therapistsOf } from '../calendar/store/book.ts'
import { isSamePeople, isSamePlace, type Move, type MoveOutcome } from '../calendar/store/moves.ts'
import { toSessionCard } from '../calendar/store/session.ts'
import {
  CancelSessionDocument,
  type CancelSessionInput,
  type CancelSessionMutation,
  MoveSessionDocument,
  type MoveSessionInput,
  RestoreSessionDocument,
  type RestoreSessionInput,
  type RestoreSessionMutation,
  type SeriesScope,
} from '../generated/graphql.ts'

export type SessionOutcome =
  /** `others`: how many more went with it. */
  | { readonly kind: 'changed'; readonly card: Card; readonly others: number }
  | { readonly kind: 'refused'; readonly messages: readonly string[] }
  | { readonly kind: 'failed'; readonly messages: readonly string[] }

/** Puts the move of a session to the server, and with it as many as are meant. */
export async function sendSessionMove(move: Move, scope: SeriesScope, override?: Override): Promise<MoveOutcome> {
  const input = {
    ...inputOfSessionMove(move, scope),
    clientMutationId: move.clientMutationId,
    ...overrideInput(override),
  }
  try {
    const { moveSession: answer } = await send(MoveSessionDocument, { input })
    if (answer.__typename === 'BookingRefused') return { kind: 'refused', ...withPeople(refusedOf(answer), move.to) }
    return { kind: 'moved', card: toSessionCard(answer.session), others: answer.sessions.length - 1 }
  } catch (reason) {
    return { kind: 'failed', message: messageOf(reason) }
  }
}

/** How many would move, or why they cannot; nothing is written. */
export interface RehearsedMove {
  readonly count: number
  readonly messages: readonly string[]
}

export async function rehearseSessionMove(input: MoveSessionInput): Promise<RehearsedMove> {
  const { moveSession: answer } = await send(MoveSessionDocument, { input: { ...input, validateOnly: true } })
  if (answer.__typename === 'BookingRefused')
    return { count: 0, messages: [...new Set(answer.problems.map((each) => each.message))] }
  return { count: answer.sessions.length, messages: [] }
}

/** Why a session could not go there now, and where it could with the same people; nothing is written. */
export async function rehearseSessionPlace(move: WantedMove): Promise<Refused | undefined> {
  const input = { ...inputOfSessionMove(move, 'THIS'), validateOnly: true }
  const { moveSession: answer } = await send(MoveSessionDocument, { input })
  if (answer.__typename !== 'BookingRefused') return undefined
  const { alternatives, problems } = withPeople(refusedOf(answer), move.to)
  return { problems, alternatives: alternatives.filter((each) => !isSamePlace(each, move.from)) }
}

type WantedMove = Pick<Move, 'id' | 'expectedVersion' | 'from' | 'to'>

/** Only what changes is sent: of the others that are meant, the rest stays as it is with each. */
export function inputOfSessionMove(
  { id, expectedVersion, from, to }: WantedMove,
  scope: SeriesScope,
): MoveSessionInput {
  const isMoved = from.startsAt !== to.startsAt || from.endsAt !== to.endsAt
  return {
    ...{ id, expectedVersion, scope },
    ...(isMoved && { startsAt: new Date(to.startsAt).toISOString(), endsAt: new Date(to.endsAt).toISOString() }),
    ...(!isSamePeople(from, to) && { facilitatorIds: [...therapistsOf(to)] }),
    ...(from.roomId !== to.roomId && { roomId: to.roomId }),
  }
}

/** A slot names one therapist; a session that goes there keeps all who run it. */
function withPeople(refused: Refused, { therapistId, otherTherapistIds }: Place): Refused {
  const alternatives = refused.alternatives.map((each) => ({ ...each, therapistId, otherTherapistIds }))
  return { ...refused, alternatives }
}

export function sendSessionCancellation(input: CancelSessionInput): Promise<SessionOutcome> {
  return outcomeOf(async () => (await send(CancelSessionDocument, { input })).cancelSession)
}

export function sendSessionRestoration(input: RestoreSessionInput): Promise<SessionOutcome> {
  return outcomeOf(async () => (await send(RestoreSessionDocument, { input })).restoreSession)
}

type Answer = CancelSessionMutation['cancelSession'] | RestoreSessionMutation['restoreSession']

async function outcomeOf(run: () => Promise<Answer>): Promise<SessionOutcome> {
  try {
    const answer = await run()
    if (answer.__typename === 'BookingRefused')
      return { kind: 'refused', messages: answer.problems.map((each) => each.message) }
    const others = 'sessions' in answer ? answer.sessions.length - 1 : 0
    return { kind: 'changed', card: toSessionCard(answer.session), others }
  } catch (reason) {
    return { kind: 'failed', messages: [messageOf(reason)] }
  }
}

function messageOf(reason: unknown): string {
  const words = wordsOfFailure(asFailure(reason))
  return `${words.what}. ${words.next}`
}
