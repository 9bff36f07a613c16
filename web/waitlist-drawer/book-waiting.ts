import { batch } from 'solid-js'
import { makeIds } from '../booking/make-ids.ts'
import type { Override, Refused } from '../booking/refusal.ts'
import type { Desk } from '../calendar/desk.ts'
import type { Place } from '../calendar/store/book.ts'
import type { WaitlistLineFragment } from '../generated/graphql.ts'
import { showFailure } from '../ui/show-failure.ts'
import { newCard } from './new-card.ts'
import { type BookedEntry, sendFromWaitlist } from './send-from-waitlist.ts'
import { undoBooking } from './undo-booking.ts'

/** What came of it; undefined where the server could not be asked, which has been said. */
export type WaitlistBooking = (
  entry: WaitlistLineFragment,
  place: Place,
  override?: Override,
) => Promise<'booked' | Refused | undefined>

/** Books somebody from the waitlist: her card stands there at once, and goes again where that is refused. */
export function makeWaitlistBooking(desk: Desk): WaitlistBooking {
  const ids = makeIds()
  return async (entry, place, override) => {
    const id = ids.of({ entryId: entry.id, place, override })
    const live = desk.shown().book
    live.begin({ id, place, clientMutationId: id, card: { ...newCard(entry, place), id, newcomer: undefined } })
    try {
      const answer = await sendFromWaitlist(entry, place, { override, clientMutationId: id })
      ids.forget()
      if ('problems' in answer) return answer
      batch(() => {
        live.apply({ kind: 'answer', card: answer.card })
        live.settle(id)
      })
      tellBooked(desk, answer)
      return 'booked'
    } catch (reason) {
      showFailure(reason)
      return undefined
    } finally {
      live.settle(id)
    }
  }
}

function tellBooked(desk: Desk, booked: BookedEntry): void {
  const { card } = booked
  desk
    .commands()
    ?.offerUndo(
      `${card.clientName} is booked ${desk.sayPlace(card)}, and off the waitlist.`,
      () => void undoBooking(desk, booked),
    )
  desk.commands()?.focusCard(card.id)
}
