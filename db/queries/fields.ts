import { sql } from 'kysely'

/** What each property of a row is in SQL; the table goes by the alias that its statement gives it. */
type Fields = Readonly<Record<string, string>>

export const asColumns = (fields: Fields) =>
  sql.raw(
    Object.entries(fields)
      .map(([name, expression]) => `${expression} as "${name}"`)
      .join(', '),
  )

const jsonObject = (fields: Fields) =>
  `json_build_object(${Object.entries(fields)
    .map(([name, expression]) => `'${name}', ${expression}`)
    .join(', ')})`

/** For rows that travel inside another row; a result with many rows is faster as columns. */
export const asJson = (fields: Fields) => sql.raw(jsonObject(fields))

/** Of what a query finds, without an aggregate: making one ready takes longer than few rows do. */
const jsonArray = (query: string) => `array_to_json(array(${query}))`

export const milliseconds = (column: string) => `(date_part('epoch', ${column}) * 1000)::bigint`

/** `to_char` would turn the end of a day into its beginning. */
const time = (column: string) => `left(${column}::text, 5)`

/** Locations are l. */
export const locationFields = {
  id: 'l.id',
  name: 'l.name',
  address: 'l.address',
  active: 'l.archived_at is null',
  version: 'l.version',
}

const locationAt = (alias: string) => `case when ${alias}.location_id is not null then (
  select ${jsonObject(locationFields)} from locations l
  where l.clinic_id = ${alias}.clinic_id and l.id = ${alias}.location_id) end`

/** What is decided from, hours are h. */
const scheduleFields = {
  weekday: 'h.weekday',
  startTime: time('h.start_time'),
  endTime: time('h.end_time'),
  effectiveFrom: 'h.effective_from',
  effectiveUntil: 'h.effective_until',
  locationId: 'h.location_id',
  telehealth: 'h.telehealth',
  mostAppointments: 'h.most_appointments',
}

const hoursAs = (fields: Fields) =>
  jsonArray(`select ${jsonObject(fields)} from weekly_hours h
    where h.clinic_id = r.clinic_id and h.resource_id = r.id
    order by h.weekday, h.start_time, h.effective_from nulls first`)

const skills = jsonArray(`select s.skill from therapist_skills s
  where s.clinic_id = r.clinic_id and s.therapist_id = r.id order by s.skill`)

/** The hours of many resources are faster put together in one go than resource by resource. */
export const hoursByResource = sql.raw(`select h.resource_id, json_agg(${jsonObject(scheduleFields)}
  order by h.weekday, h.start_time, h.effective_from nulls first) as list from weekly_hours h`)

const features = jsonArray(`select f.feature from room_features f
  where f.clinic_id = r.clinic_id and f.room_id = r.id order by f.feature`)

/** Hours exceptions are e. */
export const exceptionFields = {
  id: 'e.id',
  version: 'e.version',
  resourceId: 'e.resource_id',
  date: 'e.on_date',
  kind: 'e.kind',
  startTime: time('e.start_time'),
  endTime: time('e.end_time'),
  note: 'e.note',
}

/** Closures are z. */
export const closureFields = {
  id: 'z.id',
  version: 'z.version',
  name: 'z.name',
  startsOn: 'z.starts_on',
  endsOn: 'z.ends_on',
  startTime: time('z.start_time'),
  endTime: time('z.end_time'),
}

/** The hours of r as they are told. */
export const weeklyHours = hoursAs({ ...scheduleFields, location: locationAt('h') })

/** A resource as it is named by others. `resourceTables`: r, t and m. */
export const namedResourceFields = {
  id: 'r.id',
  kind: 'r.kind',
  name: 'r.name',
  active: 'r.archived_at is null',
  position: 'r.position',
  version: 'r.version',
  title: 't.title',
  specialties: `coalesce(to_json(t.specialties), '[]'::json)`,
  skills,
  capacity: 'coalesce(m.capacity, 0)',
  features,
  locationId: 'm.location_id',
  location: locationAt('m'),
}

export const resourceFields = { ...namedResourceFields, weeklyHours }

/** A resource with the hours that decide about a booking. */
export const bookableFields = { ...namedResourceFields, weekly: hoursAs(scheduleFields) }

/** Clients are c. */
export const clientFields = {
  id: 'c.id',
  name: 'c.name',
  email: 'c.email',
  phone: 'c.phone',
  zone: 'c.zone',
  language: 'c.language',
  consents: 'to_json(c.consents)',
  smsStoppedAt: `(select ${milliseconds('k.stopped_at')} from stopped_numbers k
    where k.clinic_id = c.clinic_id and k.phone = c.phone)`,
  referralStatus: 'c.referral_status',
  firstSessionAt: milliseconds('c.first_session_at'),
  active: 'c.archived_at is null',
  version: 'c.version',
}

