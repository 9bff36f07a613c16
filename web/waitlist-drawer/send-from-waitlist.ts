import { send } from '../api/client.ts'
import { type Override, overrideInput, type Refused, refusedOf } from '../booking/refusal.ts'
import type { Card, Place } from '../calendar/store/book.ts'
import { toCard } from '../calendar/store/from-graphql.ts'
import { BookFromWaitlistDocument, type WaitlistLineFragment } from '../generated/graphql.ts'

interface FromWaitlist {
  readonly override: Override | undefined
  readonly clientMutationId: string
}

/** The entry as it closed, and the card that came of it. */
export interface BookedEntry extends Pick<WaitlistLineFragment, 'id' | 'version'> {
  readonly card: Card
}

/** Books and closes the entry, both or neither; or says why not. */
export async function sendFromWaitlist(
  entry: Pick<WaitlistLineFragment, 'id' | 'version'>,
  place: Place,
  { clientMutationId, override }: FromWaitlist,
): Promise<BookedEntry | Refused> {
  const input = {
    ...{ entryId: entry.id, expectedVersion: entry.version },
    ...{ therapistId: place.therapistId, roomId: place.roomId, clientMutationId },
    ...{ startsAt: new Date(place.startsAt).toISOString(), endsAt: new Date(place.endsAt).toISOString() },
    ...{ expectedVersion: entry.version, ...overrideInput(override) },
  }
  const { bookFromWaitlist: answer } = await send(BookFromWaitlistDocument, { input })
  return answer.__typename === 'BookingRefused'
    ? refusedOf(answer)
    : { ...answer.entry, card: toCard(answer.appointment) }
}
