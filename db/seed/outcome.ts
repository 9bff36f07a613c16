import { type Instant, type Interval, MINUTE } from '../../domain/interval.ts'
import type { AppointmentStatus } from '../../domain/status.ts'
import type { AppointmentRow, CancellationRow } from '../queries/book.ts'
import type { Visit } from './fill-book.ts'
import type { Random } from './random.ts'
import { DESK } from './staff.ts'

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What the visit is in the book now: how it went when it is past, whether it is confirmed when it is to come. */
export function appointmentOf(random: Random, visit: Visit, now: Instant): AppointmentRow {
  const latest = Math.min(visit.start, now)
  const createdAt = latest - random.int(1, 20) * DAY - random.int(0, 600) * MINUTE
  const between = () => createdAt + Math.floor((random.next() * (latest - createdAt)) / MINUTE) * MINUTE
  const status = visit.cancelled ? 'cancelled' : statusAt(random, visit, now)
  const confirmedAt = random.chance(confirmationShare(visit.start - now)) ? between() : null
  const cancellation = visit.cancelled ? cancellationAt(random, between()) : null
  const settledAt = status === 'booked' ? createdAt : status === 'fulfilled' ? visit.end : latest
  const { id: roomId } = visit.room ?? { id: null }
  return {
    ...{ id: random.id(createdAt), status, cancellation, confirmedAt, createdAt, roomId },
    updatedAt: cancellation?.cancelledAt ?? Math.max(settledAt, confirmedAt ?? 0),
    version: 1 + (confirmedAt === null ? 0 : 1) + (status === 'booked' ? 0 : 1),
    ...{ startsAt: visit.start, endsAt: visit.end },
    ...{ clientId: visit.client.id, therapistId: visit.therapist.id, typeId: visit.type.id },
    bufferBeforeMinutes: visit.type.bufferBeforeMinutes,
    bufferAfterMinutes: visit.type.bufferAfterMinutes,
    notes: random.chance(0.12) ? random.pick(NOTES) : null,
    ...{ lane: 0, overriddenRules: [], overrideReason: null, seriesId: null, originalStartsAt: null },
  }
}

const WAITING_ROOM = 15 * MINUTE

function statusAt(random: Random, visit: Interval, now: Instant): AppointmentStatus {
  if (visit.end <= now) return random.chance(0.06) ? 'noshow' : 'fulfilled'
  if (visit.start <= now) return 'arrived'
  return visit.start - now < WAITING_ROOM && random.chance(0.6) ? 'arrived' : 'booked'
}

/** People confirm when the reminder comes, so the near days have most. About half of ten days. */
function confirmationShare(ahead: number): number {
  if (ahead < 2 * DAY) return 0.85
  return ahead < 6 * DAY ? 0.5 : 0.25
}

const REASONS = [
  'client',
  'client',
  'client_ill',
  'client_ill',
  'client_transport',
  'provider',
  'weather',
  'other',
] as const

const REASON_NOTES = ['Called this morning', 'Left a message on the answering machine', 'Will call to rebook'] as const

function cancellationAt(random: Random, cancelledAt: Instant): CancellationRow {
  const note = random.chance(0.4) ? random.pick(REASON_NOTES) : null
  return { reason: random.pick(REASONS), note, cancelledAt, cancelledBy: DESK, late: false }
}

/** For the desk to see; nothing clinical. */
const NOTES = [
  'Prefers the chair by the window',
  'Copay due at the desk',
  'Needs the elevator: wheelchair',
  'May be ten minutes late, comes by train',
  'Insurance card to be copied',
  'Partner joins by video',
  'Interpreter booked (Spanish)',
  'Asked for a receipt for the school',
  'New consent form to sign',
  'Please call, do not text',
] as const
