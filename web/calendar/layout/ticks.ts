import { type Interval, MINUTE } from '../../../domain/interval.ts'
import { isOnStep } from '../../../domain/zone.ts'
import type { Clock } from './clock.ts'

export interface Tick {
  /** Minutes since midnight gone by. */
  readonly top: number
  readonly label: string
}

/** The hours of the axis. Where the clocks go back an hour is there twice; where they go forward one is missing. */
export function ticksOf(day: Interval, zone: string, clock: Clock): Tick[] {
  const ticks: Tick[] = []
  for (let at = day.start; at < day.end; at += 30 * MINUTE) {
    if (!isOnStep(at, 60, zone)) continue
    ticks.push({ top: (at - day.start) / MINUTE, label: clock.time(at).replace(/:00(?=\s)/, '') })
  }
  return ticks
}
