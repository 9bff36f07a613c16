import { publicBookingToken } from '../../actions/public-booking-token.ts'
import type { ClinicRow } from '../../db/queries/clinics.ts'
import type { AskedProof } from '../../db/queries/proof-messages.ts'
import type { MessageFacts } from '../templates/message-facts.ts'

/** With what such a mail is written. */
export interface ProofDesk {
  readonly clinic: ClinicRow
  readonly mailFrom: string | undefined
  readonly publicUrl: string
  /** Without it there are no links. */
  readonly secret?: string
}

/** What somebody is told whose address has to prove itself: what is held for her, and where she says that it is she. */
export function proofFacts({ clinic, mailFrom, publicUrl, secret }: ProofDesk, proof: AskedProof): MessageFacts {
  const { bookingId, createdAt, email, endsAt, name, startsAt, therapistName, typeName, zone } = proof
  const token = secret && publicBookingToken(secret, 'proof', clinic.id, bookingId)
  const url = new URL(`/book/${clinic.slug}/confirm/${bookingId}.${token}`, publicUrl)
  return {
    ...{ audience: 'client', clinic, client: { name, email, zone }, from: mailFrom },
    appointment: {
      ...{ id: `booking-${bookingId}`, version: 1, startsAt, endsAt, createdAt, updatedAt: createdAt },
      ...{ therapist: { name: therapistName }, room: null, type: { name: typeName } },
    },
    ...(token && { manageUrl: url.href }),
  }
}
