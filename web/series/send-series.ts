import { send } from '../api/client.ts'
import type { Card } from '../calendar/store/book.ts'
import { toCard } from '../calendar/store/from-graphql.ts'
import {
  BookSeriesDocument,
  type BookSeriesInput,
  type BookSeriesMutation,
  ChangeSeriesDocument,
  type ChangeSeriesInput,
  type ChangeSeriesMutation,
} from '../generated/graphql.ts'
import { type Report, reportOf } from './report.ts'

export interface SeriesAnswer {
  readonly report: Report
  /** As they stand in the book, the earliest first; none when it was refused or only rehearsed. */
  readonly cards: readonly Card[]
}

/** Books all of it by its policy, or says of each why not. */
export async function sendSeries(input: BookSeriesInput): Promise<SeriesAnswer> {
  const { bookSeries: answer } = await send(BookSeriesDocument, { input })
  return answerOf(answer)
}

/** Changes all that is meant, or says of each why not. */
export async function sendSeriesChange(input: ChangeSeriesInput): Promise<SeriesAnswer> {
  const { changeSeries: answer } = await send(ChangeSeriesDocument, { input })
  return answerOf(answer)
}

function answerOf(answer: BookSeriesMutation['bookSeries'] | ChangeSeriesMutation['changeSeries']): SeriesAnswer {
  const report = reportOf(answer)
  if (answer.__typename === 'SeriesRefused') return { report, cards: [] }
  const cards = answer.occurrences.flatMap(({ appointment }) => (appointment ? [toCard(appointment)] : []))
  return { report, cards }
}
