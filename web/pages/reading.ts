import type { Instant } from '../../domain/interval.ts'
import type { PublicPage } from '../../domain/public-page.ts'
import type { PageWords } from './words/page-words.ts'

/** What every part of a page needs to be written down. */
export interface Reading {
  readonly words: PageWords
  readonly now: Instant
  /** Where the clinic's pages begin. */
  readonly base: string
  /** What prices are in. */
  readonly currency: string
}

interface Wanted {
  readonly month?: string | null
  readonly shows?: 'list' | 'calendar'
  readonly tag?: string | null
  readonly page?: number
}

/** Where the list or the calendar is shown so. */
export function eventsAt({ base }: Pick<PublicPage, 'base'>, { month, page, shows, tag }: Wanted = {}): string {
  const query = new URLSearchParams()
  if (month) query.set('month', month)
  if (shows === 'calendar') query.set('view', 'calendar')
  if (tag) query.set('tag', tag)
  if (page !== undefined && page > 1) query.set('page', String(page))
  return `${base}/events${query.size > 0 ? `?${query}` : ''}`
}

export function eventAt({ base }: Pick<PublicPage, 'base'>, slug: string): string {
  return `${base}/events/${slug}`
}
