import './day-skeleton.css'
import { For, type JSX } from 'solid-js'

/** Where cards stand while they are not known, in hours from the top; the same in every sixth column. */
const shapes: readonly (readonly { readonly at: number; readonly hours: number }[])[] = [
  [
    { at: 0.5, hours: 0.9 },
    { at: 2.5, hours: 0.9 },
    { at: 5, hours: 1.4 },
  ],
  [
    { at: 1, hours: 1.4 },
    { at: 3.5, hours: 0.9 },
  ],
  [
    { at: 0.5, hours: 0.9 },
    { at: 1.5, hours: 0.9 },
    { at: 4.5, hours: 0.9 },
  ],
  [
    { at: 2, hours: 0.9 },
    { at: 4, hours: 1.4 },
  ],
  [
    { at: 0.5, hours: 1.4 },
    { at: 3, hours: 0.9 },
    { at: 5.5, hours: 0.9 },
  ],
  [
    { at: 1.5, hours: 0.9 },
    { at: 3.5, hours: 1.4 },
  ],
]

/** The day's own shape before anything of it is known, so that nothing jumps. */
export function DaySkeleton(props: { readonly columns: number; readonly hourHeight: number }): JSX.Element {
  return (
    <div class="day-skeleton" role="status" aria-label="Loading the day" style={{ '--hour': `${props.hourHeight}px` }}>
      <div class="day-skeleton-axis" />
      <For each={Array.from({ length: props.columns })}>
        {(_, index) => (
          <div class="day-skeleton-column">
            <span class="skeleton-line" />
            <For each={shapes[index() % shapes.length]}>
              {({ at, hours }) => (
                <i style={{ top: `calc(44px + ${at} * var(--hour))`, height: `calc(${hours} * var(--hour))` }} />
              )}
            </For>
          </div>
        )}
      </For>
    </div>
  )
}
