import type { WeeklyHours } from '../../domain/availability.ts'
import { type GivenHours, sortedHours } from '../../domain/weekly-hours.ts'
import type { LocalTime } from '../../domain/zone.ts'
import type { TypeKey } from './offering.ts'

/** A therapist of the demo: how the week goes, and what the clients come for. */
export interface Profile {
  readonly name: string
  readonly title: string
  readonly specialties: readonly string[]
  readonly skills: readonly string[]
  readonly hours: readonly WeeklyHours[]
  /** Where, when it is not all the same. */
  readonly at?: LocationKey
  /** A client's usual type is one of these; named twice, twice as likely. */
  readonly usual: readonly TypeKey[]
}

export type LocationKey = 'house' | 'mill'

type Block = readonly [start: LocalTime, end: LocalTime, more?: Partial<GivenHours>]

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5]
const MONDAY_TO_THURSDAY = [1, 2, 3, 4]
const TUESDAY_TO_SATURDAY = [2, 3, 4, 5, 6]

/** Lunch is the time between two blocks. */
function every(weekdays: readonly number[], ...blocks: readonly Block[]): WeeklyHours[] {
  return sortedHours(
    weekdays.flatMap((weekday) =>
      blocks.map(([startTime, endTime, more]) => ({ weekday, startTime, endTime, ...more })),
    ),
  )
}

export const PROFILES: readonly Profile[] = [
  {
    name: 'Dr. Elena Vasquez',
    title: 'PsyD',
    specialties: ['Anxiety', 'Depression', 'CBT'],
    skills: ['assessment', 'cbt'],
    hours: every(MONDAY_TO_FRIDAY, ['09:00', '12:00'], ['13:00', '17:00']),
    usual: ['individual', 'individual', 'individual', 'individual', 'telehealth'],
  },
  {
    name: 'Marcus Chen',
    title: 'LCSW',
    specialties: ['Trauma', 'EMDR', 'Grief'],
    skills: ['emdr', 'trauma'],
    hours: [...every([1, 2, 3, 5], ['08:00', '12:00'], ['12:30', '16:30']), ...every([6], ['09:00', '13:00'])],
    usual: ['trauma', 'trauma', 'individual', 'individual'],
  },
  {
    name: 'Dr. Amara Okafor',
    title: 'PhD',
    specialties: ['OCD', 'Anxiety', 'Exposure therapy'],
    skills: ['emdr', 'exposure'],
    hours: every(TUESDAY_TO_SATURDAY, ['10:00', '13:30'], ['14:30', '18:30']),
    usual: ['individual', 'individual', 'individual', 'trauma', 'telehealth'],
  },
  {
    name: 'Hannah Lindqvist',
    title: 'LMFT',
    specialties: ['Couples', 'Families', 'Emotionally focused therapy'],
    skills: ['couples', 'families'],
    hours: [
      ...every(MONDAY_TO_THURSDAY, ['12:00', '16:00'], ['16:30', '20:30']),
      ...every([6], ['10:00', '12:30'], ['13:00', '16:00']),
    ],
    usual: ['couples', 'couples', 'couples', 'individual'],
  },
  {
    name: 'Tomás Rivera',
    title: 'LMHC',
    specialties: ['Adolescents', 'Identity', 'School stress'],
    skills: ['adolescents', 'couples'],
    hours: [...every([3], ['14:00', '19:00']), ...every([6, 7], ['10:00', '15:00'])],
    usual: ['individual', 'individual', 'telehealth', 'couples'],
  },
  {
    name: 'Grace Kim',
    title: 'PMHNP',
    specialties: ['Medication management', 'ADHD', 'Sleep'],
    skills: ['medication'],
    hours: [...every([1, 2, 4, 5], ['08:30', '12:30'], ['13:30', '16:30']), ...every([7], ['10:00', '14:00'])],
    usual: ['brief', 'brief', 'brief', 'individual', 'telehealth'],
  },
  {
    name: 'Yusuf Demir',
    title: 'LCSW',
    specialties: ['Addiction', 'Men’s health', 'Motivational interviewing'],
    skills: ['addiction', 'groups'],
    at: 'mill',
    hours: [
      ...every([3, 4, 6], ['09:30', '13:00'], ['14:00', '17:30']),
      ...every([5], ['09:30', '13:00'], ['14:00', '17:30', { telehealth: true }]),
      ...every([7], ['12:00', '17:00', { mostAppointments: 4 }]),
    ],
    usual: ['individual', 'individual', 'individual', 'telehealth'],
  },
  {
    name: "Bridget O'Sullivan",
    title: 'LMFT',
    specialties: ['Perinatal', 'Families', 'Postpartum depression'],
    skills: ['couples', 'perinatal'],
    hours: [
      ...every(MONDAY_TO_THURSDAY, ['09:00', '12:30'], ['13:30', '17:30']),
      ...every([7], ['10:00', '12:30'], ['13:00', '16:00']),
    ],
    usual: ['individual', 'couples', 'telehealth', 'individual'],
  },
]

export interface RoomPlan {
  readonly name: string
  readonly capacity: number
  readonly features: readonly string[]
  readonly at?: LocationKey
}

/** The last one is for groups and is given to one client only when no other is free. */
export const ROOMS: readonly RoomPlan[] = [
  { name: 'Cedar', capacity: 2, features: ['quiet'], at: 'house' },
  { name: 'Birch', capacity: 2, features: ['quiet', 'wheelchair'], at: 'house' },
  { name: 'Willow', capacity: 3, features: ['quiet'], at: 'house' },
  { name: 'Juniper', capacity: 4, features: ['play corner', 'wheelchair'], at: 'house' },
  { name: 'Harbor View', capacity: 4, features: ['quiet', 'wheelchair'], at: 'mill' },
  { name: 'Lighthouse (groups)', capacity: 12, features: ['group', 'wheelchair'], at: 'house' },
]

export const LOCATIONS: Record<LocationKey, { readonly name: string; readonly address: string }> = {
  house: { name: 'Harborside House', address: '14 Wharf Street, Suite 200' },
  mill: { name: 'Old Mill', address: '3 Mill Lane' },
}

/** Who answers the telephone of the demo. */
export const DESK = 'Jordan Ellis'
