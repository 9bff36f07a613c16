import type { HoursBlockFragment, WeeklyHoursInput } from '../../generated/graphql.ts'
import { type Block, DAY_MINUTES } from './block.ts'

export function toBlock(hours: HoursBlockFragment, id: string): Block {
  const { weekday, effectiveFrom, effectiveUntil, location, telehealth, mostAppointments } = hours
  return {
    ...{ id, weekday, effectiveFrom, effectiveUntil, telehealth, mostAppointments },
    start: minuteOf(hours.startTime),
    end: minuteOf(hours.endTime) || DAY_MINUTES,
    locationId: location?.id ?? null,
  }
}

export function toInput({ id: _, start, end, ...block }: Block): WeeklyHoursInput {
  return { ...block, startTime: clockTime(start), endTime: clockTime(end) }
}

/** `09:30`; the midnight that ends a day is the 00:00 it begins the next with. */
export function clockTime(minute: number): string {
  const within = minute % DAY_MINUTES
  return [Math.floor(within / 60), within % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
