import Ban from 'lucide-solid/icons/ban'
import DoorOpen from 'lucide-solid/icons/door-open'
import Hourglass from 'lucide-solid/icons/hourglass'
import Pause from 'lucide-solid/icons/pause'
import UserCheck from 'lucide-solid/icons/user-check'
import type { GroupMemberLineFragment, GroupMemberStatus } from '../generated/graphql.ts'
import { priceInWords } from '../settings/price.ts'
import type { Icon } from '../ui/icon.ts'

interface MemberMark {
  readonly word: string
  /** Above those who stand there. */
  readonly head: string
  readonly icon: Icon
  readonly tone: 'success' | 'warning' | 'neutral'
}

/** In the order in which the desk deals with them. */
export const memberMarks: Readonly<Record<GroupMemberStatus, MemberMark>> = {
  SCREENING: { word: 'Asked to join', head: 'Waiting to be screened', icon: Hourglass, tone: 'warning' },
  ACTIVE: { word: 'Member', head: 'Members', icon: UserCheck, tone: 'success' },
  ON_HOLD: { word: 'On hold', head: 'On hold', icon: Pause, tone: 'neutral' },
  DECLINED: { word: 'Declined', head: 'Declined', icon: Ban, tone: 'neutral' },
  EXITED: { word: 'Left', head: 'Left', icon: DoorOpen, tone: 'neutral' },
}

/** `2 of 3 times, 90.00`: how often she came, and what she is charged for it; empty while nothing was noted. */
export function attendedInWords({ attendance, chargedCents }: GroupMemberLineFragment): string {
  if (attendance.length === 0) return ''
  const came = attendance.filter(({ status }) => status === 'PRESENT' || status === 'LATE').length
  const charged = chargedCents > 0 ? `, ${priceInWords(chargedCents)}` : ''
  return `${came} of ${attendance.length} ${attendance.length === 1 ? 'time' : 'times'}${charged}`
}
