import type { Instant } from '../../domain/interval.ts'
import { usualConsents } from '../../domain/message.ts'
import { USUAL_CURRENCY } from '../../domain/money.ts'
import type { LocalDate } from '../../domain/zone.ts'
import type { AppointmentTypeRow, ClientRow, ResourceRow, TimeOffRow } from '../queries/book.ts'
import type { ClinicRow } from '../queries/clinics.ts'
import type { ClosureRow } from '../queries/closures.ts'
import type { ExceptionRow } from '../queries/hours-exceptions.ts'
import type { LocationRow } from '../queries/locations.ts'
import { makeOffering, type Offering } from './offering.ts'
import { makePeople } from './people.ts'
import type { Random } from './random.ts'
import type { LocationKey, Profile, RoomPlan } from './staff.ts'

/** A clinic before anybody has an appointment. */
export interface ClinicPlan {
  readonly clinic: ClinicRow
  readonly locations: readonly LocationRow[]
  readonly therapists: readonly ResourceRow[]
  readonly rooms: readonly ResourceRow[]
  readonly offering: Offering
  readonly clients: readonly ClientRow[]
  readonly timeOff: readonly TimeOffRow[]
  readonly closures: readonly ClosureRow[]
  readonly exceptions: readonly ExceptionRow[]
  /** Whom each therapist sees, by the therapist's id. Nobody sees two therapists. */
  readonly caseloads: ReadonlyMap<string, readonly Patient[]>
}

/** A client as the book is filled: who comes when, and for what. */
export interface Patient {
  readonly client: ClientRow
  readonly usualType: AppointmentTypeRow
  /** No appointment before this instant; the first one is an intake when `isNew`. */
  readonly begins: Instant
  readonly ends: Instant
  readonly isNew: boolean
  lastSeenAt: Instant | undefined
  lastSeenOn: LocalDate | undefined
}

export interface StaffPlan {
  readonly slug: string
  readonly name: string
  readonly zone: string
  /** A few words on its public pages. */
  readonly about?: string
  readonly profiles: readonly Profile[]
  readonly rooms: readonly RoomPlan[]
  readonly clientCount: number
  readonly locations?: Readonly<Record<LocationKey, Pick<LocationRow, 'name' | 'address'>>>
  readonly closures?: readonly Omit<ClosureRow, 'id' | 'version'>[]
  readonly exceptions?: (therapists: readonly ResourceRow[]) => readonly Omit<ExceptionRow, 'id' | 'version'>[]
  readonly now: Instant
  readonly timeOff?: (therapists: readonly ResourceRow[]) => readonly PlannedTimeOff[]
  /** From when until when the client comes, if ever; by the client's place in the list. */
  readonly stay?: (place: number) => Stay | undefined
}

export type PlannedTimeOff = Pick<TimeOffRow, 'resourceId' | 'startsAt' | 'endsAt' | 'reason' | 'note' | 'status'>

export interface Stay {
  readonly begins: Instant
  readonly ends: Instant
  readonly isNew: boolean
}

const ALWAYS: Stay = { begins: -Infinity, ends: Infinity, isNew: false }

