import { createMemo, For, type JSX } from 'solid-js'
import { ticksOf } from '../layout/ticks.ts'
import type { Grid } from './create-grid.ts'

export function GridAxis(props: { readonly grid: Grid }): JSX.Element {
  const { grid } = props
  const ticks = createMemo(() => {
    const day = grid.columns()[0]?.day
    return day ? ticksOf(day, grid.props.zone, grid.clock()) : []
  })
  return (
    <div class="grid-axis" aria-hidden="true">
      <For each={ticks()}>
        {(tick) => <span style={{ top: `${tick.top * grid.minuteHeight()}px` }}>{tick.label}</span>}
      </For>
    </div>
  )
}
