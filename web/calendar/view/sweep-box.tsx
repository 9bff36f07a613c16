import { type JSX, Show } from 'solid-js'
import { MINUTE } from '../../../domain/interval.ts'
import type { Grid } from './create-grid.ts'

/** The empty time being drawn. */
export function SweepBox(props: { readonly grid: Grid }): JSX.Element {
  const { grid } = props
  return (
    <Show when={grid.sweep.swept()}>
      {(swept) => (
        <div
          class="sweep-box"
          aria-hidden="true"
          style={{
            top: `${((swept().startsAt - swept().column.day.start) / MINUTE) * grid.minuteHeight()}px`,
            height: `${((swept().endsAt - swept().startsAt) / MINUTE) * grid.minuteHeight()}px`,
            left: `calc(100% / ${grid.columns().length} * ${swept().column.index})`,
            width: `calc(100% / ${grid.columns().length})`,
          }}
        >
          {grid.clock().short(swept().startsAt)} – {grid.clock().short(swept().endsAt)}
        </div>
      )}
    </Show>
  )
}
