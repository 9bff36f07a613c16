import './story.css'
import { type Accessor, For, type JSX, Show } from 'solid-js'
import type { TalkedAboutFragment } from '../../generated/graphql.ts'
import { Notice } from '../../ui/notice.tsx'
import { createById } from './by-id.ts'
import { MessageEntry } from './message-entry.tsx'
import { whyUnreached } from './reach.ts'
import { ReplyEntry } from './reply-entry.tsx'
import { type StoryEntry, storyOf } from './story.ts'

interface AppointmentMessagesProps {
  readonly about: TalkedAboutFragment
  readonly mayResend: boolean
  readonly onResent: () => void
}

/** What went out about the appointment, what came back, and what is still to leave. */
export function AppointmentMessages(props: AppointmentMessagesProps): JSX.Element {
  const story = () => storyOf(props.about)
  const list = (entries: Accessor<readonly StoryEntry[]>, label: string) => (
    <Entries {...props} label={label} entries={entries()} />
  )
  const isEmpty = () => props.about.messages.length + props.about.replies.length === 0
  return (
    <section class="panel-section about-section" aria-label="Messages">
      <h3>Messages</h3>
      <Show when={whyUnreached(props.about.client)}>
        {(why) => (
          <Notice tone="warning">
            No message reaches {props.about.client.name}: {why()}.
          </Notice>
        )}
      </Show>
      <Show when={isEmpty()}>
        <p class="story-none">Nothing has been sent about it, and nothing is due.</p>
      </Show>
      <Show when={story().ahead.length > 0}>{list(() => story().ahead, 'Due')}</Show>
      <Show when={story().past.length > 0}>{list(() => story().past, 'Sent and received')}</Show>
      <Show when={story().dropped.length > 0}>
        <details class="story-dropped">
          <summary>{story().dropped.length} no longer needed</summary>
          {list(() => story().dropped, 'No longer needed')}
        </details>
      </Show>
    </section>
  )
}

interface EntriesProps extends AppointmentMessagesProps {
  readonly label: string
  readonly entries: readonly StoryEntry[]
}

function Entries(props: EntriesProps): JSX.Element {
  const entries = createById(() => props.entries)
  const messageOf = (id: string) => {
    const entry = entries.of(id)
    return entry && 'message' in entry ? entry.message : undefined
  }
  const replyOf = (id: string) => {
    const entry = entries.of(id)
    return entry && 'reply' in entry ? entry.reply : undefined
  }
  return (
    <ul class="story" aria-label={props.label}>
      <For each={entries.ids()}>
        {(id) => (
          <li>
            <Show when={messageOf(id)}>
              {(message) => <MessageEntry message={message()} mayResend={props.mayResend} onResent={props.onResent} />}
            </Show>
            <Show when={replyOf(id)}>{(reply) => <ReplyEntry reply={reply()} />}</Show>
          </li>
        )}
      </For>
    </ul>
  )
}
