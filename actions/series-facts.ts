import type { Trx } from '../db/connect.ts'
import { lockBooking } from '../db/queries/appointments.ts'
import type { AppointmentTypeRow, ClientRow, NamedResource } from '../db/queries/book.ts'
import { getBookingFacts, type LoadedFacts } from '../db/queries/booking-facts.ts'
import { listResources } from '../db/queries/resources.ts'
import type { Instant, Interval } from '../domain/interval.ts'
import type { SeriesPolicy } from '../domain/series.ts'
import type { SeriesFacts, SeriesOptions } from '../domain/series-decision.ts'
import { notFound } from './errors.ts'
import type { Override } from './override.ts'

/** As far beside a wanted place as another one is looked for, and a buffer more. */
const REACH = 9 * 24 * 60 * 60_000

export interface WantedSeries {
  readonly clientId: string
  readonly typeId: string
  /** Everything its occurrences take or leave, the therapist it is to have first. */
  readonly therapistIds: readonly string[]
  readonly roomIds: readonly string[]
  /** From the start of the first to the start of the last. */
  readonly span: Interval
  readonly policy: SeriesPolicy
  readonly now: Instant
}

export interface LoadedSeries {
  readonly facts: SeriesFacts
  readonly client: ClientRow
  readonly type: AppointmentTypeRow
  readonly resources: ReadonlyMap<string, NamedResource>
}

/** Locks all that the series may take and loads what its occurrences are decided from, however many they are. */
export async function lockSeriesFacts(trx: Trx, clinicId: string, wanted: WantedSeries): Promise<LoadedSeries> {
  const resourceIds = [
    ...new Set([...wanted.therapistIds, ...wanted.roomIds, ...(await roomsToLock(trx, clinicId, wanted))]),
  ]
  const [, loaded] = await Promise.all([
    lockBooking(trx, clinicId, resourceIds, [wanted.clientId], wanted.now),
    getBookingFacts(trx, clinicId, {
      ...{ clientId: wanted.clientId, typeId: wanted.typeId, resourceIds, now: wanted.now },
      window: { start: wanted.span.start - REACH, end: wanted.span.end + REACH },
    }),
  ])
  return { ...namedIn(loaded, wanted), resources: loaded.resources }
}

/** Where the nearest alternative is taken it may be in any room, if it has one at all. */
export async function roomsToLock(
  trx: Trx,
  clinicId: string,
  { policy, roomIds }: Pick<WantedSeries, 'policy' | 'roomIds'>,
): Promise<readonly string[]> {
  if (policy !== 'nearest_alternative' || roomIds.length === 0) return roomIds
  const resources = await listResources(trx, clinicId)
  return resources.filter((each) => each.kind === 'room' && each.active).map((each) => each.id)
}

/** What every occurrence is decided with. */
export function optionsOf(
  { bufferBeforeMinutes, bufferAfterMinutes }: AppointmentTypeRow,
  policy: SeriesPolicy,
  override: Pick<Override, 'codes'>,
  online: boolean,
  now: Instant,
): SeriesOptions {
  return { policy, now, override: override.codes, online, bufferBeforeMinutes, bufferAfterMinutes }
}

function namedIn(loaded: LoadedFacts, wanted: WantedSeries) {
  const { client, type } = loaded
  if (!client) throw notFound('client', ['input', 'clientId'])
  if (!type) throw notFound('appointment type', ['input', 'typeId'])
  const isKind = (kind: NamedResource['kind']) => (id: string) => loaded.resources.get(id)?.kind === kind
  if (!wanted.therapistIds.every(isKind('therapist'))) throw notFound('therapist', ['input', 'therapistId'])
  if (!wanted.roomIds.every(isKind('room'))) throw notFound('room', ['input', 'roomId'])
  const facts: SeriesFacts = {
    ...loaded.clinic,
    closures: loaded.closures,
    client: { ...client, busy: loaded.clientBusy },
    type,
    resources: loaded.bookable,
  }
  return { facts, client, type }
}
