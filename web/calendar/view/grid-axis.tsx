import { createMemo, For, type JSX } from 'solid-js'
import { MINUTE } from '../../../domain/interval.ts'
import { ticksOf } from '../layout/ticks.ts'
import type { Grid } from './create-grid.ts'

const HOUR = 60 * MINUTE

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

/** A line at every hour and, fainter, at every half: lines of their own paint far faster than a drawn background. */
export function HourLines(props: { readonly grid: Grid }): JSX.Element {
  const hours = () => {
    const [first] = props.grid.columns()
    return first ? Array.from({ length: Math.ceil((first.day.end - first.day.start) / HOUR) }, (_, hour) => hour) : []
  }
  return <For each={hours()}>{() => <div class="hour" aria-hidden="true" />}</For>
}
