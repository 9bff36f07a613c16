import '../ui/facts.css'
import type { JSX } from 'solid-js'
import type { ClientRecordFragment } from '../generated/graphql.ts'
import { Panel } from '../ui/panel.tsx'
import { ClientWaiting } from '../waitlist/client-waiting.tsx'
import { ClientAppointments } from './client-appointments.tsx'
import { messagesWords } from './client-entries.ts'
import { showPhone } from './phone.ts'
import { ReferralBadge } from './referral-badge.tsx'
import { SentToClient } from './sent-to-client.tsx'

/** The client for those who may see but not change. */
export function ClientFacts(props: {
  readonly client: ClientRecordFragment
  readonly onClose: () => void
}): JSX.Element {
  return (
    <Panel title={props.client.name} onClose={props.onClose}>
      <dl class="facts">
        <dt>Phone</dt>
        <dd>{showPhone(props.client.phone) || 'Not known'}</dd>
        <dt>E-mail</dt>
        <dd>{props.client.email ?? 'Not known'}</dd>
        <dt>Messages</dt>
        <dd>{messagesWords(props.client)}</dd>
        <dt>Referral</dt>
        <dd>
          <ReferralBadge client={props.client} />
        </dd>
      </dl>
      <ClientWaiting clientId={props.client.id} />
      <SentToClient clientId={props.client.id} />
      <ClientAppointments clientId={props.client.id} />
    </Panel>
  )
}
