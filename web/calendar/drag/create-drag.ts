import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js'
import type { DayColumn } from '../layout/columns.ts'
import { clampStart, nextStep, type Step } from '../layout/geometry.ts'
import { type Hit, hit, type Measure, type Point } from '../layout/hit.ts'
import type { Card, Place } from '../store/book.ts'
import { isSamePlace } from '../store/moves.ts'
import { aimAt, type Drag, type DragEvent, draftOf, idle, isHolding, nextDrag, type Part } from './drag.ts'
import { type Box, isWellIn } from './edges.ts'
import { followPointer, watchForCancel } from './follow-pointer.ts'
import type { Verdict } from './judge.ts'

export interface Draft {
  readonly card: Card
  readonly place: Place
  readonly column: DayColumn
  readonly by: 'pointer' | 'keys'
  readonly part: Part
  readonly verdict: Verdict
}

export interface DragOptions {
  columns(): readonly DayColumn[]
  step(): Step
  judge(card: Card, place: Place): Verdict
  scroller(): HTMLElement
  clearBox(): Box
  measure(): Measure
  onSave(held: Draft): void
  /** Dropped where it cannot go. */
  onBlocked(held: Draft): void
  /** Told of every step of the machine, to be spoken. */
  onStep(before: Draft | undefined, after: Draft | undefined, event: DragEvent): void
}

export type Direction = 'up' | 'down' | 'before' | 'after'

export interface DragControl {
  readonly drag: Accessor<Drag>
  readonly draft: Accessor<Draft | undefined>
  press(card: Card, pointer: PointerEvent, part: Part): void
  /** The same with something from outside the grid, which is dropped nowhere but on it. */
  bring(makeCard: (at: Hit) => Card, pointer: PointerEvent): void
  /** Takes the card in hand, to be carried by keys or clicks until it is dropped. */
  lift(card: Card, column: DayColumn, part: Part): void
  nudge(direction: Direction): void
  aim(slot: Hit): void
  drop(): void
  send(event: DragEvent): void
  /** Whether the click that arrives now only ends a drag; asking forgets it. */
  takeClick(): boolean
}

/** What of a drag knows the document; what it means is decided in drag.ts. */
export function createDrag(options: DragOptions): DragControl {
  const [drag, setDrag] = createSignal<Drag>(idle)
  const [isOutside, setOutside] = createSignal(false)
  const draft = createMemo(() => makeDraft(drag(), options, isOutside()))
  let letGo: (() => void)[] = []
  let endsInClick = false

  function send(event: DragEvent): void {
    const [from, before] = [drag(), draft()]
    const to = nextDrag(from, event)
    if (to === from) return
    if (to.state === 'dragging' && to.by === 'pointer') endsInClick = true
    if (isHolding(from) && !isHolding(to)) release()
    setDrag(to)
    options.onStep(before, draft(), event)
  }

  function release(): void {
    for (const each of letGo) each()
    letGo = []
  }

  function drop(): void {
    const held = draft()
    const outcome = outcomeOf(held)
    send({ type: 'drop', outcome })
    if (held && outcome === 'save') options.onSave(held)
    if (held && outcome === 'blocked') options.onBlocked(held)
  }

  function press(card: Card, down: PointerEvent, part: Part): void {
    take(() => card, down, part)
  }

  function bring(makeCard: (at: Hit) => Card, down: PointerEvent): void {
    setOutside(true)
    // Before it has come in, the edge that it comes over would scroll away what it was taken for.
    let isThere = false
    take(makeCard, down, 'whole', {
      onPoint: (point) => setOutside(!isIn(point, options.clearBox())),
      mayScroll(point) {
        isThere ||= isWellIn(point, options.clearBox())
        return isThere
      },
    })
  }

  function take(makeCard: (at: Hit) => Card, down: PointerEvent, part: Part, way: Way = {}): void {
    if (isHolding(drag())) return
    endsInClick = false
    const measure = options.measure()
    const slotAt = (point: Point) => hit(point, scrollOf(options.scroller()), measure, options.columns())
    const point = { x: down.clientX, y: down.clientY }
    const slot = slotAt(point)
    if (!slot) return
    send({ type: 'press', card: makeCard(slot), part, slot, point })
    letGo = [
      watchForCancel(() => send({ type: 'cancel' })),
      followPointer(down, {
        scroller: options.scroller(),
        clearBox: options.clearBox,
        isDragging: () => drag().state === 'dragging',
        mayScroll: way.mayScroll,
        onMove(now) {
          way.onPoint?.(now)
          send({ type: 'move', slot: slotAt(now) ?? slot, point: now })
        },
        onDrop: drop,
        onCancel: () => send({ type: 'cancel' }),
      }),
    ]
  }

  onCleanup(release)
  return {
    drag,
    draft,
    press,
    bring,
    lift(card, column, part) {
      if (isHolding(drag())) return
      setOutside(false)
      letGo = [watchForCancel(() => send({ type: 'cancel' }))]
      send({ type: 'lift', card, part, slot: { column, at: card.startsAt } })
    },
    nudge(direction) {
      const current = drag()
      const slot = current.state === 'dragging' && nudged(current.slot, draft()!, direction, options)
      if (slot) send({ type: 'aim', slot })
    },
    aim(slot) {
      const current = drag()
      if (current.state === 'dragging') send({ type: 'aim', slot: aimAt(current, slot) })
    },
    drop,
    send,
    takeClick() {
      const taken = endsInClick
      endsInClick = false
      return taken
    },
  }
}

