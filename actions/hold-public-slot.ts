import { inSnapshot, type Trx } from '../db/connect.ts'
import { lockBooking } from '../db/queries/appointments.ts'
import type { NamedResource } from '../db/queries/book.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { countHoldsFrom, endHold, type Hold, type HoldRow, insertHold, lockHolder } from '../db/queries/holds.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { listHoldsOfVisitor } from '../db/queries/public-holds.ts'
import { holdEnd, holdMinutes, MOST_HOLDS_OF_NETWORK, tooManyHolds } from '../domain/hold.ts'
import type { Instant } from '../domain/interval.ts'
import type { Slot } from '../domain/slots/request.ts'
import { expireHold } from '../jobs/contracts.ts'
import { changeClinic, type Outcome } from './change-clinic.ts'
import { type ActionContext, callerKey } from './context.ts'
import { decidePlace, type WantedPlace } from './decide-place.ts'
import { notFound } from './errors.ts'
import { findPublicAlternatives, findPublicSlots } from './find-public-slots.ts'
import { holdEndEntry, holdEntry } from './hold-log.ts'
import { newHold, noOverride } from './hold-slot.ts'
import { holdToken } from './hold-token.ts'
import { checkId } from './ids.ts'
import { hashOfSecret } from './one-time-secret.ts'
import { takenBy } from './own-hold.ts'
import { findPublicOffer, type PublicOffer } from './public-offer.ts'

export interface HoldPublicInput {
  readonly typeId: string
  /** Null for anybody. */
  readonly therapistId: string | null
  readonly startsAt: Instant
  /** Tells one household or office from another. */
  readonly network: string
}

export interface PublicHeld {
  readonly kind: 'held'
  readonly hold: Hold
  readonly token: string
}

/** The slot is not to be had any more; this is what is. */
export interface PublicTaken {
  readonly kind: 'taken'
  readonly alternatives: readonly Slot[]
  readonly resources: ReadonlyMap<string, NamedResource>
}

/** So many are held from there already: the first of them ends then. */
export interface PublicLimited {
  readonly kind: 'limited'
  readonly until: Instant
}

/** How many therapists and rooms are tried that were free a moment ago. */
const MOST_TRIES = 4
const MOST_SEARCHES = 2

/**
 * Keeps a slot for somebody of the public, with whoever of those asked for is free then. Who holds as many as she may
 * gives the first of them back.
 */
export async function holdPublicSlot(
  context: ActionContext,
  input: HoldPublicInput,
): Promise<PublicHeld | PublicTaken | PublicLimited> {
  const { clinicId } = context.caller
  checkId(input.typeId, 'appointment type', ['input', 'typeId'])
  if (input.therapistId !== null) checkId(input.therapistId, 'therapist', ['input', 'therapistId'])
  const { startsAt, therapistId } = input
  const offer = await inSnapshot(context.db, clinicId, (trx) => findPublicOffer(trx, clinicId, input.typeId))
  if (!offer) throw notFound('appointment type', ['input', 'typeId'], input.typeId)
  // Who lost a room to somebody else's therapist may have another: it is looked for before she is told that nothing is free.
  for (let search = 1; search <= MOST_SEARCHES; search++) {
    const candidates = await freeThen(context, input, offer)
    if (candidates.length === 0) break
    for (const slot of candidates) {
      const held = await tryToHold(context, input, offer, slot)
      if (held.kind === 'held') return { ...held, token: holdToken(context, held.hold.id) }
      if (held.kind === 'limited') return held
    }
  }
  const { resources, slots } = await inSnapshot(context.db, clinicId, (trx) =>
    findPublicAlternatives(trx, clinicId, offer.settings, offer.type, { startsAt, therapistId, now: context.now() }),
  )
  return { kind: 'taken', alternatives: slots, resources }
}

/** With whom, and where, it could be at that moment. */
async function freeThen(
  { caller: { clinicId }, db, now }: ActionContext,
  { startsAt, therapistId }: HoldPublicInput,
  { settings, type }: PublicOffer,
): Promise<readonly Slot[]> {
  const wanted = { therapistId, starts: { start: startsAt, end: startsAt + 1 }, now: now(), first: MOST_TRIES }
  const { slots } = await inSnapshot(db, clinicId, (trx) => findPublicSlots(trx, clinicId, settings, type, wanted))
  return slots
}

type Held = Omit<PublicHeld, 'token'>
type NotHeld = PublicLimited | { readonly kind: 'busy' }

function tryToHold(context: ActionContext, input: HoldPublicInput, offer: PublicOffer, slot: Slot) {
  return changeClinic<Held, NotHeld, NotHeld>(context, {
    operation: 'holdPublicSlot',
    input: {},
    work: (trx) => holdIn(context, trx, input, offer, slot),
    tell: async (refused) => refused,
  })
}

async function holdIn(
  context: ActionContext,
  trx: Trx,
  input: HoldPublicInput,
  { type }: PublicOffer,
  { end: endsAt, start: startsAt, therapistId, ...slot }: Slot,
): Promise<Outcome<Held, NotHeld>> {
  const { caller, jobs } = context
  const { clinicId } = caller
  const roomId = slot.roomId ?? null
  const now = context.now()
  const owner = callerKey(caller)
  const network = hashOfSecret(`holding from ${input.network}`)
  await Promise.all([lockHolder(trx, clinicId, owner), lockHolder(trx, clinicId, network.toString('hex'))])
  const wanted: WantedPlace<string | null> = { clientId: null, typeId: type.id, therapistId, roomId, startsAt, endsAt }
  const before = await listHoldsOfVisitor(trx, clinicId, owner, now)
  const [, own, place, others, clinic] = await Promise.all([
    lockBooking(trx, clinicId, [therapistId, ...(roomId ? [roomId] : []), ...before.flatMap(takenBy)], [], now),
    // Until then one of them may have been booked, or waits for an e-mail to prove itself.
    listHoldsOfVisitor(trx, clinicId, owner, now),
    decidePlace(trx, clinicId, wanted, { override: noOverride, now, online: true }),
    countHoldsFrom(trx, clinicId, network, now),
    getClinic(trx, clinicId),
  ])
  if (others.count >= MOST_HOLDS_OF_NETWORK) return { refused: { kind: 'limited', until: others.firstEnd ?? now } }
  const spare = own.find((each) => !each.isBooking)
  const isFull = tooManyHolds('visitor', own.length) !== undefined
  if (isFull && !spare) return { refused: { kind: 'limited', until: Math.min(...own.map((each) => each.expiresAt)) } }
  if ('refusal' in place) return { refused: { kind: 'busy' } }
  const hold = newHold(caller, place, holdEnd(now, holdMinutes(false, clinic)))
  const tokenHash = hashOfSecret(holdToken(context, hold.id))
  const log = isFull && spare ? [await giveBack(trx, clinicId, spare, now)] : []
  await Promise.all([
    insertHold(trx, clinicId, { ...hold, owner, tokenHash, network }, now),
    jobs.enqueue(trx, expireHold, { clinicId, holdId: hold.id }, { startAfter: hold.expiresAt }),
  ])
  return { written: { kind: 'held', hold }, log: [...log, holdEntry('hold slot', undefined, hold)] }
}

async function giveBack(trx: Trx, clinicId: string, hold: HoldRow, now: Instant): Promise<LogEntry> {
  await endHold(trx, clinicId, hold.id, 'released', now)
  return holdEndEntry('release hold', hold, { ...hold, version: hold.version + 1, status: 'released' })
}
