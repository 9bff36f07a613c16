import { send } from '../api/client.ts'
import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { type Override, overrideInput, type Refused, refusedOf } from '../booking/refusal.ts'
import { toCard } from '../calendar/store/from-graphql.ts'
import type { Move, MoveOutcome } from '../calendar/store/moves.ts'
import { MoveAppointmentDocument, type MoveAppointmentInput } from '../generated/graphql.ts'

/** Puts a move to the server: what came of it is data, whatever it is. */
export async function sendMove(move: Move, override?: Override): Promise<MoveOutcome> {
  const input = { ...inputOfMove(move), clientMutationId: move.clientMutationId, ...overrideInput(override) }
  try {
    const { moveAppointment: answer } = await send(MoveAppointmentDocument, { input })
    if (answer.__typename === 'BookingRefused') return { kind: 'refused', ...refusedOf(answer) }
    return { kind: 'moved', card: toCard(answer.appointment) }
  } catch (reason) {
    const words = wordsOfFailure(asFailure(reason))
    return { kind: 'failed', message: `${words.what}. ${words.next}` }
  }
}

/** Why it could not be moved there now; nothing is written. */
export async function rehearseMove(input: MoveAppointmentInput): Promise<Refused | undefined> {
  const { moveAppointment: answer } = await send(MoveAppointmentDocument, { input: { ...input, validateOnly: true } })
  return answer.__typename === 'BookingRefused' ? refusedOf(answer) : undefined
}

export function inputOfMove({ id, expectedVersion, to }: Pick<Move, 'id' | 'expectedVersion' | 'to'>) {
  return {
    id,
    expectedVersion,
    startsAt: new Date(to.startsAt).toISOString(),
    endsAt: new Date(to.endsAt).toISOString(),
    therapistId: to.therapistId,
    roomId: to.roomId,
  }
}
