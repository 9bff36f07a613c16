import { LONGEST_OFFSET_MINUTES } from '../../domain/reminder-policy.ts'

export type OffsetUnit = 'minutes' | 'hours' | 'days' | 'weeks'

/** How far from the appointment, as a person writes it; the amount is text while it is typed. */
export interface Offset {
  readonly amount: string
  readonly unit: OffsetUnit
}

export const minutesIn: Readonly<Record<OffsetUnit, number>> = { minutes: 1, hours: 60, days: 1440, weeks: 10_080 }

const units: readonly OffsetUnit[] = ['weeks', 'days', 'hours']

/** In the largest unit that leaves no rest; up to two days in hours, as reminders are spoken of. */
export function offsetOf(minutes: number): Offset {
  const fits = (unit: OffsetUnit) => minutes > 0 && minutes % minutesIn[unit] === 0
  const unit = units.find((each) => fits(each) && !(each === 'days' && minutes <= 2880)) ?? 'minutes'
  return { amount: String(minutes / minutesIn[unit]), unit }
}

export function minutesOf({ amount, unit }: Offset): number {
  return Number(amount) * minutesIn[unit]
}

export function offsetProblem(offset: Offset): string | undefined {
  if (!/^\d{1,5}$/.test(offset.amount.trim()) || Number(offset.amount) === 0) return 'Write a whole number, like 24.'
  if (minutesOf(offset) < 5) return 'At least 5 minutes.'
  return minutesOf(offset) > LONGEST_OFFSET_MINUTES ? 'At most 60 days.' : undefined
}

/** "48 hours", "1 week". */
export function offsetInWords({ amount, unit }: Offset): string {
  return `${amount.trim()} ${Number(amount) === 1 ? unit.slice(0, -1) : unit}`
}
