import type { Trx } from '../db/connect.ts'
import type { Appointment } from '../db/queries/book.ts'
import type { SeriesRow } from '../db/queries/series.ts'
import type { Instant } from '../domain/interval.ts'
import type { SeriesPolicy, SeriesScope } from '../domain/series.ts'
import type { WantedChange } from '../domain/series-change.ts'
import type { CancelAppointmentInput } from './cancel-appointment.ts'
import type { Outcome, Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import type { Override, OverrideInput } from './override.ts'
import type { SeriesRefused, ToldOccurrence } from './series-report.ts'

export interface ChangeSeriesInput extends Repeatable, OverrideInput, WantedChange {
  readonly appointmentId: string
  readonly expectedVersion: number
  readonly scope: SeriesScope
  /** Cancels instead of moving. */
  readonly cancel?: CancelAppointmentInput['reason'] | null
  readonly cancelNote?: string | null
  readonly policy?: SeriesPolicy | null
}

export interface SeriesChanged {
  readonly kind: 'series-changed'
  readonly series: SeriesRow
  readonly occurrences: readonly ToldOccurrence[]
}

/** A change of a series under way: everything it may touch is locked. */
export interface SeriesChange {
  readonly context: ActionContext
  readonly trx: Trx
  readonly now: Instant
  readonly input: ChangeSeriesInput
  readonly override: Override
  readonly cancelNote: string | null
  readonly series: SeriesRow
  /** Every appointment of the series, or the one alone when the change is for it alone. */
  readonly standing: readonly Appointment[]
  readonly touched: readonly Appointment[]
  readonly pivot: Appointment
}

export type ChangeOutcome = Outcome<SeriesChanged, SeriesRefused>
