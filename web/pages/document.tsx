import { Match, Show, Switch } from 'solid-js'
import { USUAL_CURRENCY } from '../../domain/money.ts'
import type { PublicPage } from '../../domain/public-page.ts'
import { EventList } from './event-list.tsx'
import { EventPage } from './event-page.tsx'
import { EventsNav } from './events-nav.tsx'
import { Head } from './head.tsx'
import { MonthCalendar, MonthList } from './month-pages.tsx'
import { eventsAt, type Reading } from './reading.ts'
import { dateOf } from './times.ts'
import { wordsOf } from './words/page-languages.ts'

/** A whole page, as it is sent. */
export function Document(props: { readonly page: PublicPage }) {
  const { base, clinic, language, now } = props.page
  const words = wordsOf(language)
  const reading: Reading = { words, now, base, currency: clinic?.currency ?? USUAL_CURRENCY }
  return (
    <html lang={words.code} style={{ '--hue': clinic?.hue ?? 250 }}>
      <Head page={props.page} words={words} />
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <Show when={props.page.view.kind === 'event' && props.page.view.isPreview}>
          <p class="preview" role="status">
            {words.preview}
          </p>
        </Show>
        <Show when={clinic}>
          {(wearing) => (
            <header>
              <a class="clinic" href={eventsAt(reading)}>
                <Show when={wearing().logo}>
                  {(logo) => (
                    <img src={logo().url} width={Math.round((logo().width / logo().height) * 40)} height="40" alt="" />
                  )}
                </Show>
                {wearing().name}
              </a>
            </header>
          )}
        </Show>
        <main id="main">
          <Content page={props.page} reading={reading} />
        </main>
        <Show when={clinic}>
          <footer>
            <a href={`${base}/feeds/events.ics`}>{words.subscribe}</a>
          </footer>
        </Show>
      </body>
    </html>
  )
}

function Content(props: { readonly page: PublicPage; readonly reading: Reading }) {
  const { reading } = props
  const { clinic, now, view } = props.page
  const { words } = reading
  const thisMonth = dateOf({ startsAt: now, zone: clinic?.zone ?? 'UTC' }).slice(0, 7)
  return (
    <Switch
      fallback={
        <div class="empty">
          <h1>{words.missingTitle}</h1>
          <p>{words.missing}</p>
          <Show when={clinic}>
            <p>
              <a href={eventsAt(reading)}>{words.back}</a>
            </p>
          </Show>
        </div>
      }
    >
      <Match when={view.kind === 'event' && view}>{(event) => <EventPage {...reading} view={event()} />}</Match>
      <Match when={(view.kind === 'list' || view.kind === 'month') && view}>
        {(events) => (
          <>
            <h1>{words.events}</h1>
            <Show when={clinic?.about}>
              <p class="about">{clinic?.about}</p>
            </Show>
            <EventsNav {...reading} view={events()} thisMonth={thisMonth} />
            <Switch>
              <Match when={view.kind === 'list' && view}>{(list) => <EventList {...reading} view={list()} />}</Match>
              <Match when={view.kind === 'month' && view}>
                {(month) =>
                  month().shows === 'calendar' ? (
                    <MonthCalendar {...reading} view={month()} />
                  ) : (
                    <MonthList {...reading} view={month()} />
                  )
                }
              </Match>
            </Switch>
          </>
        )}
      </Match>
    </Switch>
  )
}
