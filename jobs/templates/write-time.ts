import type { Instant } from '../../domain/interval.ts'
import { wallClock } from '../../domain/zone.ts'
import { formatOf, neededZone } from '../../domain/zone-name.ts'
import type { Language } from './language.ts'

/** How an instant is said to somebody, in each of the lengths there is room for. */
export interface WrittenTime {
  /** `Tuesday, March 10` */
  readonly date: string
  /** `2:30 PM`, with the zone where it could be taken for another. */
  readonly time: string
  /** `Tuesday, March 10 at 2:30 PM` */
  readonly when: string
  readonly whenShort: string
}

/** Writes the instant as the reader's own clocks show it, and names their zone when the clinic's show something else. */
export function writeTime(instant: Instant, language: Language, clinicZone: string, readerZone: string): WrittenTime {
  const { locale, times } = language
  const date = formatted(instant, locale, readerZone, LONG_DATE)
  const bare = times.time(formatted(instant, locale, readerZone, TIME))
  const zone = neededZone(instant, locale, clinicZone, readerZone)
  const time = zone ? times.zoned(bare, zone) : bare
  const { hour } = wallClock(instant, readerZone)
  const when = (day: string) => times.when(day, time, hour)
  return { date, time, when: when(date), whenShort: when(formatted(instant, locale, readerZone, SHORT_DATE)) }
}

const LONG_DATE: Intl.DateTimeFormatOptions = { weekday: 'long', month: 'long', day: 'numeric' }
const SHORT_DATE: Intl.DateTimeFormatOptions = { weekday: 'short', month: 'short', day: 'numeric' }
const TIME: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' }

/** The narrow spaces that are put before "PM" would cost a text more than half of its length. */
function formatted(instant: Instant, locale: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  return formatOf(locale, zone, options)
    .format(instant)
    .replace(/[\u00a0\u202f]/g, ' ')
}
