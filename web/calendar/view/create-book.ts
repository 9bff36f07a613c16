import { type Accessor, createSignal } from 'solid-js'
import type { Instant } from '../../../domain/interval.ts'
import { applyChange, applySnapshot, type Change, type LoggedChange } from '../store/apply-change.ts'
import { type Book, type Card, makeBook, type Snapshot } from '../store/book.ts'
import { expireHolds } from '../store/hold.ts'
import type { Pending, PendingMoves } from '../store/pending.ts'

/** Something somebody else did, with the card as it was and as it is. */
export interface RemoteChange {
  readonly change: LoggedChange
  readonly before: Card | undefined
  readonly after: Card | undefined
}

export interface LiveBook {
  readonly truth: Accessor<Book>
  readonly pending: Accessor<PendingMoves>
  /** Takes changes from the subscription, from catching up or from an answer; those of one call are shown at once. */
  apply(...changes: Change[]): void
  /** Takes a fresh reading of the calendar. */
  replace(snapshot: Snapshot): void
  /** Drops the holds that are over by then. */
  expire(now: Instant): void
  begin(move: Pending): void
  settle(id: string): void
  /** Marks what this page did itself, so that its echo is not shown as somebody else's doing. */
  own(clientMutationId: string): void
  /** Calls back after each change that is not our own; the answer ends it. */
  listen(listener: (remote: RemoteChange) => void): () => void
}

export function createBook(snapshot: Snapshot): LiveBook {
  const [truth, setTruth] = createSignal(makeBook(snapshot))
  const [pending, setPending] = createSignal<PendingMoves>(new Map())
  const listeners = new Set<(remote: RemoteChange) => void>()
  const own = new Set<string>()

  function applyOne(book: Book, change: Change, heard: RemoteChange[]): Book {
    const next = applyChange(book, change)
    if (!('cursor' in change) || (change.clientMutationId && own.has(change.clientMutationId))) return next
    const id = change.kind === 'card' ? change.card.id : change.kind === 'removal' ? change.id : undefined
    if (id === undefined) return next
    const [before, after] = [book.cards.get(id), next.cards.get(id)]
    if (before !== after) heard.push({ change, before, after })
    return next
  }

  return {
    truth,
    pending,
    apply(...changes) {
      const heard: RemoteChange[] = []
      setTruth((book) => changes.reduce((before, change) => applyOne(before, change, heard), book))
      for (const remote of heard) for (const listener of listeners) listener(remote)
    },
    replace: (fresh) => setTruth((book) => applySnapshot(book, fresh)),
    expire: (now) => setTruth((book) => expireHolds(book, now)),
    begin(move) {
      own.add(move.clientMutationId)
      setPending((moves) => new Map(moves).set(move.id, move))
    },
    settle(id) {
      setPending((moves) => new Map([...moves].filter(([each]) => each !== id)))
    },
    own: (clientMutationId) => own.add(clientMutationId),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
