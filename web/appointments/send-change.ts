import { send } from '../api/client.ts'
import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import type { Card } from '../calendar/store/book.ts'
import { toCard } from '../calendar/store/from-graphql.ts'
import {
  CancelAppointmentDocument,
  type CancelAppointmentInput,
  type CancelAppointmentMutation,
  SetAppointmentStatusDocument,
  type SetAppointmentStatusInput,
  type SetAppointmentStatusMutation,
} from '../generated/graphql.ts'

export type ChangeOutcome =
  | { readonly kind: 'changed'; readonly card: Card }
  | { readonly kind: 'refused'; readonly messages: readonly string[]; readonly isStale: boolean }
  | { readonly kind: 'failed'; readonly messages: readonly string[] }

export function sendStatus(input: SetAppointmentStatusInput): Promise<ChangeOutcome> {
  return outcomeOf(async () => (await send(SetAppointmentStatusDocument, { input })).setAppointmentStatus)
}

export function sendCancellation(input: CancelAppointmentInput): Promise<ChangeOutcome> {
  return outcomeOf(async () => (await send(CancelAppointmentDocument, { input })).cancelAppointment)
}

type Answer = SetAppointmentStatusMutation['setAppointmentStatus'] | CancelAppointmentMutation['cancelAppointment']

async function outcomeOf(run: () => Promise<Answer>): Promise<ChangeOutcome> {
  try {
    const answer = await run()
    if (answer.__typename !== 'BookingRefused') return { kind: 'changed', card: toCard(answer.appointment) }
    const { problems } = answer
    const messages = problems.map((each) => each.message)
    return { kind: 'refused', messages, isStale: problems.some((each) => each.code === 'STALE_VERSION') }
  } catch (reason) {
    const words = wordsOfFailure(asFailure(reason))
    return { kind: 'failed', messages: [`${words.what}. ${words.next}`] }
  }
}
