import { send } from '../api/client.ts'
import type { Card } from '../calendar/store/book.ts'
import { toCard } from '../calendar/store/from-graphql.ts'
import { entriesOf, saveClient } from '../clients/client-entries.ts'
import { BookAppointmentDocument, type BookAppointmentInput, type ClientRecordFragment } from '../generated/graphql.ts'
import type { NewClient } from './draft.ts'
import { type FieldProblem, type Refused, refusedOf } from './refusal.ts'

/** Books, or says why not. */
export async function sendBooking(input: BookAppointmentInput): Promise<Card | Refused> {
  const { bookAppointment: answer } = await send(BookAppointmentDocument, { input })
  return answer.__typename === 'BookingRefused' ? refusedOf(answer) : toCard(answer.appointment)
}

export type NewClientAnswer =
  | { readonly client: ClientRecordFragment }
  | { readonly problems: readonly Pick<FieldProblem, 'message' | 'path'>[] }

export async function sendNewClient(entries: NewClient, clientMutationId: string): Promise<NewClientAnswer> {
  const answer = await saveClient(undefined, { ...entriesOf(undefined), ...entries }, clientMutationId)
  return answer.__typename === 'ClientSaved' ? { client: answer.client } : { problems: answer.problems }
}
