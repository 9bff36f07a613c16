import { v7 } from 'uuid'
import { send } from '../api/client.ts'
import {
  MarkConversationReadDocument,
  SendAppointmentMessageDocument,
  type SendAppointmentMessageInput,
} from '../generated/graphql.ts'
import { showFailure } from '../ui/show-failure.ts'

export async function sendWritten(input: SendAppointmentMessageInput) {
  return (await send(SendAppointmentMessageDocument, { input })).sendAppointmentMessage
}

/** What the client wrote about the appointment has been seen. */
export async function markRead(appointmentId: string): Promise<void> {
  try {
    await send(MarkConversationReadDocument, { input: { appointmentId, clientMutationId: v7() } })
  } catch (reason) {
    showFailure(reason)
  }
}
