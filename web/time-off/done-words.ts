import type { Interval } from '../../domain/interval.ts'
import { spanInWords } from './leave-words.ts'

/** `Dr. Chen is away Mar 3 – 6, 2026: 5 moved to Dr. Johnson, 1 cancelled.` */
export function doneInWords(
  resource: { readonly __typename: 'Therapist' | 'Room'; readonly name: string },
  during: Interval,
  zone: string,
  summary: string,
): string {
  const state = resource.__typename === 'Room' ? 'out of use' : 'away'
  return `${resource.name} is ${state} ${spanInWords(during, zone)}${summary ? `: ${summary}` : ''}.`
}
