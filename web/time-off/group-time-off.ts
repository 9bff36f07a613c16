import type { Instant } from '../../domain/interval.ts'

interface Listed {
  readonly status: string
  readonly startsAt: string
  readonly endsAt: string
}

export interface Groups<Row> {
  /** Asked for and not yet decided, the soonest first. */
  readonly waiting: readonly Row[]
  /** Approved and not yet over, the soonest first. */
  readonly upcoming: readonly Row[]
  /** Over, denied or withdrawn, the latest first. */
  readonly past: readonly Row[]
}

export function groupTimeOff<Row extends Listed>(rows: readonly Row[], now: Instant): Groups<Row> {
  const sorted = rows.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  const isUpcoming = (row: Row) => row.status === 'APPROVED' && Date.parse(row.endsAt) > now
  return {
    waiting: sorted.filter((row) => row.status === 'REQUESTED'),
    upcoming: sorted.filter(isUpcoming),
    past: sorted.filter((row) => row.status !== 'REQUESTED' && !isUpcoming(row)).reverse(),
  }
}
