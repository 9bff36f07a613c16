import type { Channel } from './channel.ts'
import { type Keeper, keeping } from './kept.ts'

/** Where messages go that no provider takes: nobody gets them, and a page shows each as its reader would have seen it. */
export function openOutbox(keeper: Keeper): Channel {
  return keeping('outbox', keeper)
}
