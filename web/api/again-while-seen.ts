import { onCleanup, onMount } from 'solid-js'

/** Reads again what no calendar tells of: every so often while the page is seen, when it is seen anew, and when the network is back. */
export function againWhileSeen(again: () => void, everyMs: number): void {
  const listening = new AbortController()
  const look = () => document.visibilityState === 'visible' && again()
  let timer: number | undefined
  onMount(() => {
    document.addEventListener('visibilitychange', look, { signal: listening.signal })
    window.addEventListener('online', look, { signal: listening.signal })
    timer = window.setInterval(look, everyMs)
  })
  onCleanup(() => {
    listening.abort()
    clearInterval(timer)
  })
}
