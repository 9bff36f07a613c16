import type { ClinicRow } from '../../db/queries/clinics.ts'
import type { ToldOfOffer } from '../../db/queries/offer-messages.ts'
import type { MessageFacts } from '../templates/message-facts.ts'

/** What somebody who waits is told of a slot that is, or was, kept for her. */
export function offerFacts(
  { clinic, mailFrom }: { readonly clinic: ClinicRow; readonly mailFrom: string | undefined },
  { clientEmail, clientName, clientZone, givesUp, offer, typeName }: ToldOfOffer,
  manageUrl: string | undefined,
): MessageFacts {
  const { endsAt, expiresAt, id, offeredAt, room, startsAt, therapist, version } = offer
  return {
    ...{ audience: 'client', clinic, manageUrl, from: mailFrom, until: expiresAt },
    ...(givesUp && { previous: givesUp }),
    client: { name: clientName, email: clientEmail, zone: clientZone },
    appointment: {
      ...{ id, version, startsAt, endsAt, createdAt: offeredAt, updatedAt: offeredAt },
      ...{ therapist, room, type: { name: typeName } },
    },
  }
}
