import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { extendHoldRow, findHold, type Hold, lockHolder } from '../db/queries/holds.ts'
import {
  countBookings,
  findBookingOfHold,
  insertPublicBooking,
  listIntakeQuestions,
  type PublicBookingRow,
} from '../db/queries/public-bookings.ts'
import { PROOF_MINUTES } from '../domain/booking-settings.ts'
import { holdEnd } from '../domain/hold.ts'
import { answersTo } from '../domain/intake.ts'
import type { Instant } from '../domain/interval.ts'
import { expireHold } from '../jobs/contracts.ts'
import { askForProof } from './ask-for-proof.ts'
import { type BookerField, type BookerInput, checkedBooker } from './booker-fields.ts'
import { changeClinic, type Outcome } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { holdEntry } from './hold-log.ts'
import type { PublicLimited } from './hold-public-slot.ts'
import { checkId } from './ids.ts'
import { type HoldKey, lockHold } from './lock-hold.ts'
import { hashOfSecret } from './one-time-secret.ts'
import { publicBookingToken } from './public-booking-token.ts'
import { findPublicOffer, type PublicOffer } from './public-offer.ts'
import { writePublicBooking } from './write-public-booking.ts'

export interface BookPublicInput extends BookerInput {
  readonly hold: HoldKey
  readonly agrees: boolean
  /** By the ids of the type's questions. */
  readonly answers: Readonly<Record<string, string | undefined>>
}

/** Booked; or held until the e-mail has proved itself. */
export interface PublicBooked {
  readonly kind: 'booked' | 'pending'
  readonly booking: PublicBookingRow
}

/** The slot is not held any more, or cannot be booked any more. */
export interface PublicOver {
  readonly kind: 'over'
}

/** What was typed cannot be taken: these fields, and the answers to the questions of these ids. */
export interface PublicWrong {
  readonly kind: 'wrong'
  readonly fields: readonly BookerField[]
  readonly questions: readonly string[]
}

export type PublicRefused = PublicOver | PublicWrong | PublicLimited

const DAY = 24 * 60 * 60_000
/** Within a day by one address or number: more is no person who is looking for an appointment. */
const MOST_BOOKINGS = 5
const MOST_WAITING = 2

/** Books the slot that somebody of the public holds, for a client whom the clinic may know: the answer never tells. */
export function bookPublicSlot(context: ActionContext, input: BookPublicInput): Promise<PublicBooked | PublicRefused> {
  checkId(input.hold.id, 'hold', ['input', 'hold', 'id'])
  return changeClinic<PublicBooked, PublicRefused, PublicRefused>(context, {
    operation: 'bookPublicSlot',
    input: {},
    work: (trx) => bookIn(context, trx, input),
    tell: async (refused) => refused,
  })
}

async function bookIn(
  context: ActionContext,
  trx: Trx,
  input: BookPublicInput,
): Promise<Outcome<PublicBooked, PublicRefused>> {
  const { clinicId } = context.caller
  const now = context.now()
  await lockHolder(trx, clinicId, `booker ${input.email.trim().toLowerCase()}`)
  const named = await findHold(trx, clinicId, input.hold.id, hashOfSecret(input.hold.token))
  const offer = named && (await findPublicOffer(trx, clinicId, named.typeId))
  if (!offer) return { refused: { kind: 'over' } }
  // Of a button that is pressed twice, the second press is told what the first did.
  const before = await findBookingOfHold(trx, clinicId, named.id)
  if (before) return { written: { kind: before.status, booking: before }, log: [] }
  const typed = await checkedTyped(trx, clinicId, offer, input)
  if ('kind' in typed) return { refused: typed }
  const counted = await countBookings(trx, clinicId, typed, { now, since: now - DAY })
  if (counted.waiting >= MOST_WAITING || counted.recent >= MOST_BOOKINGS)
    return { refused: { kind: 'limited', until: now + PROOF_MINUTES * 60_000 } }
  const locked = await lockHold(context, trx, input.hold, now)
  if ('refusal' in locked) return { refused: { kind: 'over' } }
  const { hold } = locked
  const booking: PublicBookingRow = {
    ...{ id: uuidv7(), status: 'pending', holdId: hold.id, appointmentId: null, ...typed },
    ...{ createdAt: now, expiresAt: hold.expiresAt, bookedAt: null },
  }
  if (offer.settings.confirmsEmail) return waitForProof(context, trx, hold, booking)
  const proof = hashOfSecret(publicBookingToken(context.secret, 'proof', clinicId, booking.id))
  await insertPublicBooking(trx, clinicId, booking, proof)
  const booked = await writePublicBooking(context, trx, hold, booking, { isProved: false })
  return 'refused' in booked ? { refused: { kind: 'over' } } : booked
}

type Typed = Pick<PublicBookingRow, 'name' | 'email' | 'phone' | 'language' | 'zone' | 'answers' | 'consent'>

async function checkedTyped(
  trx: Trx,
  clinicId: string,
  { settings, type }: PublicOffer,
  input: BookPublicInput,
): Promise<Typed | PublicWrong> {
  const [asked] = await listIntakeQuestions(trx, clinicId, [type.id])
  const booker = checkedBooker(input)
  const intake = answersTo(asked?.questions ?? [], input.answers)
  const disagrees = settings.consent !== null && !input.agrees
  if ('wrong' in booker || 'wrong' in intake || disagrees) {
    const fields = [...('wrong' in booker ? booker.wrong : []), ...(disagrees ? (['consent'] as const) : [])]
    return { kind: 'wrong', fields, questions: 'wrong' in intake ? intake.wrong : [] }
  }
  return { ...booker, answers: intake.answers, consent: settings.consent }
}

/** The slot stays held as long as a mail may take to be read. */
async function waitForProof(
  context: ActionContext,
  trx: Trx,
  hold: Hold,
  pending: PublicBookingRow,
): Promise<Outcome<PublicBooked, PublicRefused>> {
  const { caller, jobs, secret } = context
  const { clinicId } = caller
  const now = context.now()
  const expiresAt: Instant = Math.min(holdEnd(now, PROOF_MINUTES), hold.startsAt)
  const held: Hold = { ...hold, version: hold.version + 1, expiresAt, extended: true }
  const booking = { ...pending, expiresAt }
  const proof = hashOfSecret(publicBookingToken(secret, 'proof', clinicId, booking.id))
  await Promise.all([
    extendHoldRow(trx, clinicId, hold.id, expiresAt, now),
    insertPublicBooking(trx, clinicId, booking, proof),
    jobs.enqueue(trx, expireHold, { clinicId, holdId: hold.id }, { startAfter: expiresAt }),
  ])
  await askForProof(context, trx, booking)
  return { written: { kind: 'pending', booking }, log: [holdEntry('extend hold', hold, held)] }
}
