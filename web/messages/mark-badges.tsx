import CalendarSync from 'lucide-solid/icons/calendar-sync'
import CircleQuestionMark from 'lucide-solid/icons/circle-question-mark'
import Clock from 'lucide-solid/icons/clock'
import MailCheck from 'lucide-solid/icons/mail-check'
import MailX from 'lucide-solid/icons/mail-x'
import MessageSquareCheck from 'lucide-solid/icons/message-square-check'
import MessageSquareText from 'lucide-solid/icons/message-square-text'
import Send from 'lucide-solid/icons/send'
import { For, type JSX } from 'solid-js'
import type { Card } from '../calendar/store/book.ts'
import { Badge } from '../ui/badge.tsx'
import { type MarkSign, shortWords, signsOf } from './mark-words.ts'

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

/** All that is to be seen of an appointment's messages, in words. */
export function MarkBadges(props: { readonly card: Card }): JSX.Element {
  return (
    <For each={signsOf(props.card)}>
      {(sign) => <Badge {...looks[sign]}>{shortWords(sign, props.card.mark)}</Badge>}
    </For>
  )
}
