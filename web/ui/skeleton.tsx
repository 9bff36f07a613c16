import './skeleton.css'
import { For, type JSX } from 'solid-js'

/** Grey lines where text is about to be. */
export function Skeleton(props: { readonly lines?: number }): JSX.Element {
  return (
    <div class="skeleton" role="status" aria-label="Loading">
      <For each={Array.from({ length: props.lines ?? 3 })}>{() => <span class="skeleton-line" />}</For>
    </div>
  )
}

/** Rows in the height of the table that is about to be. */
export function SkeletonRows(props: { readonly rows?: number }): JSX.Element {
  return (
    <div class="skeleton-rows" role="status" aria-label="Loading">
      <For each={Array.from({ length: props.rows ?? 8 })}>
        {() => (
          <div class="skeleton-row">
            <span class="skeleton-line" />
            <span class="skeleton-line" />
          </div>
        )}
      </For>
    </div>
  )
}
