import type { Instant } from '../../domain/interval.ts'
import { ask } from '../api/client.ts'
import type { Card } from '../calendar/store/book.ts'
import { toSessionCard } from '../calendar/store/session.ts'
import { SessionsThenDocument } from '../generated/graphql.ts'
import type { PlanQuestion } from './read-plan.ts'

/** As much as is read of a calendar at once. */
const WINDOW_MS = 60 * 24 * 60 * 60_000
/** Longer absences are read for the year that is near. */
const MOST_WINDOWS = 6

/** What is still to come, then, of groups and classes that need who is away, and nobody said that it takes place all the same. */
export async function readSessionsThen({ resourceId, during }: PlanQuestion, now: Instant): Promise<readonly Card[]> {
  const start = Math.max(during.start, now)
  const windows = Math.min(MOST_WINDOWS, Math.ceil((during.end - start) / WINDOW_MS))
  const answers = await Promise.all(
    Array.from({ length: Math.max(0, windows) }, (_, at) => {
      const from = start + at * WINDOW_MS
      const to = Math.min(from + WINDOW_MS, during.end)
      const window = { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
      return ask(SessionsThenDocument, { ...window, resourceIds: [resourceId] })
    }),
  )
  const cards = answers.flatMap(({ calendar }) => calendar.sessions.map(toSessionCard))
  return [...new Map(cards.map((each) => [each.id, each])).values()].filter((each) => !each.isMeantOnLeave)
}
