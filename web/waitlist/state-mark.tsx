import CalendarCheck from 'lucide-solid/icons/calendar-check'
import Check from 'lucide-solid/icons/check'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import Clock from 'lucide-solid/icons/clock'
import DoorOpen from 'lucide-solid/icons/door-open'
import Hourglass from 'lucide-solid/icons/hourglass'
import Send from 'lucide-solid/icons/send'
import Siren from 'lucide-solid/icons/siren'
import TimerOff from 'lucide-solid/icons/timer-off'
import Undo2 from 'lucide-solid/icons/undo-2'
import X from 'lucide-solid/icons/x'
import type { JSX } from 'solid-js'
import type { WaitlistOfferStatus, WaitlistStatus, WaitlistUrgency } from '../generated/graphql.ts'
import { Badge } from '../ui/badge.tsx'
import { offerWords, stateWords, urgencyWords } from './waitlist-words.ts'

const states = {
  WAITING: { icon: Hourglass, tone: 'neutral' },
  OFFERED: { icon: Send, tone: 'accent' },
  BOOKED: { icon: CalendarCheck, tone: 'success' },
  LEFT: { icon: DoorOpen, tone: 'neutral' },
  EXPIRED: { icon: TimerOff, tone: 'neutral' },
} as const

/** Where an entry stands: an icon and a word. */
export function EntryState(props: { readonly status: WaitlistStatus }): JSX.Element {
  return <Badge {...states[props.status]}>{stateWords[props.status]}</Badge>
}

const outcomes = {
  OPEN: { icon: Send, tone: 'accent' },
  ACCEPTED: { icon: Check, tone: 'success' },
  DECLINED: { icon: X, tone: 'neutral' },
  EXPIRED: { icon: TimerOff, tone: 'warning' },
  WITHDRAWN: { icon: Undo2, tone: 'neutral' },
} as const

/** What became of an offer: an icon and a word. */
export function OfferState(props: { readonly status: WaitlistOfferStatus }): JSX.Element {
  return <Badge {...outcomes[props.status]}>{offerWords[props.status]}</Badge>
}

const urgencies = {
  ROUTINE: { tone: 'neutral' },
  SOON: { icon: Clock, tone: 'neutral' },
  URGENT: { icon: CircleAlert, tone: 'warning' },
  EMERGENCY: { icon: Siren, tone: 'danger' },
} as const

/** How soon somebody must be seen. */
export function UrgencyMark(props: { readonly urgency: WaitlistUrgency }): JSX.Element {
  return <Badge {...urgencies[props.urgency]}>{urgencyWords[props.urgency]}</Badge>
}
