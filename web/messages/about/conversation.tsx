import './conversation.css'
import './story.css'
import { createMemo, For, type JSX, Show } from 'solid-js'
import type { TalkedAboutFragment } from '../../generated/graphql.ts'
import { markRead } from '../send-talk.ts'
import { createById } from './by-id.ts'
import { Moment } from './moment.tsx'
import { whenSeen } from './when-seen.ts'
import { WriteField } from './write-field.tsx'

type Written = TalkedAboutFragment['conversation'][number]

interface ConversationProps {
  readonly appointmentId: string
  readonly clientName: string
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
            Nothing is written yet. {props.clientName} is told by e-mail that there is something to read, and reads it
            behind her link.
          </p>
        }
      >
        <ol class="talk">
          <For each={written.ids()}>{(id) => <Show when={written.of(id)}>{(it) => <Line written={it()} />}</Show>}</For>
        </ol>
      </Show>
      <div ref={end} />
      <WriteField {...props} />
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
