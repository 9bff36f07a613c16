import type { ResourceFacts, TypeFacts } from './booking-facts.ts'
import { isSuitable } from './fitness-rules.ts'
import { type Instant, type Interval, MINUTE } from './interval.ts'
import { type DayPart, dayPartOf, isOnList, type WaitlistStatus, type Wishes } from './waitlist-entry.ts'
import { type Scored, scoreTotal } from './waitlist-score.ts'
import { type LocalDate, localDateOf, weekdayOf } from './zone.ts'

/** Somebody who waits, with all that decides whether a slot fits. */
export interface Waiting extends Wishes, Scored {
  readonly id: string
  readonly clientId: string
  readonly status: WaitlistStatus
  readonly minutes: number
  /** What the therapist must be able to do for that type. */
  readonly requiredSkills: readonly string[]
  /** What the room must have and hold for it; null where no room is needed. */
  readonly roomNeeds: Pick<TypeFacts, 'requiredFeatures' | 'minCapacity'> | null
  /** When the appointment begins that she would give up; null when she has none to give up. */
  readonly givesUpAt: Instant | null
  /** Whether a text or an e-mail may be sent to her. */
  readonly reachable: boolean
  /** How many slots she was offered on the day. */
  readonly offeredToday: number
}

/** Time of a therapist for which somebody is looked for. */
export interface OpenPlace extends Interval {
  readonly therapist: { readonly id: string; readonly name: string; readonly skills: readonly string[] }
  /** The room it is in; null for any. */
  readonly room: Pick<ResourceFacts, 'name' | 'features' | 'capacity'> | null
  /** Who has something else in the book then, beside what she would give up. */
  readonly busyClientIds: ReadonlySet<string>
  /** To whom this place was offered before. */
  readonly offeredEntryIds: ReadonlySet<string>
}

export interface MatchOptions {
  readonly zone: string
  readonly now: Instant
  readonly offersADay: number
}

/** Somebody who waits, looked at for one place. */
export interface Candidate<Entry extends Waiting = Waiting> {
  readonly entry: Entry
  readonly score: number
  readonly fits: boolean
  /** Why it fits; or, where it does not, everything that stands in the way. */
  readonly reasons: readonly string[]
}

/** A place as the clock on the wall shows it, for looking at many entries. */
interface SeenPlace extends OpenPlace {
  readonly date: LocalDate
  readonly weekday: number
  readonly part: DayPart
  readonly minutes: number
  readonly noticeMinutes: number
}

function seen(place: OpenPlace, { now, zone }: MatchOptions): SeenPlace {
  const date = localDateOf(place.start, zone)
  return {
    ...place,
    ...{ date, weekday: weekdayOf(date), part: dayPartOf(place.start, zone) },
    ...{ minutes: (place.end - place.start) / MINUTE, noticeMinutes: (place.start - now) / MINUTE },
  }
}

type Rule = (entry: Waiting, place: SeenPlace, options: MatchOptions) => string | undefined

/** What has to be so for a place to fit somebody; each says what is in the way. */
const rules: readonly Rule[] = [
  ({ status }) => (isOnList(status) ? undefined : 'No longer on the waitlist.'),
  ({ status }) => (status === 'offered' ? 'Something else is offered just now.' : undefined),
  ({ minutes }, place) => (minutes > place.minutes ? `It is too short: ${minutes} minutes are needed.` : undefined),
  ({ therapistIds }, { therapist }) =>
    therapistIds === null || therapistIds.includes(therapist.id) ? undefined : `Does not wait for ${therapist.name}.`,
  ({ skill }, { therapist }) =>
    skill === null || therapist.skills.includes(skill)
      ? undefined
      : `${therapist.name} does not have the skill ${skill}.`,
  ({ requiredSkills }, { therapist }) =>
    requiredSkills.every((each) => therapist.skills.includes(each))
      ? undefined
      : `${therapist.name} is not qualified for it.`,
  ({ roomNeeds }, { room }) =>
    room === null || roomNeeds === null || isSuitable(room, roomNeeds) ? undefined : `${room.name} does not suit it.`,
  ({ days }, { weekday }) => (days === null || days.includes(weekday) ? undefined : 'Not on a day that suits.'),
  ({ parts }, { part }) => (parts === null || parts.includes(part) ? undefined : `Does not come in the ${part}.`),
  ({ fromOn }, { date }) => (fromOn === null || date >= fromOn ? undefined : `Comes from ${fromOn} on.`),
  ({ untilOn }, { date }) => (untilOn === null || date <= untilOn ? undefined : `Comes until ${untilOn}.`),
  (entry, place) => (entry.noticeMinutes <= place.noticeMinutes ? undefined : 'Needs more notice.'),
  ({ givesUpAt }, { start }) =>
    givesUpAt === null || start < givesUpAt ? undefined : 'It is no sooner than the present appointment.',
  ({ clientId }, { busyClientIds }) => (busyClientIds.has(clientId) ? 'Has something else then.' : undefined),
  ({ id }, { offeredEntryIds }) => (offeredEntryIds.has(id) ? 'It was offered before.' : undefined),
  ({ offeredToday }, _, { offersADay }) => (offeredToday < offersADay ? undefined : 'Was offered enough today.'),
  ({ reachable }) => (reachable ? undefined : 'Neither a text nor an e-mail may be sent.'),
]

