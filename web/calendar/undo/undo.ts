import type { Book, Card, Place } from '../store/book.ts'

/** A move that can still be taken back. */
export interface Undoable {
  readonly id: string
  readonly back: Place
  /** The version the move made: a card changed since by anybody is left alone. */
  readonly version: number
}

export const UNDO_SECONDS = 10

export function undoable(card: Card, back: Place): Undoable {
  return { id: card.id, back, version: card.version }
}

export type Undo =
  | { readonly kind: 'back'; readonly card: Card; readonly place: Place }
  | { readonly kind: 'impossible'; readonly reason: string }

/** What taking the move back comes to, as the book stands. */
export function undo(entry: Undoable, book: Book): Undo {
  const card = book.cards.get(entry.id)
  if (!card) return { kind: 'impossible', reason: 'What was moved is no longer on the calendar.' }
  if (card.version !== entry.version) {
    return { kind: 'impossible', reason: `${card.clientName} has been changed since; the move stays.` }
  }
  return { kind: 'back', card, place: entry.back }
}
