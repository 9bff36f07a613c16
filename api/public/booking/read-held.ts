import { validate } from 'uuid'
import { hashOfSecret } from '../../../actions/one-time-secret.ts'
import { publicBookingToken } from '../../../actions/public-booking-token.ts'
import type { Trx } from '../../../db/connect.ts'
import { findAppointment, type NamedResource } from '../../../db/queries/book.ts'
import type { BookingSettingsRow } from '../../../db/queries/booking-settings.ts'
import { findHold, type Hold, listHolds } from '../../../db/queries/holds.ts'
import {
  findBookingByToken,
  findBookingOfHold,
  listIntakeQuestions,
  type PublicBookingRow,
} from '../../../db/queries/public-bookings.ts'
import { isStanding } from '../../../domain/hold.ts'
import { googleLink, outlookLink } from '../../../domain/ics/add-links.ts'
import type { BookedView, BookingPage, DetailsView, HeldSlot, PendingView } from '../../../domain/public-booking.ts'
import { languageOf } from '../../../jobs/templates/languages.ts'
import { readOffered, typeShown } from './offered.ts'
import { type BookingReader, pageOf } from './read-choice.ts'

/** An id and the secret that goes with it, as they stand together in an address. */
export interface AddressKey {
  readonly id: string
  readonly token: string
}

const TOKEN = /^[\w-]{43}$/

export function keyOf(text: string | undefined): AddressKey | undefined {
  const [id = '', token = ''] = (text ?? '').split('.')
  return validate(id) && TOKEN.test(token) ? { id, token } : undefined
}

export interface HeldReader extends BookingReader {
  readonly secret: string
  readonly choice: BookingPage['choice']
}

/** What somebody typed that was refused. */
export type Refused = Pick<DetailsView, 'typed' | 'wrong'>

/** The page of what somebody holds: where details are typed, or what became of it. */
export async function readHeld(
  trx: Trx,
  reader: HeldReader,
  key: AddressKey | undefined,
  refused: Refused = { typed: {}, wrong: null },
): Promise<BookingPage> {
  const { clinicId, now } = reader
  const found = key && (await findHold(trx, clinicId, key.id, hashOfSecret(key.token)))
  const [offered, [hold], booking] = await Promise.all([
    readOffered(trx, clinicId),
    found ? listHolds(trx, clinicId, [found.id]) : [],
    found && findBookingOfHold(trx, clinicId, found.id),
  ])
  const page = pageOf(reader, offered, reader.choice)
  if (!key || !hold) return { ...page, view: { kind: 'over' } }
  const held = heldSlot(hold, `${key.id}.${key.token}`)
  if (booking?.status === 'booked') {
    const view =
      booking.provedAt === null ? await bookedView(trx, reader, held, booking, page) : heldBefore(held, booking, page)
    return { ...page, view }
  }
  if (!(booking ? now < booking.expiresAt : isStanding(hold, now))) return { ...page, view: { kind: 'over' } }
  if (booking) return { ...page, view: pendingView(held, booking, offered.settings) }
  return { ...page, view: await detailsView(trx, clinicId, held, offered.settings, refused) }
}

/** The page to which the link in the mail leads by which an address proves itself. */
export async function readProof(
  trx: Trx,
  reader: HeldReader,
  key: AddressKey | undefined,
): Promise<{ readonly page: BookingPage; readonly booking: PublicBookingRow | undefined }> {
  const { clinicId, now } = reader
  const booking = key && (await findBookingByToken(trx, clinicId, key.id, hashOfSecret(key.token)))
  const [offered, [hold]] = await Promise.all([
    readOffered(trx, clinicId),
    booking ? listHolds(trx, clinicId, [booking.holdId]) : [],
  ])
  const page = pageOf(reader, offered, { ...reader.choice, zone: reader.choice.zone ?? booking?.zone ?? null })
  if (!key || !hold || !booking) return { page: { ...page, view: { kind: 'over' } }, booking }
  const held = heldSlot(hold, `${key.id}.${key.token}`)
  if (booking.status === 'booked')
    return { page: { ...page, view: await bookedView(trx, reader, held, booking, page) }, booking }
  const view = isStanding(hold, now) ? { ...held, kind: 'proof' as const } : { kind: 'over' as const }
  return { page: { ...page, view }, booking }
}

function heldSlot(hold: Hold, key: string): HeldSlot {
  const { endsAt, expiresAt, room, startsAt, therapist, type } = hold
  return {
    ...{ key, type: typeShown(type), startsAt, endsAt, expiresAt, place: placeOf(room) },
    therapist: { name: therapist.name, title: therapist.title },
  }
}

export function placeOf(room: NamedResource | null): HeldSlot['place'] {
  if (!room?.location) return null
  return { name: room.location.name, address: room.location.address }
}

async function detailsView(
  trx: Trx,
  clinicId: string,
  held: HeldSlot,
  { confirmsEmail, consent, policy }: BookingSettingsRow,
  refused: Refused,
): Promise<DetailsView> {
  const [asked] = await listIntakeQuestions(trx, clinicId, [held.type.id])
  const questions = asked?.questions ?? []
  return { ...held, kind: 'details', questions, consent, policy, confirmsEmail, ...refused }
}

/** Whether or not anything was sent there: nobody is told what waits for that address already. */
function pendingView(
  held: HeldSlot,
  { email, expiresAt }: PublicBookingRow,
  { confirmsEmail }: BookingSettingsRow,
): PendingView {
  return { ...held, kind: 'pending', email, expiresAt, isUsual: confirmsEmail }
}

/**
 * For whoever held the slot, once the address that was typed has proved itself: it may be somebody else's, to whom the mail
 * alone tells what becomes of the appointment.
 */
function heldBefore(
  held: HeldSlot,
  { email, language }: PublicBookingRow,
  page: Pick<BookingPage, 'clinic'>,
): BookedView {
  return { ...held, kind: 'booked', email, manageUrl: null, fileUrl: null, ...linksTo(held, language, page) }
}

/** Where else it can be kept. */
function linksTo(
  { endsAt, place, startsAt }: Pick<HeldSlot, 'startsAt' | 'endsAt' | 'place'>,
  language: string,
  { clinic }: Pick<BookingPage, 'clinic'>,
): Pick<BookedView, 'googleUrl' | 'outlookUrl'> {
  const location = [place?.name, place?.address].filter(Boolean).join(', ')
  const entry = { title: languageOf(language).words.calendarTitle(clinic?.name ?? ''), startsAt, endsAt, location }
  return { googleUrl: googleLink(entry), outlookUrl: outlookLink(entry) }
}

/** As the appointment stands now, which may have been moved since. */
async function bookedView(
  trx: Trx,
  { clinicId, publicUrl, secret }: HeldReader,
  held: HeldSlot,
  { appointmentId, email, id, language }: PublicBookingRow,
  page: Pick<BookingPage, 'clinic'>,
): Promise<BookedView> {
  const appointment = appointmentId === null ? undefined : await findAppointment(trx, clinicId, appointmentId)
  const token = publicBookingToken(secret, 'manage', clinicId, id)
  const { startsAt, endsAt } = appointment ?? held
  const { name, title } = appointment?.therapist ?? held.therapist
  const place = appointment ? placeOf(appointment.room) : held.place
  return {
    ...{ ...held, startsAt, endsAt, place, therapist: { name, title } },
    ...{ kind: 'booked', email, manageUrl: `${publicUrl}/m/${token}`, fileUrl: `/appointments/${token}.ics` },
    ...linksTo({ startsAt, endsAt, place }, language, page),
  }
}
