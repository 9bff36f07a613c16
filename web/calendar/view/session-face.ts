import { initialsOf } from '../../shell/initials.ts'
import { type Card, type Column, therapistsOf } from '../store/book.ts'
import { type SessionDetails, sayPlaces, speakPlaces, standingWords } from '../store/session.ts'

type Resources = ReadonlyMap<string, Column>

/** The classes a session has besides those of every card. */
export function sessionClass({ isDraft }: SessionDetails): string {
  return isDraft ? 'session draft' : 'session'
}

/** Beneath its title: places, where, and who runs it; each column leaves out what it stands for where that is all. */
export function sessionMore(card: Card, session: SessionDetails, column: Column, resources: Resources): string {
  const room = card.roomId === null || card.roomId === column.id ? undefined : resources.get(card.roomId)?.name
  const people = therapistsOf(card).flatMap((id) => resources.get(id) ?? [])
  const isAlone = people.length === 1 && people[0]!.id === column.id
  const initials = isAlone ? undefined : people.map((each) => initialsOf(each.name)).join(', ')
  return [...standingWords(session).map(capital), sayPlaces(session), room, initials].filter(Boolean).join(' · ')
}

/** Behind the time, where there is no line for the rest. */
export function placesBeside({ placesTaken, capacity }: SessionDetails): string {
  return capacity === null ? `${placesTaken}` : `${placesTaken}/${capacity}`
}

/** All of those who run it, and what only a session has, for its accessible name. */
export function sessionLabel(card: Card, session: SessionDetails, resources: Resources): string[] {
  const names = therapistsOf(card).flatMap((id) => resources.get(id)?.name ?? [])
  const standing = standingWords(session)
  return [names.join(' and ') || 'nobody runs it', speakPlaces(session), standing.join(', ') || 'as planned']
}

function capital(word: string): string {
  return `${word[0]!.toUpperCase()}${word.slice(1)}`
}
