import {
  type Book,
  byStart,
  type Card,
  type Hold,
  isShown,
  makeBook,
  resourcesOf,
  type Snapshot,
  type TimeOff,
  without,
} from './book.ts'
import { dropHold, putHold } from './hold.ts'
import { laterOf } from './mark.ts'

export interface Actor {
  readonly kind: 'MEMBER' | 'PARTNER' | 'CLIENT' | 'SYSTEM'
  readonly name: string
}

/** A numbered entry of the clinic's log. */
interface Logged {
  readonly cursor: string
  readonly actor: Actor
  readonly clientMutationId: string | null
}

export type LoggedChange =
  | ({ readonly kind: 'card'; readonly card: Card } & Logged)
  | ({ readonly kind: 'timeOff'; readonly timeOff: TimeOff } & Logged)
  | ({ readonly kind: 'hold'; readonly hold: Hold } & Logged)
  | ({ readonly kind: 'removal'; readonly id: string } & Logged)

/** An answer is what a mutation returned: the truth too, but with no place in the log. */
export type Change =
  | LoggedChange
  | { readonly kind: 'answer'; readonly card: Card }
  | { readonly kind: 'held'; readonly hold: Hold }
  | { readonly kind: 'released'; readonly id: string }

/**
 * The book after a change. Every way a change reaches us (subscription, mutation answer, catch-up) comes through here,
 * so order and repetition do not matter: an item is replaced only by a newer version of itself, and only by something
 * later in the log than what we last heard of it.
 */
export function applyChange(book: Book, change: Change): Book {
  if (!('cursor' in change)) return applyAnswer(book, change)
  const id = idOf(change)
  if (!isLater(change.cursor, book.heard.get(id)?.cursor ?? book.baseline)) return book
  const next = put(book, change)
  return {
    ...next,
    cursor: isLater(change.cursor, book.cursor) ? change.cursor : book.cursor,
    heard: new Map(next.heard).set(id, {
      cursor: change.cursor,
      gone: versionOf(next, id) === undefined,
      version: versionOf(next, id) ?? Math.max(versionOf(book, id) ?? 0, next.heard.get(id)?.version ?? 0),
    }),
  }
}

/** A fresh reading of the calendar; what we know in a newer version, or know to be gone since, stays as we know it. */
export function applySnapshot(book: Book, snapshot: Snapshot): Book {
  const cards = stillThere(book, snapshot, snapshot.cards).map((read) => {
    const known = book.cards.get(read.id)
    return known ? laterOf(read, known) : read
  })
  const holds = stillThere(book, snapshot, snapshot.holds).map((read) => {
    const known = book.holds.get(read.id)
    return known && known.version > read.version ? known : read
  })
  return { ...makeBook({ ...snapshot, cards, holds }), heard: onlyGone(book) }
}

function stillThere<Item extends { readonly id: string; readonly version: number }>(
  book: Book,
  { cursor }: Snapshot,
  read: readonly Item[],
): Item[] {
  return read.filter((item) => !isGone(book, item) && !wentAfter(book, item.id, cursor))
}

// A removal says no version, so an answer to what we did before it could look newer than what was removed.
function applyAnswer(book: Book, answer: Exclude<Change, LoggedChange>): Book {
  if (answer.kind === 'released') return release(book, answer.id)
  const item = answer.kind === 'answer' ? answer.card : answer.hold
  if (book.heard.get(item.id)?.gone) return book
  if (answer.kind === 'answer') return takeCard(book, answer.card)
  return isNewer(book, answer.hold) ? putHold(book, answer.hold) : book
}

/** Cursors are decimal numbers of any length. */
export function isLater(cursor: string, than: string): boolean {
  return cursor.length === than.length ? cursor > than : cursor.length > than.length
}

function idOf(change: LoggedChange): string {
  switch (change.kind) {
    case 'removal':
      return change.id
    case 'card':
      return change.card.id
    case 'timeOff':
      return change.timeOff.id
    case 'hold':
      return change.hold.id
  }
}

