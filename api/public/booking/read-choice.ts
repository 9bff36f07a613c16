import type { Trx } from '../../../db/connect.ts'
import type { AppointmentTypeRow } from '../../../db/queries/book.ts'
import { isQualified } from '../../../domain/fitness-rules.ts'
import type { Instant } from '../../../domain/interval.ts'
import type { BookingChoice, BookingPage } from '../../../domain/public-booking.ts'
import type { Slot } from '../../../domain/slots/request.ts'
import { type Offered, type OfferedTherapist, readOffered, therapistShown, typeShown } from './offered.ts'
import { readTimes } from './read-times.ts'

/** Who asks for a page of booking, and in which language it is written. */
export interface BookingReader {
  readonly clinicId: string
  readonly language: string
  readonly now: Instant
  readonly publicUrl: string
}

export interface ChoiceAsked {
  readonly choice: BookingChoice
  /** Whose page it is: by the name in the address. */
  readonly therapist: string | undefined
  /** What there is near to what was not to be had. */
  readonly refused?: readonly Slot[]
}

/** The page by which somebody chooses: what, with whom and when. */
export async function readChoice(trx: Trx, reader: BookingReader, asked: ChoiceAsked): Promise<BookingPage> {
  const offered = await readOffered(trx, reader.clinicId)
  const { choice } = asked
  const own = offered.therapists.find(({ slug }) => slug === asked.therapist?.toLowerCase())
  const page = pageOf(reader, offered, choice, own)
  if (!offered.settings.open || (asked.therapist !== undefined && !own)) return { ...page, view: { kind: 'closed' } }
  const types = own ? offered.types.filter((each) => isQualified(own.resource, each)) : offered.types
  const type = types.find(({ id }) => id === choice.typeId) ?? (types.length === 1 ? types[0] : undefined)
  if (!type) {
    const shown = own ? therapistShown(own) : null
    return { ...page, view: { kind: 'types', types: types.map(typeShown), therapist: shown } }
  }
  const able = offered.therapists.filter(({ resource }) => isQualified(resource, type))
  const chosen = own ?? therapistOf(able, choice)
  if (chosen === undefined)
    return { ...page, view: { kind: 'therapists', type: typeShown(type), therapists: able.map(therapistShown) } }
  const wanted = { type, therapist: chosen, isChosen: !own && able.length > 1, zone: page.zone }
  return { ...page, view: await readTimes(trx, reader, offered, asked, wanted) }
}

/** What the times are looked for of. */
export interface TimesWanted {
  readonly type: AppointmentTypeRow
  /** Null for anybody. */
  readonly therapist: OfferedTherapist | null
  readonly isChosen: boolean
  readonly zone: string
}

/** Where there is but one to choose from, nobody is asked. */
function therapistOf(
  able: readonly OfferedTherapist[],
  { therapist }: BookingChoice,
): OfferedTherapist | null | undefined {
  if (able.length === 1) return able[0]
  return therapist === 'any' ? null : able.find(({ slug }) => slug === therapist)
}

export function pageOf(
  { language, now, publicUrl }: BookingReader,
  { clinic, row }: Pick<Offered, 'clinic' | 'row'>,
  choice: BookingChoice,
  own?: OfferedTherapist,
): Omit<BookingPage, 'view'> {
  const base = `/book/${row.slug}`
  const path = own ? `${base}/${own.slug}` : base
  return { language, clinic, base, path, canonical: publicUrl + path, now, choice, zone: choice.zone ?? row.zone }
}
