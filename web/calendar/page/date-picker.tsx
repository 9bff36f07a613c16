import './date-picker.css'
import { Popover } from '@kobalte/core/popover'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createMemo, createSignal, For, type JSX } from 'solid-js'
import type { LocalDate } from '../../../domain/zone.ts'
import { IconButton } from '../../ui/button.tsx'
import { longDate, monthOf, shortDate } from './date-words.ts'
import { addMonths, dateByKey, weeksOf } from './month.ts'

interface DatePickerProps {
  readonly date: LocalDate
  readonly today: LocalDate
  readonly onPick: (date: LocalDate) => void
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** The day that is shown; pressed, a month to choose another from. */
export function DatePicker(props: DatePickerProps): JSX.Element {
  const [open, setOpen] = createSignal(false)
  let content: HTMLElement | undefined
  const focusDay = (event: Event) => {
    event.preventDefault()
    content?.querySelector<HTMLElement>('[data-date][tabindex="0"]')?.focus()
  }
  const pick = (date: LocalDate) => {
    setOpen(false)
    props.onPick(date)
  }
  return (
    <Popover open={open()} onOpenChange={setOpen} gutter={6} placement="bottom-start">
      <h1 class="date-heading">
        <Popover.Trigger class="button quiet date-trigger" type="button">
          <span class="date-long">{longDate(props.date)}</span>
          <span class="date-short">{shortDate(props.date)}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </Popover.Trigger>
      </h1>
      <Popover.Portal>
        <Popover.Content
          class="date-popover"
          aria-label="Choose a day"
          ref={(element: HTMLElement) => {
            content = element
          }}
          onOpenAutoFocus={focusDay}
        >
          <MonthGrid date={props.date} today={props.today} onPick={pick} />
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  )
}

function MonthGrid(props: DatePickerProps): JSX.Element {
  const [at, setAt] = createSignal(props.date)
  let table: HTMLTableElement | undefined
  const toFocus = () => table?.querySelector<HTMLElement>(`[data-date="${at()}"]`)?.focus()
  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : dateByKey(at(), event.key)
    if (!next) return
    event.preventDefault()
    setAt(next)
    toFocus()
  }
  const month = createMemo(() => at().slice(0, 7))
  const weeks = createMemo(() => weeksOf(`${month()}-01`))
  return (
    <div class="month">
      <div class="month-head">
        <IconButton icon={ChevronLeft} label="Previous month" onClick={() => setAt(addMonths(at(), -1))} />
        <h2 aria-live="polite">{monthOf(at())}</h2>
        <IconButton icon={ChevronRight} label="Next month" onClick={() => setAt(addMonths(at(), 1))} />
      </div>
      <table aria-label={monthOf(at())} ref={table} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <For each={weekdays}>
              {(weekday) => (
                <th scope="col" abbr={weekday}>
                  {weekday.slice(0, 2)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={weeks()}>
            {(week) => (
              <tr>
                <For each={week}>{(date) => <DayCell {...props} day={date} at={at()} />}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <button type="button" class="button quiet month-today" onClick={() => props.onPick(props.today)}>
        Today, {shortDate(props.today)}
      </button>
    </div>
  )
}

function DayCell(props: DatePickerProps & { readonly day: LocalDate; readonly at: LocalDate }): JSX.Element {
  return (
    <td>
      <button
        type="button"
        class="month-day"
        classList={{ beside: props.day.slice(0, 7) !== props.at.slice(0, 7), chosen: props.day === props.date }}
        data-date={props.day}
        tabindex={props.day === props.at ? 0 : -1}
        aria-label={longDate(props.day)}
        aria-pressed={props.day === props.date}
        aria-current={props.day === props.today ? 'date' : undefined}
        onClick={() => props.onPick(props.day)}
      >
        {Number(props.day.slice(8))}
      </button>
    </td>
  )
}
