import { type JSX, Show } from 'solid-js'
import type { ReferralStatus } from '../generated/graphql.ts'
import { Badge } from '../ui/badge.tsx'

export const referralWords: Record<ReferralStatus, string> = {
  NEW: 'New',
  CONTACTED: 'Contacted',
  ACCEPTANCE_SCHEDULED: 'First visit booked',
  ACTIVE: 'Active',
  DISCHARGED: 'Discharged',
}

interface ReferralBadgeProps {
  readonly client: { readonly referralStatus: ReferralStatus; readonly active: boolean }
}

export function ReferralBadge(props: ReferralBadgeProps): JSX.Element {
  return (
    <Show when={props.client.active} fallback={<Badge>Archived</Badge>}>
      <Badge tone={props.client.referralStatus === 'NEW' ? 'accent' : 'neutral'}>
        {referralWords[props.client.referralStatus]}
      </Badge>
    </Show>
  )
}
