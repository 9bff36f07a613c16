import { type Accessor, createEffect, createMemo, on } from 'solid-js'
import { maySeeRoster } from '../../domain/rights.ts'
import { createAnswer } from '../api/create-answer.ts'
import type { Viewer } from '../calendar/drag/judge.ts'
import type { Card } from '../calendar/store/book.ts'
import { runnersOf } from '../calendar/store/session.ts'
import { SessionRosterDocument } from '../generated/graphql.ts'

/** Whether who comes to the session is for the viewer's eyes. */
export function seesRoster({ rights, therapistId }: Viewer, card: Card): boolean {
  return maySeeRoster(rights, runnersOf(card), therapistId)
}

/** Who comes, as `Maya Diaz` or `Maya Diaz, 2 places`; read anew when places are taken or freed. */
export function createRoster(card: Accessor<Card>): Accessor<readonly string[] | undefined> {
  const answer = createAnswer(SessionRosterDocument, () => ({ id: card().id }))
  const stand = createMemo(() => card().session?.placesVersion)
  createEffect(on(stand, () => void answer.again(), { defer: true }))
  return () => {
    const session = answer.data()?.session
    if (session?.id !== card().id) return undefined
    return session.roster.map(({ name, places }) => (places > 1 ? `${name}, ${places} places` : name))
  }
}
