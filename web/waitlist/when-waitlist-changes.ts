import { createEffect, on, onCleanup, onMount } from 'solid-js'
import { againWhileSeen } from '../api/again-while-seen.ts'
import { liveStatus, subscribeWaitlist } from '../live/connection.ts'

/** What happens together is read once. */
const MOMENT_MS = 150
const LOOK_AGAIN_MS = 60_000

/** Reads again once something changed of who waits, what is free or what is offered, whoever changed it. */
export function whenWaitlistChanges(again: () => void): void {
  let cursor: string | undefined
  let timer: number | undefined
  const soon = () => {
    timer ??= window.setTimeout(() => {
      timer = undefined
      again()
    }, MOMENT_MS)
  }
  onMount(() => {
    const end = subscribeWaitlist(() => cursor, {
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