/** What else its way brings with it. */
interface Way {
  onPoint?(point: Point): void
  mayScroll?(point: Point): boolean
}

const elsewhere: Verdict = { blocked: 'Drop it on the day.', warnings: [] }

function outcomeOf(held: Draft | undefined): 'save' | 'unchanged' | 'blocked' {
  if (!held || (!held.card.newcomer && isSamePlace(held.place, held.card))) return 'unchanged'
  return held.verdict.blocked ? 'blocked' : 'save'
}

function scrollOf(scroller: HTMLElement): Point {
  return { x: scroller.scrollLeft, y: scroller.scrollTop }
}

function isIn({ x, y }: Point, { bottom, left, right, top }: Box): boolean {
  return x >= left && x < right && y >= top && y < bottom
}

function makeDraft(drag: Drag, options: DragOptions, isOutside: boolean): Draft | undefined {
  if (drag.state !== 'dragging') return undefined
  const place = draftOf(drag, options.step())
  const { card, by, part, slot } = drag
  const verdict = card.newcomer && isOutside ? elsewhere : options.judge(card, place)
  return { card, by, part, place, column: slot.column, verdict }
}

// Time goes by steps of the clinic's clock; columns among those of the same kind, so that a therapist's keys find therapists.
function nudged(slot: Hit, held: Draft, direction: Direction, options: DragOptions): Hit | undefined {
  if (direction === 'up' || direction === 'down') return nudgedInTime(slot, held, direction, options.step())
  if (held.part !== 'whole') return undefined
  const columns = options.columns()
  const isSameKind = (each: DayColumn) => each.resource.kind === slot.column.resource.kind
  const column =
    direction === 'after'
      ? columns.slice(slot.column.index + 1).find(isSameKind)
      : columns.slice(0, slot.column.index).findLast(isSameKind)
  return column && { column, at: slot.at + column.day.start - slot.column.day.start }
}

function nudgedInTime(slot: Hit, held: Draft, direction: 'up' | 'down', step: Step): Hit | undefined {
  const { startsAt, endsAt } = held.place
  const moving = held.part === 'end' ? endsAt : startsAt
  const next = nextStep(moving, direction === 'up' ? -1 : 1, step)
  const length = held.part === 'whole' ? endsAt - startsAt : 0
  if (clampStart(next, length, slot.column.day) !== next) return undefined
  if (held.part !== 'whole' && (held.part === 'end' ? next <= startsAt : next >= endsAt)) return undefined
  return { column: slot.column, at: slot.at + next - moving }
}
