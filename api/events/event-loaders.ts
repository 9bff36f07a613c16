import DataLoader from 'dataloader'
import { type ToldProblem, toldProblem } from '../../actions/refuse-booking.ts'
import type { Trx } from '../../db/connect.ts'
import type { NamedResource } from '../../db/queries/book.ts'
import { getClinic } from '../../db/queries/clinics.ts'
import {
  listNextSessions,
  listResourcesById,
  listSessionsOnTimeOff,
  type Session,
} from '../../db/queries/event-sessions.ts'
import { type ImageRow, listImages } from '../../db/queries/images.ts'
import { listSessionClashes } from '../../db/queries/session-clashes.ts'
import type { Instant } from '../../domain/interval.ts'
import type { ApiContext } from '../context.ts'
import { type Audience, readingEvents, shownResource } from './audience.ts'

interface ToldClash {
  readonly originalStartsAt: Instant
  readonly endsAt: Instant
  readonly problems: readonly ToldProblem[]
}

interface Loaders {
  readonly resource: DataLoader<string, NamedResource | null>
  readonly image: DataLoader<string, ImageRow | null>
  readonly nextSession: DataLoader<string, Session | null>
  readonly clashes: DataLoader<string, ToldClash[]>
  readonly onTimeOff: DataLoader<string, boolean>
  /** Where people find a clinic's pages. */
  readonly pages: DataLoader<'pages', string>
}

const loaders = new WeakMap<ApiContext, Loaders>()

/** What many events ask for at once is read in one statement. Nothing is kept: a subscription lives for hours. */
export function loadersOf(context: ApiContext): Loaders {
  const known = loaders.get(context) ?? makeLoaders(context)
  loaders.set(context, known)
  return known
}

function makeLoaders(context: ApiContext): Loaders {
  const { services } = context
  return {
    resource: batching(context, async (trx, audience, ids) => {
      const found = await listResourcesById(trx, audience.clinicId, ids)
      return ids.map((id) => shownResource(found.get(id) ?? null, audience))
    }),
    image: batching(context, async (trx, { clinicId }, ids) => {
      const found = new Map((await listImages(trx, clinicId, ids)).map((each) => [each.id, each]))
      return ids.map((id) => found.get(id) ?? null)
    }),
    nextSession: batching(context, async (trx, audience, ids) => {
      const search = { now: services.now(), publicOnly: audience.isPublic }
      const next = await listNextSessions(trx, audience.clinicId, ids, search)
      const byEvent = new Map(next.map((each) => [each.eventId, shownSession(each, audience)]))
      return ids.map((id) => byEvent.get(id) ?? null)
    }),
    clashes: batching(context, readClashes),
    onTimeOff: batching(context, async (trx, { clinicId }, ids) => {
      const found = await listSessionsOnTimeOff(trx, clinicId, ids)
      return ids.map((id) => found.has(id))
    }),
    pages: batching(context, async (trx, { clinicId }, [only]) => {
      const { slug } = await getClinic(trx, clinicId)
      return only ? [`${services.publicUrl}/c/${slug}`] : []
    }),
  }
}

/** A session as the audience may see it. */
export function shownSession(session: Session, audience: Audience): Session {
  if (!audience.isPublic) return session
  return {
    ...session,
    facilitators: session.facilitators.map((each) => shownResource(each, audience)),
    room: shownResource(session.room, audience),
  }
}

function batching<Key extends string, Value>(
  context: ApiContext,
  read: (trx: Trx, audience: Audience, ids: readonly Key[]) => Promise<Value[]>,
): DataLoader<Key, Value> {
  const load = (ids: readonly Key[]) => readingEvents(context, (trx, audience) => read(trx, audience, ids))
  return new DataLoader(load, { cache: false })
}

async function readClashes(trx: Trx, { clinicId }: Audience, ids: readonly string[]): Promise<ToldClash[][]> {
  const rows = await listSessionClashes(trx, clinicId, ids)
  const named = rows.flatMap((row) => row.problems.flatMap((each) => each.resourceId ?? []))
  const resources = await listResourcesById(trx, clinicId, [...new Set(named)])
  const byEvent = Map.groupBy(rows, (each) => each.eventId)
  return ids.map((id) =>
    (byEvent.get(id) ?? []).map(({ originalStartsAt, endsAt, problems }) => ({
      ...{ originalStartsAt, endsAt },
      problems: problems.map((each) => toldProblem(each, resources)),
    })),
  )
}
