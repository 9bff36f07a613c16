import type { BookingChoice } from '../../../domain/public-booking.ts'
import { isLocalDate, isZone } from '../../../domain/zone.ts'

export interface BookingRoute {
  Params: { clinic: string; therapist?: string; key?: string }
  Querystring: Readonly<Record<string, unknown>>
}

const MONTH = /^20\d\d-(?:0[1-9]|1[0-2])$/

/** What the address, or a form, says was chosen; what is none of it is passed over. */
export function choiceOf(said: Readonly<Record<string, unknown>>): BookingChoice {
  const text = (name: string) => {
    const value = said[name]
    return typeof value === 'string' && value !== '' && value.length <= 100 ? value : null
  }
  const [month, day, zone] = [text('month'), text('day'), text('zone')]
  return {
    ...{ typeId: text('type'), therapist: text('with'), language: text('lang'), isEmbedded: text('embed') === '1' },
    month: month !== null && MONTH.test(month) ? month : null,
    day: day !== null && isLocalDate(day) ? day : null,
    zone: zone !== null && isZone(zone) ? zone : null,
  }
}

/** The language asked for by name, or else the first there is of those that the browser asks for. */
export function bookingLanguage(
  languages: readonly string[],
  { language }: BookingChoice,
  accepted: string | undefined,
): string {
  if (language !== null && languages.includes(language)) return language
  const codes = (accepted ?? '').split(',').map((each) => each.trim().slice(0, 2).toLowerCase())
  return codes.find((code) => languages.includes(code)) ?? 'en'
}

const KEPT = ['type', 'with', 'day', 'zone', 'lang', 'embed'] as const

/** What was chosen goes on with the address, but for what is left out. */
export function queryKept(said: Readonly<Record<string, unknown>>, without: readonly string[] = []): string {
  const kept = KEPT.filter((name) => !without.includes(name))
  const query = new URLSearchParams(kept.flatMap((name) => (said[name] ? [[name, String(said[name])]] : [])))
  return query.size > 0 ? `?${query}` : ''
}
