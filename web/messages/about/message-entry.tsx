import { A } from '@solidjs/router'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { showPhone } from '../../clients/phone.ts'
import type { MessageChannel, StoryMessageFragment } from '../../generated/graphql.ts'
import { timeInWords } from '../../session/when.ts'
import { ChannelMark } from '../channel-mark.tsx'
import { failureWords } from '../failure-words.ts'
import { historyOf } from '../history.ts'
import { MessageStatus } from '../message-status.tsx'
import { kindWords } from '../message-words.ts'
import { ResendButton } from '../resend-button.tsx'
import { Moment } from './moment.tsx'
import { isToLeave } from './story.ts'

interface MessageEntryProps {
  readonly message: StoryMessageFragment
  readonly mayResend: boolean
  readonly onResent: () => void
}

/** One message about the appointment: what, which way, when, and what became of it; its times when it is opened. */
export function MessageEntry(props: MessageEntryProps): JSX.Element {
  const its = () => props.message
  const hasFailed = () => its().status === 'FAILED' || its().status === 'BOUNCED'
  // Opened by itself only at first: whoever closes it wants it closed.
  const [wasFailed] = createSignal(hasFailed())
  return (
    <details class="story-message" open={wasFailed()}>
      <summary>
        <span class="story-what">{kindWords[its().kind]}</span>
        <MessageStatus status={its().status} provider={its().provider} />
        <span class="story-how">
          <ChannelMark channel={its().channel} />
          <Moment at={isToLeave(its()) ? its().dueAt : (its().sentAt ?? its().endedAt ?? its().dueAt)} />
        </span>
      </summary>
      <div class="story-more">
        <Show when={hasFailed()}>
          <p class="story-failure">{failureWords(its())}</p>
        </Show>
        <p class="story-to">To {isCalled(its().channel) ? showPhone(its().recipient) : its().recipient}</p>
        <ol class="story-times">
          <For each={historyOf(its())}>
            {({ at, what }) => (
              <li class="story-time">
                <time dateTime={at}>{timeInWords(at)}</time>
                {what}
              </li>
            )}
          </For>
        </ol>
        <div class="story-actions">
          <Show when={props.mayResend}>
            <ResendButton message={its()} onChanged={props.onResent} staysHere />
          </Show>
          <A href={`/messages?open=${its().id}`}>Read it</A>
        </div>
      </div>
    </details>
  )
}

function isCalled(channel: MessageChannel): boolean {
  return channel === 'SMS' || channel === 'VOICE'
}
