import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { extendHoldRow, findHold, type Hold } from '../db/queries/holds.ts'
import {
  findBookingOfHold,
  insertPublicBooking,
  listIntakeQuestions,
  type PublicBookingRow,
} from '../db/queries/public-bookings.ts'
import { asksForProof, mayWait } from '../domain/booking-limits.ts'
import { PROOF_MINUTES } from '../domain/booking-settings.ts'
import { holdEnd } from '../domain/hold.ts'
import { answersTo } from '../domain/intake.ts'
import type { Instant } from '../domain/interval.ts'
import { expireHold } from '../jobs/contracts.ts'
import { askForProof } from './ask-for-proof.ts'
import { lockAddress, readAskedLately } from './asked-lately.ts'
import { type BookerField, type BookerInput, checkedBooker } from './booker-fields.ts'
import { changeClinic, type Outcome } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { holdEntry } from './hold-log.ts'
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
  /** Tells one household or office from another. */
  readonly network: string
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

export type PublicRefused = PublicOver | PublicWrong

/**
 * Books the slot that somebody of the public holds, for a client whom the clinic may know: the answer never tells. Where
 * much was booked of late, from there or with that address, it is booked once the address has proved itself.
 */
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
  await lockAddress(trx, clinicId, input.email)
  const named = await findHold(trx, clinicId, input.hold.id, hashOfSecret(input.hold.token))
  const offer = named && (await findPublicOffer(trx, clinicId, named.typeId))
  if (!offer) return { refused: { kind: 'over' } }
  // Of a button that is pressed twice, the second press is told what the first did.
  const before = await findBookingOfHold(trx, clinicId, named.id)
  if (before) return { written: { kind: before.status, booking: before }, log: [] }
  const typed = await checkedTyped(trx, clinicId, offer, input)
  if ('kind' in typed) return { refused: typed }
  const { lately, network } = await readAskedLately(trx, clinicId, { ...typed, network: input.network }, now)
  const locked = await lockHold(context, trx, input.hold, now)
  if ('refusal' in locked) return { refused: { kind: 'over' } }
  // Pressed twice at once with another address, or another button: the first is what counts.
  const meanwhile = await findBookingOfHold(trx, clinicId, named.id)
  if (meanwhile) return { written: { kind: meanwhile.status, booking: meanwhile }, log: [] }
  const { hold } = locked
  const id = uuidv7()
  const booking: PublicBookingRow = {
    ...{ id, status: 'pending', holdId: hold.id, appointmentId: null, ...typed },
    ...{ createdAt: now, expiresAt: hold.expiresAt, bookedAt: null, provedAt: null },
  }
  const kept = { network, tokenHash: hashOfSecret(publicBookingToken(context.secret, 'proof', clinicId, id)) }
  if (offer.settings.confirmsEmail || asksForProof(lately))
    return waitForProof(context, trx, hold, booking, { ...kept, isTold: mayWait(lately) })
  await insertPublicBooking(trx, clinicId, booking, kept)
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

interface Waiting {
  readonly tokenHash: Buffer
  readonly network: Buffer
  /** Left out in the mail where so much waits for the address already: whoever asks sees no difference. */
  readonly isTold: boolean
}

/** The slot stays held as long as a mail may take to be read. */
async function waitForProof(
  context: ActionContext,
  trx: Trx,
  hold: Hold,
  pending: PublicBookingRow,
  { isTold, ...kept }: Waiting,
): Promise<Outcome<PublicBooked, PublicRefused>> {
  const { caller, jobs } = context
  const { clinicId } = caller
  const now = context.now()
  const expiresAt: Instant = Math.min(holdEnd(now, PROOF_MINUTES), hold.startsAt)
  const held: Hold = { ...hold, version: hold.version + 1, expiresAt, extended: true }
  const booking = { ...pending, expiresAt }
  await insertPublicBooking(trx, clinicId, booking, kept)
  if (!isTold) return { written: { kind: 'pending', booking }, log: [] }
  await Promise.all([
    extendHoldRow(trx, clinicId, hold.id, expiresAt, now),
    jobs.enqueue(trx, expireHold, { clinicId, holdId: hold.id }, { startAfter: expiresAt }),
    askForProof(context, trx, booking),
  ])
  return { written: { kind: 'pending', booking }, log: [holdEntry('extend hold', hold, held)] }
}