function put(book: Book, change: LoggedChange): Book {
  switch (change.kind) {
    case 'card':
      return takeCard(book, change.card)
    case 'timeOff':
      return isNewer(book, change.timeOff) ? putTimeOff(book, change.timeOff) : book
    case 'hold':
      return isNewer(book, change.hold) ? putHold(book, change.hold) : book
    case 'removal':
      return dropHold(dropTimeOff(dropCard(book, change.id), change.id), change.id)
  }
}

function versionOf(book: Book, id: string): number | undefined {
  return book.cards.get(id)?.version ?? book.timeOff.get(id)?.version ?? book.holds.get(id)?.version
}

// The version last known, when it comes again later in the log, was known before its removal was heard of: an answer can
// run ahead of the log by more than one change.
function isGone(book: Book, item: { id: string; version: number }): boolean {
  const heard = book.heard.get(item.id)
  return heard?.gone === true && heard.version > item.version
}

function wentAfter(book: Book, id: string, cursor: string): boolean {
  const heard = book.heard.get(id)
  return heard?.gone === true && !isLater(cursor, heard.cursor)
}

function isNewer(book: Book, item: { id: string; version: number }): boolean {
  return item.version > (versionOf(book, item.id) ?? 0) && !isGone(book, item)
}

function onlyGone(book: Book): Book['heard'] {
  return new Map([...book.heard].filter(([, heard]) => heard.gone))
}

function takeCard(book: Book, card: Card): Book {
  if (isGone(book, card)) return book
  const known = book.cards.get(card.id)
  const later = known ? laterOf(known, card) : card
  return later === known ? book : putCard(book, later)
}

function putCard(book: Book, card: Card): Book {
  if (!isShown(card)) return { ...dropCard(book, card.id), heard: heardGone(book, card) }
  return {
    ...book,
    cards: new Map(book.cards).set(card.id, card),
    byResource: reindex(book, book.cards.get(card.id), card),
  }
}

// A hold that was given back never returns, whatever the log has still to tell of it.
function release(book: Book, id: string): Book {
  return { ...dropHold(book, id), heard: heardGone(book, { id, version: Number.POSITIVE_INFINITY }) }
}

function heardGone(book: Book, { id, version }: { id: string; version: number }): Book['heard'] {
  return new Map(book.heard).set(id, { cursor: book.heard.get(id)?.cursor ?? book.baseline, gone: true, version })
}

function dropCard(book: Book, id: string): Book {
  const known = book.cards.get(id)
  if (!known) return book
  return { ...book, cards: without(book.cards, id), byResource: reindex(book, known, undefined) }
}

function reindex(book: Book, known: Card | undefined, card: Card | undefined): Book['byResource'] {
  const byResource = new Map(book.byResource)
  for (const resource of known ? resourcesOf(known) : []) {
    byResource.set(
      resource,
      (byResource.get(resource) ?? []).filter((each) => each !== known),
    )
  }
  for (const resource of card ? resourcesOf(card) : []) {
    byResource.set(resource, [...(byResource.get(resource) ?? []), card!].sort(byStart))
  }
  return byResource
}

function putTimeOff(book: Book, timeOff: TimeOff): Book {
  const rest = dropTimeOff(book, timeOff.id)
  const beside = rest.timeOffByResource.get(timeOff.resourceId) ?? []
  const known = { ...rest, timeOff: new Map(rest.timeOff).set(timeOff.id, timeOff) }
  if (!timeOff.approved) return known
  return {
    ...known,
    timeOffByResource: new Map(rest.timeOffByResource).set(timeOff.resourceId, [...beside, timeOff]),
  }
}

function dropTimeOff(book: Book, id: string): Book {
  const known = book.timeOff.get(id)
  if (!known) return book
  const beside = (book.timeOffByResource.get(known.resourceId) ?? []).filter((each) => each.id !== id)
  return {
    ...book,
    timeOff: without(book.timeOff, id),
    timeOffByResource: new Map(book.timeOffByResource).set(known.resourceId, beside),
  }
}
