import { v7 as uuid } from 'uuid'
import { inClinic } from '../../db/connect.ts'
import { saveBookingSettings } from '../../db/queries/booking-settings.ts'
import { type BookingSettings, usualBookingSettings } from '../../domain/booking-settings.ts'
import type { IntakeQuestion } from '../../domain/intake.ts'
import type { Instant } from '../../domain/interval.ts'
import { LATER_MONDAY, LATER_TUESDAY } from './client-links.ts'
import type { TestDatabase } from './postgres.ts'
import { rowsOf } from './rows.ts'
import { type HoursOfDay, makeClinic, makeRoom, makeTherapist, makeType } from './world.ts'

/** Monday 5 March 2040, 08:00 in New York. */
export const BOOKING_MONDAY = LATER_MONDAY
/** The Tuesday after it, 10:00. */
export const TUESDAY_TEN = Date.parse(LATER_TUESDAY)

interface Given {
  readonly zone?: string
  readonly hours?: readonly HoursOfDay[]
  readonly settings?: Partial<BookingSettings>
}

/** A clinic that is booked from outside, and what somebody of the public does there without a script. */
export async function makeBookingDesk(app: { url: string }, database: TestDatabase, given: Given = {}) {
  const { db } = database
  const clinic = await makeClinic(db, { slug: `harbor-${uuid().slice(-8)}`, ...(given.zone && { zone: given.zone }) })
  const hours = given.hours && { hours: given.hours }
  const chen = await makeTherapist(db, clinic.id, { name: 'Dr. Chen', ...hours })
  const okafor = await makeTherapist(db, clinic.id, { name: 'Dr. Okafor', ...hours })
  const oak = await makeRoom(db, clinic.id, { name: 'Oak' })
  const elm = await makeRoom(db, clinic.id, { name: 'Elm' })
  const type = await makeType(db, clinic.id, { name: 'First visit' })
  const other = await makeType(db, clinic.id, { name: 'Follow-up', minutes: 30 })
  const query = (text: string) => rowsOf(database, clinic.id, text)
  await query(`update appointment_types set online = true, lead_minutes = 60, horizon_days = 60 where clinic_id = $1`)
  let version = 0
  const set = async (change: Partial<BookingSettings>) => {
    const settings = { ...usualBookingSettings, open: true, ...change }
    await inClinic(db, clinic.id, (trx) => saveBookingSettings(trx, clinic.id, settings, version, BOOKING_MONDAY))
    version += 1
  }
  await set(given.settings ?? {})
  const base = `/book/${clinic.slug}`
  return {
    ...{ app, database, clinic, chen, okafor, oak, elm, type, other, base, query, set },
    ask: (questions: readonly IntakeQuestion[]) =>
      query(`update appointment_types set intake_questions = '${JSON.stringify(questions)}' where clinic_id = $1`),
    visitor: (address: string) => makeVisitor(app, base, address),
  }
}

/** Somebody who comes from that address, with a browser that keeps its cookies. */
function makeVisitor(app: { url: string }, base: string, address: string) {
  let cookie = ''
  const headers = () => ({ 'x-forwarded-for': address, ...(cookie && { cookie }) })
  const kept = (response: Response) => {
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return response
  }
  return {
    get: async (path: string) => kept(await fetch(new URL(path, app.url), { headers: headers(), redirect: 'manual' })),
    async post(path: string, fields: Record<string, string>, more: Record<string, string> = {}) {
      const init = { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' as const }
      return kept(await fetch(new URL(path, app.url), { ...init, headers: { ...headers(), ...more } }))
    },
    hold(typeId: string, startsAt: Instant, more: Record<string, string> = {}) {
      return this.post(`${base}/hold`, { type: typeId, with: 'any', start: String(startsAt), ...more })
    },
    /** Holds the slot and answers with the page where details are typed. */
    async held(typeId: string, startsAt: Instant, more: Record<string, string> = {}): Promise<string> {
      const response = await this.hold(typeId, startsAt, more)
      const to = response.headers.get('location')
      if (response.status !== 303 || !to?.includes('/hold/')) throw new Error(`not held: ${response.status} ${to}`)
      return to
    },
    book(held: string, fields: Record<string, string> = {}) {
      const who = { name: 'Nora Lind', email: 'nora@example.com', phone: '(202) 555-0142' }
      return this.post(held, { ...who, ...fields })
    },
  }
}

export type BookingDesk = Awaited<ReturnType<typeof makeBookingDesk>>

/** The starts that a page offers, in their order. */
export function startsIn(page: string): Instant[] {
  return [...page.matchAll(/name="start" value="(\d+)"/g)].map(([, start]) => Number(start))
}

/** The text that a reader sees of a page, on one line. */
export function textOf(page: string): string {
  return page
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;|&quot;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}
