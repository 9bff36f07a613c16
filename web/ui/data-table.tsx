import './data-table.css'
import { For, type JSX, Show } from 'solid-js'

export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row) => JSX.Element
  /** Left out where the screen is narrow. */
  readonly wideOnly?: boolean
  readonly align?: 'end'
}

interface DataTableProps<Row> {
  readonly caption: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  /** The row's name: its first cell, a button when rows can be opened. */
  readonly name: (row: Row) => string
  readonly nameHead: string
  readonly mark?: (row: Row) => JSX.Element
  /** Beneath the name where the screen is narrow: what a column says that is left out there. */
  readonly narrowDetail?: (row: Row) => string
  readonly onOpen?: (row: Row) => void
  readonly isOpen?: (row: Row) => boolean
  readonly isFaded?: (row: Row) => boolean
}

export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  return (
    <table class="data-table">
      <caption class="aside">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{props.nameHead}</th>
          <For each={props.columns}>
            {(column) => (
              <th scope="col" classList={{ 'wide-only': column.wideOnly, end: column.align === 'end' }}>
                {column.head}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr classList={{ open: props.isOpen?.(row), faded: props.isFaded?.(row), can: Boolean(props.onOpen) }}>
              <th scope="row">
                <span class="data-name">
                  {props.mark?.(row)}
                  <Show when={props.onOpen} fallback={props.name(row)}>
                    {(open) => (
                      <button type="button" class="data-open" onClick={() => open()(row)}>
                        {props.name(row)}
                      </button>
                    )}
                  </Show>
                </span>
                <Show when={props.narrowDetail}>{(detail) => <small class="data-detail">{detail()(row)}</small>}</Show>
              </th>
              <For each={props.columns}>
                {(column) => (
                  <td classList={{ 'wide-only': column.wideOnly, end: column.align === 'end' }}>{column.cell(row)}</td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
