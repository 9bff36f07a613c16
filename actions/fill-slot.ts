import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { lockBooking } from '../db/queries/appointments.ts'
import { type ClinicRow, getClinic } from '../db/queries/clinics.ts'
import {
  type FreedSlotRow,
  findFreedSlot,
  findHeldUntil,
  insertFreed,
  lockFreedSlot,
  postponeFreed,
} from '../db/queries/freed-slots.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { getReminderPolicy, type ReminderPolicyRow } from '../db/queries/reminder-policies.ts'
import { getWaitlistPolicy, type WaitlistPolicyRow } from '../db/queries/waitlist-policies.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import type { Slot } from '../domain/slots/request.ts'
import { rankFitting } from '../domain/waitlist-match.ts'
import { offerHours, whenToOffer } from '../domain/waitlist-offer.ts'
import { fillSlots } from '../jobs/contracts.ts'
import { setFreed } from './close-offers.ts'
import type { OfferContext } from './offer-context.ts'
import { offerFreed } from './offer-freed.ts'
import { readMatchFacts } from './waitlist-candidates.ts'
import { freedEntry } from './waitlist-log.ts'

/** So many slots are offered at once out of a stretch of new hours. */
const MOST_AT_ONCE = 20

export interface Filling {
  readonly context: OfferContext
  readonly trx: Trx
  readonly clinicId: string
  readonly freed: FreedSlotRow
  readonly policy: WaitlistPolicyRow
  readonly reminders: ReminderPolicyRow
  readonly clinic: ClinicRow
  readonly now: Instant
}

/** Offers one freed slot to whom it fits best, if the policy lets it and anybody is there; else says what becomes of it. */
export async function fillSlot(context: OfferContext, trx: Trx, clinicId: string, id: string): Promise<LogEntry[]> {
  const seen = await findFreedSlot(trx, clinicId, id)
  if (seen?.status !== 'open') return []
  const now = context.now()
  await lockBooking(trx, clinicId, seen.roomId ? [seen.therapistId, seen.roomId] : [seen.therapistId], [], now)
  const [freed, policy, reminders, clinic] = await Promise.all([
    lockFreedSlot(trx, clinicId, id),
    getWaitlistPolicy(trx, clinicId),
    getReminderPolicy(trx, clinicId),
    getClinic(trx, clinicId),
  ])
  if (freed?.status !== 'open' || freed.lookAt > now) return []
  const filling = { context, trx, clinicId, freed, policy, reminders, clinic, now }
  if (freed.isTaken) return isFilled(filling)
  if (policy.mode === 'off' || freed.link > policy.longestChain) return settle(filling, 'ended')
  const latest = isWide(freed) ? freed.endsAt : freed.startsAt
  if (latest <= now) return settle(filling, 'passed')
  // The desk has seen it: nobody is asked by itself, and it passes by when it begins.
  if (policy.mode === 'suggest') return lookAgain(filling, latest)
  const at = whenToOffer(latest, now, policy, offerHours(policy, reminders), clinic.zone)
  if (at === undefined) return settle(filling, 'passed')
  if (at > now) return lookAgain(filling, at)
  return isWide(freed) ? offerWide(filling) : offerOne(filling)
}

/** Somebody has it who was not offered it; what is only held may be free again, and is looked at then. */
async function isFilled(filling: Filling): Promise<LogEntry[]> {
  const { clinicId, context, freed, trx } = filling
  const until = await findHeldUntil(trx, clinicId, freed.id)
  return until === undefined ? setFreed(context, trx, clinicId, freed.id, 'filled') : lookAgain(filling, until)
}

/** Longer than one appointment mostly is. */
const WIDE = 90 * MINUTE

/** Whether several may be seen in it, as where somebody works who did not before. */
function isWide({ cause, endsAt, startsAt }: FreedSlotRow): boolean {
  return (cause === 'hours' || cause === 'time_off') && endsAt - startsAt > WIDE
}

