import type { EventKind } from '../../domain/event.ts'
import { addDays, type LocalDate, type LocalTime, weekdayOf } from '../../domain/zone.ts'
import type { EventRow } from '../queries/events.ts'

/** What the demo publishes, as somebody would have typed it. */
export interface EventPlan
  extends Pick<EventRow, 'title' | 'description' | 'tags' | 'publishStatus' | 'admission' | 'capacity' | 'priceCents'> {
  readonly kind: EventKind
  /** The names of those who run it. */
  readonly facilitators: readonly string[]
  readonly date: LocalDate
  readonly time: LocalTime
  readonly minutes: number
  readonly rrule: string | null
}

/** A group all year, a class in spring, a workshop, an evening, one that is still being thought about and one that was. */
export function eventPlans(today: LocalDate): EventPlan[] {
  return [
    teenGroup(today),
    mindfulness(today),
    {
      ...open,
      ...{ kind: 'workshop', title: 'Parents’ Workshop: Big Feelings, Small People', tags: ['children', 'parents'] },
      ...{ facilitators: ['Hannah Lindqvist', 'Tomás Rivera'], capacity: 10, priceCents: 4500 },
      ...{ date: weekdayAfter(addDays(today, 10), 6), time: '10:00', minutes: 120, rrule: null },
      description: [
        'What to do when a feeling is larger than the child who has it.',
        'We look at **three situations from your week** and try out other ways through them, in pairs.',
        'Coffee is on us. There is room for prams.',
      ].join('\n\n'),
    },
    {
      ...open,
      ...{ kind: 'community', title: 'Community Evening: Winter Blues', tags: ['community', 'depression'] },
      ...{ facilitators: ['Hannah Lindqvist'], capacity: 12, priceCents: null },
      ...{ date: weekdayAfter(addDays(today, 14), 3), time: '18:00', minutes: 90, rrule: null },
      description:
        'A talk of half an hour, then soup and questions. Neighbors, friends and the merely curious are welcome.',
    },
    {
      ...open,
      ...{ kind: 'class', title: 'Sleep Well: CBT for Insomnia', tags: ['sleep'], publishStatus: 'draft' },
      ...{ facilitators: ['Grace Kim'], capacity: 8, priceCents: 3500 },
      ...{ date: weekdayAfter(addDays(today, 28), 1), time: '15:00', minutes: 60, rrule: 'FREQ=WEEKLY;COUNT=6' },
      description: 'Six Mondays. *To be decided: do we lend sleep diaries or ask people to keep their own?*',
    },
    {
      ...open,
      ...{ kind: 'community', title: 'Back to School: An Evening for Parents', tags: ['parents', 'teens'] },
      ...{ facilitators: ['Hannah Lindqvist'], capacity: 12, priceCents: null },
      ...{ date: weekdayAfter(addDays(today, -28), 4), time: '18:00', minutes: 90, rrule: null },
      description: 'What changes in the first weeks of a school year, and what helps.',
    },
  ]
}

const open = { publishStatus: 'published', admission: 'registration' } as const

function teenGroup(today: LocalDate): EventPlan {
  return {
    ...{ kind: 'group_therapy', title: 'Teen DBT Skills Group', tags: ['dbt', 'groups', 'teens'] },
    ...{ publishStatus: 'published', admission: 'enrolment', capacity: 8, priceCents: 6000 },
    ...{ facilitators: ['Dr. Amara Okafor', 'Hannah Lindqvist'] },
    ...{ date: weekdayAfter(addDays(today, -42), 2), time: '16:30', minutes: 90, rrule: 'FREQ=WEEKLY;BYDAY=TU' },
    description: [
      'A weekly group for young people of **14 to 18** who want better ways through strong feelings.',
      'We practice the four skills of dialectical behavior therapy, one after another:',
      '- mindfulness\n- distress tolerance\n- emotion regulation\n- getting on with others',
      'Whoever would like to join meets one of us first. There is a place for as long as it helps.',
    ].join('\n\n'),
  }
}

/** From the first Thursday of March to the end of May: this spring while it lasts, the next one after it. */
function mindfulness(today: LocalDate): EventPlan {
  const year = Number(today.slice(0, 4)) + (today.slice(5) > '05-20' ? 1 : 0)
  return {
    ...open,
    ...{ kind: 'class', title: 'Mindfulness in Spring', tags: ['mindfulness', 'stress'] },
    ...{ facilitators: ["Bridget O'Sullivan"], capacity: 12, priceCents: 2000 },
    ...{ date: weekdayAfter(`${year}-02-28`, 4), time: '16:30', minutes: 60 },
    rrule: `FREQ=WEEKLY;UNTIL=${year}0531T235959;BYDAY=TH`,
    description:
      'An hour of sitting, walking and talking about it. Come every Thursday or when you can; bring warm socks.',
  }
}

/** The first such weekday after the date. */
function weekdayAfter(date: LocalDate, weekday: number): LocalDate {
  return addDays(date, ((weekday - weekdayOf(date) + 6) % 7) + 1)
}
