import { twoDigits } from '../calendar-day.ts'
import type { Interval } from '../interval.ts'
import { instantOf, localDateOf, zoneStretches } from '../zone.ts'
import { localText } from './times.ts'

const known = new Map<string, readonly string[]>()
const MOST_KNOWN = 100

/**
 * VTIMEZONE of the zone: each change of its clocks from the year before the interval to the year after it, written out one
 * by one. No rule stands for them, as there are zones that keep none.
 */
export function zoneDefinition(zone: string, { start, end }: Interval): readonly string[] {
  const first = yearOf(start, zone) - 1
  const last = yearOf(end, zone) + 1
  const key = `${zone} ${first} ${last}`
  const kept = known.get(key)
  if (kept) return kept
  const lines = linesOf(zone, first, last)
  // Few years and zones are ever asked for; whoever asks for many pays for it alone.
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, lines)
  return lines
}

function linesOf(zone: string, first: number, last: number): string[] {
  const covered = {
    start: instantOf(`${first}-01-01`, '00:00', zone),
    end: instantOf(`${last + 1}-01-01`, '00:00', zone),
  }
  const stretches = merged(zoneStretches(covered, zone))
  const standard = Math.min(...stretches.map((each) => each.offset))
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`]
  let before = stretches[0]!.offset
  for (const { start, offset } of stretches) {
    const kind = offset > standard ? 'DAYLIGHT' : 'STANDARD'
    lines.push(
      `BEGIN:${kind}`,
      // When the clocks change, as they showed it until then.
      `DTSTART:${localText(start + before)}`,
      `TZOFFSETFROM:${offsetText(before)}`,
      `TZOFFSETTO:${offsetText(offset)}`,
      `END:${kind}`,
    )
    before = offset
  }
  return [...lines, 'END:VTIMEZONE']
}

/** Stretches are cut after some weeks even where no clock changes. */
function merged<Stretch extends { readonly offset: number }>(stretches: readonly Stretch[]): Stretch[] {
  return stretches.filter((each, at) => each.offset !== stretches[at - 1]?.offset)
}

function yearOf(instant: number, zone: string): number {
  return Number(localDateOf(instant, zone).slice(0, 4))
}

function offsetText(offset: number): string {
  const seconds = Math.round(Math.abs(offset) / 1000)
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60 === 0 ? '' : twoDigits(seconds % 60)
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}${twoDigits(minutes % 60)}${rest}`
}
