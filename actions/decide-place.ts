import type { Trx } from '../db/connect.ts'
import type { AppointmentTypeRow, ClientRow, NamedResource } from '../db/queries/book.ts'
import { getBookingFacts, type LoadedFacts } from '../db/queries/booking-facts.ts'
import { type BookingDecision, decideBooking } from '../domain/booking.ts'
import type { BookingFacts } from '../domain/booking-facts.ts'
import type { Instant } from '../domain/interval.ts'
import { notFound } from './errors.ts'
import type { Override } from './override.ts'
import type { Refusal } from './refuse-booking.ts'

const HOUR = 60 * 60_000
/** Longer than any appointment. */
const LONGEST = 12 * HOUR
/** Further than any buffer reaches. */
const REACH = 3 * HOUR

/** Where an appointment is to stand. */
export interface WantedPlace<ClientId extends string | null = string> {
  readonly clientId: ClientId
  readonly typeId: string
  readonly therapistId: string
  readonly roomId: string | null
  readonly startsAt: Instant
  /** Left out: as long as the type says. */
  readonly endsAt?: Instant
}

/** The place with everything it names, or a refusal. */
export type DecidedPlace<Client extends ClientRow | null = ClientRow> =
  | { readonly refusal: Refusal & Required<Pick<Refusal, 'wanted'>> }
  | {
      readonly lane: number
      readonly overridden: Extract<BookingDecision, { accepted: true }>['overridden']
      readonly start: Instant
      readonly end: Instant
      readonly client: Client
      readonly type: AppointmentTypeRow
      readonly therapist: NamedResource
      readonly room: NamedResource | null
    }

export interface PlaceOptions {
  readonly override: Override
  readonly now: Instant
  /** Asked for by the public or a program. */
  readonly online?: boolean
  /** The appointments and holds that are about to leave their place, which do not stand in the way. */
  readonly leaving?: readonly string[]
  /** The start it had, which it may keep even when past. */
  readonly previousStart?: Instant
  /** Buffers it was booked with; those of the type otherwise. */
  readonly buffers?: { readonly bufferBeforeMinutes: number; readonly bufferAfterMinutes: number }
  /** What else will stand there by the end of the transaction. */
  readonly adjust?: (facts: BookingFacts) => BookingFacts
}

/**
 * Decides whether the appointment, or the hold for a client who may not be known yet, may stand there. The resources and
 * the client must be locked.
 */
export function decidePlace(
  trx: Trx,
  clinicId: string,
  wanted: WantedPlace,
  options: PlaceOptions,
): Promise<DecidedPlace>
export function decidePlace(
  trx: Trx,
  clinicId: string,
  wanted: WantedPlace<string | null>,
  options: PlaceOptions,
): Promise<DecidedPlace<ClientRow | null>>
export async function decidePlace(
  trx: Trx,
  clinicId: string,
  wanted: WantedPlace<string | null>,
  options: PlaceOptions,
): Promise<DecidedPlace<ClientRow | null>> {
  const asked = {
    clientId: wanted.clientId,
    typeId: wanted.typeId,
    resourceIds: wanted.roomId ? [wanted.therapistId, wanted.roomId] : [wanted.therapistId],
    window: { start: wanted.startsAt - REACH, end: latestEnd(wanted) + REACH },
    now: options.now,
    day: wanted.startsAt,
    place: { ...options.buffers, startsAt: wanted.startsAt, endsAt: wanted.endsAt },
  }
  const decided = decideFrom(await getBookingFacts(trx, clinicId, { ...asked, unnamed: true }), wanted, options)
  // What is refused is decided once more, to say who or what stands there.
  return 'refusal' in decided ? decideFrom(await getBookingFacts(trx, clinicId, asked), wanted, options) : decided
}

function decideFrom(
  facts: LoadedFacts,
  wanted: WantedPlace<string | null>,
  options: PlaceOptions,
): DecidedPlace<ClientRow | null> {
  const named = namedIn(facts, wanted)
  const start = wanted.startsAt
  const end = wanted.endsAt ?? start + named.type.minutes * 60_000
  const request = {
    start,
    end,
    bufferBeforeMinutes: options.buffers?.bufferBeforeMinutes ?? named.type.bufferBeforeMinutes,
    bufferAfterMinutes: options.buffers?.bufferAfterMinutes ?? named.type.bufferAfterMinutes,
    leaving: new Set(options.leaving),
    previousStart: options.previousStart,
    override: options.override.codes,
    online: options.online ?? false,
  }
  const known: BookingFacts = {
    ...facts.clinic,
    closures: facts.closures,
    client: named.client ? { ...named.client, busy: facts.clientBusy } : undefined,
    type: named.type,
    therapist: facts.bookable.get(named.therapist.id)!,
    room: named.room ? facts.bookable.get(named.room.id) : undefined,
  }
  const decision = decideBooking(request, options.adjust?.(known) ?? known, options.now)
  if (decision.accepted) return { ...named, start, end, lane: decision.lane, overridden: decision.overridden }
  return {
    refusal: {
      problems: decision.problems,
      resources: facts.resources,
      wanted: { ...request, ...wanted, roomId: wanted.roomId ?? undefined },
    },
  }
}

/** As late as it may end: what ends later, or before it begins, is refused whatever else stands there. */
function latestEnd({ startsAt, endsAt }: Pick<WantedPlace, 'startsAt' | 'endsAt'>): Instant {
  const latest = startsAt + LONGEST
  return endsAt !== undefined && endsAt > startsAt ? Math.min(endsAt, latest) : latest
}

function namedIn(facts: LoadedFacts, wanted: WantedPlace<string | null>) {
  const therapist = facts.resources.get(wanted.therapistId)
  const room = wanted.roomId ? facts.resources.get(wanted.roomId) : null
  const client = facts.client ?? null
  if (!client && wanted.clientId !== null) throw notFound('client', ['input', 'clientId'])
  if (!facts.type) throw notFound('appointment type', ['input', 'typeId'])
  if (therapist?.kind !== 'therapist') throw notFound('therapist', ['input', 'therapistId'])
  if (room === undefined || (room !== null && room.kind !== 'room')) throw notFound('room', ['input', 'roomId'])
  return { client, type: facts.type, therapist, room }
}
