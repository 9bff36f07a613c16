import './message-list.css'
import type { JSX } from 'solid-js'
import { showPhone } from '../clients/phone.ts'
import type { MessageRowFragment } from '../generated/graphql.ts'
import { clockInWords, dayInWords } from '../session/when.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { ChannelMark } from './channel-mark.tsx'
import { MessageStatus } from './message-status.tsx'
import { channelWords, kindWords } from './message-words.ts'
import { replyWords } from './status-words.ts'

interface MessageListProps {
  readonly rows: readonly MessageRowFragment[]
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
}

export function MessageList(props: MessageListProps): JSX.Element {
  return (
    <div class="message-list">
      <DataTable
        caption="Messages"
        rows={props.rows}
        nameHead="To"
        name={readerOf}
        narrowDetail={(row) => `${aboutOf(row)} · ${channelWords[row.channel]}`}
        columns={columns}
        onOpen={(row) => props.onOpen(row.id)}
        isOpen={(row) => row.id === props.openId}
        isFaded={(row) => row.status === 'CANCELLED'}
      />
    </div>
  )
}

/** Who reads it: the client by name, anybody else by address. */
export function readerOf(message: Pick<MessageRowFragment, 'audience' | 'client' | 'recipient'>): string {
  return message.audience === 'CLIENT' && message.client ? message.client.name : showPhone(message.recipient)
}

/** What it is; to the therapist also about whom, whose name stands nowhere else in the row. */
function aboutOf({ kind, audience, client }: MessageRowFragment): string {
  return audience === 'THERAPIST' && client ? `${kindWords[kind]} · ${client.name}` : kindWords[kind]
}

const columns: readonly Column<MessageRowFragment>[] = [
  { head: 'Message', cell: (row) => <span class="message-about">{aboutOf(row)}</span>, wideOnly: true },
  { head: 'Channel', cell: (row) => <ChannelMark channel={row.channel} />, wideOnly: true },
  { head: 'When', cell: (row) => <When at={timeOf(row)} /> },
  { head: 'State', cell: (row) => <MessageStatus status={row.status} provider={row.provider} /> },
  { head: 'Reply', cell: (row) => row.reply && replyWords[row.reply], wideOnly: true },
]

/** When it left, or is to leave. */
function timeOf(message: MessageRowFragment): string {
  return message.sentAt ?? message.endedAt ?? message.dueAt
}

/** On two lines where there is little room. */
function When(props: { readonly at: string }): JSX.Element {
  return (
    <time dateTime={props.at}>
      <span>{dayInWords(props.at)},</span> <span>{clockInWords(props.at)}</span>
    </time>
  )
}
