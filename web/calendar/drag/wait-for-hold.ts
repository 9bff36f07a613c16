/** Long enough not to be a tap, short enough not to be a menu. */
const HOLD_MILLISECONDS = 400
/** A finger is never quite still. */
const SLIP_PIXELS = 10

/** Calls once a finger has rested where it came down; one that slides or lifts before that scrolls or taps. */
export function waitForHold(down: PointerEvent, onHold: () => void): void {
  const listening = new AbortController()
  const { signal } = listening
  const timer = setTimeout(() => {
    listening.abort()
    onHold()
  }, HOLD_MILLISECONDS)

  function giveUp(): void {
    clearTimeout(timer)
    listening.abort()
  }

  function onMove(event: PointerEvent): void {
    if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > SLIP_PIXELS) giveUp()
  }

  window.addEventListener('pointermove', onMove, { signal })
  window.addEventListener('pointerup', giveUp, { signal })
  window.addEventListener('pointercancel', giveUp, { signal })
}
