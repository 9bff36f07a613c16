import { inClinic, inSnapshot, type Trx } from '../../db/connect.ts'
import { getClinic } from '../../db/queries/clinics.ts'
import { listAppointmentsOfFeed, listEventsOfFeed, listTimeOffOfFeed } from '../../db/queries/feed-facts.ts'
import { getFeed, noteFeedContent, type PulledFeed } from '../../db/queries/feeds.ts'
import { getLogReach } from '../../db/queries/log.ts'
import { type FeedContent, feedWindow } from '../../domain/feed.ts'
import { writeCalendar } from '../../domain/ics/calendar.ts'
import { feedEntries } from '../../domain/ics/feed-entries.ts'
import { instantOf } from '../../domain/zone.ts'
import type { Services } from '../context.ts'
import { type CalendarText, hashOfText } from './send-calendar.ts'

/** Counted up when feeds are written differently: those that were written before are then written anew. */
export const FEED_FORM = '1'

const REFRESH_MINUTES = 60
const MOST_KEPT = 50

type Building = Pick<Services, 'db' | 'now' | 'publicUrl'>

/** The files of feeds. Some are kept, to be sent again; whether one still stands is asked of the database. */
export function makeFeedFiles(services: Building): (pulled: PulledFeed) => Promise<CalendarText> {
  const kept = new Map<string, CalendarText>()
  return async (pulled) => {
    const last = kept.get(pulled.feedId)
    kept.delete(pulled.feedId)
    const isStanding = pulled.isCurrent && last !== undefined && last.hash === pulled.contentHash
    const file = isStanding ? last : await writeFeed(services, pulled)
    kept.set(pulled.feedId, file)
    // The one that was asked for longest ago is the first.
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
    return file
  }
}

/** Writes the feed from the database, and notes what it came to. */
async function writeFeed({ db, now, publicUrl }: Building, pulled: PulledFeed): Promise<CalendarText> {
  const { clinicId, contentKey: key, feedId } = pulled
  const { seq, text } = await inSnapshot(db, clinicId, (snapshot) => readFeed(snapshot, pulled, publicUrl))
  const hash = hashOfText(text)
  const changedAt = await inClinic(db, clinicId, (trx) =>
    noteFeedContent(trx, clinicId, { feedId, key, seq, hash }, now()),
  )
  return { text, hash, changedAt }
}

async function readFeed(snapshot: Trx, { clinicId, contentKey, feedId }: PulledFeed, publicUrl: string) {
  const [clinic, feed, reach] = await Promise.all([
    getClinic(snapshot, clinicId),
    getFeed(snapshot, clinicId, feedId),
    getLogReach(snapshot, clinicId),
  ])
  const window = feedWindow(instantOf(contentKey.slice(-'2026-11-21'.length), '00:00', clinic.zone))
  const shows = (content: FeedContent) => feed.includes.includes(content)
  const [appointments, timeOff, { events, sessions }] = await Promise.all([
    shows('appointments') ? listAppointmentsOfFeed(snapshot, clinicId, feed, window) : [],
    shows('time_off') ? listTimeOffOfFeed(snapshot, clinicId, feed, window) : [],
    shows('sessions') ? listEventsOfFeed(snapshot, clinicId, feed, window) : { events: [], sessions: [] },
  ])
  const pageOf = (slug: string) => `${publicUrl}/c/${clinic.slug}/events/${slug}`
  const { kind, privacy } = feed
  const text = writeCalendar({
    name: kind === 'events' ? clinic.name : feed.name,
    zone: clinic.zone,
    covers: window,
    refreshMinutes: REFRESH_MINUTES,
    entries: feedEntries({ kind, privacy, appointments, timeOff, events, sessions, pageOf }),
  })
  return { text, seq: reach.head }
}
