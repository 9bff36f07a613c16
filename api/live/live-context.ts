import type { ApiContext } from '../context.ts'
import type { CalendarHub, CalendarOperation } from './calendar-hub.ts'

/** What an operation has that came over a socket. */
export interface LiveContext extends ApiContext {
  readonly live: {
    readonly hub: CalendarHub
    /**
     * Starts following and answers with an iterable that yields nothing: changes go straight to the socket, already
     * serialised, and the iterable only says when the subscription ends.
     */
    follow(start: (operation: CalendarOperation) => () => void): AsyncIterable<never>
  }
}

export function isLive(context: ApiContext): context is LiveContext {
  return 'live' in context
}

/** An iterable that yields nothing, lasts until it is returned or ended, and calls `onEnd` once. */
export function silence(onEnd: () => void) {
  const ended = Promise.withResolvers<IteratorResult<never>>()
  let isOver = false
  const end = () => {
    if (isOver) return
    isOver = true
    onEnd()
    ended.resolve({ done: true, value: undefined })
  }
  const iterable: AsyncIterableIterator<never> = {
    [Symbol.asyncIterator]: () => iterable,
    next: () => ended.promise,
    return: () => {
      end()
      return ended.promise
    },
  }
  return { iterable, end, isOver: () => isOver }
}
