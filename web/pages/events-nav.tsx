import { For, Show } from 'solid-js'
import { type ListView, type MonthView, monthAfter } from '../../domain/public-page.ts'
import { eventsAt, type Reading } from './reading.ts'
import { monthInWords } from './times.ts'

interface NavProps extends Reading {
  readonly view: ListView | MonthView
  /** The month now, "2026-10". */
  readonly thisMonth: string
}

/** How the events are shown, and which of them. */
export function EventsNav(props: NavProps) {
  const { words } = props
  const shows = () => (props.view.kind === 'month' ? props.view.shows : 'list')
  const month = () => (props.view.kind === 'month' ? props.view.month : null)
  const tag = props.view.tag
  return (
    <div class="bar">
      <nav aria-label={words.views} class="switch">
        <a href={eventsAt(props, { month: month(), tag })} aria-current={shows() === 'list' ? 'page' : undefined}>
          {words.list}
        </a>
        <a
          href={eventsAt(props, { month: month() ?? props.thisMonth, shows: 'calendar', tag })}
          aria-current={shows() === 'calendar' ? 'page' : undefined}
        >
          {words.calendar}
        </a>
      </nav>
      <Show when={props.view.tags.length > 0}>
        <nav aria-label={words.topics} class="tags">
          <a
            href={eventsAt(props, { month: month(), shows: shows() })}
            aria-current={tag === null ? 'page' : undefined}
          >
            {words.all}
          </a>
          <For each={props.view.tags}>
            {(each) => (
              <a
                href={eventsAt(props, { month: month(), shows: shows(), tag: each.tag })}
                aria-current={each.tag === tag ? 'page' : undefined}
              >
                {each.tag} <span class="count">{each.count}</span>
              </a>
            )}
          </For>
        </nav>
      </Show>
    </div>
  )
}

/** A month by its name, with the ways to the one before and the one after. */
export function MonthHead(props: Reading & { readonly view: MonthView }) {
  const { words } = props
  const at = (by: number) => {
    const { month, shows, tag } = props.view
    return eventsAt(props, { month: monthAfter(month, by), shows, tag })
  }
  return (
    <div class="month-head">
      <a href={at(-1)} rel="prev nofollow" aria-label={words.monthBefore}>
        ‹
      </a>
      <h2>{monthInWords(props.view.month, words.locale)}</h2>
      <a href={at(1)} rel="next nofollow" aria-label={words.monthAfter}>
        ›
      </a>
    </div>
  )
}

interface PagerProps extends Reading {
  readonly view: ListView | MonthView
}

export function Pager(props: PagerProps) {
  const { view, words } = props
  const at = (page: number) => {
    const month = view.kind === 'month' ? view.month : null
    return eventsAt(props, { month, shows: view.kind === 'month' ? view.shows : 'list', tag: view.tag, page })
  }
  return (
    <Show when={view.page > 1 || view.hasMore}>
      <nav aria-label={words.pages} class="pager">
        <Show when={view.page > 1} fallback={<span />}>
          <a href={at(view.page - 1)}>‹ {words.earlier}</a>
        </Show>
        <Show when={view.hasMore}>
          <a href={at(view.page + 1)}>{words.later} ›</a>
        </Show>
      </nav>
    </Show>
  )
}
