import { v7 as uuidv7 } from 'uuid'
import { inClinic, inSnapshot, type Trx } from '../db/connect.ts'
import { lockBooking } from '../db/queries/appointments.ts'
import { type FreedSlot, insertFreed, lockFreedSlot, postponeFreed } from '../db/queries/freed-slots.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { findListState } from '../db/queries/waiting.ts'
import type { Instant } from '../domain/interval.ts'
import type { Slot } from '../domain/slots/request.ts'
import { fillSlots } from '../jobs/contracts.ts'
import { changeUnasked } from './change-unasked.ts'
import { setFreed } from './close-offers.ts'
import type { SystemContext } from './context.ts'
import type { OfferContext } from './offer-context.ts'
import { type Because, offerFreed } from './offer-freed.ts'
import { type FillingStep, planFilling } from './plan-filling.ts'
import { freedEntry } from './waitlist-log.ts'

type Context = SystemContext & OfferContext
type Offering = Extract<FillingStep, { kind: 'offer' }>
type Settling = Extract<FillingStep, { kind: 'settle' }>

/**
 * Offers one freed slot to whom it fits best, if the policy lets it and anybody is there; else says what becomes of it. Who
 * that is, is looked for with nothing locked: whoever books meanwhile waits for nobody. What was found is decided on once it
 * is locked, and looked for anew where something else was there first.
 */
export async function fillSlot(context: Context, clinicId: string, id: string): Promise<void> {
  const tried = new Map<string, number>()
  let isSwept = false
  for (let offered = 0; ; ) {
    const now = context.now()
    const step = await inSnapshot(context.db, clinicId, (snapshot) =>
      planFilling(snapshot, clinicId, id, { tried, offered, isSwept }, now),
    )
    if (!step) return
    if (step.kind === 'wait') return lookAgain(context, clinicId, id, step.until)
    if (step.kind === 'sweep') {
      await sweep(context, clinicId, step.freed)
      isSwept = true
    } else if (step.kind === 'settle') {
      if (await settle(context, clinicId, id, step)) return
    } else if (await offer(context, clinicId, step)) {
      if (!step.isWide) return
      offered++
    } else {
      for (const { id: entryId } of step.together.slice(0, 1)) tried.set(entryId, (tried.get(entryId) ?? 0) + 1)
    }
  }
}

/** Nothing to tell anybody: it stays open. */
function lookAgain({ db, jobs }: Context, clinicId: string, id: string, at: Instant): Promise<void> {
  return inClinic(db, clinicId, async (trx) => {
    await postponeFreed(trx, clinicId, id, at)
    await jobs.enqueue(trx, fillSlots, { clinicId }, { startAfter: at })
  })
}

/** Whatever locks the resources ends the holds of them that are over. */
function sweep(context: Context, clinicId: string, { roomId, therapistId }: FreedSlot): Promise<void> {
  const ids = roomId === null ? [therapistId] : [therapistId, roomId]
  return changeUnasked(context, clinicId, async (trx) => {
    await lockBooking(trx, clinicId, ids, [], context.now())
    return []
  })
}

/** Says that it is over with it; false where somebody came to the list meanwhile who is to be looked at first. */
async function settle(context: Context, clinicId: string, id: string, { list, status }: Settling): Promise<boolean> {
  let isSettled = true
  await changeUnasked(context, clinicId, async (trx) => {
    const freed = await lockFreedSlot(trx, clinicId, id)
    isSettled = list === undefined || (await findListState(trx, clinicId)) === list
    return isSettled && freed?.status === 'open' ? setFreed(context, trx, clinicId, id, status) : []
  })
  return isSettled
}

/** Holds the slot and tells whom it is offered to; false where it turns out that it cannot be. */
async function offer(
  context: Context,
  clinicId: string,
  { freed, isWide, policy, slot, together }: Offering,
): Promise<boolean> {
  let isMade = false
  await changeUnasked(context, clinicId, async (trx) => {
    const noted: LogEntry[] = []
    let freedId = freed.id
    const because = async (): Promise<Because | undefined> => {
      if ((await lockFreedSlot(trx, clinicId, freed.id))?.status !== 'open') return undefined
      if (!isWide) return { freedId, chainId: freed.chainId, link: freed.link }
      const own = await noteOwn(trx, clinicId, freed, slot, context.now())
      noted.push(own.log)
      freedId = own.because.freedId
      return own.because
    }
    const made = await offerFreed({ context, trx, clinicId, policy, now: context.now() }, slot, together, because)
    isMade = made.length > 0
    return isMade ? [...noted, ...made, ...(await setFreed(context, trx, clinicId, freedId, 'offered'))] : []
  })
  return isMade
}

/** A slot out of a stretch is one of its own: whoever declines it leaves it to the next. */
async function noteOwn(
  trx: Trx,
  clinicId: string,
  { cause, link, therapistId }: FreedSlot,
  slot: Slot,
  now: Instant,
): Promise<{ readonly because: Because & { readonly freedId: string }; readonly log: LogEntry }> {
  const because = { freedId: uuidv7(), chainId: uuidv7(), link }
  const place = { therapistId, roomId: slot.roomId ?? null, startsAt: slot.start, endsAt: slot.end }
  const row = { id: because.freedId, ...place, cause, appointmentId: null, chainId: because.chainId, link }
  const [noted] = await insertFreed(trx, clinicId, [row], now)
  return { because, log: freedEntry('free slot', undefined, noted!) }
}
