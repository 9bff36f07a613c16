import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { Instant } from '../../../domain/interval.ts'
import { nextTick } from '../layout/countdown.ts'
import type { LiveBook } from './create-book.ts'

/**
 * The present as the holds of the book need it told: anew whenever the time left of one of them reads differently. One
 * timer for all; a hold that is over leaves the book, whether or not the server can say so.
 */
export function createHoldClock(book: Accessor<LiveBook | undefined>): Accessor<Instant> {
  const [now, setNow] = createSignal(Date.now())
  const holds = createMemo(() => book()?.truth().holds)
  let timer: number | undefined

  function tell(): void {
    clearTimeout(timer)
    setNow(Date.now())
    const ends = [...(holds()?.values() ?? [])].map((hold) => hold.expiresAt)
    const next = nextTick(ends, now())
    if (next !== undefined) timer = window.setTimeout(tell, next - now())
    book()?.expire(now())
  }
  createEffect(on(holds, tell))
  onCleanup(() => clearTimeout(timer))
  return now
}
