import '../ui/facts.css'
import { createSignal, type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { runChange } from '../form/run-change.ts'
import { type ApiKeyRecordFragment, RevokeApiKeyDocument } from '../generated/graphql.ts'
import { dateInWords, timeInWords } from '../session/when.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Panel } from '../ui/panel.tsx'
import { showToast } from '../ui/toast.tsx'
import { scopeWords } from './scope-words.ts'

interface ApiKeyPanelProps {
  readonly apiKey: ApiKeyRecordFragment
  readonly onRevoked: () => void
  readonly onClose: () => void
}

export function ApiKeyPanel(props: ApiKeyPanelProps): JSX.Element {
  const [asking, setAsking] = createSignal(false)
  const revoke = () =>
    runChange({
      send: async (clientMutationId) => {
        const input = { id: props.apiKey.id, clientMutationId }
        return (await send(RevokeApiKeyDocument, { input })).revokeApiKey
      },
      done: () => {
        props.onRevoked()
        showToast({ text: `${props.apiKey.name} is revoked.` })
        props.onClose()
      },
    })
  return (
    <Panel
      title={props.apiKey.name}
      onClose={props.onClose}
      footer={
        <Show when={!props.apiKey.revokedAt}>
          <Button kind="danger" onClick={() => setAsking(true)}>
            Revoke
          </Button>
        </Show>
      }
    >
      <dl class="facts">
        <dt>Begins with</dt>
        <dd>
          <code>{props.apiKey.prefix}</code>
        </dd>
        <dt>May</dt>
        <dd>{scopeWords(props.apiKey.scopes)}</dd>
        <dt>Created</dt>
        <dd>{timeInWords(props.apiKey.createdAt)}</dd>
        <dt>Last used</dt>
        <dd>{props.apiKey.lastUsedAt ? timeInWords(props.apiKey.lastUsedAt) : 'Never'}</dd>
        <dt>Expires</dt>
        <dd>{props.apiKey.expiresAt ? dateInWords(props.apiKey.expiresAt) : 'Never'}</dd>
        <Show when={props.apiKey.revokedAt}>
          {(at) => (
            <>
              <dt>Revoked</dt>
              <dd>{timeInWords(at())}</dd>
            </>
          )}
        </Show>
      </dl>
      <Dialog
        open={asking()}
        onClose={() => setAsking(false)}
        title={`Revoke ${props.apiKey.name}?`}
        description="Programs that use it are refused from now on. It cannot be undone."
        actions={
          <>
            <Button onClick={() => setAsking(false)}>Keep it</Button>
            <Button
              kind="danger"
              onClick={() => {
                setAsking(false)
                void revoke()
              }}
            >
              Revoke the key
            </Button>
          </>
        }
      />
    </Panel>
  )
}
