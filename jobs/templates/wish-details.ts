import { oneLine } from '../../domain/text.ts'
import { dayParts } from '../../domain/waitlist-entry.ts'
import type { EmailDetail } from './email-details.ts'
import type { Language } from './language.ts'
import type { MessageWish } from './message-facts.ts'

/** What somebody asked to wait for, line by line; what is all the same to her is not said. */
export function wishDetails({ days, parts, therapist, type, untilOn }: MessageWish, language: Language): EmailDetail[] {
  const { locale, words } = language
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'long' })
  const detail = (label: string, text: string): EmailDetail => ({ label, text: oneLine(text), isGone: false })
  const listed = (each: readonly string[]) => capital(list.format(each))
  return [
    detail(words.what, type.name),
    therapist ? detail(words.therapist, therapist.name) : undefined,
    days && days.length < 7 ? detail(words.days, listed(days.map((day) => weekdayIn(day, locale)))) : undefined,
    parts && parts.length < dayParts.length ? detail(words.parts, listed(parts.map((part) => words[part]))) : undefined,
    untilOn ? detail(words.until, capital(dateIn(untilOn, locale))) : undefined,
  ].filter((each) => each !== undefined)
}

/** By ISO 8601's number: 1 January 2024 was a Monday. */
function weekdayIn(weekday: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' }).format(Date.UTC(2024, 0, weekday))
}

function dateIn(date: string, locale: string): string {
  const format = { timeZone: 'UTC', weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' } as const
  return new Intl.DateTimeFormat(locale, format).format(Date.parse(date))
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1)
}
