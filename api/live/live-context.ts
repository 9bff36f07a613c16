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

/** An iterable that yields nothing, lasts until it is told to fail or is returned, and calls `onEnd` once. */
export function silence(onEnd: () => void): { iterable: AsyncIterableIterator<never>; fail: (error: unknown) => void } {
  const ended = Promise.withResolvers<IteratorResult<never>>()
  let over = false
  const end = () => {
    if (over) return
    over = true
    onEnd()
  }
  const iterable: AsyncIterableIterator<never> = {
    [Symbol.asyncIterator]: () => iterable,
    next: () => ended.promise,
    return: () => {
      end()
      ended.resolve({ done: true, value: undefined })
      return ended.promise
    },
  }
  const fail = (error: unknown) => {
    end()
    ended.reject(error)
  }
  ended.promise.catch(() => undefined)
  return { iterable, fail }
}
