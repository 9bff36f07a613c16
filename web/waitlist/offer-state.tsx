import Check from 'lucide-solid/icons/check'
import Send from 'lucide-solid/icons/send'
import TimerOff from 'lucide-solid/icons/timer-off'
import Undo2 from 'lucide-solid/icons/undo-2'
import X from 'lucide-solid/icons/x'
import type { JSX } from 'solid-js'
import type { WaitlistOfferStatus } from '../generated/graphql.ts'
import { Badge } from '../ui/badge.tsx'

export const offerWords = {
  ...{ OPEN: 'Under way', ACCEPTED: 'Accepted', DECLINED: 'Declined', EXPIRED: 'No answer', WITHDRAWN: 'Taken back' },
} as const

const states = {
  OPEN: { icon: Send, tone: 'accent' },
  ACCEPTED: { icon: Check, tone: 'success' },
  DECLINED: { icon: X, tone: 'neutral' },
  EXPIRED: { icon: TimerOff, tone: 'warning' },
  WITHDRAWN: { icon: Undo2, tone: 'neutral' },
} as const

/** What became of an offer: an icon and a word. */
export function OfferState(props: { readonly status: WaitlistOfferStatus }): JSX.Element {
  return <Badge {...states[props.status]}>{offerWords[props.status]}</Badge>
}