/** Appointment types are y. */
export const typeFields = {
  id: 'y.id',
  name: 'y.name',
  category: 'y.category',
  minutes: 'y.minutes',
  bufferBeforeMinutes: 'y.buffer_before_minutes',
  bufferAfterMinutes: 'y.buffer_after_minutes',
  hue: 'y.hue',
  needsRoom: 'y.needs_room',
  priceCents: 'y.price_cents',
  cptCode: 'y.cpt_code',
  requiredSkills: 'to_json(y.required_skills)',
  requiredFeatures: 'to_json(y.required_features)',
  minCapacity: 'y.min_capacity',
  dailyLimit: 'y.daily_limit',
  online: 'y.online',
  leadMinutes: 'y.lead_minutes',
  horizonDays: 'y.horizon_days',
  position: 'y.position',
  active: 'y.archived_at is null',
  version: 'y.version',
}

const cancellation = `case when a.status = 'cancelled' then (
  select json_build_object('reason', x.reason, 'note', x.note, 'cancelledAt', ${milliseconds('x.cancelled_at')},
    'cancelledBy', x.cancelled_by, 'late', x.late)
  from cancellations x where x.clinic_id = a.clinic_id and x.appointment_id = a.id) end`

/** What a card shows of its messages: columns of the appointment alone, so that a calendar stays one read. */
export const markFields = {
  version: 'a.messages_version',
  state: 'a.message_state',
  reply: 'a.reply',
  repliedAt: milliseconds('a.replied_at'),
  lateMinutes: 'a.late_minutes',
  unread: 'a.unread_messages',
}

/** Appointments are a. */
export const appointmentFields = {
  id: 'a.id',
  version: 'a.version',
  status: 'a.status',
  startsAt: milliseconds('a.starts_at'),
  endsAt: milliseconds('a.ends_at'),
  clientId: 'a.client_id',
  therapistId: 'a.therapist_id',
  roomId: 'a.room_id',
  typeId: 'a.type_id',
  bufferBeforeMinutes: 'a.buffer_before_minutes',
  bufferAfterMinutes: 'a.buffer_after_minutes',
  lane: 'a.lane',
  notes: 'a.notes',
  confirmedAt: milliseconds('a.confirmed_at'),
  cancellation,
  overriddenRules: 'a.overridden_rules',
  overrideReason: 'a.override_reason',
  seriesId: 'a.series_id',
  originalStartsAt: milliseconds('a.original_starts_at'),
  createdAt: milliseconds('a.created_at'),
  updatedAt: milliseconds('a.updated_at'),
  mark: jsonObject(markFields),
}

/** Messages are m. */
export const messageFields = {
  id: 'm.id',
  version: 'm.version',
  kind: 'm.kind',
  channel: 'm.channel',
  audience: 'm.audience',
  recipient: 'm.recipient',
  language: 'm.language',
  appointmentId: 'm.appointment_id',
  appointmentVersion: 'm.appointment_version',
  aboutStartsAt: milliseconds('m.about_starts_at'),
  clientId: 'm.client_id',
  registrationId: 'm.registration_id',
  memberId: 'm.member_id',
  sessionId: 'm.session_id',
  offerId: 'm.offer_id',
  copy: 'm.copy',
  fallbackOf: 'm.fallback_of',
  content: 'm.content',
  status: 'm.status',
  dueAt: milliseconds('m.due_at'),
  attemptAt: milliseconds('m.attempt_at'),
  attempts: 'm.attempts',
  unsure: 'm.unsure',
  provider: 'm.provider',
  providerId: 'm.provider_id',
  failureCode: 'm.failure_code',
  failure: 'm.failure',
  costAmount: 'm.cost_amount::float8',
  costCurrency: 'm.cost_currency',
  sentAt: milliseconds('m.sent_at'),
  deliveredAt: milliseconds('m.delivered_at'),
  endedAt: milliseconds('m.ended_at'),
  reply: 'm.reply',
  repliedAt: milliseconds('m.replied_at'),
  createdAt: milliseconds('m.created_at'),
}

/** Time off is o. */
export const timeOffFields = {
  id: 'o.id',
  version: 'o.version',
  resourceId: 'o.resource_id',
  startsAt: milliseconds('o.starts_at'),
  endsAt: milliseconds('o.ends_at'),
  reason: 'o.reason',
  note: 'o.note',
  status: 'o.status',
  coverTherapistId: 'o.cover_therapist_id',
  requestedBy: 'o.requested_by',
  decidedBy: 'o.decided_by',
  decidedAt: milliseconds('o.decided_at'),
  decisionNote: 'o.decision_note',
}

/** Holds are s. */
export const holdFields = {
  id: 's.id',
  version: 's.version',
  status: 's.status',
  startsAt: milliseconds('s.starts_at'),
  endsAt: milliseconds('s.ends_at'),
  typeId: 's.type_id',
  therapistId: 's.therapist_id',
  roomId: 's.room_id',
  clientId: 's.client_id',
  bufferBeforeMinutes: 's.buffer_before_minutes',
  bufferAfterMinutes: 's.buffer_after_minutes',
  expiresAt: milliseconds('s.expires_at'),
  extended: 's.extended',
  heldBy: `json_build_object('kind', s.held_by_kind, 'id', s.held_by_id, 'name', s.held_by_name)`,
}
