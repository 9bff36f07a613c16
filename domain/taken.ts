import type { BookingFacts, Busy, ResourceFacts } from './booking-facts.ts'

/** What an appointment takes: of whom, where, and of which client. */
export interface Taken extends Busy {
  readonly clientId: string
  readonly therapistId: string
  readonly roomId: string | null
}

/** The facts about one request once these also stand in the book. */
export function withTaken(facts: BookingFacts, clientId: string, taken: readonly Taken[]): BookingFacts {
  if (taken.length === 0) return facts
  const beside = (resource: ResourceFacts): ResourceFacts => {
    const more = taken.filter((each) => each.therapistId === resource.id || each.roomId === resource.id)
    return more.length === 0 ? resource : { ...resource, busy: [...resource.busy, ...more] }
  }
  const own = taken.filter((each) => each.clientId === clientId)
  return {
    ...facts,
    client: facts.client && { ...facts.client, busy: [...facts.client.busy, ...own] },
    therapist: beside(facts.therapist),
    room: facts.room && beside(facts.room),
  }
}
