import { For, Show } from 'solid-js'
import { monthAfter } from '../../../domain/public-page.ts'
import { dateInWords, monthInWords, weekdayInWords } from '../times.ts'
import { bookingAt } from './booking-links.ts'
import { capital } from './booking-times.ts'
import type { TimesProps } from './choose-time.tsx'
import { weekdaysFrom } from './weekdays.ts'

const DAY = 24 * 60 * 60_000

/** A month as a wall calendar: its days with room lead to their times. */
export function Month(props: TimesProps) {
  const { page, view, words } = props
  const days = daysOf(view.month)
  const counts = new Map(view.days.map(({ count, date }) => [date, count]))
  const weekdays = weekdaysFrom(words.firstWeekday)
  const lead = (isoWeekday(days[0]!) - words.firstWeekday + 7) % 7
  return (
    <section class="month" aria-label={words.days}>
      <div class="month-head">
        <MonthLink {...props} by={-1} isThere={view.hasBefore} label={words.monthBefore} mark="‹" />
        <h2>{monthInWords(view.month, words.locale)}</h2>
        <MonthLink {...props} by={1} isThere={view.hasAfter} label={words.monthAfter} mark="›" />
      </div>
      <div class="weekdays" aria-hidden="true">
        <For each={weekdays}>{(weekday) => <span>{weekdayInWords(weekday, words.locale).slice(0, 2)}</span>}</For>
      </div>
      <ol class="days" style={{ '--lead': lead + 1 }}>
        <For each={days}>
          {(date) => {
            const count = counts.get(date)
            const number = Number(date.slice(8))
            const isToday = date === view.today
            return (
              <li class={isToday ? 'today' : undefined}>
                <Show when={count} fallback={<span aria-hidden="true">{number}</span>}>
                  {(times) => (
                    <a
                      id={`day-${date}`}
                      data-swap
                      href={bookingAt(page, { day: date, month: null })}
                      aria-current={date === view.day ? 'date' : undefined}
                      aria-label={words.dayTimes(capital(dateInWords(date, words.locale)), times())}
                    >
                      {number}
                    </a>
                  )}
                </Show>
              </li>
            )
          }}
        </For>
      </ol>
    </section>
  )
}

interface MonthLinkProps extends TimesProps {
  readonly by: number
  readonly isThere: boolean
  readonly label: string
  readonly mark: string
}

/** Where there is no month to go to, the place of the link stays. */
function MonthLink(props: MonthLinkProps) {
  const { page, view } = props
  return (
    <Show when={props.isThere} fallback={<span class="step" />}>
      <a
        class="step"
        id={props.by > 0 ? 'month-after' : 'month-before'}
        data-swap
        href={bookingAt(page, { month: monthAfter(view.month, props.by), day: null })}
        aria-label={props.label}
      >
        {props.mark}
      </a>
    </Show>
  )
}

/** "2026-12-01" to "2026-12-31" */
function daysOf(month: string): string[] {
  const start = Date.parse(`${month}-01T00:00:00Z`)
  const end = Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`)
  return Array.from({ length: Math.round((end - start) / DAY) }, (_, at) =>
    new Date(start + at * DAY).toISOString().slice(0, 10),
  )
}

function isoWeekday(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay() || 7
}
