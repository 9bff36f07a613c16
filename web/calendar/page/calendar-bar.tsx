import './calendar-bar.css'
import CalendarSearch from 'lucide-solid/icons/calendar-search'
import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import ListOrdered from 'lucide-solid/icons/list-ordered'
import Plus from 'lucide-solid/icons/plus'
import ZoomIn from 'lucide-solid/icons/zoom-in'
import ZoomOut from 'lucide-solid/icons/zoom-out'
import { type JSX, onCleanup, onMount, Show } from 'solid-js'
import { LiveBadge } from '../../live/live-badge.tsx'
import { TopBar, TopBarGap } from '../../shell/top-bar.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { isTyping } from '../view/grid-keys.ts'
import type { ChosenDate } from './create-date.ts'
import type { CalendarView } from './create-view.ts'
import { DatePicker } from './date-picker.tsx'

interface CalendarBarProps {
  readonly zone: string
  readonly date: ChosenDate
  readonly view: CalendarView
  readonly isLive: boolean
  /** Shows today, and the present in it. */
  readonly onToday: () => void
  readonly onBook: (() => void) | undefined
  /** Opens or closes those who wait. */
  readonly onWaitlist: (() => void) | undefined
  readonly isWaitlistOpen: boolean
  /** Finds the next free slot. */
  readonly onFind: (() => void) | undefined
}

const choices = [
  { value: 'therapists', label: 'Therapists' },
  { value: 'rooms', label: 'Rooms' },
  { value: 'both', label: 'Both' },
] as const

export function CalendarBar(props: CalendarBarProps): JSX.Element {
  const { date, view } = props
  onLetter('t', () => props.onToday())
  onLetter('f', () => props.onFind?.())
  onLetter('w', () => props.onWaitlist?.())

  return (
    <TopBar>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside act; the arrow keys repeat two of them */}
      <div class="bar-days" onKeyDown={(event) => stepByKey(event, date)}>
        <IconButton icon={ChevronLeft} label="Previous day" onClick={() => date.step(-1)} />
        <Button onClick={() => props.onToday()} title="Today (T)">
          Today
        </Button>
        <IconButton icon={ChevronRight} label="Next day" onClick={() => date.step(1)} />
        <DatePicker date={date.date()} today={date.today()} onPick={date.goTo} />
      </div>
      <TopBarGap />
      {/* Its place is kept while there is nothing to be live. */}
      <span classList={{ 'bar-no-badge': !props.isLive }}>
        <LiveBadge zone={props.zone} />
      </span>
      <Segmented label="Columns" value={view.show()} options={choices} onChange={view.setShow} />
      <div class="bar-zoom">
        <IconButton
          icon={ZoomOut}
          label="Smaller"
          aria-disabled={!view.mayZoom(-1) || undefined}
          onClick={() => view.zoom(-1)}
        />
        <IconButton
          icon={ZoomIn}
          label="Larger"
          aria-disabled={!view.mayZoom(1) || undefined}
          onClick={() => view.zoom(1)}
        />
      </div>
      <Show when={props.onWaitlist}>
        {(onWaitlist) => (
          <Button
            icon={ListOrdered}
            class="bar-waitlist"
            title="Waitlist (W)"
            aria-label="Waitlist"
            aria-pressed={props.isWaitlistOpen}
            onClick={() => onWaitlist()()}
          >
            <span>Waitlist</span>
          </Button>
        )}
      </Show>
      <Show when={props.onFind}>
        {(onFind) => (
          <Button
            icon={CalendarSearch}
            class="bar-find"
            title="Find a time (F)"
            aria-label="Find a time"
            onClick={() => onFind()()}
          >
            <span>Find a time</span>
          </Button>
        )}
      </Show>
      <Show when={props.onBook}>
        {(onBook) => (
          <Button
            kind="primary"
            icon={Plus}
            class="bar-book"
            aria-label="Book an appointment"
            onClick={() => onBook()()}
          >
            <span>Book</span>
          </Button>
        )}
      </Show>
    </TopBar>
  )
}

function stepByKey(event: KeyboardEvent, date: ChosenDate): void {
  const isArrow = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
  if (!isArrow || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return
  event.preventDefault()
  date.step(event.key === 'ArrowLeft' ? -1 : 1)
}

/** The letter, wherever it is none of a text. */
function onLetter(letter: string, run: () => void): void {
  function onKeyDown(event: KeyboardEvent): void {
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
    if (event.key.toLowerCase() !== letter || hasModifier || event.defaultPrevented || isTyping(event.target)) return
    if (document.querySelector('[role="dialog"], [role="menu"]')) return
    event.preventDefault()
    run()
  }
  onMount(() => window.addEventListener('keydown', onKeyDown))
  onCleanup(() => window.removeEventListener('keydown', onKeyDown))
}
