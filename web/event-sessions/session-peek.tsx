import { type JSX, Show } from 'solid-js'
import type { Viewer } from '../calendar/drag/judge.ts'
import { type Book, type Card, therapistsOf } from '../calendar/store/book.ts'
import { type SessionDetails, speakPlaces, standingWords } from '../calendar/store/session.ts'

import { seesRoster } from './create-roster.ts'
import { PeekRoster } from './roster.tsx'

interface SessionPeekProps {
  readonly card: Card
  readonly session: SessionDetails
  readonly book: Book
  readonly viewer: Viewer
}

/** What a look at a session says beneath its time: who runs it, where, and who may still come. */
export function SessionPeek(props: SessionPeekProps): JSX.Element {
  const nameOf = (id: string) => props.book.resources.get(id)?.name ?? []
  const people = () => therapistsOf(props.card).flatMap(nameOf).join(', ')
  const room = () => props.book.resources.get(props.card.roomId ?? '')?.name
  const left = () => {
    const { capacity, placesTaken } = props.session
    if (capacity === null) return undefined
    return capacity > placesTaken ? `${capacity - placesTaken} left` : 'full'
  }
  return (
    <>
      <p>{[people() || 'Nobody runs it yet', room() ?? 'No room'].join(' · ')}</p>
      <p class="figures">
        {[speakPlaces(props.session), left(), ...standingWords(props.session)].filter(Boolean).join(' · ')}
      </p>
      <Show when={seesRoster(props.viewer, props.card)}>
        <PeekRoster card={props.card} />
      </Show>
    </>
  )
}
