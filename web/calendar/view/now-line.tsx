import { For, type JSX } from 'solid-js'
import { MINUTE } from '../../../domain/interval.ts'
import type { Grid } from './create-grid.ts'

/** The present, across the columns of today. */
export function NowLine(props: { readonly grid: Grid }): JSX.Element {
  const { grid } = props
  const todays = () => grid.columns().filter(({ day }) => day.start <= grid.now() && grid.now() < day.end)
  const lines = () => {
    const [first] = todays()
    return first ? [{ first, count: todays().length }] : []
  }
  return (
    <For each={lines()}>
      {({ first, count }) => (
        <div
          class="now-line"
          aria-hidden="true"
          style={{
            top: `${((grid.now() - first.day.start) / MINUTE) * grid.minuteHeight()}px`,
            left: `calc(100% / ${grid.columns().length} * ${first.index})`,
            width: `calc(100% / ${grid.columns().length} * ${count})`,
          }}
        />
      )}
    </For>
  )
}
