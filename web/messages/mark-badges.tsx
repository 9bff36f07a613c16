import CalendarSync from 'lucide-solid/icons/calendar-sync'
import CircleQuestionMark from 'lucide-solid/icons/circle-question-mark'
import Clock from 'lucide-solid/icons/clock'
import Inbox from 'lucide-solid/icons/inbox'
import MailCheck from 'lucide-solid/icons/mail-check'
import MailX from 'lucide-solid/icons/mail-x'
import MessageSquareCheck from 'lucide-solid/icons/message-square-check'
import MessageSquareText from 'lucide-solid/icons/message-square-text'
import Send from 'lucide-solid/icons/send'
import { For, type JSX, Show } from 'solid-js'
import type { Card } from '../calendar/store/book.ts'
import { keepsMessages } from '../session/session.ts'
import { Badge } from '../ui/badge.tsx'
import { isUrgent, type MarkSign, shortWords, signsOf } from './mark-words.ts'

const looks = {
  failed: { icon: MailX, tone: 'danger' },
  asks: { icon: CalendarSync, tone: 'warning' },
  unread: { icon: MessageSquareText, tone: 'accent' },
  unclear: { icon: CircleQuestionMark, tone: 'warning' },
  late: { icon: Clock, tone: 'warning' },
  answered: { icon: MessageSquareCheck, tone: 'success' },
  delivered: { icon: MailCheck, tone: 'neutral' },
  sent: { icon: Send, tone: 'neutral' },
} as const satisfies Record<MarkSign, object>

/** What waits for somebody, or else how far the messages are, in words. That the client confirmed is the card's status. */
export function MarkBadges(props: { readonly card: Card }): JSX.Element {
  const signs = () => {
    const all = signsOf(props.card).filter((sign) => sign !== 'answered' || props.card.confirmedAt === null)
    const waiting = all.filter(isUrgent)
    return waiting.length > 0 ? waiting : all
  }
  return (
    <For each={signs()}>
      {(sign) => (
        <Show
          when={sign === 'sent' && keepsMessages()}
          fallback={<Badge {...looks[sign]}>{shortWords(sign, props.card.mark)}</Badge>}
        >
          <Badge icon={Inbox}>Message kept here</Badge>
        </Show>
      )}
    </For>
  )
}
