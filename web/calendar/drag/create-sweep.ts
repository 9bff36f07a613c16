import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { type Instant, MINUTE } from '../../../domain/interval.ts'
import type { DayColumn } from '../layout/columns.ts'
import { ceilToStep, floorToStep, type Step } from '../layout/geometry.ts'
import { type Hit, hit, type Measure, type Point } from '../layout/hit.ts'
import type { Box } from './edges.ts'
import { followPointer, watchForCancel } from './follow-pointer.ts'

/** A length of empty time, drawn by hand to be booked. */
export interface Swept {
  readonly column: DayColumn
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export interface SweepOptions {
  columns(): readonly DayColumn[]
  step(): Step
  scroller(): HTMLElement
  clearBox(): Box
  measure(): Measure
  onSwept(swept: Swept): void
}

export interface SweepControl {
  readonly swept: Accessor<Swept | undefined>
  press(down: PointerEvent, from: Hit): void
  /** Whether the click that arrives now only ends a sweep; asking forgets it. */
  takeClick(): boolean
}

/** Drawing over empty time. It stays in the column where it began, and begins when the pointer leaves its first slot. */
export function createSweep(options: SweepOptions): SweepControl {
  const [swept, setSwept] = createSignal<Swept>()
  let letGo: (() => void)[] = []
  let endsInClick = false

  function end(): void {
    for (const each of letGo) each()
    letGo = []
    setSwept(undefined)
  }

  function press(down: PointerEvent, from: Hit): void {
    end()
    const measure = options.measure()
    const onMove = (point: Point) => {
      const scroller = options.scroller()
      const scroll = { x: scroller.scrollLeft, y: scroller.scrollTop }
      const to = hit(point, scroll, measure, options.columns())
      if (!to || (!swept() && isSameSlot(from.at, to.at, options.step()))) return
      endsInClick = true
      setSwept(between(from, to.at, options.step()))
    }
    const onDrop = () => {
      const done = swept()
      end()
      if (done) options.onSwept(done)
    }
    letGo = [
      watchForCancel(end),
      followPointer(down, {
        scroller: options.scroller(),
        clearBox: options.clearBox,
        isDragging: () => swept() !== undefined,
        onMove,
        onDrop,
        onCancel: end,
      }),
    ]
  }

  onCleanup(end)
  return {
    swept,
    press,
    takeClick() {
      const taken = endsInClick
      endsInClick = false
      return taken
    },
  }
}

function isSameSlot(a: Instant, b: Instant, step: Step): boolean {
  return floorToStep(a, step) === floorToStep(b, step)
}

function between(from: Hit, to: Instant, step: Step): Swept {
  const startsAt = floorToStep(Math.min(from.at, to), step)
  const endsAt = ceilToStep(Math.max(from.at, to, startsAt + MINUTE), step)
  return { column: from.column, startsAt, endsAt }
}
