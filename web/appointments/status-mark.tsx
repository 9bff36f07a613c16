import Ban from 'lucide-solid/icons/ban'
import CalendarCheck from 'lucide-solid/icons/calendar-check'
import CalendarClock from 'lucide-solid/icons/calendar-clock'
import CheckCheck from 'lucide-solid/icons/check-check'
import CircleSlash from 'lucide-solid/icons/circle-slash'
import CircleUserRound from 'lucide-solid/icons/circle-user-round'
import DoorOpen from 'lucide-solid/icons/door-open'
import UserX from 'lucide-solid/icons/user-x'
import type { JSX } from 'solid-js'
import type { AppointmentStatus } from '../../domain/status.ts'
import { Badge } from '../ui/badge.tsx'
import type { Icon } from '../ui/icon.ts'

interface Mark {
  readonly word: string
  readonly icon: Icon
  readonly tone: 'neutral' | 'accent' | 'success' | 'warning' | 'danger'
}

const marks: Record<AppointmentStatus, Mark> = {
  pending: { word: 'Pending', icon: CalendarClock, tone: 'warning' },
  booked: { word: 'Booked', icon: CircleUserRound, tone: 'neutral' },
  arrived: { word: 'Arrived', icon: DoorOpen, tone: 'accent' },
  fulfilled: { word: 'Fulfilled', icon: CheckCheck, tone: 'success' },
  cancelled: { word: 'Cancelled', icon: Ban, tone: 'danger' },
  noshow: { word: 'No-show', icon: UserX, tone: 'warning' },
  entered_in_error: { word: 'Entered in error', icon: CircleSlash, tone: 'neutral' },
}

const confirmed: Mark = { word: 'Confirmed', icon: CalendarCheck, tone: 'success' }

/** Where the appointment stands: an icon and a word. */
export function StatusMark(props: { readonly status: AppointmentStatus; readonly confirmed: boolean }): JSX.Element {
  const mark = () => (props.status === 'booked' && props.confirmed ? confirmed : marks[props.status])
  return (
    <Badge tone={mark().tone} icon={mark().icon}>
      {mark().word}
    </Badge>
  )
}
