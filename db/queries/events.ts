import { type RawBuilder, sql } from 'kysely'
import type { EventAdmission, EventKind, NewSessions, PublishStatus, RegistersFor } from '../../domain/event.ts'
import type { Instant } from '../../domain/interval.ts'
import type { EventFilling } from '../../domain/place-offer.ts'
import type { Floating } from '../../domain/zone.ts'
import type { Trx } from '../connect.ts'
import { asColumns, milliseconds } from './fields.ts'

/** What is published, as the table has it; its slugs and facilitators with it. */
export interface EventRow {
  readonly id: string
  readonly version: number
  readonly kind: EventKind
  readonly title: string
  /** Markdown. */
  readonly description: string
  readonly tags: readonly string[]
  readonly slug: string
  /** Those it had before, which lead to it. */
  readonly oldSlugs: readonly string[]
  readonly publishStatus: PublishStatus
  readonly admission: EventAdmission
  readonly registersFor: RegistersFor
  /** Whether people may register, or ask to join. */
  readonly isOpen: boolean
  readonly capacity: number | null
  /** Of one that is registered for as a whole. */
  readonly placesTaken: number
  readonly priceCents: number | null
  readonly facilitatorIds: readonly string[]
  readonly roomId: string | null
  readonly onlineUrl: string | null
  readonly imageId: string | null
  /** Null for what takes place once. */
  readonly rrule: string | null
  /** When the first session begins, on the wall clock of the zone. */
  readonly start: Floating
  readonly zone: string
  readonly minutes: number
  /** How much later on the wall clock than its rule says the sessions to come begin. */
  readonly shiftMinutes: number
  readonly excepted: readonly Floating[]
  readonly newSessions: NewSessions
  /** How places that are freed go to the line. */
  readonly filling: EventFilling
  /** When the rule gives its last session; null without an end. */
  readonly lastStartsAt: Instant | null
  /** Every occurrence before it was decided on. */
  readonly extendedUntil: Instant
  readonly publishedAt: Instant | null
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** Events are v. */
export const eventFields = {
  id: 'v.id',
  version: 'v.version',
  kind: 'v.kind',
  title: 'v.title',
  description: 'v.description',
  tags: 'to_json(v.tags)',
  slug: `(select g.slug from event_slugs g where g.clinic_id = v.clinic_id and g.event_id = v.id and g.is_current)`,
  oldSlugs: `(select coalesce(json_agg(g.slug order by g.slug), '[]') from event_slugs g
    where g.clinic_id = v.clinic_id and g.event_id = v.id and not g.is_current)`,
  publishStatus: 'v.publish_status',
  admission: 'v.admission',
  registersFor: 'v.registers_for',
  isOpen: 'v.is_open',
  capacity: 'v.capacity',
  placesTaken: 'v.places_taken',
  priceCents: 'v.price_cents',
  facilitatorIds: `(select coalesce(json_agg(f.therapist_id order by f.position), '[]') from facilitators f
    where f.clinic_id = v.clinic_id and f.event_id = v.id)`,
  roomId: 'v.room_id',
  onlineUrl: 'v.online_url',
  imageId: 'v.image_id',
  rrule: 'v.rrule',
  start: milliseconds('v.local_start'),
  zone: 'v.zone',
  minutes: 'v.minutes',
  shiftMinutes: 'v.shift_minutes',
  excepted: `to_json(array(select ${milliseconds('x')} from unnest(v.excepted) x))`,
  newSessions: 'v.new_sessions',
  filling: 'v.filling',
  lastStartsAt: milliseconds('v.last_starts_at'),
  extendedUntil: milliseconds('v.extended_until'),
  publishedAt: milliseconds('v.published_at'),
  createdAt: milliseconds('v.created_at'),
  updatedAt: milliseconds('v.updated_at'),
}

const eventsWhere = async (trx: Trx, condition: RawBuilder<unknown>): Promise<EventRow[]> =>
  (await sql<EventRow>`select ${asColumns(eventFields)} from events v where ${condition}`.execute(trx)).rows

/** Those events; ids that are not there are left out. */
export async function listEvents(trx: Trx, clinicId: string, ids: readonly string[]): Promise<EventRow[]> {
  if (ids.length === 0) return []
  return eventsWhere(trx, sql`v.clinic_id = ${clinicId} and v.id = any(${ids}::uuid[])`)
}

export async function findEvent(trx: Trx, clinicId: string, id: string): Promise<EventRow | undefined> {
  const [event] = await listEvents(trx, clinicId, [id])
  return event
}

/** The event, which nobody else changes before this transaction ends. */
export async function lockEvent(trx: Trx, clinicId: string, id: string): Promise<EventRow | undefined> {
  const locked = await sql`
    select from events where clinic_id = ${clinicId} and id = ${id} for no key update`.execute(trx)
  return locked.rows.length > 0 ? findEvent(trx, clinicId, id) : undefined
}

/** Some whose rules have not been followed that far yet, locked; those that somebody is changing are left out. */
export async function lockEventsToExtend(
  trx: Trx,
  clinicId: string,
  horizon: Instant,
  most: number,
): Promise<EventRow[]> {
  const { rows } = await sql<{ id: string }>`
    select id from events
    where clinic_id = ${clinicId} and rrule is not null and extended_until < ${new Date(horizon)}
      and publish_status <> 'archived' and (last_starts_at is null or last_starts_at >= extended_until)
    order by id limit ${most} for no key update skip locked`.execute(trx)
  return listEvents(
    trx,
    clinicId,
    rows.map((each) => each.id),
  )
}

export async function insertEvent(trx: Trx, clinicId: string, row: EventRow, now: Instant): Promise<void> {
  await Promise.all([
    sql`
      insert into events (clinic_id, id, kind, title, description, tags, publish_status, admission, registers_for, is_open,
        capacity, price_cents, room_id, online_url, image_id, rrule, local_start, zone, minutes, shift_minutes, excepted,
        new_sessions, filling, last_starts_at, extended_until, published_at, created_at, updated_at)
      values (${clinicId}, ${row.id}, ${row.kind}, ${row.title}, ${row.description}, ${row.tags}, ${row.publishStatus},
        ${row.admission}, ${row.registersFor}, ${row.isOpen}, ${row.capacity}, ${row.priceCents}, ${row.roomId},
        ${row.onlineUrl}, ${row.imageId}, ${row.rrule}, ${wallClock(row.start)}::timestamp, ${row.zone}, ${row.minutes},
        ${row.shiftMinutes}, ${row.excepted.map(wallClock)}::timestamp[], ${row.newSessions}, ${row.filling},
        ${dateOrNull(row.lastStartsAt)}, ${new Date(row.extendedUntil)}, ${dateOrNull(row.publishedAt)},
        ${new Date(now)}, ${new Date(now)})`.execute(trx),
    insertFacilitators(trx, clinicId, row),
  ])
}

/** Writes the row as given, one version on. The row must be locked. Its slugs are written by themselves. */
export async function updateEventRow(trx: Trx, clinicId: string, row: EventRow, now: Instant): Promise<void> {
  await Promise.all([
    sql`
      update events set kind = ${row.kind}, title = ${row.title}, description = ${row.description}, tags = ${row.tags},
        publish_status = ${row.publishStatus}, admission = ${row.admission}, registers_for = ${row.registersFor},
        is_open = ${row.isOpen}, capacity = ${row.capacity}, price_cents = ${row.priceCents}, room_id = ${row.roomId},
        online_url = ${row.onlineUrl}, image_id = ${row.imageId}, rrule = ${row.rrule},
        local_start = ${wallClock(row.start)}::timestamp, minutes = ${row.minutes}, shift_minutes = ${row.shiftMinutes},
        excepted = ${row.excepted.map(wallClock)}::timestamp[], new_sessions = ${row.newSessions}, filling = ${row.filling},
        last_starts_at = ${dateOrNull(row.lastStartsAt)}, extended_until = ${new Date(row.extendedUntil)},
        published_at = ${dateOrNull(row.publishedAt)}, version = version + 1, updated_at = ${new Date(now)}
      where clinic_id = ${clinicId} and id = ${row.id}`.execute(trx),
    sql`delete from facilitators where clinic_id = ${clinicId} and event_id = ${row.id}`.execute(trx),
    insertFacilitators(trx, clinicId, row),
  ])
}

async function insertFacilitators(trx: Trx, clinicId: string, row: EventRow): Promise<void> {
  await sql`
    insert into facilitators (clinic_id, event_id, therapist_id, position)
    select ${clinicId}, ${row.id}, f.id, f.position
    from unnest(${row.facilitatorIds}::uuid[]) with ordinality as f(id, position)`.execute(trx)
}

/** Every occurrence of these before that instant was decided on. */
export async function updateEventsExtended(
  trx: Trx,
  clinicId: string,
  ids: readonly string[],
  extendedUntil: Instant,
): Promise<void> {
  await sql`
    update events set extended_until = ${new Date(extendedUntil)}
    where clinic_id = ${clinicId} and id = any(${ids}::uuid[])`.execute(trx)
}

function wallClock(floating: Floating): string {
  return new Date(floating).toISOString().slice(0, -1)
}

function dateOrNull(instant: Instant | null): Date | null {
  return instant === null ? null : new Date(instant)
}
