import type { Hold } from '../calendar/store/book.ts'

/**
 * The proofs of having made a hold. The server tells each once; they are kept as long as this tab is, so that a reload
 * does not lock the receptionist out of what she holds.
 */
const KEY = 'daybook.holds'

export interface HoldTokens {
  readonly of: (id: string) => string | undefined
  readonly keep: (hold: Hold, token: string) => void
  readonly forget: (id: string) => void
}

interface Kept {
  readonly token: string
  readonly expiresAt: number
}

export function makeHoldTokens(now: () => number = Date.now): HoldTokens {
  const kept = new Map(recall().filter(([, each]) => each.expiresAt > now()))
  const write = () => remember([...kept])
  return {
    of: (id) => kept.get(id)?.token,
    keep(hold, token) {
      kept.set(hold.id, { token, expiresAt: hold.expiresAt })
      write()
    },
    forget(id) {
      kept.delete(id)
      write()
    },
  }
}

function recall(): [string, Kept][] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    // Storage may be forbidden: what is held is then this page's alone.
    return []
  }
}

function remember(kept: readonly [string, Kept][]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // As above.
  }
}
