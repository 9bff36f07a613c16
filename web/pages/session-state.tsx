import { Show } from 'solid-js'
import type { PublicSession } from '../../domain/public-page.ts'
import type { Reading } from './reading.ts'
import { dayInWords, startInWords, timeInWords, zoneInWords } from './times.ts'

interface SessionProps extends Reading {
  readonly session: PublicSession
}

const FEW = 5

/** Where a session stands, in a word: that it is called off before that it is full. */
function stateOf({ session, words }: SessionProps): { readonly tone: string; readonly text: string } | undefined {
  const { isDraft, isOpen, placesLeft, status } = session
  if (isDraft) return { tone: 'quiet', text: words.draft }
  if (status === 'cancelled' || status === 'postponed') return { tone: 'off', text: words.status[status] }
  if (placesLeft === 0) return { tone: 'full', text: words.full }
  if (status !== 'scheduled') return { tone: 'changed', text: words.status[status] }
  if (!isOpen) return { tone: 'quiet', text: words.closed }
  return placesLeft !== null && placesLeft <= FEW ? { tone: 'few', text: words.placesLeft(placesLeft) } : undefined
}

export function SessionState(props: SessionProps) {
  return <Show when={stateOf(props)}>{(state) => <span class={`state ${state().tone}`}>{state().text}</span>}</Show>
}

/** The time of a session as text; struck where it does not take place. */
export function SessionTime(props: SessionProps) {
  const isOff = () => props.session.status === 'cancelled' || props.session.status === 'postponed'
  const text = () => timeInWords(props.session, props.words.locale)
  return (
    <time datetime={new Date(props.session.startsAt).toISOString()} class={isOff() ? 'off' : undefined}>
      {text()}
      <Show when={props.session.isOnline}> {zoneInWords(props.session, props.words.locale)}</Show>
    </time>
  )
}

/** When it was to be before it was moved. */
export function SessionBefore(props: SessionProps) {
  const { now, words } = props
  const before = () => {
    const { originalStartsAt, startsAt, status, zone } = props.session
    if (status !== 'rescheduled' || originalStartsAt === startsAt) return undefined
    const was = { startsAt: originalStartsAt, zone }
    return `${dayInWords(was, words.locale, now)}, ${startInWords(was, words.locale)}`
  }
  return <Show when={before()}>{(was) => <span class="quiet"> ({words.was(was())})</span>}</Show>
}

export function placeOf({ session, words }: Pick<SessionProps, 'session' | 'words'>): string {
  const { isOnline, placeName, status } = session
  if (status === 'moved_online') return words.online
  if (!placeName) return isOnline ? words.online : ''
  return isOnline ? `${placeName} ${words.onlineAnd}` : placeName
}