function settle({ clinicId, context, freed, trx }: Filling, status: 'passed' | 'ended'): Promise<LogEntry[]> {
  return setFreed(context, trx, clinicId, freed.id, status)
}

/** Nothing to tell anybody: it stays open. */
async function lookAgain({ clinicId, context, freed, trx }: Filling, at: Instant): Promise<LogEntry[]> {
  await postponeFreed(trx, clinicId, freed.id, at)
  await context.jobs.enqueue(trx, fillSlots, { clinicId }, { startAfter: at })
  return []
}

async function offerOne(filling: Filling): Promise<LogEntry[]> {
  const { clinicId, context, freed, now, policy, trx } = filling
  const wanted = { therapistId: freed.therapistId, start: freed.startsAt, end: freed.endsAt }
  const facts = await readMatchFacts(trx, clinicId, wanted, now)
  if (!facts) return settle(filling, 'passed')
  const ranked = rankFitting(facts.entries, facts.place, facts.options)
  const { chainId, id: freedId, link } = freed
  for (const [at, entry] of ranked.entries()) {
    const others = ranked.slice(at + 1).filter((each) => each.typeId === entry.typeId)
    const together = [entry, ...others].slice(0, policy.together)
    const made = await offerFreed(filling, wanted, together, async () => ({ freedId, chainId, link }))
    if (made.length > 0) return [...made, ...(await setFreed(context, trx, clinicId, freedId, 'offered'))]
  }
  return settle(filling, 'passed')
}

/** Of a stretch of time each who waits is offered the first that suits her, as a freed slot of its own. */
async function offerWide(filling: Filling): Promise<LogEntry[]> {
  const { clinicId, context, freed, now, policy, trx } = filling
  const start = Math.max(freed.startsAt, now + policy.notWithinMinutes * MINUTE)
  const wanted = { therapistId: freed.therapistId, start, end: freed.endsAt }
  const facts = start < freed.endsAt ? await readMatchFacts(trx, clinicId, wanted, now) : undefined
  const log: LogEntry[] = []
  let offered = 0
  for (const entry of facts ? rankAnywhere(facts) : []) {
    if (offered === MOST_AT_ONCE) break
    const made = await offerFreed(filling, wanted, [entry], (slot) => ownSlot(filling, slot, log))
    if (made.length > 0) offered++
    log.push(...made)
  }
  const openIds = log.filter((each) => each.action === 'free slot').map((each) => each.id)
  for (const id of openIds) log.push(...(await setFreed(context, trx, clinicId, id, 'offered')))
  return [...log, ...(await settle(filling, 'passed'))]
}

/** A slot out of a stretch: whoever declines it leaves it to the next. */
async function ownSlot({ clinicId, freed, now, trx }: Filling, slot: Slot, log: LogEntry[]) {
  const { cause, link, therapistId } = freed
  const chainId = uuidv7()
  const row = { id: uuidv7(), therapistId, roomId: slot.roomId ?? null, startsAt: slot.start, endsAt: slot.end }
  const [noted] = await insertFreed(trx, clinicId, [{ ...row, cause, appointmentId: null, chainId, link }], now)
  log.push(freedEntry('free slot', undefined, noted!))
  return { freedId: row.id, chainId, link }
}

/** Whom some time of the stretch may fit: what depends on the very time is found out when one is looked for. */
function rankAnywhere({ entries, options, place }: NonNullable<Awaited<ReturnType<typeof readMatchFacts>>>) {
  const free = { ...place, busyClientIds: new Set<string>(), offeredEntryIds: new Set<string>() }
  const anyTime = { days: null, parts: null, fromOn: null, untilOn: null, noticeMinutes: 0, givesUpAt: null }
  const asTheyAre = new Map(entries.map((each) => [each.id, each]))
  const anyTimers = entries.map((each) => ({ ...each, ...anyTime }))
  return rankFitting(anyTimers, free, options).map(({ id }) => asTheyAre.get(id)!)
}
