import '../ui/facts.css'
import { A } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { wallClock } from '../../domain/zone.ts'
import { showPhone } from '../clients/phone.ts'
import { viewer } from '../session/session.ts'
import { spanInWords } from '../session/when.ts'
import { Notice } from '../ui/notice.tsx'
import { ChannelMark } from './channel-mark.tsx'
import { costInWords } from './cost-words.ts'
import { failureWords } from './failure-words.ts'
import type { ShownMessage } from './message-panel.tsx'
import { MessageStatus } from './message-status.tsx'
import { languageWords } from './message-words.ts'
import { replyWords } from './status-words.ts'

export function MessageFacts(props: { readonly message: ShownMessage }): JSX.Element {
  const isToClient = () => props.message.audience === 'CLIENT'
  return (
    <>
      <Show when={props.message.failure ?? props.message.failureCode}>
        <Trouble message={props.message} />
      </Show>
      <dl class="facts">
        <dt>State</dt>
        <dd>
          <MessageStatus status={props.message.status} provider={props.message.provider} />
        </dd>
        <dt>To</dt>
        <dd>
          <Show when={isToClient() && props.message.client}>
            {(client) => (
              <>
                <ClientLink client={client()} />
                <br />
              </>
            )}
          </Show>
          {showPhone(props.message.recipient)}
        </dd>
        <dt>Channel</dt>
        <dd>
          <ChannelMark channel={props.message.channel} />
        </dd>
        <Show when={!isToClient() && props.message.client}>
          {(client) => (
            <>
              <dt>Client</dt>
              <dd>
                <ClientLink client={client()} />
              </dd>
            </>
          )}
        </Show>
        <Show when={props.message.appointment}>
          {(appointment) => (
            <>
              <dt>Appointment</dt>
              <dd>
                <A href={placeOf(appointment())}>{spanInWords(appointment().startsAt, appointment().endsAt)}</A>
              </dd>
            </>
          )}
        </Show>
        <Show when={props.message.reply}>
          {(reply) => (
            <>
              <dt>Reply</dt>
              <dd>{replyWords[reply()]}</dd>
            </>
          )}
        </Show>
        <Show when={props.message.language !== 'en'}>
          <dt>Language</dt>
          <dd>{languageWords(props.message.language)}</dd>
        </Show>
        <Show when={props.message.cost}>
          {(cost) => (
            <>
              <dt>Cost</dt>
              <dd class="figures">{costInWords(cost())}</dd>
            </>
          )}
        </Show>
      </dl>
    </>
  )
}

function ClientLink(props: { readonly client: NonNullable<ShownMessage['client']> }): JSX.Element {
  return <A href={`/clients/${props.client.id}`}>{props.client.name}</A>
}

/** The appointment, beside the calendar on its day. */
function placeOf({ id, startsAt }: NonNullable<ShownMessage['appointment']>): string {
  return `/calendar/${wallClock(Date.parse(startsAt), viewer().clinic.zone).date}?open=${id}`
}

/** Why it failed, or why it has not left yet. */
function Trouble(props: { readonly message: ShownMessage }): JSX.Element {
  const waits = () => props.message.status === 'SCHEDULED' || props.message.status === 'SENDING'
  return (
    <Notice tone={waits() ? 'warning' : 'danger'}>
      {failureWords(props.message)} {waits() ? 'It is tried again by itself.' : ''}
    </Notice>
  )
}
