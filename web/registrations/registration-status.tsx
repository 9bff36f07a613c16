import Ban from 'lucide-solid/icons/ban'
import CalendarCheck from 'lucide-solid/icons/calendar-check'
import HandHeart from 'lucide-solid/icons/hand-heart'
import Hourglass from 'lucide-solid/icons/hourglass'
import type { JSX } from 'solid-js'
import { Badge } from '../ui/badge.tsx'
import { type Placed, standingOf } from './registration-words.ts'

const marks = {
  REGISTERED: { icon: CalendarCheck, tone: 'success' },
  OFFERED: { icon: HandHeart, tone: 'warning' },
  WAITLISTED: { icon: Hourglass, tone: 'warning' },
  CANCELLED: { icon: Ban, tone: 'neutral' },
} as const

/** Whether there is a place for somebody: an icon and words. */
export function RegistrationStanding(props: { readonly placed: Placed }): JSX.Element {
  return <Badge {...marks[props.placed.line.status]}>{standingOf(props.placed)}</Badge>
}
