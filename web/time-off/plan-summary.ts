import { type Choice, type Picks, pickedOf, type Step } from './plan.ts'

/** `5 moved to Dr. Johnson, 2 to another time, 1 cancelled, 1 left as it is`. */
export function summaryOf(steps: readonly Step[], picks: Picks): string {
  if (steps.length === 0) return 'Nobody is booked then'
  const counts = new Map<string, number>()
  for (const step of steps) {
    const words = wordsOf(step, pickedOf(step, picks))
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([words, number], index) => `${number} ${index === 0 && words === LATER ? `moved ${words}` : words}`)
    .join(', ')
}

const LATER = 'to another time'

function wordsOf({ affected }: Step, { kind, place }: Choice): string {
  if (kind === 'CANCEL') return 'cancelled'
  if (!place) return 'left on leave time'
  if (kind === 'ANOTHER_TIME') return LATER
  return `moved to ${place.therapistId === affected.therapistId ? place.roomName : place.therapistName}`
}

function rank(words: string): number {
  const order = ['moved', LATER, 'cancelled', 'left']
  return order.findIndex((each) => words.startsWith(each))
}
