import { type Accessor, createEffect } from 'solid-js'
import type { Cursor } from '../layout/cursor.ts'
import { findAll, findCard, type GridNodes } from './grid-nodes.ts'

export interface Stop {
  /** Brings the keyboard to where the cursor is. */
  focus(options?: FocusOptions): void
  /** After a column was drawn, whose buttons may be new. */
  onPainted(): void
  /** A button went while it had the focus: the focus goes to where the cursor now is, and nothing scrolls. */
  onLost(): void
}

/** Keeps the grid to one tab stop, at the cursor, and the mark on the card that is in hand. */
export function createStop(
  nodes: GridNodes,
  cursor: Accessor<Cursor>,
  liftedId: Accessor<string | undefined>,
  draw: () => void,
): Stop {
  let stop: HTMLElement | undefined
  let lifted: HTMLElement[] = []

  function current(): HTMLElement | undefined {
    const { index, cardId } = cursor()
    return cardId === undefined ? nodes.cell : findCard(nodes, index, cardId)
  }

  function markStop(): void {
    const next = current()
    if (next === stop) return
    if (stop) stop.tabIndex = -1
    if (next) next.tabIndex = 0
    stop = next
  }

  function markLifted(): void {
    const id = liftedId()
    for (const node of lifted) delete node.dataset.lifted
    lifted = id === undefined ? [] : findAll(nodes, id)
    for (const node of lifted) node.dataset.lifted = ''
  }

  createEffect(markStop)
  createEffect(markLifted)
  return {
    focus(options) {
      draw()
      current()?.focus(options)
    },
    onPainted() {
      markStop()
      if (lifted.some((node) => !node.isConnected)) markLifted()
    },
    onLost: () => queueMicrotask(() => current()?.focus({ preventScroll: true })),
  }
}
