import type { Accessor } from 'solid-js'
import type { Instant } from '../../domain/interval.ts'
import type { LocalDate } from '../../domain/zone.ts'
import type { Holds } from '../holds/create-holds.ts'
import type { SeriesPrompt } from '../series/create-series-prompt.ts'
import type { ShownDay } from './create-day.ts'
import type { Mover } from './create-mover.ts'
import type { Facts, Viewer } from './drag/judge.ts'
import type { Clock } from './layout/clock.ts'
import type { ChosenDate } from './page/create-date.ts'
import type { ClinicFacts } from './read-day.ts'
import type { Card, Place } from './store/book.ts'
import type { GridCommands } from './view/grid-props.ts'

/** What everything beside the day shares with it. Only where a day has been read. */
export interface Desk {
  readonly zone: string
  readonly clock: Clock
  readonly viewer: Viewer
  readonly clinic: Accessor<ClinicFacts>
  readonly shown: Accessor<ShownDay>
  readonly date: ChosenDate
  readonly mover: Mover
  readonly now: Accessor<Instant>
  /** The present to the second, while holds are running out. */
  readonly holdNow: Accessor<Instant>
  readonly holds: Holds
  readonly series: SeriesPrompt
  /** What bears on the date, where that is the day that is shown. */
  facts(date: LocalDate): Facts | undefined
  commands(): GridCommands | undefined
  /** `2:30 PM with Dr. Chen, Oak`, with the date where it is not the day that is shown. */
  sayPlace(place: Place): string
  /** `2:30 PM`, with the date where it is not the day that is shown. */
  sayTime(at: Instant): string
  /** Brings the day to the screen, then runs with its grid. */
  withDay(date: LocalDate, run: (commands: GridCommands) => void): void
  /** Takes what a change answered. */
  take(card: Card): void
}
