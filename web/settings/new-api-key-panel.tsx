import type { JSX } from 'solid-js'
import { addDays, instantOf, localDateOf } from '../../domain/zone.ts'
import { send } from '../api/client.ts'
import { createForm } from '../form/create-form.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import { type ApiKeyScope, CreateApiKeyDocument } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { CheckField } from '../ui/check-field.tsx'
import { FieldProblem } from '../ui/field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'

interface NewApiKeyPanelProps {
  readonly onCreated: () => void
  readonly onSecret: (secret: string) => void
  readonly onClose: () => void
}

type Lifetime = '30' | '90' | '365' | 'none'

interface Entries {
  readonly version: number
  readonly name: string
  readonly scopes: readonly ApiKeyScope[]
  readonly expiresAt: Lifetime
}

const lifetimes = [
  { value: '30' as const, label: 'In 30 days' },
  { value: '90' as const, label: 'In 90 days' },
  { value: '365' as const, label: 'In a year' },
  { value: 'none' as const, label: 'Never' },
]

const fresh: Entries = { version: 0, name: '', scopes: ['READ'], expiresAt: '90' }

export function NewApiKeyPanel(props: NewApiKeyPanelProps): JSX.Element {
  const form = createForm({
    initial: fresh,
    check: ({ scopes }) => ({ scopes: scopes.length === 0 ? 'Choose at least one.' : undefined }),
    send: async ({ name, scopes, expiresAt }, clientMutationId) => {
      const input = { name, scopes: [...scopes], expiresAt: expiryOf(expiresAt), clientMutationId }
      return (await send(CreateApiKeyDocument, { input })).createApiKey
    },
    done: ({ secret }) => {
      props.onCreated()
      props.onSecret(secret)
      props.onClose()
    },
  })
  const choose = (scope: ApiKeyScope, chosen: boolean) => {
    const others = form.values.scopes.filter((each) => each !== scope)
    form.set('scopes', chosen ? [...others, scope] : others)
  }
  return (
    <RecordPanel
      title="New API key"
      form={form}
      saveLabel="Create key"
      onClose={props.onClose}
      latest={async () => undefined}
    >
      <TextField
        label="Name"
        hint="Who uses it and for what."
        required
        value={form.values.name}
        problem={form.problem('name')}
        onInput={(name) => form.set('name', name)}
      />
      <fieldset>
        <legend class="field-label">May</legend>
        <CheckField
          label="Read"
          hint="The calendar, clients, therapists and rooms."
          checked={form.values.scopes.includes('READ')}
          onChange={(chosen) => choose('READ', chosen)}
        />
        <CheckField
          label="Change"
          hint="Book, move and cancel appointments; edit clients and write to them. Never against the rules of the clinic."
          checked={form.values.scopes.includes('WRITE')}
          onChange={(chosen) => choose('WRITE', chosen)}
        />
        <FieldProblem text={form.problem('scopes')} />
      </fieldset>
      <SelectField
        label="Expires"
        value={form.values.expiresAt}
        options={lifetimes}
        problem={form.problem('expiresAt')}
        onChange={(expiresAt) => form.set('expiresAt', expiresAt)}
      />
    </RecordPanel>
  )
}

/** The midnight of the clinic that ends the last day. */
function expiryOf(lifetime: Lifetime): string | null {
  if (lifetime === 'none') return null
  const zone = viewer().clinic.zone
  const lastDay = addDays(localDateOf(Date.now(), zone), Number(lifetime))
  return new Date(instantOf(addDays(lastDay, 1), '00:00', zone)).toISOString()
}
