import { For, type JSX, Show } from 'solid-js'
import { formatDate } from '../../../domain/zone.ts'
import { leaveWord } from '../store/leave.ts'
import type { Grid } from './create-grid.ts'
import type { LiveColumn } from './live-columns.ts'
import { zoneName } from './zone-name.ts'

export function GridHead(props: { readonly grid: Grid }): JSX.Element {
  const { grid } = props
  return (
    <div
      class="grid-head"
      role="row"
      ref={(element) => {
        grid.nodes.head = element
      }}
    >
      <div class="grid-corner" role="columnheader" aria-colindex={1}>
        <span class="aside">Time, </span>
        {zoneName(grid.props.zone, grid.props.locale ?? 'en-US', grid.now())}
      </div>
      <For each={grid.columns()}>{(column) => <ColumnHead grid={grid} column={column} />}</For>
    </div>
  )
}

function ColumnHead(props: { readonly grid: Grid; readonly column: LiveColumn }): JSX.Element {
  const { grid, column } = props
  const away = () => {
    const { closures, elsewhere, leave } = column.shade()
    const shut = closures.map((each) => `, closed for ${each.name} ${grid.clock().range(each)}`)
    const off = leave.map((each) => `, ${leaveWord(each.reason)} ${grid.clock().range(each)}`)
    return [...shut, ...off, ...elsewhere.map((each) => `, busy elsewhere ${grid.clock().range(each)}`)].join('')
  }
  return (
    <div class="grid-column-head" role="columnheader" aria-colindex={column.index + 2} title={column.resource.detail}>
      <b>{column.resource.name}</b>
      <span>
        <Show when={grid.props.dates.length > 1}>{formatDate(column.day.start, grid.props.zone)} · </Show>
        {column.load()}
        <span class="aside">{away()}</span>
      </span>
      {grid.props.columnMenu?.(column.resource, () => grid.cursor.cursor().index === column.index)}
    </div>
  )
}
