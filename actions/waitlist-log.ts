import type { FreedSlotRow } from '../db/queries/freed-slots.ts'
import type { LogEntry } from '../db/queries/log.ts'
import type { WaitlistEntry, WaitlistEntryRow } from '../db/queries/waitlist-entries.ts'
import type { OfferRow } from '../db/queries/waitlist-offers.ts'

/** What happened to an entry of the waitlist, for both logs. */
export function entryEntry(
  action: string,
  before: WaitlistEntryRow | undefined,
  after: WaitlistEntryRow & Partial<WaitlistEntry>,
): LogEntry {
  const { id, version } = after
  return { action, kind: 'waitlist_entry', id, version, before: before && bare(before), after: bare(after) }
}

function bare({
  client: _client,
  type: _type,
  therapists: _therapists,
  ...row
}: WaitlistEntryRow & Partial<WaitlistEntry>) {
  return row
}

/** What happened to an offer. */
export function offerEntry(action: string, before: OfferRow | undefined, after: OfferRow): LogEntry {
  return { action, kind: 'waitlist_offer', id: after.id, version: after.version, before, after }
}

/** What happened to a freed slot. */
export function freedEntry(action: string, before: FreedSlotRow | undefined, after: FreedSlotRow): LogEntry {
  return { action, kind: 'freed_slot', id: after.id, version: after.version, before, after }
}
