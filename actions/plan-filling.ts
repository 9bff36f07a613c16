import type { Trx } from '../db/connect.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { type FreedSlot, findFreedSlot, findHeldUntil } from '../db/queries/freed-slots.ts'
import { getReminderPolicy } from '../db/queries/reminder-policies.ts'
import { findListState, type WaitingRow } from '../db/queries/waiting.ts'
import { getWaitlistPolicy, type WaitlistPolicyRow } from '../db/queries/waitlist-policies.ts'
import { type Instant, type Interval, MINUTE } from '../domain/interval.ts'
import type { Slot } from '../domain/slots/request.ts'
import { rankAnywhere } from '../domain/waitlist-match.ts'
import { offerHours, whenToOffer } from '../domain/waitlist-offer.ts'
import { searchSlots } from './search-slots.ts'
import { readMatchFacts } from './waitlist-candidates.ts'

/** What is to be done next about a freed slot, as far as can be told without a lock. */
export type FillingStep =
  | {
      readonly kind: 'offer'
      readonly freed: FreedSlot
      readonly isWide: boolean
      readonly policy: WaitlistPolicyRow
      readonly slot: Slot
      /** To whom, the first of them first. */
      readonly together: readonly WaitingRow[]
    }
  /** It is over with it; that nobody was found holds for the list as it was then. */
  | { readonly kind: 'settle'; readonly status: 'filled' | 'passed' | 'ended'; readonly list?: string }
  | { readonly kind: 'wait'; readonly until: Instant }
  /** What held some of it is over, and is to leave the book first. */
  | { readonly kind: 'sweep'; readonly freed: FreedSlot }

export interface Progress {
  /** How often an offer to whom came to nothing, as something else was there first. */
  readonly tried: ReadonlyMap<string, number>
  readonly offered: number
  /** Whether what was over has left the book already. */
  readonly isSwept: boolean
}

/** So many slots are offered at once out of a stretch of new hours. */
const MOST_AT_ONCE = 20
/** So often somebody is tried whom something else is ahead of. */
const MOST_TRIES = 2
/** Longer than one appointment mostly is. */
const WIDE = 90 * MINUTE

/** Looks for whom to offer it to; undefined when it is none of the job's any more. Nothing is locked, and nothing written. */
export async function planFilling(
  snapshot: Trx,
  clinicId: string,
  id: string,
  progress: Progress,
  now: Instant,
): Promise<FillingStep | undefined> {
  const [freed, policy, reminders, clinic] = await Promise.all([
    findFreedSlot(snapshot, clinicId, id),
    getWaitlistPolicy(snapshot, clinicId),
    getReminderPolicy(snapshot, clinicId),
    getClinic(snapshot, clinicId),
  ])
  if (freed?.status !== 'open' || freed.lookAt > now) return undefined
  const held = async (otherwise: FillingStep): Promise<FillingStep> => {
    const until = await findHeldUntil(snapshot, clinicId, id)
    if (until === undefined) return otherwise
    if (until > now) return { kind: 'wait', until }
    return progress.isSwept ? otherwise : { kind: 'sweep', freed }
  }
  // What is only held may be free again, and is looked at then.
  if (freed.isTaken) return held({ kind: 'settle', status: 'filled' })
  if (policy.mode === 'off' || freed.link > policy.longestChain) return { kind: 'settle', status: 'ended' }
  const isWide = isStretch(freed)
  const latest = isWide ? freed.endsAt : freed.startsAt
  if (latest <= now) return { kind: 'settle', status: 'passed' }
  // The desk has seen it: nobody is asked by itself, and it passes by when it begins.
  if (policy.mode === 'suggest') return { kind: 'wait', until: latest }
  const at = whenToOffer(latest, now, policy, offerHours(policy, reminders), clinic.zone)
  if (at === undefined) return { kind: 'settle', status: 'passed' }
  if (at > now) return { kind: 'wait', until: at }
  const earliest = isWide ? now + policy.notWithinMinutes * MINUTE : now
  const found = await lookForSomebody(snapshot, clinicId, { freed, isWide, policy, progress, earliest, now })
  if (found) return found
  const nobody = { kind: 'settle', status: 'passed', list: await findListState(snapshot, clinicId) } as const
  return isWide ? nobody : held(nobody)
}

/** Whether several may be seen in it, as where somebody works who did not before. */
export function isStretch({ cause, endsAt, startsAt }: FreedSlot): boolean {
  return (cause === 'hours' || cause === 'time_off') && endsAt - startsAt > WIDE
}

interface Looking {
  readonly freed: FreedSlot
  readonly isWide: boolean
  readonly policy: WaitlistPolicyRow
  readonly progress: Progress
  /** Nothing is offered that begins before then. */
  readonly earliest: Instant
  readonly now: Instant
}

async function lookForSomebody(
  snapshot: Trx,
  clinicId: string,
  { earliest, freed, isWide, now, policy, progress }: Looking,
): Promise<FillingStep | undefined> {
  const { therapistId } = freed
  const stretch: Interval | null = isWide ? { start: freed.startsAt, end: freed.endsAt } : freed.free
  const wanted = stretch && { therapistId, start: Math.max(stretch.start, earliest), end: stretch.end }
  if (!wanted || wanted.start >= wanted.end || (isWide && progress.offered >= MOST_AT_ONCE)) return undefined
  const { entries, options, places } = await readMatchFacts(snapshot, clinicId, [wanted], { now })
  const place = places[0]
  if (!place) return undefined
  const ranked = rankAnywhere(entries, place, options)
  const search = await searchSlots(snapshot, clinicId, wanted, ranked, { isWide, now, zone: options.zone })
  for (const [at, entry] of ranked.entries()) {
    if ((progress.tried.get(entry.id) ?? 0) >= MOST_TRIES) continue
    const slot = await search.first(entry)
    if (!slot) continue
    const together = [entry]
    for (const other of isWide ? [] : ranked.slice(at + 1)) {
      if (together.length >= policy.together) break
      if (other.typeId === entry.typeId && (await search.suits(other, slot))) together.push(other)
    }
    return { kind: 'offer', freed, isWide, policy, slot, together }
  }
  return undefined
}
