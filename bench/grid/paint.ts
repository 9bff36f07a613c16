const quietFrames = 8

/**
 * Milliseconds from the call of `act` to the moment the last frame that changed `host` was on the screen.
 *
 * Some draw in one go, some in several tasks and frames, so the end is found by looking: every change of the DOM under
 * `host` puts a fresh mark beside it, in the same task and so in the same frame, and the browser says (element timing)
 * when a mark was presented. Eight frames without a change end the wait.
 */
export async function timeToPaint(
  host: HTMLElement,
  act: () => unknown,
  isOrnament: (record: MutationRecord) => boolean,
): Promise<number> {
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
  const presented = watchMarks()
  const watched = { lastMark: '', quiet: 0, marks: 0 }
  const observer = new MutationObserver((records) => {
    if (records.every(isOrnament)) return
    watched.lastMark = `mark-${watched.marks++}`
    watched.quiet = 0
    putMark(watched.lastMark)
  })
  observer.observe(host, { childList: true, subtree: true, attributes: true, characterData: true })
  await frameEnd()
  const startedAt = performance.now()
  await act()
  while (watched.quiet++ < quietFrames) await frameEnd()
  observer.disconnect()
  return (await presented(watched.lastMark)) - startedAt
}

/** Resolves in a task of its own after the next frame's style, layout and paint. */
export function frameEnd(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(undefined)
    })
  })
}

function putMark(name: string): void {
  document.querySelector('#mark')?.remove()
  const mark = document.createElement('p')
  mark.id = 'mark'
  mark.setAttribute('elementtiming', name)
  mark.textContent = 'mark'
  document.body.append(mark)
}

interface ElementTiming extends PerformanceEntry {
  identifier: string
  renderTime: number
}

function watchMarks(): (name: string) => Promise<number> {
  const times = new Map<string, number>()
  const observer = new PerformanceObserver((list) => take(list.getEntries()))
  const take = (entries: PerformanceEntryList) => {
    for (const entry of entries as ElementTiming[]) times.set(entry.identifier, entry.renderTime)
  }
  observer.observe({ type: 'element' })
  return async (name) => {
    while (!times.has(name)) {
      await frameEnd()
      take(observer.takeRecords())
    }
    observer.disconnect()
    return times.get(name)!
  }
}
