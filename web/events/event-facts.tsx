import '../ui/facts.css'
import './events.css'
import ExternalLink from 'lucide-solid/icons/external-link'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { For, type JSX, Show } from 'solid-js'
import { eventKinds } from '../event-sessions/kinds.ts'
import type { EventRecordFragment } from '../generated/graphql.ts'
import { clockInWords, dateInWords, dayInWords, timeInWords } from '../session/when.ts'
import { priceInWords } from '../settings/price.ts'
import { mayEdit } from './event-rights.ts'
import {
  admissionWords,
  fillingWords,
  newSessionsWords,
  nextInWords,
  placesInWords,
  placesOf,
  registersForWords,
  repeatsInWords,
} from './event-words.ts'

export function EventFacts(props: { readonly event: EventRecordFragment }): JSX.Element {
  const its = () => props.event
  return (
    <>
      <PublicPageLink event={its()} />
      <dl class="facts">
        <Fact head="Kind">{eventKinds[its().kind].word}</Fact>
        <Fact head="Repeats">{repeatsInWords(its())}</Fact>
        <Show when={its().excepted.length > 0}>
          <Fact head="Left out">{its().excepted.map(dateInWords).join('; ')}</Fact>
        </Show>
        <Fact head="Next">{nextInWords(its())}</Fact>
        <Fact head="Length">{its().minutes} min</Fact>
        <Fact head="Run by">
          {its()
            .facilitators.map((each) => each.name)
            .join(', ') || 'Nobody yet'}
        </Fact>
        <Fact head="Where">{[its().room?.name, its().onlineUrl].filter(Boolean).join(', ') || 'Not said'}</Fact>
        <Fact head="Places taken">{placesWords(its())}</Fact>
        <Fact head="Registering">
          {its().isOpen ? admissionWords[its().admission] : 'Closed'}. {registersForWords[its().registersFor]}.
        </Fact>
        <Show when={its().admission === 'REGISTRATION' && its().capacity !== null}>
          <Fact head="A place given back">{fillingWords[its().filling]}</Fact>
        </Show>
        <Show when={its().rrule}>
          <Fact head="New sessions">{newSessionsWords[its().newSessions]}</Fact>
        </Show>
        <Show when={its().priceCents !== null}>
          <Fact head="Price">{its().priceCents === 0 ? 'Free' : priceInWords(its().priceCents)}</Fact>
        </Show>
        <Fact head="Address">
          {its().slug}
          <Show when={its().oldSlugs.length > 0}>, and by {its().oldSlugs.join(', ')}</Show>
        </Fact>
        <Show when={its().tags.length > 0}>
          <Fact head="Tags">{its().tags.join(', ')}</Fact>
        </Show>
        <Fact head="Last change">{timeInWords(its().updatedAt)}</Fact>
      </dl>
    </>
  )
}

/** Where the public sees it; until it does, those who plan it see there what it will be. */
function PublicPageLink(props: { readonly event: EventRecordFragment }): JSX.Element {
  const isPublished = () => props.event.publishStatus === 'PUBLISHED'
  // The preview is for whoever is signed in under the name by which this page was opened.
  const address = () => (isPublished() ? props.event.url : `${new URL(props.event.url).pathname}?preview`)
  return (
    <Show when={isPublished() || mayEdit(props.event)}>
      <a class="event-public" href={address()} target="_blank" rel="noopener">
        {isPublished() ? 'Public page' : 'Preview of the public page'} <ExternalLink size={13} aria-hidden="true" />
      </a>
    </Show>
  )
}

function Fact(props: { readonly head: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <>
      <dt>{props.head}</dt>
      <dd class="figures">{props.children}</dd>
    </>
  )
}

function placesWords(event: EventRecordFragment): string {
  const places = placesOf(event)
  const words = places ? placesInWords(places) : event.capacity === null ? 'No limit' : `Of ${event.capacity}`
  const next = event.registersFor === 'SESSION' && places ? ' in the next session' : ''
  return `${words}${next}${event.waitlisted > 0 ? `, ${event.waitlisted} waiting` : ''}`
}

/** The server writes it from Markdown and lets nothing through that could do harm. */
export function EventDescription(props: { readonly event: EventRecordFragment }): JSX.Element {
  return (
    <Show when={props.event.descriptionHtml}>
      <section class="panel-section" aria-label="Description">
        <h3>Description</h3>
        <div class="event-description" innerHTML={props.event.descriptionHtml} />
      </section>
    </Show>
  )
}

/** Occurrences of the rule that are no sessions, each with who or what stood in its way. */
export function EventClashes(props: { readonly event: EventRecordFragment }): JSX.Element {
  return (
    <Show when={props.event.clashes.length > 0}>
      <section class="panel-section" aria-label="Left out">
        <h3>Left out, since something stands in the way</h3>
        <ul class="event-lines">
          <For each={props.event.clashes}>
            {(clash) => (
              <li class="event-line clash">
                <TriangleAlert size={14} aria-hidden="true" />
                <p class="figures">
                  {dayInWords(clash.originalStartsAt)}, {clockInWords(clash.originalStartsAt)}
                </p>
                <p class="event-why">{clash.problems.map((each) => each.message).join(' ')}</p>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
