import { type JSX, onCleanup, Show } from 'solid-js'
import { MINUTE } from '../../../domain/interval.ts'
import type { DayColumn } from '../layout/columns.ts'
import type { Grid } from './create-grid.ts'
import { holdAt, sayHold } from './holds.tsx'

/**
 * The slot the keyboard is on, while it is on no card. Every slot is a new element: a focus that goes from one to the
 * next is read aloud, one whose words change in place is not.
 */
export function CursorCell(props: { readonly grid: Grid }): JSX.Element {
  const { grid } = props
  const slot = () => {
    const cursor = grid.cursor.cursor()
    return cursor.cardId === undefined ? cursor : undefined
  }
  const stateOf = (column: DayColumn | undefined, at: number) => {
    const hold = column && holdAt(grid, column, at)
    if (hold) return sayHold(grid, hold)
    const closure = grid.props.book.truth().closures.find((each) => each.start <= at && at < each.end)
    if (closure) return `closed for ${closure.name}`
    const elsewhere = column && grid.props.book.truth().elsewhere.get(column.resource.id)
    return elsewhere?.some((each) => each.start <= at && at < each.end) ? 'busy elsewhere' : 'free'
  }
  return (
    <div role="row" class="cursor-row">
      <Show when={slot()} keyed fallback={<div role="gridcell" />}>
        {({ index, at }) => {
          const column = grid.columns()[index]
          onCleanup(() => {
            grid.nodes.cell = undefined
          })
          return (
            <div
              ref={(element) => {
                grid.nodes.cell = element
              }}
              class="cursor-cell"
              role="gridcell"
              aria-colindex={index + 2}
              tabindex={-1}
              aria-label={`${grid.clock().time(at)}, ${column?.resource.name ?? ''}, ${stateOf(column, at)}`}
              style={{
                top: `${((at - (column?.day.start ?? at)) / MINUTE) * grid.minuteHeight()}px`,
                height: `${grid.step().minutes * grid.minuteHeight()}px`,
                left: `calc(100% / ${grid.columns().length} * ${index})`,
                width: `calc(100% / ${grid.columns().length})`,
              }}
            />
          )
        }}
      </Show>
    </div>
  )
}
