import { For, Show } from 'solid-js'
import { LISTED, MOST_A_DAY, type MonthView, type PublicSession } from '../../domain/public-page.ts'
import { addDays, type LocalDate, weekdayOf } from '../../domain/zone.ts'
import { Leaf, SessionLine } from './event-list.tsx'
import { MonthHead, Pager } from './events-nav.tsx'
import { eventAt, eventsAt, type Reading } from './reading.ts'
import { type SessionProps, SessionState } from './session-state.tsx'
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
                <Leaf reading={props} session={session} />
                <div class="what">
                  <h3>
                    <a class="title" href={eventAt(props, session.slug)}>
                      {session.title}
                    </a>
                  </h3>
                  <SessionLine reading={props} session={session} />
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
  const { view, ...reading } = props
  const { words } = reading
  const byDay = Map.groupBy(view.sessions, dateOf)
  const first = `${view.month}-01`
  let before = 0
  const days = daysOf(view.month).map((date): DayShown => {
    const count = view.counts.get(date) ?? 0
    before += count
    return { date, count, before: before - count, sessions: byDay.get(date) ?? [] }
  })
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
          <For each={days}>{(day) => <Day reading={reading} view={view} day={day} />}</For>
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

interface DayShown {
  readonly date: LocalDate
  /** The first of those that begin then. */
  readonly sessions: readonly PublicSession[]
  /** How many begin then, and how many in the days of the month before. */
  readonly count: number
  readonly before: number
}

function Day({ day, reading, view }: { reading: Reading; readonly view: MonthView; readonly day: DayShown }) {
  const { before, count, date, sessions } = day
  const { words } = reading
  const isToday = date === view.today
  const kind = `day${count === 0 ? ' bare' : ''}${isToday ? ' today' : ''}`
  return (
    <li class={kind}>
      <h3>
        <time datetime={date} aria-current={isToday ? 'date' : undefined}>
          <span class="name">{dateInWords(date, words.locale)}</span>
          <span class="number" aria-hidden="true">
            {Number(date.slice(8))}
          </span>
        </time>
      </h3>
      <Show when={count > 0}>
        <ul>
          <For each={sessions.slice(0, MOST_A_DAY)}>{(session) => <Short reading={reading} session={session} />}</For>
          <Show when={sessions[MOST_A_DAY]}>
            {(next) => (
              <li>
                <a class="more" href={`${listAt(reading, view, before + MOST_A_DAY)}#${next().id}`}>
                  {words.moreThatDay(count - MOST_A_DAY)}
                </a>
              </li>
            )}
          </Show>
        </ul>
      </Show>
    </li>
  )
}

/** The page of the month's list on which the session of that number stands. */
function listAt(reading: Reading, { month, tag }: MonthView, number: number): string {
  return eventsAt(reading, { month, tag, page: Math.floor(number / LISTED) + 1 })
}

/** A session on one line of its day. */
function Short({ reading, session }: SessionProps) {
  return (
    <li>
      <a href={eventAt(reading, session.slug)} class={session.status === 'cancelled' ? 'off' : undefined}>
        <span class="at">{startInWords(session, reading.words.locale)}</span> {session.title}
      </a>{' '}
      <SessionState reading={reading} session={session} />
    </li>
  )
}
