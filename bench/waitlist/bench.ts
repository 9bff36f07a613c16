import { dayParts, referralSources, urgencies } from '../../domain/waitlist-entry.ts'
import { type MatchOptions, misfits, type OpenPlace, rankFitting, type Waiting } from '../../domain/waitlist-match.ts'
import { scoreOf } from '../../domain/waitlist-score.ts'
import type { Section } from '../results.ts'
import { spreadOf } from '../statistics.ts'

const entryCount = 2_000
const readings = 50
const mostMs = 10
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Monday 1 March 2027, 08:00 in New York. */
const now = Date.parse('2027-03-01T13:00:00Z')
const options: MatchOptions = { zone: 'America/New_York', now, offersADay: 3 }

/** Who is offered a freed slot first, of two thousand who wait: ours beside asking each in full and sorting by told scores. */
export async function benchWaitlist(runs: number): Promise<Section> {
  const entries = Array.from({ length: entryCount }, (_, at) => waitingAt(at))
  const ranked = rankFitting(entries, place, options).map((each) => each.id)
  const plainly = fullRank(entries)
  if (ranked.join() !== plainly.join()) throw new Error('the two rankings differ')
  const ours: number[] = []
  const full: number[] = []
  for (let round = 0; round <= runs; round++) {
    const [first, second] = [elapsed(() => rankFitting(entries, place, options)), elapsed(() => fullRank(entries))]
    if (round > 0) ours.push(first)
    if (round > 0) full.push(second)
  }
  const value = spreadOf(ours)
  return {
    bench: 'waitlist',
    about: `${entryCount.toLocaleString('en-US')} entries of every kind of wish, ranked for one freed slot; ${ranked.length} of them it fits.`,
    rows: [
      {
        ...{ figure: 'ranked for a freed slot', who: 'Daybook', value, unit: 'ms', floor: spreadOf(full) },
        target: { text: `under ${mostMs} ms`, met: value.median < mostMs },
      },
      { figure: 'the same, every reason and score told', who: 'in full', value: spreadOf(full), unit: 'ms' },
    ],
    notes: ['Processor time of the rules alone; what they are told is loaded in three statements.'],
  }
}

const place: OpenPlace = {
  ...{ start: now + 3 * DAY + 6 * 60 * MINUTE, end: now + 3 * DAY + 6 * 60 * MINUTE + 50 * MINUTE },
  ...{ therapist: { id: 'therapist-1', name: 'Dr. Chen', skills: ['emdr', 'couples'] }, room: null },
  ...{ busyClientIds: new Set(['client-7', 'client-70']), offeredEntryIds: new Set(['9', '90', '900']) },
}

/** The same entry for the same number, on every machine. */
function waitingAt(at: number): Waiting {
  const one = <T>(list: readonly T[], step: number) => list[(at * step) % list.length]!
  return {
    ...{
      id: String(at),
      clientId: `client-${at}`,
      status: 'waiting',
      minutes: one([30, 50, 50, 80], 7),
      roomNeeds: null,
    },
    ...{ requiredSkills: one([[], [], ['emdr'], ['medication']], 5), givesUpAt: at % 9 ? null : now + (at % 30) * DAY },
    ...{ reachable: at % 31 > 0, offeredToday: at % 4, skill: one([null, null, null, 'couples', 'trauma'], 3) },
    therapistIds: at % 3 ? null : [`therapist-${at % 8}`, `therapist-${(at * 5) % 8}`],
    ...{ days: at % 2 ? null : [1 + (at % 7), 1 + ((at * 3) % 7), 4], parts: at % 5 ? null : [one(dayParts, 2)] },
    ...{
      fromOn: at % 6 ? null : '2027-03-03',
      untilOn: at % 7 ? null : '2027-03-20',
      noticeMinutes: one([0, 60, 1440], 1),
    },
    ...{ urgency: one(urgencies, 11), referralSource: at % 2 ? one(referralSources, 13) : null },
    ...{ createdAt: now - (at % 90) * DAY - at * MINUTE, scoreOverride: at % 50 ? null : at % 200 },
  }
}

/** Each looked at in full, each score with its parts. */
function fullRank(entries: readonly Waiting[]): string[] {
  return entries
    .map((entry) => ({ entry, why: misfits(entry, place, options), score: scoreOf(entry, now).total }))
    .filter((each) => each.why.length === 0)
    .sort((a, b) => b.score - a.score || a.entry.createdAt - b.entry.createdAt || (a.entry.id < b.entry.id ? -1 : 1))
    .map(({ entry }) => entry.id)
}

/** Milliseconds of processor time of one of so many. */
function elapsed(work: () => unknown): number {
  const before = process.cpuUsage()
  for (let at = 0; at < readings; at++) work()
  const { system, user } = process.cpuUsage(before)
  return (user + system) / 1000 / readings
}
