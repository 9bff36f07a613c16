import type { Instant, Interval } from '../../../domain/interval.ts'

export interface Clock {
  /** `2:30 PM` or `14:30`, as the locale has it. */
  time(at: Instant): string
  /** The same without the half of the day: `2:30`. */
  short(at: Instant): string
  range(interval: Interval): string
}

/** The clinic's clock. A day has few distinct times and many cards, and formatting is slow: each is formatted once. */
export function makeClock(zone: string, locale: string): Clock {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: 'numeric', minute: '2-digit' })
  const times = new Map<Instant, string>()
  const shorts = new Map<Instant, string>()
  function time(at: Instant): string {
    return remember(times, at, () => format.format(at))
  }
  return {
    time,
    short: (at) => remember(shorts, at, () => time(at).replace(/\s?[ap]\.?m\.?$/i, '')),
    range: (interval) => `${time(interval.start)} to ${time(interval.end)}`,
  }
}

function remember(known: Map<Instant, string>, at: Instant, make: () => string): string {
  const found = known.get(at)
  if (found !== undefined) return found
  const made = make()
  known.set(at, made)
  return made
}
