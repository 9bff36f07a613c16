import { sql } from 'kysely'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inClinic } from '../../db/connect.ts'
import type { AppointmentRow, ResourceRow } from '../../db/queries/book.ts'
import { type DemoClinic, makeDemoClinic } from '../../db/seed/demo-clinic.ts'
import { nextHoliday } from '../../db/seed/holidays.ts'
import { makeLargeClinic } from '../../db/seed/large-clinic.ts'
import { writeAppointments } from '../../db/seed/write-book.ts'
import { writeClinic } from '../../db/seed/write-clinic.ts'
import { openIntervals } from '../../domain/availability.ts'
import { decideBooking } from '../../domain/booking.ts'
import type { BookingFacts, Busy } from '../../domain/booking-facts.ts'
import { isQualified, isSuitable } from '../../domain/fitness-rules.ts'
import { type Interval, minutesOf, subtract } from '../../domain/interval.ts'
import { takesTime } from '../../domain/status.ts'
import { addDays, instantOf, localDateOf } from '../../domain/zone.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'

const ZONE = 'America/New_York'

/** A Wednesday at noon, a Saturday morning, a Sunday, and weeks in which the clocks change either way. */
const DAYS = ['2026-11-18T17:00Z', '2026-11-21T15:00Z', '2026-07-05T12:00Z', '2026-03-08T16:00Z', '2026-11-01T14:00Z']

const demoAt = (now: string) => makeDemoClinic({ seed: 'a seed', now: Date.parse(now) })

function standing(demo: DemoClinic): AppointmentRow[] {
  return demo.appointments.filter((each) => takesTime(each.status))
}

function busyOf(rows: readonly AppointmentRow[], except: AppointmentRow): Busy[] {
  return rows
    .filter((each) => each !== except)
    .map((each) => ({ ...each, start: each.startsAt, end: each.endsAt, appointmentId: each.id }))
}

function scheduleOf({ exceptions }: DemoClinic, { id, weeklyHours }: ResourceRow) {
  return { weekly: weeklyHours, exceptions: exceptions.filter((each) => each.resourceId === id) }
}

/** The facts that the booking of this appointment would be decided from, were it booked last of all. */
function factsOf(demo: DemoClinic, row: AppointmentRow): BookingFacts {
  const rows = standing(demo)
  const resource = (id: string) => {
    const found = [...demo.therapists, ...demo.rooms].find((each) => each.id === id)!
    const away = demo.timeOff.filter((each) => each.resourceId === id && each.status === 'approved')
    return {
      ...found,
      schedule: scheduleOf(demo, found),
      away: away.map((each) => ({ start: each.startsAt, end: each.endsAt, reason: each.reason })),
      busy: busyOf(
        rows.filter((each) => each.therapistId === id || each.roomId === id),
        row,
      ),
    }
  }
  const client = demo.clients.find((each) => each.id === row.clientId)!
  const type = Object.values(demo.offering).find((each) => each.id === row.typeId)!
  const clientBusy = busyOf(
    rows.filter((each) => each.clientId === row.clientId),
    row,
  )
  expect(row.roomId !== null, 'has a room when its type needs one').toBe(type.needsRoom)
  return {
    ...demo.clinic,
    closures: demo.closures,
    client: { ...client, busy: clientBusy },
    type,
    therapist: resource(row.therapistId),
    room: row.roomId ? resource(row.roomId) : undefined,
  }
}

function openMinutes(demo: DemoClinic, therapist: ResourceRow, window: Interval): number {
  const away = demo.timeOff
    .filter((each) => each.resourceId === therapist.id && each.status === 'approved')
    .map((each) => ({ start: each.startsAt, end: each.endsAt }))
  const open = openIntervals(scheduleOf(demo, therapist), demo.closures, window, ZONE)
  return subtract(open, away).reduce((sum, each) => sum + minutesOf(each), 0)
}

