import './column-picker.css'
import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { IconButton } from '../../ui/button.tsx'
import type { Column } from '../store/book.ts'

interface ColumnPickerProps {
  readonly columns: readonly Column[]
  readonly area: () => HTMLElement
  /** What can be done with the column's resource: its head, which has it elsewhere, is not shown here. */
  readonly menu: (resource: Column) => JSX.Element
}

/** Where the screen holds one column only: whose it is, and how to get to another's. */
export function ColumnPicker(props: ColumnPickerProps): JSX.Element {
  const [index, setIndex] = createSignal(0)
  const scroller = () => props.area().querySelector<HTMLElement>('.grid-scroll')
  const width = () => props.area().querySelector<HTMLElement>('.grid-column')?.offsetWidth ?? 0
  const look = () => {
    const found = scroller()
    if (found && width() > 0) setIndex(Math.round(found.scrollLeft / width()))
  }
  const show = (wanted: number) => scroller()?.scrollTo({ left: wanted * width(), behavior: 'instant' })
  onMount(() => {
    const listening = new AbortController()
    props.area().addEventListener('scroll', look, { capture: true, passive: true, signal: listening.signal })
    onCleanup(() => listening.abort())
  })
  return (
    <div class="column-picker">
      <IconButton icon={ChevronLeft} label="Previous column" onClick={() => show(index() - 1)} />
      <select class="control" aria-label="Column" onChange={(event) => show(event.currentTarget.selectedIndex)}>
        <For each={props.columns}>
          {(column, at) => (
            <option value={column.id} selected={at() === index()}>
              {column.name}
            </option>
          )}
        </For>
      </select>
      <IconButton icon={ChevronRight} label="Next column" onClick={() => show(index() + 1)} />
      <Show when={props.columns[index()]} keyed>
        {(column) => props.menu(column)}
      </Show>
    </div>
  )
}
