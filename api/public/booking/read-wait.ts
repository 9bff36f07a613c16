import { offerToken } from '../../../actions/offer-token.ts'
import { hashOfSecret } from '../../../actions/one-time-secret.ts'
import { offersWaitlist } from '../../../actions/public-wait-offer.ts'
import type { Trx } from '../../../db/connect.ts'
import { type AppointmentTypeRow, findAppointment, type NamedResource } from '../../../db/queries/book.ts'
import { findWaitByToken, type PublicWaitRow } from '../../../db/queries/public-waits.ts'
import { findEntry, type WaitlistEntry } from '../../../db/queries/waitlist-entries.ts'
import { findOpenOffer } from '../../../db/queries/waitlist-offers.ts'
import { getWaitlistPolicy } from '../../../db/queries/waitlist-policies.ts'
import { isQualified } from '../../../domain/fitness-rules.ts'
import type { BookingPage, HeldSlot, WaitFormView, WaitStateView, WaitWish } from '../../../domain/public-booking.ts'
import type { WaitlistStatus } from '../../../domain/waitlist-entry.ts'
import { localDateOf } from '../../../domain/zone.ts'
import { queryKept } from './booking-asked.ts'
import { type Offered, type OfferedTherapist, readOffered, therapistShown, typeShown } from './offered.ts'
import { pageOf } from './read-choice.ts'
import { type AddressKey, type HeldReader, placeOf } from './read-held.ts'

/** What somebody would wait for. */
export interface WaitChosen {
  readonly type: AppointmentTypeRow
  /** Null for anybody. */
  readonly therapist: OfferedTherapist | null
  readonly isChosen: boolean
}

/** What the form of the waitlist is of; or the page or the address that whoever asks for it is shown instead. */
export async function readWaitChoice(
  trx: Trx,
  reader: HeldReader,
): Promise<
  { readonly page: Omit<BookingPage, 'view'>; readonly offered: Offered; readonly chosen: WaitChosen } | Instead
> {
  const { choice, clinicId } = reader
  const offered = await readOffered(trx, clinicId)
  const page = pageOf(reader, offered, choice)
  if (!(await offersWaitlist(trx, clinicId, offered.settings)))
    return { instead: { ...page, view: { kind: offered.settings.open ? 'wait_closed' : 'closed' } } }
  const type = offered.types.find(({ id }) => id === choice.typeId)
  if (!type) return { instead: page.base + queryOf(choice, ['type', 'with']) }
  const able = offered.therapists.filter(({ resource }) => isQualified(resource, type))
  const therapist = choice.therapist === 'any' ? null : able.find(({ slug }) => slug === choice.therapist)
  if (therapist === undefined) return { instead: page.base + queryOf(choice, ['with']) }
  return { page, offered, chosen: { type, therapist, isChosen: able.length > 1 } }
}

interface Instead {
  readonly instead: BookingPage | string
}

function queryOf({ isEmbedded, language, therapist, typeId, zone }: BookingPage['choice'], without: readonly string[]) {
  const said = { type: typeId, with: therapist, zone, lang: language, embed: isEmbedded ? '1' : null }
  return queryKept(said, without)
}

/** What somebody typed that was refused. */
type Refused = Pick<WaitFormView, 'typed' | 'wrong'>

/** Where she says what would suit her and who she is. */
export async function readWaitForm(
  trx: Trx,
  reader: HeldReader,
  refused: Refused = { typed: {}, wrong: null },
): Promise<BookingPage | string> {
  const found = await readWaitChoice(trx, reader)
  if ('instead' in found) return found.instead
  const { chosen, offered, page } = found
  const { therapist, type } = chosen
  const view: WaitFormView = {
    ...{ kind: 'wait_form', type: typeShown(type), therapist: therapist && therapistShown(therapist) },
    ...{ isChosen: chosen.isChosen, today: localDateOf(reader.now, offered.row.zone) },
    ...{ consent: offered.settings.consent, ...refused },
  }
  return { ...page, view }
}

