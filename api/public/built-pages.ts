import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { BookingPage } from '../../domain/public-booking.ts'
import type { Render } from './kept-pages.ts'

/** The pages of booking, and what comes with them. */
export interface BookingPages {
  readonly renderBooking: (page: BookingPage) => string
  /** The languages that they are written in. */
  readonly bookingLanguages: readonly string[]
  /** By the names they go by. */
  readonly bookingScripts: Readonly<Record<string, string>>
}

export interface BuiltPages extends BookingPages {
  readonly render: Render
}

/** The pages are built from web/, whose code the server knows by what they are given alone. */
export async function loadPages(file: string): Promise<BuiltPages | undefined> {
  return existsSync(file) ? ((await import(pathToFileURL(file).href)) as BuiltPages) : undefined
}
