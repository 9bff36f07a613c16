import type { Trx } from '../connect.ts'
import type { HoldRow } from './holds.ts'

const swept = new WeakMap<Trx, HoldRow[]>()

/**
 * Remembers the expired holds that this transaction removed, until its log is written: whatever locks resources sweeps
 * them, and no action can forget to tell of it.
 */
export function rememberSwept(trx: Trx, holds: readonly HoldRow[]): void {
  swept.set(trx, [...sweptIn(trx), ...holds])
}

/** The expired holds that this transaction has removed so far. */
export function sweptIn(trx: Trx): readonly HoldRow[] {
  return swept.get(trx) ?? []
}
