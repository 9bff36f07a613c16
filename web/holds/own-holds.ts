import type { Facts } from '../calendar/drag/judge.ts'

/** Who books by hand what they hold themselves is not in their own way. */
export function withoutOwnHolds(facts: Facts | undefined): Facts | undefined {
  return facts && { ...facts, holdsOn: (id) => facts.holdsOn(id).filter((hold) => !facts.isMyHold(hold)) }
}
