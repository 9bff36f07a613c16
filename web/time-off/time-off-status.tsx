import Ban from 'lucide-solid/icons/ban'
import CircleCheck from 'lucide-solid/icons/circle-check'
import Clock from 'lucide-solid/icons/clock'
import Undo2 from 'lucide-solid/icons/undo-2'
import type { JSX } from 'solid-js'
import type { TimeOffStatus as Status } from '../generated/graphql.ts'
import { Badge } from '../ui/badge.tsx'

export const statusWords = {
  REQUESTED: 'Waiting',
  APPROVED: 'Approved',
  DENIED: 'Denied',
  WITHDRAWN: 'Withdrawn',
} as const

const marks = {
  REQUESTED: { icon: Clock, tone: 'warning' },
  APPROVED: { icon: CircleCheck, tone: 'success' },
  DENIED: { icon: Ban, tone: 'danger' },
  WITHDRAWN: { icon: Undo2, tone: 'neutral' },
} as const

/** Where the request stands: an icon and a word. */
export function TimeOffStatus(props: { readonly status: Status }): JSX.Element {
  return <Badge {...marks[props.status]}>{statusWords[props.status]}</Badge>
}
