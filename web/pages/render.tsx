import { renderToString } from 'solid-js/web'
import type { BookingPage } from '../../domain/public-booking.ts'
import type { PublicPage } from '../../domain/public-page.ts'
import { BookingDocument } from './booking/booking-document.tsx'
import booking from './booking/scripts/booking.ts?script'
import embed from './booking/scripts/embed.ts?script'
import { Document } from './document.tsx'

export { bookingLanguages } from './booking/booking-languages.ts'

/** By the names they are asked for by. */
export const bookingScripts = { 'booking.js': booking, 'embed.js': embed }

/** The page as HTML that needs no script. */
export function render(page: PublicPage): string {
  return `<!doctype html>${renderToString(() => <Document page={page} />)}`
}

/** The same of a page of booking. */
export function renderBooking(page: BookingPage): string {
  return `<!doctype html>${renderToString(() => <BookingDocument page={page} />)}`
}
