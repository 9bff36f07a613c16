import type { Channel } from './channel.ts'
import { type Keeper, keeping } from './kept.ts'

/** Messages that stay in the clinic's own pages, where their reader finds them. */
export function openPortal(keeper: Keeper): Channel {
  return keeping('portal', keeper)
}
