import { type Accessor, batch, createComputed, createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { Book } from '../store/book.ts'
import type { PendingMoves } from '../store/pending.ts'
import type { LiveBook } from './create-book.ts'

/** The book as it is on the screen. */
export interface Shown {
  readonly truth: Accessor<Book>
  readonly pending: Accessor<PendingMoves>
  /** Draws now what waits for the next frame. */
  draw(): void
  /** Calls once what has come is drawn. */
  afterDraw(run: () => void): void
}

/** Changes come by the hundred, each in a task of its own; the screen takes what has come once a frame. */
export function createShown(book: () => LiveBook): Shown {
  const [truth, setTruth] = createSignal(book().truth())
  const [pending, setPending] = createSignal(book().pending())
  let frame = 0
  let waiting: (() => void)[] = []

  function draw(): void {
    cancelAnimationFrame(frame)
    frame = 0
    batch(() => {
      setTruth(book().truth())
      setPending(book().pending())
    })
    const runs = waiting
    waiting = []
    for (const run of runs) run()
  }

  function ask(): void {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }

  createComputed(on(book, draw, { defer: true }))
  createEffect(on([() => book().truth(), () => book().pending()], ask, { defer: true }))
  onCleanup(() => cancelAnimationFrame(frame))
  return {
    truth,
    pending,
    draw,
    afterDraw(run) {
      waiting.push(run)
      ask()
    },
  }
}
