import type { BookingChoice, BookingPage } from '../../../domain/public-booking.ts'

interface Change {
  readonly type?: string | null
  readonly with?: string | null
  readonly month?: string | null
  readonly day?: string | null
  readonly zone?: string | null
  readonly lang?: string | null
}

/** What was chosen, as fields of a form and of an address. */
function chosen({ day, isEmbedded, language, month, therapist, typeId, zone }: BookingChoice) {
  return { type: typeId, with: therapist, month, day, zone, lang: language, embed: isEmbedded ? '1' : null }
}

/** The page's address with something else chosen. */
export function bookingAt({ choice, path }: Pick<BookingPage, 'choice' | 'path'>, change: Change = {}): string {
  return path + queryOf({ ...chosen(choice), ...change })
}

/** What goes on to wherever a form leads, but for what is named in the form itself. */
export function carried(choice: BookingChoice, change: Change = {}): [string, string][] {
  return Object.entries({ ...chosen(choice), ...change }).flatMap(([name, value]) => (value ? [[name, value]] : []))
}

export function queryOf(fields: Readonly<Record<string, string | null | undefined>>): string {
  const query = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size > 0 ? `?${query}` : ''
}
