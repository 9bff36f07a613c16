import { validate } from 'uuid'
import { findOwnOffers } from '../../actions/find-own-offers.ts'
import { findOwnHeld } from '../../actions/move-own-appointment.ts'
import { hashOfSecret } from '../../actions/one-time-secret.ts'
import type { OwnCaller } from '../../actions/own-appointment.ts'
import { inSnapshot, type Trx } from '../../db/connect.ts'
import { type Appointment, findAppointment } from '../../db/queries/book.ts'
import { type BookingSettingsRow, getBookingSettings } from '../../db/queries/booking-settings.ts'
import { type ClinicRow, getClinic } from '../../db/queries/clinics.ts'
import { type ConversationRow, listConversations } from '../../db/queries/conversations.ts'
import type { HoldRow } from '../../db/queries/holds.ts'
import { findLink, findOpenLink, type LinkTarget } from '../../db/queries/links.ts'
import { findEntry, listRankable, type WaitlistEntry } from '../../db/queries/waitlist-entries.ts'
import { getWaitlistPolicy } from '../../db/queries/waitlist-policies.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Slot } from '../../domain/slots/request.ts'
import { addDays, instantOf, isLocalDate, type LocalDate, localDateOf, wallClock } from '../../domain/zone.ts'
import type { Services } from '../context.ts'

/** A link that leads somewhere: whoever holds it is this client, and sees this appointment. */
export interface OpenLink {
  readonly token: string
  readonly caller: OwnCaller
  readonly appointment: Appointment
  /** In which its pages are written: her own, or those in which she booked who has proved no address. */
  readonly language: string
  readonly zone: string | null
  /** Whether the page of booking led to it: what its holder typed may name a client who is somebody else. */
  readonly isOutside: boolean
}

/** What the page of a link shows. */
export interface LinkView extends OpenLink {
  readonly now: Instant
  readonly clinic: ClinicRow
  readonly settings: BookingSettingsRow
  readonly conversation: readonly ConversationRow[]
  /** Undefined unless she asked for other times. */
  readonly offers: readonly Slot[] | undefined
  /** The day, by the clinic's clock, around which she asked for them. */
  readonly around: LocalDate | undefined
  /** Whether she came to cancel. */
  readonly wantsCancel: boolean
  /** What she chose, while it is held for her. */
  readonly hold: HoldRow | undefined
  /** Whether the clinic keeps a waitlist on which she can wait for a sooner time. */
  readonly hasWaitlist: boolean
  /** Her place on it, for what this appointment is for. */
  readonly waiting: WaitlistEntry | undefined
}

export interface Asked {
  readonly wantsOffers: boolean
  /** The day she would rather come, as she gave it. */
  readonly around?: string
  readonly wantsCancel: boolean
  readonly holdId: string | undefined
}

type Reading = Pick<Services, 'db' | 'now'>

const TOKEN = /^[\w-]{43}$/
const OFFERS = 8

/** Where the token leads; undefined for one that leads nowhere, whatever the cause. */
export async function openLink({ db, now }: Reading, token: string): Promise<OpenLink | undefined> {
  const target = TOKEN.test(token) ? await findLink(db, hashOfSecret(token)) : undefined
  if (!target) return undefined
  const found = await inSnapshot(db, target.clinicId, (trx) => readTarget(trx, target, now()))
  if (!found) return undefined
  const { appointment } = found
  const { appointmentId, clientId, clinicId } = target
  const { name } = appointment.client
  return {
    token,
    ...found,
    caller: { kind: 'client', clinicId, clientId, appointmentId, name, isOutside: found.isOutside },
  }
}

async function readTarget(trx: Trx, target: LinkTarget, now: Instant) {
  const { appointmentId, clientId, clinicId, linkId } = target
  const [link, appointment] = await Promise.all([
    findOpenLink(trx, clinicId, linkId, now),
    findAppointment(trx, clinicId, appointmentId),
  ])
  if (!link || appointment?.clientId !== clientId || appointment.status === 'entered_in_error') return undefined
  const { client } = appointment
  if (link.language === null) return { appointment, language: client.language, zone: client.zone, isOutside: false }
  return { appointment, language: link.language, zone: link.zone, isOutside: true }
}

/** Everything the page of the link shows; nothing is written. */
export function viewLink({ db, now: clock }: Reading, link: OpenLink, asked: Asked): Promise<LinkView> {
  const { appointment, caller } = link
  const { clinicId } = caller
  const now = clock()
  return inSnapshot(db, clinicId, async (trx) => {
    const held = asked.holdId !== undefined && validate(asked.holdId) ? asked.holdId : undefined
    const [clinic, settings, conversation, hold, policy, waiting] = await Promise.all([
      getClinic(trx, clinicId),
      getBookingSettings(trx, clinicId),
      link.isOutside ? [] : listConversations(trx, clinicId, [appointment.id]),
      held === undefined ? undefined : findOwnHeld({ caller, now: clock }, trx, held),
      getWaitlistPolicy(trx, clinicId),
      findWaiting(trx, link),
    ])
    const around = dayWithin(asked.around, now, clinic.zone)
    const { time } = wallClock(appointment.startsAt, clinic.zone)
    const near = around === undefined ? undefined : instantOf(around, time, clinic.zone)
    const wanted = { now, count: OFFERS, around: near, isOutside: link.isOutside }
    const offers = asked.wantsOffers ? await findOwnOffers(trx, clinicId, appointment, wanted) : undefined
    const hasWaitlist = policy.mode !== 'off' && !link.isOutside
    const { wantsCancel } = asked
    return { ...link, now, clinic, settings, conversation, offers, around, hold, wantsCancel, hasWaitlist, waiting }
  })
}

const FURTHEST = 366

/** A day from today on that is not years ahead; a page that is asked for any other is asked for none. */
function dayWithin(date: string | undefined, now: Instant, zone: string): LocalDate | undefined {
  const today = localDateOf(now, zone)
  return typeof date === 'string' && isLocalDate(date) && date >= today && date <= addDays(today, FURTHEST)
    ? date
    : undefined
}

/** Her place on the waitlist for what the appointment of the link is for. */
export function waitingOf(db: Services['db'], link: OpenLink): Promise<WaitlistEntry | undefined> {
  return inSnapshot(db, link.caller.clinicId, (trx) => findWaiting(trx, link))
}

/** One waits once for each type. */
async function findWaiting(trx: Trx, { appointment, caller: { clinicId }, isOutside }: OpenLink) {
  if (isOutside) return undefined
  const { clientId, typeId } = appointment
  const [entry] = await listRankable(trx, clinicId, { statuses: ['waiting', 'offered'], clientId, typeId })
  return entry && findEntry(trx, clinicId, entry.id)
}
