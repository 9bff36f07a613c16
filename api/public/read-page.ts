import type { Trx } from '../../db/connect.ts'
import { type ClinicRow, getClinic } from '../../db/queries/clinics.ts'
import { type ImageRow, listImages } from '../../db/queries/images.ts'
import {
  findPublicEvent,
  listEventsAhead,
  listEventsPast,
  listPublicSessions,
  listPublicTags,
  listSessionsForPage,
  listWallSessions,
  type PublicEvent,
  type ShownEvent,
} from '../../db/queries/public-events.ts'
import { eventJsonLd } from '../../domain/event-json-ld.ts'
import type { Instant } from '../../domain/interval.ts'
import {
  type EventView,
  excerptOf,
  formOf,
  LISTED,
  type ListedEvent,
  type ListView,
  MOST_A_DAY,
  type MonthView,
  monthAfter,
  type PublicClinic,
  type PublicImage,
  type PublicPage,
} from '../../domain/public-page.ts'
import { instantOf, localDateOf } from '../../domain/zone.ts'
import { htmlOf } from '../events/markdown.ts'
import { type Asked, SLUG, type Wanted } from './asked.ts'

/** Who reads, and from where. */
export interface Reader {
  readonly clinicId: string
  readonly now: Instant
  readonly publicUrl: string
  /** Whether what is not published is shown too. */
  readonly isPreview: boolean
}

/** A page; or where the address leads now; or nothing, as there is no such thing. */
export type Found = { readonly page: PublicPage } | { readonly movedTo: string } | { readonly missing: PublicPage }

const PAST = 20
const MOST_DATES = 60
const EXCERPT = 200

export async function readPage(trx: Trx, reader: Reader, { base, language, wanted }: Asked): Promise<Found> {
  const { clinicId, now, publicUrl } = reader
  const row = await getClinic(trx, clinicId)
  const clinic = await clinicOf(trx, row)
  const home = `${publicUrl}/c/${row.slug}/events`
  const about = { language, clinic, base, now }
  if (wanted.kind !== 'event') {
    const view = await (wanted.kind === 'list'
      ? readList(trx, reader, row, wanted)
      : readMonth(trx, reader, row, wanted))
    return { page: { ...about, canonical: `${home}${queryOf(wanted)}`, view } }
  }
  const event = SLUG.test(wanted.slug) ? await findPublicEvent(trx, clinicId, wanted.slug.toLowerCase()) : undefined
  const isShown = event && (reader.isPreview || event.publishStatus === 'published')
  if (!isShown) return { missing: { ...about, canonical: home, view: { kind: 'missing' } } }
  if (event.slug !== wanted.slug) return { movedTo: `${base}/events/${event.slug}` }
  const told = await readEvent(trx, reader, row.slug, event)
  const view = { ...told, form: formOf(told, now), said: wanted.said }
  const canonical = `${home}/${event.slug}`
  const jsonLd = eventJsonLd(view, clinic, { page: canonical, list: home, origin: publicUrl })
  return { page: { ...about, canonical, view: { ...view, jsonLd } } }
}

export async function clinicOf(
  trx: Trx,
  { about, currency, hue, id, logoId, name, slug, zone }: ClinicRow,
): Promise<PublicClinic> {
  const [logo] = logoId ? await listImages(trx, id, [logoId]) : []
  return { name, zone, hue, about, currency, logo: logo ? imageOf(slug, logo) : null }
}

type Pictured = Omit<ImageRow, 'mediaType'>

function imageOf(clinicSlug: string, { alt, height, id, width }: Pictured): PublicImage {
  return { url: `/c/${clinicSlug}/images/${id}`, width, height, alt }
}

async function readList(
  trx: Trx,
  { clinicId, now }: Reader,
  { slug }: ClinicRow,
  { page, tag }: Wanted & { kind: 'list' },
): Promise<ListView> {
  const search = { tag, now, limit: LISTED + 1, offset: (page - 1) * LISTED }
  const [ahead, tags] = await Promise.all([listEventsAhead(trx, clinicId, search), listPublicTags(trx, clinicId)])
  const hasMore = ahead.length > LISTED
  const past = hasMore ? [] : await listEventsPast(trx, clinicId, { ...search, limit: PAST, offset: 0 })
  const listed = (events: readonly ShownEvent[], furtherFor: (event: ShownEvent) => number) =>
    events.map(
      ({ description, image, ...event }): ListedEvent => ({
        ...event,
        excerpt: excerptOf(description, EXCERPT),
        image: image && imageOf(slug, image),
        further: furtherFor({ ...event, description, image }),
      }),
    )
  return {
    kind: 'list',
    ahead: listed(ahead.slice(0, LISTED), ({ further }) => further),
    past: listed(past, () => 0),
    ...{ page, hasMore, tags, tag },
  }
}

async function readMonth(
  trx: Trx,
  { clinicId, now }: Reader,
  { zone }: ClinicRow,
  { month, page, shows, tag }: Wanted & { kind: 'month' },
): Promise<MonthView> {
  const start = instantOf(`${month}-01`, '00:00', zone)
  const end = instantOf(`${monthAfter(month, 1)}-01`, '00:00', zone)
  const about = { kind: 'month', month, today: localDateOf(now, zone), shows, page, tag } as const
  if (shows === 'calendar') {
    // The one that follows those that are shown is where the rest of its day is found.
    const [sessions, tags] = await Promise.all([
      listWallSessions(trx, clinicId, { start, end }, { tag, mostADay: MOST_A_DAY + 1 }),
      listPublicTags(trx, clinicId),
    ])
    const counts = new Map(sessions.map((each) => [localDateOf(each.startsAt, each.zone), each.thatDay]))
    return { ...about, sessions, counts, hasMore: false, tags }
  }
  const [sessions, tags] = await Promise.all([
    listPublicSessions(trx, clinicId, { start, end }, { tag, limit: LISTED + 1, offset: (page - 1) * LISTED }),
    listPublicTags(trx, clinicId),
  ])
  return { ...about, sessions: sessions.slice(0, LISTED), counts: new Map(), hasMore: sessions.length > LISTED, tags }
}

async function readEvent(
  trx: Trx,
  { clinicId, isPreview, now }: Reader,
  clinicSlug: string,
  event: PublicEvent,
): Promise<Omit<EventView, 'form' | 'jsonLd' | 'said'>> {
  const { description, id, image, kind, publishStatus, ...told } = event
  const sessions = await listSessionsForPage(trx, clinicId, id, { limit: MOST_DATES, now, withDrafts: isPreview })
  return {
    ...told,
    kind: 'event',
    eventKind: kind,
    descriptionHtml: htmlOf(description),
    excerpt: excerptOf(description, EXCERPT),
    image: image && imageOf(clinicSlug, image),
    sessions,
    isPreview: isPreview && (publishStatus !== 'published' || sessions.some((each) => each.isDraft)),
  }
}

function queryOf(wanted: Exclude<Wanted, { kind: 'event' }>): string {
  const query = new URLSearchParams()
  if (wanted.kind === 'month') query.set('month', wanted.month)
  if (wanted.kind === 'month' && wanted.shows === 'calendar') query.set('view', 'calendar')
  if (wanted.tag) query.set('tag', wanted.tag)
  if (wanted.page > 1) query.set('page', String(wanted.page))
  return query.size > 0 ? `?${query}` : ''
}
