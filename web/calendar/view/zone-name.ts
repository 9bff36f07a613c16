import type { Instant } from '../../../domain/interval.ts'

/** What people call the zone at the instant, as short as it goes: `EST`. */
export function zoneName(zone: string, locale: string, at: Instant): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' })
  return format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? zone
}
