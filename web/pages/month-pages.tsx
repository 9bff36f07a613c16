import { For, Show } from 'solid-js'
import type { MonthView, PublicSession } from '../../domain/public-page.ts'
import { addDays, weekdayOf } from '../../domain/zone.ts'
import { Leaf, SessionLine } from './event-list.tsx'
import { MonthHead, Pager } from './events-nav.tsx'
import { eventAt, eventsAt, type Reading } from './reading.ts'
import { SessionState } from './session-state.tsx'
import { dateInWords, dateOf, startInWords, weekdayInWords } from './times.ts'

interface MonthProps extends Reading {
  readonly view: MonthView
}

/** The sessions of a month, one after another. */
export function MonthList(props: MonthProps) {
  const { view, words } = props
  return (
    <>
      <MonthHead {...props} />
      <Show when={view.sessions.length > 0} fallback={<p class="empty">{words.noneInMonth}</p>}>
        <ol class="events">
          <For each={view.sessions}>
            {(session) => (
              <li class="event" id={session.id}>
                <Leaf {...props} session={session} />
                <div class="what">
                  <h3>
                    <a class="title" href={eventAt(props, session.slug)}>
                      {session.title}
                    </a>
                  </h3>
                  <SessionLine {...props} session={session} />
                </div>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Pager {...props} />
    </>
  )
}

/** The month as a wall calendar; on a narrow screen its days stand one below another, those without sessions left out. */
export function MonthCalendar(props: MonthProps) {
  const { view, words } = props
  const byDay = Map.groupBy(view.sessions, dateOf)
  const first = `${view.month}-01`
  const days = daysOf(view.month)
  const weekdays = Array.from({ length: 7 }, (_, at) => ((words.firstWeekday - 1 + at) % 7) + 1)
  const column = ((weekdayOf(first) - words.firstWeekday + 7) % 7) + 1
  return (
    <>
      <MonthHead {...props} />
      <div class="wall">
        <div class="weekdays" aria-hidden="true">
          <For each={weekdays}>{(weekday) => <span>{weekdayInWords(weekday, words.locale)}</span>}</For>
        </div>
        <ol class="days" style={{ '--first': column }}>
          <For each={days}>{(date) => <Day {...props} date={date} sessions={byDay.get(date) ?? []} />}</For>
        </ol>
        <Show when={view.sessions.length === 0}>
          <p class="empty">{words.noneInMonth}</p>
        </Show>
      </div>
    </>
  )
}

function daysOf(month: string): string[] {
  const dates: string[] = []
  for (let date = `${month}-01`; date.startsWith(month); date = addDays(date, 1)) dates.push(date)
  return dates
}

const MOST_A_DAY = 5

interface DayProps extends MonthProps {
  readonly date: string
  readonly sessions: readonly PublicSession[]
}

function Day(props: DayProps) {
  const { date, sessions, view, words } = props
  const shown = sessions.slice(0, MOST_A_DAY)
  const rest = sessions[MOST_A_DAY]
  const kind = `day${sessions.length === 0 ? ' bare' : ''}${date === view.today ? ' today' : ''}`
  return (
    <li class={kind}>
      <h3>
        <time datetime={date} aria-current={date === view.today ? 'date' : undefined}>
          <span class="name">{dateInWords(date, words.locale)}</span>
          <span class="number" aria-hidden="true">
            {Number(date.slice(8))}
          </span>
        </time>
      </h3>
      <Show when={sessions.length > 0}>
        <ul>
          <For each={shown}>
            {(session) => (
              <li>
                <a href={eventAt(props, session.slug)} class={session.status === 'cancelled' ? 'off' : undefined}>
                  <span class="at">{startInWords(session, words.locale)}</span> {session.title}
                </a>{' '}
                <SessionState {...props} session={session} />
              </li>
            )}
          </For>
          <Show when={rest}>
            {(session) => (
              <li>
                <a class="more" href={`${eventsAt(props, { month: view.month, tag: view.tag })}#${session().id}`}>
                  {words.moreThatDay(sessions.length - MOST_A_DAY)}
                </a>
              </li>
            )}
          </Show>
        </ul>
      </Show>
    </li>
  )
}