/** That she looks into her mail: the same for everybody. */
export async function readWaitSent(trx: Trx, reader: HeldReader): Promise<BookingPage> {
  const offered = await readOffered(trx, reader.clinicId)
  return { ...pageOf(reader, offered, reader.choice), view: { kind: 'wait_sent' } }
}

/** The page to which the link in the mail leads: the button that confirms it, and from then on where she stands. */
export async function readWait(trx: Trx, reader: HeldReader, key: AddressKey | undefined): Promise<BookingPage> {
  const { choice, clinicId, now } = reader
  const wait = key && (await findWaitByToken(trx, clinicId, key.id, hashOfSecret(key.token)))
  const [offered, entry] = await Promise.all([
    readOffered(trx, clinicId),
    wait?.entryId ? findEntry(trx, clinicId, wait.entryId) : undefined,
  ])
  // Whoever comes from the mail reads on in the language of the mail.
  const language = choice.language === null && wait ? wait.language : reader.language
  const page = pageOf({ ...reader, language }, offered, { ...choice, zone: choice.zone ?? wait?.zone ?? null })
  if (!key || !wait) return { ...page, view: { kind: 'wait_over' } }
  const address = `${key.id}.${key.token}`
  if (entry) return { ...page, view: await stateView(trx, reader, entry, address) }
  const isOffered = now < wait.expiresAt && (await offersWaitlist(trx, clinicId, offered.settings))
  const wish = isOffered ? wishOf(offered, wait, address) : undefined
  const view = wish && ({ ...wish, kind: 'wait_proof', expiresAt: wait.expiresAt } as const)
  return { ...page, view: view ?? { kind: 'wait_over' } }
}

/** What she asked for, while the clinic still offers it. */
function wishOf({ therapists, types }: Offered, wait: PublicWaitRow, key: string): WaitWish | undefined {
  const { days, parts, therapistId, typeId, untilOn } = wait
  const type = types.find(({ id }) => id === typeId)
  const therapist = therapists.find(({ id }) => id === therapistId)
  if (!type || (therapistId !== null && !therapist)) return undefined
  return { key, typeName: type.name, therapistNames: therapist ? [therapist.name] : null, days, parts, untilOn }
}

const STANDING: Readonly<Record<WaitlistStatus, WaitStateView['standing']>> = {
  ...{ waiting: 'waiting', offered: 'offered', booked: 'booked', left: 'gone', expired: 'gone' },
}

async function stateView(
  trx: Trx,
  { clinicId, publicUrl, secret }: HeldReader,
  entry: WaitlistEntry,
  key: string,
): Promise<WaitStateView> {
  const { bookedAppointmentId, days, id, parts, status, therapists, type, untilOn } = entry
  const [{ mode }, offer, booked] = await Promise.all([
    getWaitlistPolicy(trx, clinicId),
    status === 'offered' ? findOpenOffer(trx, clinicId, id) : undefined,
    bookedAppointmentId === null ? undefined : findAppointment(trx, clinicId, bookedAppointmentId),
  ])
  return {
    ...{ kind: 'wait_state', standing: STANDING[status], isOffered: mode === 'offer', key, typeName: type.name },
    ...{ therapistNames: therapists?.map(({ name }) => name) ?? null, days, parts, untilOn },
    slot: offer
      ? slotOf({ ...offer, type }, key)
      : booked
        ? slotOf({ ...booked, expiresAt: booked.endsAt }, key)
        : null,
    offerUrl: offer ? `${publicUrl}/o/${offerToken(secret, clinicId, offer.id)}` : null,
  }
}

interface TimeOfHers extends Pick<HeldSlot, 'startsAt' | 'endsAt' | 'expiresAt'> {
  readonly type: AppointmentTypeRow
  readonly therapist: NamedResource
  readonly room: NamedResource | null
}

function slotOf({ endsAt, expiresAt, room, startsAt, therapist, type }: TimeOfHers, key: string): HeldSlot {
  const { name, title } = therapist
  return { key, type: typeShown(type), startsAt, endsAt, expiresAt, place: placeOf(room), therapist: { name, title } }
}
