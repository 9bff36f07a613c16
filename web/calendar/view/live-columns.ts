import { type Accessor, createMemo, mapArray } from 'solid-js'
import type { Interval } from '../../../domain/interval.ts'
import { takesTime } from '../../../domain/status.ts'
import type { DayColumn } from '../layout/columns.ts'
import { describeLoad, loadOf, openBesideLeave } from '../layout/load.ts'
import { isShutAllDay, type Shade, shadeOf } from '../layout/shade.ts'
import { type Book, openHoursOf, type TimeOff } from '../store/book.ts'
import { overlay, type ShownCard } from '../store/pending.ts'
import type { Shown } from './create-shown.ts'

/** A column with what the book says of it; a change elsewhere leaves its values as they were. */
export interface LiveColumn extends DayColumn {
  readonly cards: Accessor<readonly ShownCard[]>
  readonly shade: Accessor<Shade>
  readonly load: Accessor<string>
}

const NO_LEAVE: readonly TimeOff[] = []
const NOWHERE: readonly Interval[] = []

export function createLiveColumns(
  columns: Accessor<readonly DayColumn[]>,
  shown: Shown,
): Accessor<readonly LiveColumn[]> {
  // Told anew only when they differ: else every change of a card would shade every column again.
  const closures = createMemo(() => shown.truth().closures)
  return createMemo(mapArray(columns, (column) => liveColumn(column, shown, closures)))
}

function liveColumn(column: DayColumn, shown: Shown, closures: Accessor<Book['closures']>): LiveColumn {
  const { resource, day } = column
  const cards = createMemo(() => overlay(shown.truth(), shown.pending(), resource.id))
  const open = createMemo(() => openHoursOf(shown.truth(), resource))
  const leave = createMemo(() => shown.truth().timeOffByResource.get(resource.id) ?? NO_LEAVE)
  const elsewhere = createMemo(() => shown.truth().elsewhere.get(resource.id) ?? NOWHERE)
  const shade = createMemo(() =>
    shadeOf(day, { open: open(), closures: closures(), timeOff: leave(), elsewhere: elsewhere() }),
  )
  const load = createMemo(() => {
    const booked = cards().filter(isTaken).map(intervalOf)
    const left = openBesideLeave(day, open() ?? [day], shade().leave)
    const taken = loadOf(day, booked, open() ? left : [])
    const isAway = shade().leave.length > 0 && left.length === 0 && taken.bookedMinutes === 0
    if (isAway) return resource.kind === 'room' ? 'Out of use' : 'Away'
    // A room without hours of its own is closed only with the clinic.
    const isFree = open() === undefined && taken.bookedMinutes === 0 && !isShutAllDay(day, closures())
    return isFree ? 'Free' : describeLoad(taken)
  })
  return { ...column, cards, shade, load }
}

function isTaken(card: ShownCard): boolean {
  return takesTime(card.status)
}

function intervalOf(card: ShownCard): Interval {
  return { start: card.startsAt, end: card.endsAt }
}
