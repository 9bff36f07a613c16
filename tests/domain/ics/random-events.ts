import type { EventInCalendar, SessionInCalendar } from '../../../domain/ics/session-entries.ts'
import { MINUTE } from '../../../domain/interval.ts'
import { expand } from '../../../domain/recurrence.ts'
import { instantOfFloating } from '../../../domain/zone.ts'
import type { Chance } from '../../support/chance.ts'
import { floating } from '../recurrence/floating.ts'
import { randomRule } from '../recurrence/random-rule.ts'

const YEAR = 366 * 24 * 60 * MINUTE
const WORDS = [
  'Teen DBT',
  'Padres; hijos, familia',
  'Ñandú 診療所 😀',
  'a\\b"c"',
  'line\r\none',
  'X'.repeat(120),
  '  ',
  '🏳️‍🌈é',
]

/** Any event that may be kept, with sessions that were moved, renamed, shortened, cancelled, hidden or added. */
export function randomEvent(chance: Chance, number: number): EventInCalendar {
  const { rrule, start, zone } = randomRule(chance)
  const begins = floating(start)
  const minutes = chance.pick([5, 50, 90, 240])
  const told = { summary: chance.pick(WORDS), description: chance.pick(WORDS), location: chance.pick(WORDS) }
  const from = instantOfFloating(begins, zone)
  const found = expand({ rrule, start: begins, zone }, { start: from, end: from + 1.2 * YEAR }, 10_000)
  if ('problem' in found) throw new Error(found.problem)
  const kept = found.occurrences.slice(0, 30).filter(() => chance.happens(0.9))
  const sessions = kept.map(({ at }, index): SessionInCalendar => {
    const base = { id: `${number}-${index}`, originalStartsAt: at, startsAt: at, endsAt: at + minutes * MINUTE }
    const session = { ...base, createdAt: from, updatedAt: from, status: 'CONFIRMED' as const, told }
    if (chance.happens(0.8)) return session
    return chance.pick([
      () => ({ ...session, startsAt: at + 7 * MINUTE, endsAt: at + 97 * MINUTE }),
      () => ({ ...session, startsAt: at + YEAR / 200, endsAt: at + YEAR / 200 + minutes * MINUTE }),
      () => ({ ...session, endsAt: session.endsAt + 5 * MINUTE }),
      () => ({ ...session, told: { ...told, summary: `Another ${number}` } }),
      () => ({ ...session, status: 'CANCELLED' as const }),
      () => ({ ...session, originalStartsAt: at + 3 * MINUTE, startsAt: at + 3 * MINUTE }),
    ])()
  })
  const isOnce = chance.happens(0.2)
  // Moved all together from some day on, as a group that finds another time.
  const later = chance.happens(0.3) ? chance.pick([-90, 30, 60, 300]) * MINUTE : 0
  const since = chance.pick(sessions)?.startsAt ?? from
  const moved = sessions.map((each) =>
    each.startsAt < since ? each : { ...each, startsAt: each.startsAt + later, endsAt: each.endsAt + later },
  )
  return {
    ...{ id: String(number), sequence: number, createdAt: from, updatedAt: from, rrule: isOnce ? null : rrule },
    ...{ start: begins, zone, minutes, told, sessions: isOnce ? moved.slice(0, 1) : moved },
  }
}