describe.each(DAYS)('the demo clinic at %s', (now) => {
  const demo = demoAt(now)
  const instant = Date.parse(now)
  const today = localDateOf(instant, ZONE)

  test('is the same for the same seed and another for another', () => {
    expect(demoAt(now)).toEqual(demo)
    expect(makeDemoClinic({ seed: 'another', now: instant }).appointments).not.toEqual(demo.appointments)
  })

  test('keeps every rule of booking, each appointment beside all others', () => {
    for (const row of standing(demo)) {
      const request = {
        ...row,
        start: row.startsAt,
        end: row.endsAt,
        previousStart: row.startsAt,
        override: new Set<never>(),
        online: false,
      }
      expect(decideBooking(request, factsOf(demo, row), instant)).toEqual({ accepted: true, lane: 0, overridden: [] })
    }
  })

  test('fills 60 to 80 % of the open hours of three weeks', () => {
    const window = {
      start: instantOf(addDays(today, -10), '00:00', ZONE),
      end: instantOf(addDays(today, 11), '00:00', ZONE),
    }
    const open = demo.therapists.reduce((sum, each) => sum + openMinutes(demo, each, window), 0)
    const booked = demo.appointments
      .filter((each) => each.status !== 'cancelled')
      .reduce((sum, each) => sum + minutesOf({ start: each.startsAt, end: each.endsAt }), 0)
    expect(booked / open).toBeGreaterThan(0.6)
    expect(booked / open).toBeLessThan(0.8)
    expect(demo.appointments.every((each) => each.startsAt >= window.start && each.endsAt <= window.end)).toBe(true)
  })

  test('has an outcome for all that is past, and none for what is to come', () => {
    const statuses = (rows: readonly AppointmentRow[]) => new Set(rows.map((each) => each.status))
    const past = demo.appointments.filter((each) => each.endsAt <= instant)
    const later = demo.appointments.filter((each) => each.startsAt > instant + 20 * 60_000)
    expect(statuses(past)).toEqual(new Set(['fulfilled', 'noshow', 'cancelled']))
    expect(statuses(later)).toEqual(new Set(['booked', 'cancelled']))
    const share = past.filter((each) => each.status === 'fulfilled').length / past.length
    expect(share).toBeGreaterThan(0.8)
    const booked = later.filter((each) => each.status === 'booked')
    const confirmed = booked.filter((each) => each.confirmedAt !== null).length / booked.length
    expect(confirmed).toBeGreaterThan(0.35)
    expect(confirmed).toBeLessThan(0.65)
  })

  test('knows nothing that has not happened yet', () => {
    for (const each of demo.appointments) {
      const told = [each.createdAt, each.updatedAt, each.confirmedAt ?? 0, each.cancellation?.cancelledAt ?? 0]
      expect(Math.max(...told)).toBeLessThanOrEqual(instant)
      expect(each.updatedAt).toBeGreaterThanOrEqual(each.createdAt)
      expect(each.cancellation !== null).toBe(each.status === 'cancelled')
    }
  })

  test('says of each client what the book says', () => {
    for (const client of demo.clients) {
      const own = standing(demo).filter((each) => each.clientId === client.id)
      const first = own.length === 0 ? null : Math.min(...own.map((each) => each.startsAt))
      expect(client.firstSessionAt).toBe(first)
      const came = own.some((each) => each.status !== 'booked')
      const expected =
        first === null ? ['new', 'contacted'] : came ? ['active', 'discharged'] : ['acceptance_scheduled']
      expect(expected).toContain(client.referralStatus)
    }
  })

  test('has somebody at work today, somebody away tomorrow and a conference next week', () => {
    const rows = standing(demo).filter((each) => localDateOf(each.startsAt, ZONE) === today)
    expect(new Set(rows.map((each) => each.therapistId)).size).toBeGreaterThan(2)
    const away = demo.timeOff.map((each) => [each.reason, localDateOf(each.startsAt, ZONE)] as const)
    expect(away).toContainEqual(['sick', addDays(today, 1)])
    expect(away.map(([reason]) => reason)).toContain('conference')
  })

  test('has a request to decide, with appointments that stand in that time', () => {
    const [asked, ...others] = demo.timeOff.filter((each) => each.status === 'requested')
    expect(others).toEqual([])
    const within = standing(demo).filter(
      (each) =>
        each.therapistId === asked!.resourceId && each.startsAt < asked!.endsAt && each.endsAt > asked!.startsAt,
    )
    expect(within.length).toBeGreaterThan(2)
  })
})

describe('the next public holiday', () => {
  test.each([
    ['2026-11-18', '2026-11-26', 'Thanksgiving Day'],
    ['2026-11-26', '2026-12-25', 'Christmas Day'],
    ['2026-12-25', '2027-01-01', 'New Year’s Day'],
    ['2027-01-01', '2027-01-18', 'Martin Luther King Jr. Day'],
    ['2027-05-01', '2027-05-31', 'Memorial Day'],
    ['2027-07-04', '2027-09-06', 'Labor Day'],
  ])('after %s is %s, %s', (today, date, name) => {
    expect(nextHoliday(today)).toEqual({ date, name })
  })
})

