import { type Accessor, createSignal } from 'solid-js'
import type { Instant } from '../../domain/interval.ts'

/**
 * Terminology. `since` is the last instant at which this browser had word from the server: what is shown is true as of
 * then. A lost connection is reconnecting at first, and paused when it has not come back soon.
 */
export type LiveStatus =
  | { readonly kind: 'off' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'reconnecting'; readonly since: Instant }
  | { readonly kind: 'paused'; readonly since: Instant }

export interface StatusKeeper {
  readonly status: Accessor<LiveStatus>
  readonly heard: () => void
  readonly connecting: () => void
  readonly connected: () => void
  readonly lost: () => void
  readonly off: () => void
}

export function makeStatus(pausedAfterMs: number): StatusKeeper {
  const [status, setStatus] = createSignal<LiveStatus>({ kind: 'off' })
  let since: Instant = Date.now()
  let pauseTimer: ReturnType<typeof setTimeout> | undefined

  const set = (next: LiveStatus) => {
    clearTimeout(pauseTimer)
    setStatus(next)
  }
  const heard = () => {
    since = Date.now()
  }
  return {
    status,
    heard,
    connecting: () => {
      if (status().kind === 'off') set({ kind: 'connecting' })
    },
    connected: () => {
      heard()
      set({ kind: 'live' })
    },
    lost: () => {
      if (status().kind === 'reconnecting' || status().kind === 'paused') return
      set({ kind: 'reconnecting', since })
      pauseTimer = setTimeout(() => setStatus({ kind: 'paused', since }), pausedAfterMs)
    },
    off: () => set({ kind: 'off' }),
  }
}
