import { For, Show } from 'solid-js'
import type { ListedEvent, ListView } from '../../domain/public-page.ts'
import { Pager } from './events-nav.tsx'
import { eventAt, type Reading } from './reading.ts'
import { placeOf, type SessionProps, SessionState, SessionTime } from './session-state.tsx'
import { dateOf, leafOf, monthInWords } from './times.ts'

/** The events by the month in which each takes place next, then those that are over. */
export function EventList(props: Reading & { readonly view: ListView }) {
  const { view, ...reading } = props
  const { words } = reading
  const months = [...Map.groupBy(view.ahead, (each) => dateOf(each).slice(0, 7))]
  const isEmpty = view.ahead.length === 0 && view.past.length === 0
  return (
    <>
      <For each={months}>
        {([month, events]) => (
          <section>
            <h2 class="month">{monthInWords(month, words.locale)}</h2>
            <ol class="events">
              <For each={events}>{(event) => <EventRow reading={reading} event={event} />}</For>
            </ol>
          </section>
        )}
      </For>
      <Show when={view.ahead.length === 0}>
        <p class="empty">
          <strong>{words.none}</strong>
          <br />
          {words.noneHint}
        </p>
      </Show>
      <Show when={!isEmpty && view.past.length > 0}>
        <section class="past">
          <h2 class="month">{words.past}</h2>
          <ol class="events">
            <For each={view.past}>{(event) => <EventRow reading={reading} event={event} />}</For>
          </ol>
        </section>
      </Show>
      <Pager {...props} />
    </>
  )
}

/** What stands on every line of a list is passed on as it is: merging it anew took a quarter of a page's time. */
function EventRow({ event, reading }: { readonly reading: Reading; readonly event: ListedEvent }) {
  const { words } = reading
  return (
    <li class="event">
      <Leaf reading={reading} session={event} />
      <div class="what">
        <h3>
          <a class="title" href={eventAt(reading, event.slug)}>
            {event.title}
          </a>
        </h3>
        <SessionLine reading={reading} session={event} further={event.further} />
        <Show when={event.excerpt}>
          <p class="excerpt">{event.excerpt}</p>
        </Show>
        <p class="kind">
          {words.kinds[event.kind]}
          <For each={event.tags}>{(tag) => <span> · {tag}</span>}</For>
        </p>
      </div>
      <Show when={event.image}>
        {(image) => <img class="thumb" src={image().url} width="144" height="108" alt="" loading="lazy" />}
      </Show>
    </li>
  )
}

/** The day of a session like the leaf of a wall calendar. */
export function Leaf({ reading, session }: SessionProps) {
  const leaf = leafOf(session, reading.words.locale)
  return (
    <p class="leaf">
      <span>{leaf.weekday}</span> <b>{leaf.day}</b> <span>{leaf.month}</span>
    </p>
  )
}

/** Time, place and state of a session on one line. */
export function SessionLine({ further = 0, reading, session }: SessionProps & { readonly further?: number }) {
  const { words } = reading
  const place = placeOf(session, words)
  return (
    <p class="line">
      <SessionTime reading={reading} session={session} />
      <Show when={place}>
        <span> · {place}</span>
      </Show>
      <Show when={further > 0}>
        <span> · {words.further(further)}</span>
      </Show>{' '}
      <SessionState reading={reading} session={session} />
    </p>
  )
}
