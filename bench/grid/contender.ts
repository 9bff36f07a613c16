import type { Card, Day } from './day.ts'

/** One way to draw the day. Each lives in a fresh page and draws the same day into the same box. */
export interface Contender {
  mount(host: HTMLElement, day: Day): Promise<void> | void
  /** Takes changed appointments as they come off the socket: mostly one, or all that came in one message. */
  apply(cards: Card[]): void
  /** A box of 1440 × 900 of its own scrolling, or the full width in a box that scrolls for it. */
  scrollsItself: boolean
  /** A change of the document that is not the change of the day: what is spoken, a light that goes out. */
  isOrnament?(record: MutationRecord): boolean
}
