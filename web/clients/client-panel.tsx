import { type JSX, Match, Switch } from 'solid-js'
import { ask } from '../api/client.ts'
import { createAnswer } from '../api/create-answer.ts'
import { ClientDocument } from '../generated/graphql.ts'
import { mayDo } from '../session/session.ts'
import { FailureState } from '../ui/failure-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ClientFacts } from './client-facts.tsx'
import { ClientForm } from './client-form.tsx'

interface ClientPanelProps {
  /** The client's id, or `new`. */
  readonly id: string
  readonly onChanged: () => void
  readonly onCreated: (id: string) => void
  readonly onClose: () => void
}

export function ClientPanel(props: ClientPanelProps): JSX.Element {
  return (
    <Switch fallback={<KnownClient {...props} />}>
      <Match when={props.id === 'new' && mayDo('EDIT_CLIENTS')}>
        <ClientForm
          client={undefined}
          latest={async () => undefined}
          onSaved={(id) => {
            props.onChanged()
            props.onCreated(id)
          }}
          onClose={props.onClose}
        />
      </Match>
    </Switch>
  )
}

function KnownClient(props: ClientPanelProps): JSX.Element {
  const answer = createAnswer(ClientDocument, () => ({ id: props.id }))
  const client = () => answer.data()?.client ?? undefined
  const latest = async () => (await ask(ClientDocument, { id: props.id })).client ?? undefined
  const changed = () => {
    props.onChanged()
    void answer.again()
  }
  return (
    <Switch
      fallback={
        <Panel title="Client" onClose={props.onClose}>
          <Skeleton lines={6} />
        </Panel>
      }
    >
      <Match when={answer.failure()}>
        {(failure) => (
          <Panel title="Client" onClose={props.onClose}>
            <FailureState failure={failure()} onRetry={answer.again} />
          </Panel>
        )}
      </Match>
      <Match when={mayDo('EDIT_CLIENTS') && client()}>
        {(known) => <ClientForm client={known()} latest={latest} onSaved={changed} onClose={props.onClose} />}
      </Match>
      <Match when={client()}>{(known) => <ClientFacts client={known()} onClose={props.onClose} />}</Match>
      <Match when={answer.data()}>
        <Panel title="Client" onClose={props.onClose}>
          <p>There is no such client. The link may be old.</p>
        </Panel>
      </Match>
    </Switch>
  )
}
