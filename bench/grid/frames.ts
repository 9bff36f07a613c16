/** What the frames of a while looked like; milliseconds. */
export interface Frames {
  count: number
  /** The longest time between two frames, whatever else the machine did. */
  longestGap: number
  /** Frames whose own work took 50 ms or more, by the browser's count (long animation frames). */
  long: number
}

export function watchFrames(): () => Frames {
  const frames: Frames = { count: 0, longestGap: 0, long: 0 }
  const observer = new PerformanceObserver((list) => {
    frames.long += list.getEntries().length
  })
  observer.observe({ type: 'long-animation-frame' })
  let last = performance.now()
  let watching = true
  const next = (now: number) => {
    if (!watching) return
    frames.count++
    frames.longestGap = Math.max(frames.longestGap, now - last)
    last = now
    requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
  return () => {
    watching = false
    frames.long += observer.takeRecords().length
    observer.disconnect()
    return frames
  }
}