export function planClinic(random: Random, plan: StaffPlan): ClinicPlan {
  const { now, profiles } = plan
  const clinic: ClinicRow = {
    ...{ id: random.id(now), slug: plan.slug, name: plan.name, zone: plan.zone, version: 1 },
    ...{ stepMinutes: 15, allowsOverbooking: false, staffHoldMinutes: 5, publicHoldMinutes: 15 },
    seriesHorizonMonths: 12,
    hue: 250,
    logoId: null,
    about: plan.about ?? null,
    host: null,
    currency: USUAL_CURRENCY,
  }
  const locations = Object.entries(plan.locations ?? {}).map(([key, each]) => ({
    ...{ key, ...each, id: random.id(now), active: true, version: 1 },
  }))
  const placed = new Map(locations.map(({ key, ...row }) => [key, row]))
  const therapists = profiles.map((each, position) => therapistRow(random.id(now), each, position, placed))
  const rooms = plan.rooms.map((each, position) => roomRow(random.id(now), each, position, placed))
  const offering = makeOffering(random, now)
  const clients = makePeople(random, plan.clientCount).map((person) => ({
    ...{ id: random.id(now), ...person, zone: null, referralStatus: 'new' as const, firstSessionAt: null },
    ...{ language: 'en', consents: usualConsents, smsStoppedAt: null, active: true, version: 1 },
  }))
  const timeOff = (plan.timeOff?.(therapists) ?? []).map((each) => ({
    ...each,
    ...{ id: random.id(now), version: 1, coverTherapistId: null, decisionNote: null },
    requestedBy: therapists.find(({ id }) => id === each.resourceId)!.name,
    ...(each.status === 'requested' ? { decidedBy: null, decidedAt: null } : { decidedBy: 'The desk', decidedAt: now }),
  }))
  const numbered = <Row extends object>(rows: readonly Row[]) =>
    rows.map((each) => ({ ...each, id: random.id(now), version: 1 }))
  const caseloads = caseloadsOf(random, plan, { therapists, clients, offering })
  return {
    ...{ clinic, locations: [...placed.values()], therapists, rooms, offering, clients, timeOff, caseloads },
    closures: numbered(plan.closures ?? []),
    exceptions: numbered(plan.exceptions?.(therapists) ?? []),
  }
}

/** Deals the clients out to the therapists: who comes to whom, from when, and for what. */
function caseloadsOf(
  random: Random,
  { profiles, stay = () => ALWAYS }: StaffPlan,
  { therapists, clients, offering }: Pick<ClinicPlan, 'therapists' | 'clients' | 'offering'>,
): Map<string, Patient[]> {
  const caseloads = new Map(therapists.map((each) => [each.id, [] as Patient[]]))
  const desks = deskOrder(profiles)
  clients.forEach((client, place) => {
    const coming = stay(place)
    if (!coming) return
    const desk = desks[place % desks.length]!
    const usualType = offering[random.pick(profiles[desk]!.usual)]
    const patient = { client, usualType, ...coming, lastSeenAt: undefined, lastSeenOn: undefined }
    caseloads.get(therapists[desk]!.id)!.push(patient)
  })
  return caseloads
}

/** Who gets the next client: a therapist who works twice as much comes up twice as often, evenly mixed. */
function deskOrder(profiles: readonly Profile[]): number[] {
  const turns = profiles.flatMap((profile, desk) => {
    const shares = Math.max(1, Math.round(weeklyHoursOf(profile) / 4))
    return Array.from({ length: shares }, (_, turn) => ({ desk, at: (turn + 0.5) / shares }))
  })
  return turns.sort((a, b) => a.at - b.at || a.desk - b.desk).map((turn) => turn.desk)
}

function weeklyHoursOf(profile: Profile): number {
  const hour = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60
  return profile.hours.reduce((sum, each) => sum + hour(each.endTime) - hour(each.startTime), 0)
}

type Places = ReadonlyMap<string, LocationRow>

function therapistRow(id: string, profile: Profile, position: number, places: Places): ResourceRow {
  const { name, title, specialties, skills, hours, at } = profile
  const location = (at && places.get(at)) ?? null
  const weeklyHours = hours.map((each) => ({ ...each, locationId: location?.id ?? null, location }))
  return { ...resource(id, name, position), kind: 'therapist', title, specialties, skills, weeklyHours }
}

/** A room without hours is open whenever its therapist is. */
function roomRow(id: string, room: RoomPlan, position: number, places: Places): ResourceRow {
  const { name, capacity, features, at } = room
  const location = (at && places.get(at)) ?? null
  return {
    ...resource(id, name, position),
    kind: 'room',
    capacity,
    features,
    locationId: location?.id ?? null,
    location,
  }
}

function resource(id: string, name: string, position: number) {
  return {
    ...{ id, name, position, active: true, version: 1, title: null, specialties: [], skills: [] },
    ...{ capacity: 0, features: [], locationId: null, location: null, weeklyHours: [] },
  }
}
