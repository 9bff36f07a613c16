import Ban from 'lucide-solid/icons/ban'
import CheckCheck from 'lucide-solid/icons/check-check'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import Clock from 'lucide-solid/icons/clock'
import Inbox from 'lucide-solid/icons/inbox'
import Send from 'lucide-solid/icons/send'
import { type JSX, Show } from 'solid-js'
import type { MessageProvider, MessageStatus as Status } from '../generated/graphql.ts'
import { Badge } from '../ui/badge.tsx'
import { statusWords } from './status-words.ts'

const marks = {
  SCHEDULED: { icon: Clock, tone: 'neutral' },
  SENDING: { icon: Send, tone: 'accent' },
  SENT: { icon: Send, tone: 'accent' },
  DELIVERED: { icon: CheckCheck, tone: 'success' },
  FAILED: { icon: CircleAlert, tone: 'danger' },
  BOUNCED: { icon: CircleAlert, tone: 'danger' },
  CANCELLED: { icon: Ban, tone: 'neutral' },
} as const

interface MessageStatusProps {
  readonly status: Status
  /** What went into the outbox has reached nobody. */
  readonly provider: MessageProvider | null
}

/** Where a message stands: an icon and a word. */
export function MessageStatus(props: MessageStatusProps): JSX.Element {
  return (
    <Show
      when={props.status === 'SENT' && props.provider === 'OUTBOX'}
      fallback={<Badge {...marks[props.status]}>{statusWords[props.status]}</Badge>}
    >
      <Badge icon={Inbox}>Kept here</Badge>
    </Show>
  )
}
