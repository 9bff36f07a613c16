import type { Rights } from './rights.ts'

export const feedKinds = ['events', 'therapist', 'room', 'client'] as const
export type FeedKind = (typeof feedKinds)[number]
/** What a private feed can be of; the published events have one of their own. */
export type PrivateFeedKind = Exclude<FeedKind, 'events'>
export const privateFeedKinds = ['therapist', 'room', 'client'] as const satisfies readonly PrivateFeedKind[]

/** That time is taken, with whose initials, or with names and types. Notes never leave in a feed. */
export const feedPrivacies = ['busy', 'initials', 'full'] as const
export type FeedPrivacy = (typeof feedPrivacies)[number]

export const feedContents = ['appointments', 'sessions', 'time_off'] as const
export type FeedContent = (typeof feedContents)[number]

const DAY = 24 * 60 * 60_000
const DAYS_BACK = 60
const DAYS_AHEAD = 400
const DAYS_CANCELLED = 30

/** What a feed covers on the day that begins then. */
export interface FeedWindow {
  readonly start: number
  readonly end: number
  /** What was cancelled before it is no longer told of. */
  readonly cancelledSince: number
}

/** The window of a feed on the day that begins then: the same all day, so that what has not changed is the same text. */
export function feedWindow(dayBegins: number): FeedWindow {
  return {
    start: dayBegins - DAYS_BACK * DAY,
    end: dayBegins + DAYS_AHEAD * DAY,
    cancelledSince: dayBegins - DAYS_CANCELLED * DAY,
  }
}

export interface FeedSubject {
  readonly kind: FeedKind
  readonly resourceId: string | null
}

/** Whether somebody with those rights, and that own calendar if any, may see, make and end the feed. */
export function mayKeepFeed(rights: Rights, { kind, resourceId }: FeedSubject, ownTherapistId?: string): boolean {
  if (rights.has('edit_feeds')) return true
  return kind === 'therapist' && ownTherapistId !== undefined && resourceId === ownTherapistId
}

/** The first letters of the first and the last name: `Maya de la Cruz` is M. C. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const shown = words.length > 1 ? [words[0]!, words.at(-1)!] : words
  return shown.map((word) => `${[...word][0]!.toUpperCase()}.`).join(' ')
}
