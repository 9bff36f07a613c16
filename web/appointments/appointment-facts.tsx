import '../ui/facts.css'
import { A } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import { showPhone } from '../clients/phone.ts'
import type { AppointmentFullFragment } from '../generated/graphql.ts'
import { SeriesFacts } from '../series/series-facts.tsx'
import { spanInWords, timeInWords } from '../session/when.ts'
import { cancellationWords } from './cancellation-words.ts'

/** All that is kept of an appointment. */
export function AppointmentFacts(props: { readonly appointment: AppointmentFullFragment }): JSX.Element {
  const its = () => props.appointment
  return (
    <>
      <dl class="facts">
        <dt>When</dt>
        <dd class="figures">{spanInWords(its().startsAt, its().endsAt)}</dd>
        <dt>Therapist</dt>
        <dd>{its().therapist.name}</dd>
        <dt>Room</dt>
        <dd>{its().room?.name ?? 'None'}</dd>
        <Show when={its().series}>{(series) => <SeriesFacts series={series()} />}</Show>
        <Show when={its().client.phone}>{(phone) => <Reach word="Phone" scheme="tel" to={phone()} />}</Show>
        <Show when={its().client.email}>{(email) => <Reach word="E-mail" scheme="mailto" to={email()} />}</Show>
        <Show when={its().notes}>
          <dt>Notes</dt>
          <dd class="appointment-notes">{its().notes}</dd>
        </Show>
        <Show when={its().onlineBooking}>
          {(booking) => <OnlineFacts booking={booking()} client={its().client.name} />}
        </Show>
        <Show when={its().overrideReason}>
          <dt>Overridden</dt>
          <dd>{its().overrideReason}</dd>
        </Show>
        <Show when={its().cancellation}>
          {(cancellation) => (
            <>
              <dt>Cancelled</dt>
              <dd>
                {cancellationWords[cancellation().reason]}
                {cancellation().late ? ', late' : ''}
                <Show when={cancellation().note}>
                  <br />
                  {cancellation().note}
                </Show>
                <br />
                {cancellation().cancelledBy}, {timeInWords(cancellation().cancelledAt)}
              </dd>
            </>
          )}
        </Show>
        <dt>Booked</dt>
        <dd class="figures">{timeInWords(its().createdAt)}</dd>
        <Show when={its().updatedAt !== its().createdAt}>
          <dt>Last change</dt>
          <dd class="figures">{timeInWords(its().updatedAt)}</dd>
        </Show>
      </dl>
      <p>
        <A href={`/clients/${its().client.id}`}>All appointments of {its().client.name}</A>
      </p>
    </>
  )
}

interface OnlineFactsProps {
  readonly booking: NonNullable<AppointmentFullFragment['onlineBooking']>
  readonly client: string
}

/** What was asked and answered when it was booked online, and for whom where an e-mail led to somebody else. */
function OnlineFacts(props: OnlineFactsProps): JSX.Element {
  const isForAnother = () => props.booking.name.toLowerCase() !== props.client.toLowerCase()
  return (
    <>
      <For each={props.booking.answers}>
        {({ question, answer }) => (
          <>
            <dt>{question}</dt>
            <dd class="appointment-notes">{answer === 'yes' ? 'Yes' : answer}</dd>
          </>
        )}
      </For>
      <dt>Booked online</dt>
      <dd class="figures">
        {timeInWords(props.booking.createdAt)}
        {isForAnother() ? `, for ${props.booking.name}` : ''}
        {props.booking.consent ? ', with consent' : ''}
      </dd>
    </>
  )
}

function Reach(props: { readonly word: string; readonly scheme: 'tel' | 'mailto'; readonly to: string }): JSX.Element {
  return (
    <>
      <dt>{props.word}</dt>
      <dd>
        <a href={`${props.scheme}:${props.to}`}>{props.scheme === 'tel' ? showPhone(props.to) : props.to}</a>
      </dd>
    </>
  )
}
