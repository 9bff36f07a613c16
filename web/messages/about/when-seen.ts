import { createEffect, createSignal, onCleanup } from 'solid-js'

/** Runs when the element is on the screen of somebody who looks, as long as there is something to be seen. */
export function whenSeen(element: () => HTMLElement, isWaiting: () => boolean, run: () => void): void {
  const [isOnScreen, setOnScreen] = createSignal(false)
  const [isLookedAt, setLookedAt] = createSignal(document.visibilityState === 'visible')
  const look = () => setLookedAt(document.visibilityState === 'visible')
  const observer = new IntersectionObserver((entries) => setOnScreen(entries.at(-1)?.isIntersecting ?? false))
  queueMicrotask(() => observer.observe(element()))
  document.addEventListener('visibilitychange', look)
  onCleanup(() => {
    observer.disconnect()
    document.removeEventListener('visibilitychange', look)
  })
  createEffect(() => isWaiting() && isOnScreen() && isLookedAt() && run())
}