/** Everything that stands in the way of offering the place to her; nothing when it fits. */
export function misfits(entry: Waiting, place: OpenPlace, options: MatchOptions): string[] {
  return misfitsIn(entry, seen(place, options), options)
}

function misfitsIn(entry: Waiting, place: SeenPlace, options: MatchOptions): string[] {
  return rules.map((rule) => rule(entry, place, options)).filter((each) => each !== undefined)
}

/** Whether the place fits her, looking no further than the first that stands in the way. */
function fitsIn(entry: Waiting, place: SeenPlace, options: MatchOptions): boolean {
  return rules.every((rule) => rule(entry, place, options) === undefined)
}

/** Why the place fits her. */
function fittings(entry: Waiting, { therapist, part, weekday }: SeenPlace): string[] {
  const { days, givesUpAt, parts, skill, therapistIds } = entry
  return [
    therapistIds && `Waits for ${therapist.name}.`,
    skill && `${therapist.name} has the skill ${skill}.`,
    days && `${DAY_NAMES[weekday - 1]} suits.`,
    parts && `The ${part} suits.`,
    givesUpAt !== null && 'It is sooner than the present appointment.',
    !therapistIds && !skill && !days && !parts && givesUpAt === null && 'Any time with anybody suits.',
  ].filter((each): each is string => Boolean(each))
}

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Those whom the place fits, in the order in which they are to be offered it. */
export function rankFitting<Entry extends Waiting>(
  entries: readonly Entry[],
  place: OpenPlace,
  options: MatchOptions,
): Entry[] {
  const looked = seen(place, options)
  return entries
    .filter((entry) => fitsIn(entry, looked, options))
    .map((entry) => ({ entry, score: scoreTotal(entry, options.now) }))
    .sort(inRank)
    .map(({ entry }) => entry)
}

/**
 * The same of a stretch of time, for whom some time of it may suit: her days and dates, how soon she can come, what else she
 * has and what she was offered before depend on the very time, and are not asked.
 */
export function rankAnywhere<Entry extends Waiting>(
  entries: readonly Entry[],
  stretch: OpenPlace,
  options: MatchOptions,
): Entry[] {
  const asTheyAre = new Map(entries.map((each) => [each.id, each]))
  const anyTime = { days: null, parts: null, fromOn: null, untilOn: null, noticeMinutes: 0, givesUpAt: null }
  const nobody: ReadonlySet<string> = new Set()
  const anywhere = { ...stretch, busyClientIds: nobody, offeredEntryIds: nobody }
  const ranked = rankFitting<Waiting>(
    entries.map((each) => ({ ...each, ...anyTime })),
    { ...anywhere, start: Math.max(stretch.start, options.now) },
    options,
  )
  return ranked.map(({ id }) => asTheyAre.get(id)!)
}

/** Everybody who waits, those whom the place fits first, each with the reasons; at most so many. */
export function candidatesFor<Entry extends Waiting>(
  entries: readonly Entry[],
  place: OpenPlace,
  options: MatchOptions,
  first: number,
): Candidate<Entry>[] {
  const looked = seen(place, options)
  return entries
    .map((entry) => ({ entry, score: scoreTotal(entry, options.now), fits: fitsIn(entry, looked, options) }))
    .sort((a, b) => Number(b.fits) - Number(a.fits) || inRank(a, b))
    .slice(0, first)
    .map((each) => ({
      ...each,
      reasons: each.fits ? fittings(each.entry, looked) : misfitsIn(each.entry, looked, options),
    }))
}

interface Ranked {
  readonly entry: Pick<Waiting, 'createdAt' | 'id'>
  readonly score: number
}

/** The higher score first; of equals, who has waited longer. */
function inRank(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.entry.createdAt - b.entry.createdAt || (a.entry.id < b.entry.id ? -1 : 1)
}
