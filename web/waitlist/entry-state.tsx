import CalendarCheck from 'lucide-solid/icons/calendar-check'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import Clock from 'lucide-solid/icons/clock'
import DoorOpen from 'lucide-solid/icons/door-open'
import Hourglass from 'lucide-solid/icons/hourglass'
import Send from 'lucide-solid/icons/send'
import Siren from 'lucide-solid/icons/siren'
import TimerOff from 'lucide-solid/icons/timer-off'
import type { JSX } from 'solid-js'
import type { WaitlistStatus, WaitlistUrgency } from '../generated/graphql.ts'
import { Badge } from '../ui/badge.tsx'
import { urgencyWords } from './waitlist-words.ts'

export const stateWords = {
  ...{ WAITING: 'Waiting', OFFERED: 'Offered', BOOKED: 'Booked', LEFT: 'Left', EXPIRED: 'Expired' },
} as const

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
