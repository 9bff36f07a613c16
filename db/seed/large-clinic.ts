import type { Instant } from '../../domain/interval.ts'
import { addDays, localDateOf } from '../../domain/zone.ts'
import type { AppointmentRow } from '../queries/book.ts'
import { type ClinicPlan, planClinic } from './clinic-plan.ts'
import { type Filling, fillDay } from './fill-book.ts'
import { appointmentOf } from './outcome.ts'
import { makePeople } from './people.ts'
import { makeRandom, type Random } from './random.ts'
import { PROFILES, type Profile } from './staff.ts'

export interface LargeClinicSize {
  readonly slug: string
  readonly therapists: number
  /** Today is in the middle of them. */
  readonly days: number
  readonly load: number
}

export interface LargeClinic {
  readonly plan: ClinicPlan
  /** The appointments, day by day; for one pass. */
  readonly days: Generator<AppointmentRow[]>
}

const CLIENTS_A_THERAPIST = 20
const ROOMS_A_THERAPIST = 0.85
const ZONE = 'America/New_York'

/** A clinic of any size, for measurements. The same for the same size and instant. */
export function makeLargeClinic(size: LargeClinicSize, now: Instant): LargeClinic {
  const random = makeRandom(`${size.slug} ${size.therapists} ${size.days}`)
  const plan = planClinic(random, {
    ...{ slug: size.slug, name: `Clinic of ${size.therapists}`, zone: ZONE, now },
    profiles: profilesOf(random, size.therapists),
    rooms: Array.from({ length: Math.ceil(size.therapists * ROOMS_A_THERAPIST) }, (_, i) => ({
      name: `Room ${i + 1}`,
      capacity: 3,
      features: ['quiet'],
    })),
    clientCount: size.therapists * CLIENTS_A_THERAPIST,
  })
  return { plan, days: daysOf(random, plan, size, now) }
}

/** The profiles of the demo over and over, under other names. */
function profilesOf(random: Random, count: number): Profile[] {
  return makePeople(random, count).map(({ name }, i) => ({ ...PROFILES[i % PROFILES.length]!, name }))
}

function* daysOf(random: Random, plan: ClinicPlan, size: LargeClinicSize, now: Instant): Generator<AppointmentRow[]> {
  const filling: Filling = { random, plan, load: size.load, bookedMinutes: 0, openMinutes: 0 }
  const first = addDays(localDateOf(now, ZONE), -Math.floor(size.days / 2))
  for (let day = 0; day < size.days; day++)
    yield fillDay(filling, addDays(first, day)).map((visit) => appointmentOf(random, visit, now))
}
