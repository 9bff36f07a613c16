import type { Trx } from '../db/connect.ts'
import type { Hold, HoldRow } from '../db/queries/holds.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { sweptIn } from '../db/queries/swept-holds.ts'
import { placeOf } from './appointment-log.ts'
import { daybookItself } from './context.ts'

/** What happened to a hold that still stands, for both logs. */
export function holdEntry(action: string, before: HoldRow | undefined, after: HoldRow): LogEntry {
  return {
    action,
    kind: 'hold',
    id: after.id,
    version: after.version,
    place: placeOf(after),
    was: before && placeOf(before),
    before: before && rowOf(before),
    after: rowOf(after),
  }
}

/** A hold that ended and left the calendar. */
export function holdEndEntry(action: string, before: HoldRow, after: HoldRow): LogEntry {
  return { ...holdEntry(action, before, after), removed: true, place: undefined }
}

/** The end of the expired holds that were removed on the way in this transaction. */
export function expiredEntries(trx: Trx): LogEntry[] {
  return sweptIn(trx).map((hold) => ({
    action: 'expire hold',
    kind: 'hold',
    id: hold.id,
    version: hold.version,
    removed: true,
    was: placeOf(hold),
    before: { ...hold, status: 'held', version: hold.version - 1 } satisfies HoldRow,
    after: hold,
    actor: daybookItself,
  }))
}

function rowOf({ therapist: _therapist, room: _room, type: _type, ...row }: HoldRow & Partial<Hold>): HoldRow {
  return row
}
