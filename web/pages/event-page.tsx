import { For, Show } from 'solid-js'
import { moneyInWords } from '../../domain/money.ts'
import { areFewLeft, type EventView, type PublicSession } from '../../domain/public-page.ts'
import { SessionLine } from './event-list.tsx'
import { eventsAt, type Reading } from './reading.ts'
import { inviting, RegistrationSheet } from './registration-sheet.tsx'
import { placeOf, SessionBefore, SessionState, SessionTime } from './session-state.tsx'
import { dayInWords } from './times.ts'

interface EventProps extends Reading {
  readonly view: EventView
}

/** Everything about one event. */
export function EventPage(props: EventProps) {
  const { view, words } = props
  const next = view.sessions.find((each) => each.status !== 'cancelled') ?? view.sessions[0]
  const hasForm = view.said === null && view.form !== null
  return (
    <article>
      <p class="back">
        <a href={eventsAt(props)}>‹ {words.back}</a>
      </p>
      <p class="kind">{words.kinds[view.eventKind]}</p>
      <h1>{view.title}</h1>
      <div class="columns">
        <div class="facts">
          <Show when={next}>{(session) => <NextSession {...props} session={session()} />}</Show>
          <Facts {...props} session={next} />
          <Show when={hasForm}>
            <a class="to-form" href="#register">
              {view.form && inviting(view.form, words)}
            </a>
          </Show>
        </div>
        <div class="text">
          <Show when={view.image}>
            {(image) => (
              <img
                class="picture"
                src={image().url}
                width={image().width}
                height={image().height}
                alt={image().alt}
                style={{ 'aspect-ratio': `${image().width} / ${image().height}` }}
              />
            )}
          </Show>
          <div class="description" innerHTML={view.descriptionHtml} />
          <Show when={view.tags.length > 0}>
            <p class="tags">
              <For each={view.tags}>{(tag) => <a href={eventsAt(props, { tag })}>{tag}</a>}</For>
            </p>
          </Show>
          <Show when={view.sessions.length > 1}>
            <Dates {...props} />
          </Show>
        </div>
        <Show when={view.said}>
          {(said) => (
            <p class="said" role="status" id="register">
              {words.said[said()]}
            </p>
          )}
        </Show>
        <Show when={hasForm && view.form}>{(form) => <RegistrationSheet {...props} form={form()} />}</Show>
      </div>
    </article>
  )
}

interface SessionProps extends EventProps {
  readonly session: PublicSession
}

function NextSession(props: SessionProps) {
  const { now, session, words } = props
  const isOff = session.status === 'cancelled' || session.status === 'postponed'
  return (
    <div class="when">
      <p class={isOff ? 'day off' : 'day'}>{dayInWords(session, words.locale, now)}</p>
      <p class="time">
        <SessionTime reading={props} session={session} /> <SessionState reading={props} session={session} />
      </p>
      <SessionBefore reading={props} session={session} />
      <Show when={session.note}>{(note) => <p class="note">{note()}</p>}</Show>
    </div>
  )
}

function Facts(props: EventProps & { readonly session: PublicSession | undefined }) {
  const { session, view, words } = props
  const place = session ? placeOf(session, words) : ''
  const price = () => {
    const { priceCents } = view
    if (priceCents === null) return undefined
    return priceCents === 0 ? words.free : moneyInWords(priceCents, props.currency, words.locale)
  }
  return (
    <dl>
      <Show when={place}>
        <dt>{words.where}</dt>
        <dd>
          {place}
          <Show when={session?.status !== 'moved_online' && session?.address}>
            <br />
            <span class="quiet">{session?.address}</span>
          </Show>
          <Show when={session?.isOnline}>
            <br />
            <span class="quiet">{words.onlineHint}</span>
          </Show>
        </dd>
      </Show>
      <Show when={view.facilitators.length > 0}>
        <dt>{words.who}</dt>
        <dd>
          <For each={view.facilitators}>
            {({ name, title }) => (
              <div>
                {name}
                <Show when={title}>
                  <span class="quiet">, {title}</span>
                </Show>
              </div>
            )}
          </For>
        </dd>
      </Show>
      <Show when={price()}>
        <dt>{words.price}</dt>
        <dd>{price()}</dd>
      </Show>
      <Show when={session && session.status !== 'cancelled' && session.endsAt > props.now}>
        <dt>{words.places}</dt>
        <dd>
          {placesInWords(session!, props)}
          <Show when={view.admission === 'enrolment'}>
            <br />
            <span class="quiet">{words.enrolment}</span>
          </Show>
        </dd>
      </Show>
    </dl>
  )
}

function placesInWords({ placesLeft }: PublicSession, { view, words }: EventProps): string {
  if (!view.isOpen) return words.closed
  if (placesLeft === null) return words.unlimited
  if (placesLeft === 0) return words.full
  return areFewLeft(placesLeft) ? words.fewLeft : words.someLeft
}

/** More of them are shown when they are asked for. */
const SHOWN_DATES = 6

function Dates(props: EventProps) {
  const { view, words } = props
  return (
    <section class="dates">
      <h2>{words.dates}</h2>
      <Show when={view.registersFor === 'event'}>
        <p class="quiet">{words.wholeHint}</p>
      </Show>
      <DateList {...props} sessions={view.sessions.slice(0, SHOWN_DATES)} />
      <Show when={view.sessions.length > SHOWN_DATES}>
        <details>
          <summary>{words.furtherDates(view.sessions.length - SHOWN_DATES)}</summary>
          <DateList {...props} sessions={view.sessions.slice(SHOWN_DATES)} />
        </details>
      </Show>
    </section>
  )
}

function DateList(props: EventProps & { readonly sessions: readonly PublicSession[] }) {
  const { now, view, words } = props
  return (
    <ol>
      <For each={props.sessions}>
        {(session) => (
          <li>
            <p class={session.status === 'cancelled' ? 'day off' : 'day'}>
              {dayInWords(session, words.locale, now)}
              <Show when={session.title !== view.title}>
                <span class="quiet"> · {session.title}</span>
              </Show>
            </p>
            <SessionLine reading={props} session={session} />
            <SessionBefore reading={props} session={session} />
          </li>
        )}
      </For>
    </ol>
  )
}
