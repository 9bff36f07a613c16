import '../ui/facts.css'
import { A } from '@solidjs/router'
import Ban from 'lucide-solid/icons/ban'
import { createSignal, type JSX, Show } from 'solid-js'
import { showPhone } from '../clients/phone.ts'
import { timeInWords } from '../session/when.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { CancelRegistrationDialog } from './cancel-registration-dialog.tsx'
import { PlaceActions } from './place-actions.tsx'
import { RegistrationStanding } from './registration-status.tsx'
import { type Placed, sourceWords } from './registration-words.ts'

interface RegistrationPanelProps {
  readonly placed: Placed
  readonly mayChange: boolean
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** One registration: how she is reached, and giving her place back. */
export function RegistrationPanel(props: RegistrationPanelProps): JSX.Element {
  const its = () => props.placed.line
  const [isCancelling, setCancelling] = createSignal(false)
  return (
    <Panel
      title={its().name}
      onClose={props.onClose}
      actions={<RegistrationStanding placed={props.placed} />}
      footer={
        <Show when={props.mayChange && its().status !== 'CANCELLED'}>
          <PlaceActions line={its()} onChanged={props.onChanged} />
          <Button kind="danger" icon={Ban} onClick={() => setCancelling(true)}>
            Cancel the registration…
          </Button>
        </Show>
      }
    >
      <dl class="facts">
        <dt>Places</dt>
        <dd class="figures">{its().places}</dd>
        <dt>E-mail</dt>
        <dd>
          <a href={`mailto:${its().email}`}>{its().email}</a>
        </dd>
        <Show when={its().phone}>
          {(phone) => (
            <>
              <dt>Phone</dt>
              <dd class="figures">
                <a href={`tel:${phone()}`}>{showPhone(phone())}</a>
              </dd>
            </>
          )}
        </Show>
        <dt>Registered</dt>
        <dd class="figures">
          {timeInWords(its().registeredAt)}, {sourceWords[its().source].toLowerCase()}
        </dd>
        <Show when={its().status === 'OFFERED' && its().offerExpiresAt}>
          {(until) => (
            <>
              <dt>Kept until</dt>
              <dd class="figures">{timeInWords(until())}</dd>
            </>
          )}
        </Show>
        <Show when={its().status === 'WAITLISTED' && its().passedAt}>
          {(at) => (
            <>
              <dt>Passed over</dt>
              <dd class="figures">{timeInWords(at())}, when an offer ran out</dd>
            </>
          )}
        </Show>
        <Show when={its().cancelledAt}>
          {(at) => (
            <>
              <dt>Cancelled</dt>
              <dd class="figures">{timeInWords(at())}</dd>
            </>
          )}
        </Show>
      </dl>
      <Show when={its().client}>
        {(client) => (
          <p>
            <A href={`/clients/${client().id}`}>Open client</A>
          </p>
        )}
      </Show>
      <CancelRegistrationDialog
        open={isCancelling()}
        line={its()}
        onClose={() => setCancelling(false)}
        onChanged={props.onChanged}
      />
    </Panel>
  )
}
