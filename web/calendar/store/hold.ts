import type { Instant } from '../../../domain/interval.ts'
import { type Book, group, type Hold, resourcesOf, without } from './book.ts'

export function putHold(book: Book, hold: Hold): Book {
  return withHolds(book, new Map(book.holds).set(hold.id, hold))
}

export function dropHold(book: Book, id: string): Book {
  return book.holds.has(id) ? withHolds(book, without(book.holds, id)) : book
}

/** The book without the holds that are over: a hold ends by the clock, whether or not anybody tells of it. */
export function expireHolds(book: Book, now: Instant): Book {
  const standing = [...book.holds].filter(([, hold]) => hold.expiresAt > now)
  return standing.length === book.holds.size ? book : withHolds(book, new Map(standing))
}

// There are few holds at a time: all are grouped anew.
function withHolds(book: Book, holds: Book['holds']): Book {
  return { ...book, holds, holdsByResource: group([...holds.values()], resourcesOf) }
}
