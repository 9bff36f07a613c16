import { batch } from 'solid-js'
import { makeIds } from '../booking/make-ids.ts'
import type { Override, Refused } from '../booking/refusal.ts'
import type { Desk } from '../calendar/desk.ts'
import type { Card, Place } from '../calendar/store/book.ts'
import type { WaitlistLineFragment } from '../generated/graphql.ts'
import { showFailure } from '../ui/show-failure.ts'
import { showToast } from '../ui/toast.tsx'
import { newCard } from './new-card.ts'
import { sendFromWaitlist } from './send-from-waitlist.ts'

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
        live.apply({ kind: 'answer', card: answer })
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

function tellBooked(desk: Desk, card: Card): void {
  const words = `${card.clientName} is booked ${desk.sayPlace(card)}, and off the waitlist.`
  showToast({ text: words })
  desk.commands()?.say(words)
  desk.commands()?.focusCard(card.id)
}
