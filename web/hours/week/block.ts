import type { LocalDate } from '../../../domain/zone.ts'

/**
 * Terminology. A block is a stretch of open hours on a weekday, kept every week while it is in effect. A span is where a
 * block stands: its weekday and its minutes since midnight on the wall clock. A week is every block of one resource.
 */
export interface Span {
  /** ISO 8601: 1 is Monday. */
  readonly weekday: number
  readonly start: number
  readonly end: number
}

/** What of a block is no matter of where it stands. */
export interface Terms {
  /** The first and the last date on which it holds; null is no limit. */
  readonly effectiveFrom: LocalDate | null
  readonly effectiveUntil: LocalDate | null
  readonly locationId: string | null
  /** Only appointments without a room. */
  readonly telehealth: boolean
  readonly mostAppointments: number | null
}

export interface Block extends Span, Terms {
  /** Made here: the server knows blocks by what they say. */
  readonly id: string
}

export const DAY_MINUTES = 1440

export const plainTerms: Terms = {
  effectiveFrom: null,
  effectiveUntil: null,
  locationId: null,
  telehealth: false,
  mostAppointments: null,
}

export function byTime(a: Block, b: Block): number {
  return a.weekday - b.weekday || a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1)
}

/** The block that stands in the same hours of the same dates, if there is one: the two cannot both be kept. */
export function clashOf(block: Block, blocks: readonly Block[]): Block | undefined {
  return blocks.find((each) => each.id !== block.id && shareHours(each, block) && shareDates(each, block))
}

function shareHours(a: Span, b: Span): boolean {
  return a.weekday === b.weekday && a.start < b.end && b.start < a.end
}

function shareDates(a: Terms, b: Terms): boolean {
  return startsInTime(a, b) && startsInTime(b, a)
}

function startsInTime(a: Terms, b: Terms): boolean {
  return a.effectiveFrom === null || b.effectiveUntil === null || a.effectiveFrom <= b.effectiveUntil
}

/** Whether the two weeks say the same, whatever their blocks are called here. */
export function areSameWeeks(a: readonly Block[], b: readonly Block[]): boolean {
  const said = (blocks: readonly Block[]) =>
    blocks.map(({ id: _, ...block }) => JSON.stringify(Object.entries(block).sort())).sort()
  return JSON.stringify(said(a)) === JSON.stringify(said(b))
}
