import './lit-times.css'
import { createMemo, For, type JSX } from 'solid-js'
import { MINUTE } from '../../../domain/interval.ts'
import { columnOf } from '../layout/columns.ts'
import type { Grid } from './create-grid.ts'

/** The times that would suit whoever is being put on the day. What they are is told in words beside the day. */
export function LitTimes(props: { readonly grid: Grid }): JSX.Element {
  const { grid } = props
  const boxes = createMemo(() =>
    (grid.props.lit ?? []).flatMap((time) => {
      const column = columnOf(grid.columns(), time.resourceId, time.start)
      return column ? [{ time, column }] : []
    }),
  )
  return (
    <For each={boxes()}>
      {({ column, time }) => (
        <div
          class="lit-time"
          aria-hidden="true"
          style={{
            top: `${((time.start - column.day.start) / MINUTE) * grid.minuteHeight()}px`,
            height: `${((time.end - time.start) / MINUTE) * grid.minuteHeight()}px`,
            left: `calc(100% / ${grid.columns().length} * ${column.index})`,
            width: `calc(100% / ${grid.columns().length})`,
          }}
        />
      )}
    </For>
  )
}
