import { type Book, byStart, type Card, isShown, makeBook, resourcesOf, type Snapshot, type TimeOff } from './book.ts'

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
  | ({ readonly kind: 'removal'; readonly id: string } & Logged)

/** An answer is what a mutation returned: the truth too, but with no place in the log. */
export type Change = LoggedChange | { readonly kind: 'answer'; readonly card: Card }

/**
 * The book after a change. Every way a change reaches us (subscription, mutation answer, catch-up) comes through here,
 * so order and repetition do not matter: an item is replaced only by a newer version of itself, and only by something
 * later in the log than what we last heard of it.
 */
export function applyChange(book: Book, change: Change): Book {
  if (change.kind === 'answer') return applyAnswer(book, change.card)
  const id = idOf(change)
  if (!isLater(change.cursor, book.heard.get(id)?.cursor ?? book.baseline)) return book
  const next = put(book, change)
  return {
    ...next,
    cursor: isLater(change.cursor, book.cursor) ? change.cursor : book.cursor,
    heard: new Map(next.heard).set(id, {
      cursor: change.cursor,
      gone: !next.cards.has(id) && !next.timeOff.has(id),
      version: versionOf(next, id) ?? Math.max(versionOf(book, id) ?? 0, next.heard.get(id)?.version ?? 0),
    }),
  }
}

/** A fresh reading of the calendar; what we know in a newer version, or know to be gone since, stays as we know it. */
export function applySnapshot(book: Book, snapshot: Snapshot): Book {
  const cards = snapshot.cards
    .filter((card) => !isGone(book, card) && !wentAfter(book, card.id, snapshot.cursor))
    .map((card) => {
      const known = book.cards.get(card.id)
      return known && known.version > card.version ? known : card
    })
  return { ...makeBook({ ...snapshot, cards }), heard: onlyGone(book) }
}

// A removal says no version, so an answer to what we did before it could look newer than what was removed.
function applyAnswer(book: Book, card: Card): Book {
  return isNewer(book, card) && !book.heard.get(card.id)?.gone ? putCard(book, card) : book
}

/** Cursors are decimal numbers of any length. */
export function isLater(cursor: string, than: string): boolean {
  return cursor.length === than.length ? cursor > than : cursor.length > than.length
}

function idOf(change: LoggedChange): string {
  if (change.kind === 'removal') return change.id
  return change.kind === 'card' ? change.card.id : change.timeOff.id
}

function put(book: Book, change: LoggedChange): Book {
  switch (change.kind) {
    case 'card':
      return isNewer(book, change.card) ? putCard(book, change.card) : book
    case 'timeOff':
      return isNewer(book, change.timeOff) ? putTimeOff(book, change.timeOff) : book
    case 'removal':
      return dropTimeOff(dropCard(book, change.id), change.id)
  }
}

function versionOf(book: Book, id: string): number | undefined {
  return book.cards.get(id)?.version ?? book.timeOff.get(id)?.version
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

function putCard(book: Book, card: Card): Book {
  if (!isShown(card)) {
    const heard = { cursor: book.heard.get(card.id)?.cursor ?? book.baseline, gone: true, version: card.version }
    return { ...dropCard(book, card.id), heard: new Map(book.heard).set(card.id, heard) }
  }
  return {
    ...book,
    cards: new Map(book.cards).set(card.id, card),
    byResource: reindex(book, book.cards.get(card.id), card),
  }
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

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}
