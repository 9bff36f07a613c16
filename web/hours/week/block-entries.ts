import { type Block, clashOf, DAY_MINUTES } from './block.ts'
import { clockTime, minuteOf } from './wire.ts'
import { hoursInWords, weekdayName } from './words.ts'

/** A block as a form shows it. */
export interface BlockEntries {
  readonly weekday: string
  readonly start: string
  readonly end: string
  /** Empty for any. */
  readonly locationId: string
  readonly telehealth: boolean
  readonly mostAppointments: string
  readonly effectiveFrom: string
  readonly effectiveUntil: string
}

export type BlockProblems = Partial<Record<keyof BlockEntries, string>>

export function entriesOfBlock(block: Block): BlockEntries {
  return {
    weekday: String(block.weekday),
    start: clockTime(block.start),
    end: clockTime(block.end),
    locationId: block.locationId ?? '',
    telehealth: block.telehealth,
    mostAppointments: block.mostAppointments === null ? '' : String(block.mostAppointments),
    effectiveFrom: block.effectiveFrom ?? '',
    effectiveUntil: block.effectiveUntil ?? '',
  }
}

/** What the entries say; only to be used where they have no problem. */
export function readBlock(id: string, entries: BlockEntries): Block {
  return {
    id,
    weekday: Number(entries.weekday),
    start: minuteOf(entries.start),
    end: minuteOf(entries.end) || DAY_MINUTES,
    locationId: entries.locationId || null,
    telehealth: entries.telehealth,
    mostAppointments: entries.mostAppointments.trim() === '' ? null : Number(entries.mostAppointments),
    effectiveFrom: entries.effectiveFrom || null,
    effectiveUntil: entries.effectiveUntil || null,
  }
}

/** Why the block cannot be so among the others, by field. */
export function blockProblems(id: string, entries: BlockEntries, blocks: readonly Block[]): BlockProblems {
  const problems: BlockProblems = {
    mostAppointments: /^([1-9]\d?|100)?$/.test(entries.mostAppointments.trim())
      ? undefined
      : 'Write a number from 1 to 100, or nothing.',
    effectiveUntil: isPeriod(entries) ? undefined : 'The last day must not be before the first.',
  }
  const block = readBlock(id, entries)
  if (block.end <= block.start) return { ...problems, end: 'It must end after it begins.' }
  const clash = clashOf(block, blocks)
  if (!clash || problems.effectiveUntil) return problems
  return { ...problems, end: `It overlaps ${hoursInWords(clash)} on ${weekdayName(clash.weekday)}.` }
}

function isPeriod({ effectiveFrom, effectiveUntil }: BlockEntries): boolean {
  return !effectiveFrom || !effectiveUntil || effectiveFrom <= effectiveUntil
}
