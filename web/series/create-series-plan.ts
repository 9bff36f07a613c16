import { type Accessor, createMemo, createSignal } from 'solid-js'
import { createRehearsal, isSameQuestion } from '../booking/create-rehearsal.ts'
import type { BookAppointmentInput, BookSeriesInput, SeriesPolicy } from '../generated/graphql.ts'
import type { Report } from './report.ts'
import { type SeriesAnswer, sendSeries } from './send-series.ts'

/** The first appointment of a series and how it repeats; undefined while one of them is not known. */
export interface SeriesWish {
  readonly first: BookAppointmentInput
  readonly rrule: string
  /** What the report may depend on. */
  readonly stand: readonly unknown[]
}

/** A series before it is booked: what would become of each appointment, and the choice about those that clash. */
export interface SeriesPlan {
  readonly report: Accessor<Report | undefined>
  readonly policy: Accessor<SeriesPolicy>
  readonly setPolicy: (policy: SeriesPolicy) => void
  readonly inputFor: (wish: Pick<SeriesWish, 'first' | 'rrule'>) => BookSeriesInput
  /** Books it as planned; a refusal is the new report. */
  readonly book: (input: BookSeriesInput) => Promise<SeriesAnswer>
}

export function createSeriesPlan(wish: Accessor<SeriesWish | undefined>): SeriesPlan {
  const [policy, setPolicy] = createSignal<SeriesPolicy>('ALL_OR_NOTHING')
  const inputFor: SeriesPlan['inputFor'] = ({ first, rrule }) => ({ ...first, rrule, policy: policy() })
  const question = createMemo(
    () => {
      const wanted = wish()
      return wanted && { input: inputFor(wanted), stand: wanted.stand }
    },
    undefined,
    { equals: isSameQuestion },
  )
  const rehearsal = createRehearsal(question, async (input) => {
    const { report } = await sendSeries({ ...input, validateOnly: true })
    return report
  })
  return {
    report: rehearsal.answer,
    policy,
    setPolicy,
    inputFor,
    async book(input) {
      const answer = await sendSeries(input)
      if (answer.report.isRefused) rehearsal.tell(answer.report)
      return answer
    },
  }
}
