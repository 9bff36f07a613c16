import { changeSeries } from '../../actions/change-series.ts'
import type { ChangeSeriesInput, SeriesChanged } from '../../actions/series-under-change.ts'
import type { TestDatabase } from './postgres.ts'
import { rowsOf } from './rows.ts'
import { makeSeriesDesk, type SeriesDesk } from './series-desk.ts'

interface Row {
  readonly id: string
  readonly series_id: string
  readonly status: string
  readonly starts: string
  readonly original: string
  readonly therapist_id: string
  readonly version: number
}

/** A series that is booked and what becomes of its rows, in the database of a test file. */
export function bookedSeries(database: () => TestDatabase) {
  /** Ten Tuesdays, of which the third is the first after the clocks went back. */
  const makeBooked = async () => {
    const desk = await makeSeriesDesk(database())
    const { occurrences, series } = await desk.booked()
    const appointments = occurrences.map((each) => each.appointment!)
    return {
      ...desk,
      series,
      appointments,
      change: (index: number, input: Partial<ChangeSeriesInput>) =>
        changeSeries(desk.context, {
          ...{ appointmentId: appointments[index]!.id, expectedVersion: appointments[index]!.version, scope: 'all' },
          ...input,
        }),
    }
  }

  const rowsIn = (desk: Pick<SeriesDesk, 'clinic'>) =>
    rowsOf<Row>(
      database(),
      desk.clinic.id,
      `select id, series_id, status, to_char(starts_at at time zone 'America/New_York', 'MM-DD HH24:MI') as starts,
         to_char(original_starts_at at time zone 'America/New_York', 'MM-DD HH24:MI') as original, therapist_id, version
       from appointments where clinic_id = $1 and series_id is not null order by original_starts_at, starts_at`,
    )

  const seriesIn = (desk: Pick<SeriesDesk, 'clinic'>) =>
    rowsOf<{ id: string; rrule: string; start: string; version: number }>(
      database(),
      desk.clinic.id,
      `select id, rrule, to_char(local_start, 'MM-DD HH24:MI') as start, version
       from appointment_series where clinic_id = $1 order by local_start`,
    )

  return { makeBooked, rowsIn, seriesIn }
}

/** What a change came to; throws when it was refused. */
export function changed(result: Awaited<ReturnType<typeof changeSeries>>): SeriesChanged {
  if (result.kind === 'series-changed') return result
  throw new Error(result.problems[0]?.message)
}
