import { createEffect, on, onCleanup, onMount } from 'solid-js'
import { againWhileSeen } from '../api/again-while-seen.ts'
import { liveStatus } from './connection.ts'
import type { LiveHandlers } from './make-connection.ts'

/** What happens together is read once. */
const MOMENT_MS = 150
const LOOK_AGAIN_MS = 60_000

/** Subscribes from the cursor on; what it answers ends that. */
type Subscribe = (after: () => string | undefined, handlers: LiveHandlers<string>) => () => void

/** Reads again once the log tells of a change of that, whoever made it. */
export function whenTold(subscribe: Subscribe, again: () => void): void {
  let cursor: string | undefined
  let timer: number | undefined
  const soon = () => {
    timer ??= window.setTimeout(() => {
      timer = undefined
      again()
    }, MOMENT_MS)
  }
  onMount(() => {
    const end = subscribe(() => cursor, {
      next: (next) => {
        cursor = next
        soon()
      },
      // Whoever may not listen still reads again from time to time.
      refused: () => undefined,
    })
    onCleanup(end)
  })
  onCleanup(() => window.clearTimeout(timer))
  // What happened before the first word of the log was heard is nowhere else to be had.
  createEffect(on(liveStatus, (now, before) => now.kind === 'live' && before && soon(), { defer: true }))
  againWhileSeen(again, LOOK_AGAIN_MS)
}
