import { type Accessor, createEffect, createMemo, createSignal } from 'solid-js'
import type { Right } from '../../domain/rights.ts'
import { placeInWords, timeInWords } from '../booking/refusal.ts'
import { createHolds } from '../holds/create-holds.ts'
import { createSeriesPrompt } from '../series/create-series-prompt.ts'
import { viewer } from '../session/session.ts'
import { createDay, type Day } from './create-day.ts'
import { createMover } from './create-mover.ts'
import type { Desk } from './desk.ts'
import type { Viewer } from './drag/judge.ts'
import { makeClock } from './layout/clock.ts'
import type { ChosenDate } from './page/create-date.ts'
import { createHoldClock } from './view/create-hold-clock.ts'
import { createNow } from './view/create-now.ts'
import { gridFacts } from './view/grid-facts.ts'
import type { GridCommands } from './view/grid-props.ts'

export interface OpenDesk {
  readonly day: Day
  /** Undefined until a day has been read. */
  readonly desk: Accessor<Desk | undefined>
  readonly onReady: (commands: GridCommands) => void
}

/** The day, and what is done around it. */
export function createDesk(date: ChosenDate): OpenDesk {
  const { zone } = viewer().clinic
  const clock = makeClock(zone, 'en-US')
  const who = judgedViewer()
  const day = createDay(date.date, zone)
  const now = createNow()
  const [commands, setCommands] = createSignal<GridCommands>()
  const [errand, setErrand] = createSignal<{ date: string; run: (commands: GridCommands) => void }>()
  const book = () => day.shown()?.book
  const holds = createHolds(book)
  const series = createSeriesPrompt()
  const mover = createMover({ book, commands, holds, series })

  createEffect(() => {
    const [waiting, grid] = [errand(), commands()]
    if (!waiting || !grid || day.shown()?.date !== waiting.date) return
    setErrand(undefined)
    // The grid has drawn the day when this one's effects have run.
    queueMicrotask(() => waiting.run(grid))
  })

  const shown = () => day.shown()!
  const facts = createMemo(() => {
    const [open, clinic] = [day.shown(), day.facts()]
    if (!open || !clinic) return undefined
    const { allowsOverbooking } = clinic
    return gridFacts({ book: open.book, viewer: who, allowsOverbooking, isMyHold: holds.isMine }, clock, now())
  })
  const isOpen = createMemo(() => day.shown() !== undefined && day.facts() !== undefined)
  const open: Desk = {
    zone,
    clock,
    viewer: who,
    clinic: () => day.facts()!,
    shown,
    date,
    mover,
    now,
    holdNow: createHoldClock(book),
    holds,
    series,
    facts: (wanted) => (shown().date === wanted ? facts() : undefined),
    commands,
    sayPlace: (place) => placeInWords(place, shown().date, { book: shown().book.truth(), clock, zone }),
    sayTime: (at) => timeInWords(at, shown().date, { clock, zone }),
    withDay(wanted, run) {
      setErrand({ date: wanted, run })
      if (date.date() !== wanted) date.goTo(wanted)
    },
    take: (card) => shown().book.apply({ kind: 'answer', card }),
  }
  return { day, desk: () => (isOpen() ? open : undefined), onReady: setCommands }
}

function judgedViewer(): Viewer {
  const { rights, therapistId } = viewer()
  return {
    rights: new Set(rights.map((right) => right.toLowerCase() as Right)),
    therapistId: therapistId ?? undefined,
  }
}
