import { inSnapshot } from '../../db/connect.ts'
import { getLogReach } from '../../db/queries/log.ts'
import type { Instant } from '../../domain/interval.ts'
import type { PublicPage, PublicSession } from '../../domain/public-page.ts'
import { addDays, instantOf, localDateOf } from '../../domain/zone.ts'
import type { Services } from '../context.ts'
import { type CalendarText, hashOfText } from '../ics/send-calendar.ts'
import type { Asked } from './asked.ts'
import { type Found, type Reader, readPage } from './read-page.ts'

/** Writes a page; built from web/pages. */
export type Render = (page: PublicPage) => string

interface KeptPage extends CalendarText {
  /** How far the clinic's log had come: nothing was changed since while it has come no further. */
  readonly head: number
  /** When time alone makes another page of it. */
  readonly until: Instant
}

export type Answered = { readonly text: CalendarText } | Exclude<Found, { readonly page: PublicPage }>

const MOST_KEPT = 100

/** Finds pages. Some are kept to be sent again; whether one still stands is asked of the database. */
export function makePages(services: Services, render: Render): (clinicId: string, asked: Asked) => Promise<Answered> {
  const kept = new Map<string, KeptPage>()
  return async (clinicId, asked) => {
    const { db, now, publicUrl } = services
    const key = JSON.stringify([clinicId, asked.base, asked.language, asked.wanted])
    const last = kept.get(key)
    const reader: Reader = { clinicId, now: now(), publicUrl, isPreview: false }
    const found = await inSnapshot(db, clinicId, async (snapshot) => {
      const { head } = await getLogReach(snapshot, clinicId)
      if (last?.head === head && reader.now < last.until) return last
      return { head, ...(await readPage(snapshot, reader, asked)) }
    })
    if ('text' in found) return { text: found }
    if (!('page' in found)) return found
    const text = render(found.page)
    const hash = hashOfText(text)
    const changedAt = last?.hash === hash ? last.changedAt : new Date(reader.now)
    const page = { text, hash, changedAt, head: found.head, until: untilOf(found.page) }
    kept.delete(key)
    kept.set(key, page)
    // The one that was made longest ago is the first.
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
    return { text: page }
  }
}

/** The next moment at which a day or one of the sessions begins or ends. */
function untilOf({ clinic, now, view }: PublicPage): Instant {
  const zone = clinic?.zone ?? 'UTC'
  const midnight = instantOf(addDays(localDateOf(now, zone), 1), '00:00', zone)
  return sessionsOf(view)
    .flatMap(({ endsAt, startsAt }) => [startsAt, endsAt])
    .reduce((until, at) => (at > now && at < until ? at : until), midnight)
}

function sessionsOf(view: PublicPage['view']): readonly PublicSession[] {
  if (view.kind === 'missing') return []
  return view.kind === 'list' ? view.ahead : view.sessions
}
