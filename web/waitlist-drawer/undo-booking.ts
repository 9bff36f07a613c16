import { send } from '../api/client.ts'
import type { Desk } from '../calendar/desk.ts'
import { toCard } from '../calendar/store/from-graphql.ts'
import { runChange } from '../form/run-change.ts'
import { UndoBookFromWaitlistDocument } from '../generated/graphql.ts'
import { showToast } from '../ui/toast.tsx'
import type { BookedEntry } from './send-from-waitlist.ts'

/** Takes a booking from the waitlist back, or says why that cannot be. */
export function undoBooking(desk: Desk, { card, id, version }: BookedEntry): Promise<void> {
  return runChange({
    send: async (clientMutationId) => {
      const input = { id, expectedVersion: version, clientMutationId }
      return (await send(UndoBookFromWaitlistDocument, { input })).undoBookFromWaitlist
    },
    done: (answer) => {
      if (answer.__typename !== 'BookFromWaitlistUndone') return
      desk.take(toCard(answer.appointment))
      showToast({ text: `Undone: ${card.clientName} is waiting again.` })
    },
  })
}
