import { clockInWords, dayInWords } from '../session/when.ts'
import type { ExampleTime } from './example.ts'

/** "Leaves Mon, Mar 9, 8:00 AM instead of 7:00 AM" */
export function exampleWords({ due, leaves }: ExampleTime): string {
  if (leaves === undefined) return 'Does not leave: no time before the appointment is allowed.'
  if (leaves === due) return `Leaves ${instantWords(due)}`
  const [left, meant] = [new Date(leaves).toISOString(), new Date(due).toISOString()]
  const instead = dayInWords(left) === dayInWords(meant) ? clockInWords(meant) : instantWords(due)
  return `Leaves ${instantWords(leaves)} instead of ${instead}`
}

/** "Mon, Mar 9, 8:00 AM" on the clinic's clock. */
export function instantWords(at: number): string {
  const instant = new Date(at).toISOString()
  return `${dayInWords(instant)}, ${clockInWords(instant)}`
}
