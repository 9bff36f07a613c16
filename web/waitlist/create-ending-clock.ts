import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { Instant } from '../../domain/interval.ts'
import { nextTick, timeLeft } from '../calendar/layout/countdown.ts'

/** The present, told anew whenever the time left until one of the ends reads differently. */
export function createEndingClock(ends: Accessor<readonly Instant[]>): Accessor<Instant> {
  const [now, setNow] = createSignal(Date.now())
  let timer: number | undefined
  function tell(): void {
    clearTimeout(timer)
    setNow(Date.now())
    const next = nextTick(ends(), now())
    if (next !== undefined) timer = window.setTimeout(tell, next - now())
  }
  createEffect(on(ends, tell))
  onCleanup(() => clearTimeout(timer))
  return now
}

const HOUR_MINUTES = 60
const MINUTE_MS = 60_000

/** `3 h 20 min`, `12 min`, and `59 s` in the last minute. */
export function leftInWords(until: Instant, now: Instant): string {
  const minutes = Math.ceil((until - now) / MINUTE_MS)
  if (minutes < 2 * HOUR_MINUTES) return timeLeft(until, now)
  const rest = minutes % HOUR_MINUTES
  return `${Math.floor(minutes / HOUR_MINUTES)} h${rest ? ` ${rest} min` : ''}`
}
