import { send } from '../api/client.ts'
import { type Override, overrideInput, type Refused, refusedOf } from '../booking/refusal.ts'
import type { Card, Place } from '../calendar/store/book.ts'
import { toCard } from '../calendar/store/from-graphql.ts'
import { BookFromWaitlistDocument, type WaitlistLineFragment } from '../generated/graphql.ts'

interface FromWaitlist {
  readonly override: Override | undefined
  readonly clientMutationId: string
}

/** Books and closes the entry, both or neither; or says why not. */
export async function sendFromWaitlist(
  entry: Pick<WaitlistLineFragment, 'id' | 'version'>,
  place: Place,
  { clientMutationId, override }: FromWaitlist,
): Promise<Card | Refused> {
  const input = {
    ...{ entryId: entry.id, expectedVersion: entry.version },
    ...{ therapistId: place.therapistId, roomId: place.roomId, clientMutationId },
    ...{ startsAt: new Date(place.startsAt).toISOString(), endsAt: new Date(place.endsAt).toISOString() },
    ...overrideInput(override),
  }
  const { bookFromWaitlist: answer } = await send(BookFromWaitlistDocument, { input })
  return answer.__typename === 'BookingRefused' ? refusedOf(answer) : toCard(answer.appointment)
}
