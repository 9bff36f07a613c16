import type { Point } from '../layout/hit.ts'
import { type Box, scrollSpeed } from './edges.ts'

export interface PointerFollower {
  readonly scroller: HTMLElement
  /** The part of the scroller that its sticky head and axis leave clear. */
  clearBox(): Box
  isDragging(): boolean
  /** Whether it scrolls at the edges by then; always where nothing is said. */
  mayScroll?(point: Point): boolean
  onMove(point: Point): void
  onDrop(): void
  onCancel(): void
}

const resting: Point = { x: 0, y: 0 }

/** A first frame has no frame before it to be measured from. */
const USUAL_FRAME = 16
const LONGEST_FRAME = 50

/** Tells where the pointer is, once a frame, and scrolls where it is held at an edge; the answer lets go of it. */
export function followPointer(down: PointerEvent, follower: PointerFollower): () => void {
  const { scroller } = follower
  const listening = new AbortController()
  let point = pointOf(down)
  let frame = 0
  let lastScroll: number | undefined

  function look(time: number): void {
    frame = 0
    follower.onMove(point)
    if (!follower.isDragging()) return
    if (!scroller.hasPointerCapture(down.pointerId)) scroller.setPointerCapture(down.pointerId)
    if (scrollAtEdges(time)) frame = requestAnimationFrame(look)
  }

  function scrollAtEdges(time: number): boolean {
    const speed = follower.mayScroll?.(point) === false ? resting : scrollSpeed(point, follower.clearBox())
    const isScrolling = speed.x !== 0 || speed.y !== 0
    const passed = lastScroll === undefined ? USUAL_FRAME : Math.min(LONGEST_FRAME, time - lastScroll)
    if (isScrolling) scroller.scrollBy({ left: speed.x * passed, top: speed.y * passed, behavior: 'instant' })
    lastScroll = isScrolling ? time : undefined
    return isScrolling
  }

  function onMove(event: PointerEvent): void {
    if (event.pointerId !== down.pointerId) return
    point = pointOf(event)
    if (frame === 0) frame = requestAnimationFrame(look)
  }

  function onUp(event: PointerEvent): void {
    if (event.pointerId !== down.pointerId) return
    follower.onMove(pointOf(event))
    follower.onDrop()
  }

  function onCancel(event: PointerEvent): void {
    if (event.pointerId === down.pointerId) follower.onCancel()
  }

  window.addEventListener('pointermove', onMove, { signal: listening.signal })
  window.addEventListener('pointerup', onUp, { signal: listening.signal })
  window.addEventListener('pointercancel', onCancel, { signal: listening.signal })
  return () => {
    listening.abort()
    cancelAnimationFrame(frame)
    if (scroller.hasPointerCapture(down.pointerId)) scroller.releasePointerCapture(down.pointerId)
  }
}

/** Calls when Escape is pressed or the window loses the focus; the answer ends it. */
export function watchForCancel(onCancel: () => void): () => void {
  const listening = new AbortController()
  window.addEventListener('blur', onCancel, { signal: listening.signal })
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      onCancel()
    },
    { signal: listening.signal, capture: true },
  )
  return () => listening.abort()
}

function pointOf(event: PointerEvent): Point {
  return { x: event.clientX, y: event.clientY }
}
