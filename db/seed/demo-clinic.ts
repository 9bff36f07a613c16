import { type Instant, MINUTE } from '../../domain/interval.ts'
import type { Role } from '../../domain/rights.ts'
import { addDays, instantOf, type LocalDate, localDateOf, weekdayOf } from '../../domain/zone.ts'
import type { AppointmentRow, ResourceRow } from '../queries/book.ts'
import type { ExceptionRow } from '../queries/hours-exceptions.ts'
import { type ClinicPlan, type PlannedTimeOff, planClinic, type Stay } from './clinic-plan.ts'
import { type DemoEvents, makeDemoEvents } from './demo-events.ts'
import { type DemoWaitlist, makeDemoWaitlist } from './demo-waitlist.ts'
import { type Filling, fillDay } from './fill-book.ts'
import { nextHoliday } from './holidays.ts'
import { appointmentOf } from './outcome.ts'
import { makeRandom } from './random.ts'
import { settledClients, tally } from './referrals.ts'
import { DESK, LOCATIONS, PROFILES, ROOMS } from './staff.ts'

/** Somebody who signs in to the demo. */
export interface DemoMember {
  readonly role: Role
  readonly name: string
  readonly email: string
  readonly therapistId: string | null
}

export interface DemoClinic extends ClinicPlan {
  readonly appointments: readonly AppointmentRow[]
  readonly members: readonly DemoMember[]
  readonly groups: DemoEvents
  readonly waitlist: DemoWaitlist
}

const ZONE = 'America/New_York'
const ABOUT =
  'Eight therapists in an old sail loft by the water. Groups and classes are open to everybody in the neighborhood.'
const DAYS_EITHER_SIDE = 10
const CLIENTS = 120
const LOAD = 0.7

/** The demo clinic as it stands at that instant: three weeks, today in the middle. The same for the same seed. */
export function makeDemoClinic({ seed, now }: { readonly seed: string; readonly now: Instant }): DemoClinic {
  const random = makeRandom(seed)
  const today = localDateOf(now, ZONE)
  const plan = planClinic(random, {
    ...{ slug: 'harborside', name: 'Harborside Therapy', zone: ZONE, about: ABOUT, now },
    ...{ locations: LOCATIONS, profiles: PROFILES, rooms: ROOMS, clientCount: CLIENTS },
    closures: [demoClosure(today)],
    exceptions: (therapists) => demoExceptions(therapists, today),
    timeOff: (therapists) => demoTimeOff(therapists, today),
    stay: (place) => stayOf(place, today),
  })
  const groups = makeDemoEvents(seed, plan, now)
  const filling: Filling = { random, plan, load: LOAD, taken: groups.sessions, bookedMinutes: 0, openMinutes: 0 }
  const appointments: AppointmentRow[] = []
  for (let day = -DAYS_EITHER_SIDE; day <= DAYS_EITHER_SIDE; day++)
    for (const visit of fillDay(filling, addDays(today, day))) appointments.push(appointmentOf(random, visit, now))
  const known = new Map()
  tally(known, appointments)
  const clients = settledClients(plan, known, now)
  const waitlist = makeDemoWaitlist(seed, { ...plan, clients, appointments }, now)
  return { ...plan, clients, appointments, groups, waitlist, members: membersOf(plan) }
}

function membersOf({ therapists }: ClinicPlan): DemoMember[] {
  const at = (mailbox: string) => `${mailbox}@harborside.example`
  return [
    { role: 'admin', name: 'Dana Whitfield', email: at('admin'), therapistId: null },
    { role: 'receptionist', name: DESK, email: at('desk'), therapistId: null },
    { role: 'therapist', name: therapists[0]!.name, email: at('elena'), therapistId: therapists[0]!.id },
  ]
}

/** Of every twelve clients one is only known of, one starts within the three weeks, and one has just left. */
function stayOf(place: number, today: LocalDate): Stay | undefined {
  const midnight = (days: number) => instantOf(addDays(today, days), '00:00', ZONE)
  const turn = Math.floor(place / 12)
  if (place % 12 === 3) return undefined
  if (place % 12 === 7) return { begins: midnight(turn * 2 - 8), ends: Infinity, isNew: true }
  if (place % 12 === 11) return { begins: -Infinity, ends: midnight(-(turn % 7)), isNew: false }
  return { begins: -Infinity, ends: Infinity, isNew: false }
}

/** The first such weekday after the date. */
function nextDay(date: LocalDate, weekday: number): LocalDate {
  return addDays(date, ((weekday - weekdayOf(date) + 6) % 7) + 1)
}

/** One is ill tomorrow, one at a conference in the middle of next week, one has an afternoon off, one asks for leave. */
function demoTimeOff(therapists: readonly ResourceRow[], today: LocalDate): PlannedTimeOff[] {
  const tomorrow = addDays(today, 1)
  const weekday = weekdayOf(tomorrow)
  const [ill = therapists[2]!] = therapists.filter(
    (each, i) => i > 1 && each.weeklyHours.some((h) => h.weekday === weekday),
  )
  const others = therapists.filter((each) => each !== ill)
  const wednesday = addDays(today, 10 - weekdayOf(today))
  const days = (who: ResourceRow, from: LocalDate, count: number) => ({
    resourceId: who.id,
    startsAt: instantOf(from, '00:00', ZONE),
    endsAt: instantOf(addDays(from, count), '00:00', ZONE),
  })
  const afternoon = instantOf(nextDay(today, 2), '13:00', ZONE)
  return [
    { ...days(ill, tomorrow, 1), reason: 'sick', note: null, status: 'approved' },
    { ...days(others[4]!, wednesday, 3), reason: 'conference', note: 'APA regional meeting', status: 'approved' },
    {
      resourceId: others[1]!.id,
      startsAt: afternoon,
      endsAt: afternoon + 300 * MINUTE,
      reason: 'personal',
      note: null,
      status: 'approved',
    },
    { ...days(others[6]!, addDays(today, 7), 4), reason: 'vacation', note: 'Family visit', status: 'requested' },
  ]
}

const ALL_DAY = { startTime: '00:00', endTime: '24:00' }

/** The next public holiday. */
function demoClosure(today: LocalDate) {
  const { name, date } = nextHoliday(today)
  return { name, startsOn: date, endsOn: date, ...ALL_DAY }
}

/** One makes up for a day on another, one leaves early. */
function demoExceptions(therapists: readonly ResourceRow[], today: LocalDate): Omit<ExceptionRow, 'id' | 'version'>[] {
  const [, extra, early] = therapists
  const holiday = nextHoliday(today).date
  const coming = (weekday: number) => {
    const date = nextDay(today, weekday)
    return date === holiday ? addDays(date, 7) : date
  }
  return [
    {
      ...{ resourceId: extra!.id, date: coming(4), kind: 'open', startTime: '09:00', endTime: '12:00' },
      note: 'Makes up for a training day',
    },
    {
      ...{ resourceId: early!.id, date: coming(5), kind: 'closed', startTime: '16:00', endTime: '24:00' },
      note: 'Leaves early',
    },
  ]
}
