import type { Accessor, JSX } from 'solid-js'
import type { Instant, Interval } from '../../../domain/interval.ts'
import type { LocalDate } from '../../../domain/zone.ts'
import type { Viewer } from '../drag/judge.ts'
import type { Hit } from '../layout/hit.ts'
import type { Card, Column, Hold, Place } from '../store/book.ts'
import type { Move, MoveOutcome, Refusal } from '../store/moves.ts'
import type { LiveBook } from './create-book.ts'

/** Heights of an hour in pixels, from the whole day at a glance to five minutes each with room for a name. */
export const ZOOM_STEPS = [48, 72, 96, 144, 192] as const
export const USUAL_ZOOM = 72

export interface PickedSlot {
  readonly resource: Column
  readonly startsAt: Instant
  /** Where a length was drawn, not only a start picked. */
  readonly endsAt?: Instant
}

/** Where something would be booked, while that is being entered. */
export interface PlannedSlot {
  readonly place: Place
  readonly hue: number
  readonly label: string
}

/** A time of a column that is lit: somebody would fit there. */
export interface LitTime extends Interval {
  readonly resourceId: string
}

/** What the rest of the page may ask of a grid. */
export interface GridCommands {
  /** Takes the card in hand: pick a slot, confirm. */
  liftCard(id: string): void
  /** Moves the card as if it had been dragged there. */
  moveCard(id: string, place: Place): void
  /** Takes somebody new in hand, to be carried onto the day by the pointer. */
  bringNew(makeCard: (at: Hit) => Card, pointer: PointerEvent): void
  /** The same by keys and clicks, until it is dropped or let go. */
  liftNew(makeCard: (at: Hit) => Card, onEnd: () => void): void
  focusCard(id: string): void
  showInstant(at: Instant): void
  undo(): void
  /** Tells what was done and offers to take it back. */
  offerUndo(text: string, takeBack: () => void): void
  say(text: string): void
}

export interface CalendarGridProps {
  readonly book: LiveBook
  readonly columns: readonly Column[]
  readonly dates: readonly LocalDate[]
  /** The clinic's, not the browser's. */
  readonly zone: string
  readonly stepMinutes: number
  readonly viewer: Viewer
  readonly allowsOverbooking?: boolean
  readonly locale?: string
  readonly hourHeight?: number
  readonly now?: Instant
  /** The present to the second, while holds are running out. */
  readonly holdNow?: Instant
  /** Whether it is the viewer's own. */
  readonly isMyHold?: (hold: Hold) => boolean
  /** Marked on the day; takes no part in anything. */
  readonly plan?: PlannedSlot
  /** Where whoever is put on the day would fit. */
  readonly lit?: readonly LitTime[]
  /** What a person may want to know of that place for somebody new. */
  readonly doubt?: (card: Card, place: Place) => string | undefined
  /** What can be done with a column's resource, in its head; a tab stop where the cursor is in that column. */
  readonly columnMenu?: (resource: Column, isStop: Accessor<boolean>) => JSX.Element
  onMove(move: Move): Promise<MoveOutcome>
  /** Somebody new was dropped there. */
  onDropNew?(card: Card, place: Place): Promise<void>
  onRefused?(refusal: Refusal): void
  onOpenCard?(id: string, button: HTMLElement): void
  onOpenHold?(id: string, block: HTMLElement): void
  onPickSlot?(slot: PickedSlot): void
  onAnnounce?(text: string): void
  onReady?(commands: GridCommands): void
}
