import ChevronDown from 'lucide-solid/icons/chevron-down'
import Copy from 'lucide-solid/icons/copy'
import Eraser from 'lucide-solid/icons/eraser'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, type JSX, Show } from 'solid-js'
import { type Interval, merge } from '../../../domain/interval.ts'
import type { WeekDay } from '../../settings/week.ts'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { CopyDayDialog } from './copy-day-dialog.tsx'
import type { Week } from './create-week.ts'

interface DayHeadProps {
  readonly week: Week
  readonly day: WeekDay
  /** What a day is while the whole week has no hours. */
  readonly whenNone: string
  readonly onAdded: (id: string) => void
}

/** The name of a weekday, and what can be done with the whole of it. */
export function DayHead(props: DayHeadProps): JSX.Element {
  const { week, day } = props
  const [copying, setCopying] = createSignal(false)
  const own = () => week.editing().blocks.filter((each) => each.weekday === day.number)
  const hours = () => (week.editing().blocks.length === 0 ? props.whenNone : total(own()))
  const add = () => {
    const id = week.add(day.number)
    if (id) props.onAdded(id)
  }
  return (
    <div class="week-day">
      <Menu
        triggerClass="button quiet week-menu"
        trigger={
          <>
            <span class="aside">
              {day.name}, {hours()}
            </span>
            <b aria-hidden="true">
              {day.short}
              <ChevronDown size={12} />
            </b>
            <span aria-hidden="true">{hours()}</span>
          </>
        }
      >
        <MenuItem icon={Plus} onSelect={add}>
          Add hours
        </MenuItem>
        <Show when={own().length > 0}>
          <MenuItem icon={Copy} onSelect={() => setCopying(true)}>
            Copy to other days
          </MenuItem>
          <MenuItem icon={Eraser} onSelect={() => week.clear(day.number)}>
            Clear {day.name}
          </MenuItem>
        </Show>
      </Menu>
      <CopyDayDialog
        day={day}
        open={copying()}
        onClose={() => setCopying(false)}
        onCopy={(days) => week.copy(day.number, days)}
      />
    </div>
  )
}

/** `7.5 h`: what blocks of different dates share is counted once. */
function total(blocks: readonly Interval[]): string {
  if (blocks.length === 0) return 'Closed'
  const minutes = merge(blocks).reduce((sum, each) => sum + each.end - each.start, 0)
  return `${Math.round((minutes / 60) * 10) / 10} h`
}
