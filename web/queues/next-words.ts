import { timeInWords } from '../session/when.ts'

const MINUTE = 60_000

/** "now", "in 12 minutes"; further off, the time. */
export function nextInWords(at: string, now: number): string {
  const minutes = Math.round((Date.parse(at) - now) / MINUTE)
  if (minutes <= 0) return 'now'
  if (minutes >= 60) return timeInWords(at)
  return minutes === 1 ? 'in 1 minute' : `in ${minutes} minutes`
}
