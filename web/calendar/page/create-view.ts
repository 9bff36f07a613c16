import { useSearchParams } from '@solidjs/router'
import type { Accessor } from 'solid-js'
import { USUAL_ZOOM, ZOOM_STEPS } from '../view/grid-props.ts'

export const shows = ['therapists', 'rooms', 'both'] as const
export type Show = (typeof shows)[number]

/** What of the day is shown, and how large. In the address, and remembered for the next visit. */
export interface CalendarView {
  readonly show: Accessor<Show>
  readonly hourHeight: Accessor<number>
  readonly setShow: (show: Show) => void
  /** One step closer, or further away. */
  readonly zoom: (by: 1 | -1) => void
  readonly mayZoom: (by: 1 | -1) => boolean
}

const key = 'daybook.calendar'

interface Remembered {
  readonly show?: unknown
  readonly zoom?: unknown
}

export function createView(): CalendarView {
  const [search, setSearch] = useSearchParams<{ show?: string; zoom?: string }>()
  const remembered = recall()
  const show = () => showOf(search.show) ?? showOf(remembered.show) ?? 'both'
  const hourHeight = () => zoomOf(search.zoom) ?? zoomOf(remembered.zoom) ?? USUAL_ZOOM
  const step = (by: 1 | -1) => ZOOM_STEPS[ZOOM_STEPS.indexOf(hourHeight() as (typeof ZOOM_STEPS)[number]) + by]
  const change = (next: { show: Show; zoom: number }) => {
    remember(next)
    setSearch(next, { replace: true })
  }
  return {
    show,
    hourHeight,
    setShow: (next) => change({ show: next, zoom: hourHeight() }),
    zoom(by) {
      const next = step(by)
      if (next !== undefined) change({ show: show(), zoom: next })
    },
    mayZoom: (by) => step(by) !== undefined,
  }
}

function showOf(text: unknown): Show | undefined {
  return shows.find((each) => each === text)
}

function zoomOf(text: unknown): number | undefined {
  return ZOOM_STEPS.find((each) => String(each) === String(text))
}

function recall(): Remembered {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return typeof kept === 'object' && kept !== null ? kept : {}
  } catch {
    // Storage may be forbidden, or hold what another program left there.
    return {}
  }
}

function remember(view: Remembered): void {
  try {
    localStorage.setItem(key, JSON.stringify(view))
  } catch {
    // Storage may be forbidden: the choice then lives in the address alone.
  }
}
