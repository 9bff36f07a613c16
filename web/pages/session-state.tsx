import { areFewLeft, type PublicSession } from '../../domain/public-page.ts'
import type { Reading } from './reading.ts'
import { dayInWords, startInWords, timeInWords, zoneInWords } from './times.ts'
import type { PageWords } from './words/page-words.ts'

export interface SessionProps {
  readonly reading: Reading
  readonly session: PublicSession
}

/** Where a session stands, in a word: that it is called off before that it is full. */
function stateOf(
  { isDraft, isOpen, placesLeft, status }: PublicSession,
  words: PageWords,
): { readonly tone: string; readonly text: string } | undefined {
  if (isDraft) return { tone: 'quiet', text: words.draft }
  if (status === 'cancelled' || status === 'postponed') return { tone: 'off', text: words.status[status] }
  if (placesLeft === 0) return { tone: 'full', text: words.full }
  if (status !== 'scheduled') return { tone: 'changed', text: words.status[status] }
  if (!isOpen) return { tone: 'quiet', text: words.closed }
  return areFewLeft(placesLeft) ? { tone: 'few', text: words.fewLeft } : undefined
}

export function SessionState({ reading, session }: SessionProps) {
  const state = stateOf(session, reading.words)
  return state && <span class={`state ${state.tone}`}>{state.text}</span>
}

/** The time of a session as text; struck where it does not take place. */
export function SessionTime({ reading, session }: SessionProps) {
  const { locale } = reading.words
  const { isOnline, startsAt, status } = session
  const isOff = status === 'cancelled' || status === 'postponed'
  return (
    <time datetime={new Date(startsAt).toISOString()} class={isOff ? 'off' : undefined}>
      {timeInWords(session, locale)}
      {isOnline && ` ${zoneInWords(session, locale)}`}
    </time>
  )
}

/** When it was to be before it was moved. */
export function SessionBefore({ reading, session }: SessionProps) {
  const { now, words } = reading
  const { originalStartsAt, startsAt, status, zone } = session
  if (status !== 'rescheduled' || originalStartsAt === startsAt) return undefined
  const was = { startsAt: originalStartsAt, zone }
  const before = `${dayInWords(was, words.locale, now)}, ${startInWords(was, words.locale)}`
  return <span class="quiet"> ({words.was(before)})</span>
}

export function placeOf({ isOnline, placeName, status }: PublicSession, words: PageWords): string {
  if (status === 'moved_online') return words.online
  if (!placeName) return isOnline ? words.online : ''
  return isOnline ? `${placeName} ${words.onlineAnd}` : placeName
}
