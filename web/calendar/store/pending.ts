import { type Book, byStart, type Card, type Place, resourcesOf } from './book.ts'

/** A move under way: the server has not answered. Refused, it is deleted and nothing has to be put back. */
export interface Pending {
  readonly id: string
  readonly place: Place
  readonly clientMutationId: string
  /** One that is being booked, which no book has yet. */
  readonly card?: Card
}

export type PendingMoves = ReadonlyMap<string, Pending>

const NONE: readonly ShownCard[] = []

/** A card as it is to be shown: the truth, or where it is being moved to. */
export interface ShownCard extends Card {
  readonly isSaving?: boolean
}

/** The cards of a resource as they are to be shown, sorted: the truth with the moves under way laid over it. */
export function overlay(book: Book, pending: PendingMoves, resourceId: string): readonly ShownCard[] {
  const truth = book.byResource.get(resourceId) ?? NONE
  const shown = [...pending.values()].filter((move) => touches(book, move, resourceId))
  if (shown.length === 0) return truth
  const moving = new Set(shown.map((move) => move.id))
  const arriving = shown
    .filter((move) => resourcesOf(move.place).includes(resourceId))
    .map((move) => shownCard(book, pending, move.id)!)
  return [...truth.filter((card) => !moving.has(card.id)), ...arriving].sort(byStart)
}

function touches(book: Book, move: Pending, resourceId: string): boolean {
  const card = book.cards.get(move.id) ?? move.card
  return card !== undefined && (resourcesOf(card).includes(resourceId) || resourcesOf(move.place).includes(resourceId))
}

/** The card as it is to be shown, wherever it is. */
export function shownCard(book: Book, pending: PendingMoves, id: string): ShownCard | undefined {
  const move = pending.get(id)
  const card = book.cards.get(id) ?? move?.card
  return card && move ? { ...card, ...move.place, isSaving: true } : card
}
