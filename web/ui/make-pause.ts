import { onCleanup } from 'solid-js'

/** Runs once typing has paused, with the last text; never after the component is gone. */
export function makePause(run: (text: string) => void, pauseMs = 200): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  return (text) => {
    clearTimeout(timer)
    timer = setTimeout(() => run(text), pauseMs)
  }
}