describe('the people of the demo clinic', () => {
  const demo = demoAt(DAYS[0]!)

  test('are 120 clients with names of their own, reached by addresses and numbers that are real in form alone', () => {
    expect(new Set(demo.clients.map((each) => each.name)).size).toBe(120)
    const emails = demo.clients.map((each) => each.email).filter((each) => each !== null)
    expect(new Set(emails).size).toBe(emails.length)
    for (const email of emails) expect(email).toMatch(/^[a-z.]+\d*@example\.com$/)
    for (const { phone } of demo.clients)
      if (phone !== null) expect([phone, parsePhoneNumberFromString(phone)?.isValid()]).toEqual([phone, true])
    expect(demo.clients.every((each) => each.name === each.name.normalize('NFC'))).toBe(true)
  })

  test('are eight therapists who work at different times, in six rooms of which one holds a group', () => {
    expect(demo.therapists).toHaveLength(8)
    expect(new Set(demo.therapists.map((each) => JSON.stringify(each.weeklyHours))).size).toBe(8)
    expect(demo.rooms.filter((each) => each.capacity >= 12)).toHaveLength(1)
    expect(demo.rooms).toHaveLength(6)
    expect(new Set(demo.rooms.map((each) => each.location?.name))).toEqual(new Set(['Harborside House', 'Old Mill']))
    expect(demo.rooms.flatMap((each) => each.features)).toEqual(expect.arrayContaining(['quiet', 'group']))
    const blocks = demo.therapists.flatMap((each) => each.weeklyHours)
    expect(blocks.filter((each) => each.telehealth)).toHaveLength(1)
    expect(blocks.filter((each) => each.mostAppointments !== null)).toHaveLength(1)
  })

  test('are offered six types of appointment with hues well apart', () => {
    for (const type of Object.values(demo.offering)) {
      expect(demo.therapists.some((each) => isQualified(each, type))).toBe(true)
      expect(demo.rooms.some((each) => isSuitable(each, type))).toBe(true)
    }
    const hues = Object.values(demo.offering)
      .map((each) => each.hue)
      .sort((a, b) => a - b)
    expect(hues).toHaveLength(6)
    const gaps = hues.map((hue, i) => (hues[(i + 1) % 6]! - hue + 360) % 360)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(45)
  })
})

describe('a clinic in the database', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())

  test('stands there as it was made, Postgres finding no overlap, within two seconds', async () => {
    const now = Date.parse(DAYS[0]!)
    const began = performance.now()
    const demo = makeDemoClinic({ seed: 'a seed', now })
    const counts = await inClinic(database.db, demo.clinic.id, async (trx) => {
      await writeClinic(trx, demo, now)
      await writeAppointments(trx, demo.clinic.id, demo.appointments)
      expect(performance.now() - began).toBeLessThan(2_000)
      const { rows } = await sql<Record<string, number | string>>`
        select (select count(*) from appointments) as appointments, (select count(*) from clients) as clients,
          (select count(*) from cancellations) as cancellations, (select count(*) from time_off) as away,
          (select count(*) from weekly_hours) as hours, (select count(*) from hours_exceptions) as exceptions,
          (select string_agg(starts_on::text, ' ') from closures) as closures,
          (select count(*) from locations) as locations, (select count(*) from therapist_skills) as skills, (select count(*) from occupancies) as occupancies,
          (select count(*) from appointments where starts_at = to_timestamp(${demo.appointments[0]!.startsAt} / 1000.0)
            and id = ${demo.appointments[0]!.id}) as first`.execute(trx)
      return rows[0]
    })
    const taken = standing(demo).reduce((sum, each) => sum + (each.roomId ? 2 : 1), 0)
    expect(counts).toEqual({
      appointments: demo.appointments.length,
      clients: 120,
      cancellations: demo.appointments.filter((each) => each.status === 'cancelled').length,
      away: demo.timeOff.length,
      hours: demo.therapists.flatMap((each) => each.weeklyHours).length,
      exceptions: 2,
      closures: '2026-11-26',
      locations: 2,
      skills: demo.therapists.flatMap((each) => each.skills).length,
      occupancies: taken,
      first: 1,
    })
  })

  test('may be large', async () => {
    const now = Date.parse(DAYS[0]!)
    const { plan, days } = makeLargeClinic({ slug: 'large', therapists: 24, days: 14, load: 0.7 }, now)
    const rows = [...days].flat()
    await inClinic(database.db, plan.clinic.id, async (trx) => {
      await writeClinic(trx, plan, now)
      await writeAppointments(trx, plan.clinic.id, rows)
    })
    expect(plan.therapists).toHaveLength(24)
    expect(rows.length).toBeGreaterThan(1_000)
  })
})
