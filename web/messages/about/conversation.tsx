import './conversation.css'
import './story.css'
import { createMemo, For, type JSX, Show } from 'solid-js'
import type { TalkedAboutFragment } from '../../generated/graphql.ts'
import { Notice } from '../../ui/notice.tsx'
import { markRead } from '../send-talk.ts'
import { createById } from './by-id.ts'
import { Moment } from './moment.tsx'
import { whyUntold } from './reach.ts'
import { whenSeen } from './when-seen.ts'
import { WriteField } from './write-field.tsx'

type Client = TalkedAboutFragment['client']
type Written = TalkedAboutFragment['conversation'][number]

interface ConversationProps {
  readonly appointmentId: string
  readonly client: Client
  readonly conversation: readonly Written[]
  readonly onWritten: () => Promise<void>
}

/** What the clinic and the client write to each other about the appointment. */
export function Conversation(props: ConversationProps): JSX.Element {
  const written = createById(() => props.conversation)
  let end!: HTMLDivElement
  // By what was read, not by how often it was read again.
  const latestUnread = createMemo(() => props.conversation.findLast(isUnread)?.id)
  whenSeen(
    () => end,
    () => latestUnread() !== undefined,
    () => void markRead(props.appointmentId),
  )
  return (
    <section class="panel-section about-section" aria-label="Conversation">
      <h3>Conversation</h3>
      <Show
        when={written.ids().length > 0}
        fallback={
          <p class="talk-none">
            Nothing is written yet.
            <Show when={!whyUntold(props.client)}>
              {` ${props.client.name} is told by e-mail that there is something to read, and reads it behind a link of their own.`}
            </Show>
          </p>
        }
      >
        <ol class="talk">
          <For each={written.ids()}>{(id) => <Show when={written.of(id)}>{(it) => <Line written={it()} />}</Show>}</For>
        </ol>
      </Show>
      <div ref={end} />
      <Show when={whyUntold(props.client)}>
        {(why) => (
          <Notice tone="warning">
            {props.client.name} is not told of what you write here: {why()}.
          </Notice>
        )}
      </Show>
      <WriteField appointmentId={props.appointmentId} clientName={props.client.name} onWritten={props.onWritten} />
    </section>
  )
}

function Line(props: { readonly written: Written }): JSX.Element {
  const isOurs = () => props.written.author.kind !== 'CLIENT'
  return (
    <li class="talk-line" classList={{ ours: isOurs() }}>
      <p class="talk-who">
        {props.written.author.name}
        <Moment at={props.written.writtenAt} />
      </p>
      <p class="talk-text">{props.written.text}</p>
      <Show when={isOurs() && props.written.readAt}>
        {(at) => (
          <p class="talk-read">
            Read
            <Moment at={at()} />
          </p>
        )}
      </Show>
    </li>
  )
}

function isUnread({ author, readAt }: Written): boolean {
  return author.kind === 'CLIENT' && readAt === null
}
