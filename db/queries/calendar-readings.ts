import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { asColumns, milliseconds } from './fields.ts'

/** What is needed to read a calendar at an address once more. */
export interface CalendarReading {
  readonly id: string
  readonly therapistId: string
  readonly url: string
  readonly etag: string | null
  readonly lastModified: string | null
  /** Of the text that was last read whole. */
  readonly contentHash: Buffer | null
  readonly wholeAt: Instant | null
  /** How often it could not be read since it last could. */
  readonly failures: number
}

const readingFields = {
  id: 'e.id',
  therapistId: 'e.therapist_id',
  url: 'e.url',
  etag: 'e.etag',
  lastModified: 'e.last_modified',
  contentHash: 'e.content_hash',
  wholeAt: milliseconds('e.whole_at'),
  failures: 'e.failures',
}

interface Claim {
  readonly now: Instant
  /** Nobody else reads them before then. */
  readonly until: Instant
}

/** Takes those that are due for whoever is asking, the longest due first. */
export function claimDueCalendars(trx: Trx, clinicId: string, claim: Claim, most: number): Promise<CalendarReading[]> {
  return claimWhere(trx, clinicId, claim, sql`e.next_read_at <= ${new Date(claim.now)} order by e.next_read_at`, most)
}

/** Takes the one, unless it was read or tried since then. */
export async function claimCalendar(
  trx: Trx,
  clinicId: string,
  id: string,
  claim: Claim & { readonly triedBefore: Instant },
): Promise<CalendarReading | undefined> {
  const isRested = sql`(e.tried_at is null or e.tried_at <= ${new Date(claim.triedBefore)})`
  const [claimed] = await claimWhere(trx, clinicId, claim, sql`e.id = ${id} and ${isRested}`, 1)
  return claimed
}

async function claimWhere(
  trx: Trx,
  clinicId: string,
  { now, until }: Claim,
  condition: RawBuilder<unknown>,
  most: number,
): Promise<CalendarReading[]> {
  const { rows } = await sql<CalendarReading>`
    with due as materialized (
      select e.id from external_calendars e
      where e.clinic_id = ${clinicId} and e.removed_at is null and e.url is not null and ${condition}
      limit ${most} for no key update skip locked)
    update external_calendars e set tried_at = ${new Date(now)}, next_read_at = ${new Date(until)}
    from due where e.clinic_id = ${clinicId} and e.id = due.id
    returning ${asColumns(readingFields)}`.execute(trx)
  return rows
}

/** When the first of them is to be read; undefined where none is. */
export async function findNextReading(trx: Trx, clinicId: string): Promise<Instant | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(next_read_at) as at from external_calendars
    where clinic_id = ${clinicId} and removed_at is null and next_read_at is not null`.execute(trx)
  return rows[0]?.at?.getTime()
}

/** Whether it is still read from there; its row is locked then. */
export async function isStillAt(
  trx: Trx,
  clinicId: string,
  { id, url }: Pick<CalendarReading, 'id' | 'url'>,
): Promise<boolean> {
  const { rows } = await sql`
    select from external_calendars
    where clinic_id = ${clinicId} and id = ${id} and url = ${url} and removed_at is null for no key update`.execute(trx)
  return rows.length > 0
}

/** The text as it was read, and what its server says of it. */
export interface ReadWhole {
  readonly contentHash: Buffer
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
  /** Null for a file. */
  readonly url: string | null
}

interface Noted {
  readonly now: Instant
  /** A new version only where what it takes changed. */
  readonly hasChanged: boolean
  /** Null for a file. */
  readonly nextReadAt: Instant | null
  /** Left out where its server said that nothing changed. */
  readonly whole?: ReadWhole | undefined
}

/** It was read. */
export async function noteCalendarRead(trx: Trx, clinicId: string, id: string, noted: Noted): Promise<void> {
  const { hasChanged, nextReadAt, whole } = noted
  const now = new Date(noted.now)
  const kept = whole
    ? sql`url = ${whole.url}, etag = ${whole.etag ?? null}, last_modified = ${whole.lastModified ?? null},
        content_hash = ${whole.contentHash}, whole_at = ${now},`
    : sql``
  await sql`
    update external_calendars set ${kept} read_at = ${now}, tried_at = ${now},
      next_read_at = ${nextReadAt === null ? null : new Date(nextReadAt)}, failed_at = null, failure = null, failures = 0,
      version = version + ${hasChanged ? 1 : 0}, updated_at = ${now}
    where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}

interface Failed {
  readonly now: Instant
  readonly failure: string
  readonly nextReadAt: Instant
}

/** It could not be read: what it takes stays as it is known. */
export async function noteCalendarFailed(
  trx: Trx,
  clinicId: string,
  id: string,
  { failure, nextReadAt, now }: Failed,
): Promise<void> {
  await sql`
    update external_calendars set failed_at = coalesce(failed_at, ${new Date(now)}), failure = ${failure},
      failures = least(failures + 1, 1000), next_read_at = ${new Date(nextReadAt)}, updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}
