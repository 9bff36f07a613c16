import { type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { ArchiveMenu } from '../form/archive-menu.tsx'
import { createForm } from '../form/create-form.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import { runChange } from '../form/run-change.ts'
import { ArchiveClientDocument, type ClientRecordFragment, type ReferralStatus } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { ClientWaiting } from '../waitlist/client-waiting.tsx'
import { ClientAppointments } from './client-appointments.tsx'
import { checkClient, entriesOf, saveClient } from './client-entries.ts'
import { ClientMessages } from './client-messages.tsx'
import { referralWords } from './referral-badge.tsx'
import { SentToClient } from './sent-to-client.tsx'

interface ClientFormProps {
  readonly client: ClientRecordFragment | undefined
  readonly latest: () => Promise<ClientRecordFragment | undefined>
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}

const statuses = (Object.keys(referralWords) as ReferralStatus[]).map((value) => ({
  value,
  label: referralWords[value],
}))

export function ClientForm(props: ClientFormProps): JSX.Element {
  const form = createForm({
    initial: entriesOf(props.client),
    check: checkClient,
    send: (entries, clientMutationId) => saveClient(props.client?.id, entries, clientMutationId),
    done: ({ client }) => {
      form.reset(entriesOf(client))
      showToast({ text: `${client.name} is saved.` })
      props.onSaved(client.id)
    },
  })
  const archive = (client: ClientRecordFragment, archived: boolean) =>
    runChange({
      send: async (clientMutationId) => {
        const input = { id: client.id, expectedVersion: client.version, archived, clientMutationId }
        return (await send(ArchiveClientDocument, { input })).archiveClient
      },
      done: (answer) => {
        form.reset(entriesOf(answer.client))
        showToast({ text: `${client.name} is ${archived ? 'archived' : 'back'}.` })
        props.onSaved(client.id)
      },
    })
  return (
    <RecordPanel
      title={props.client?.name ?? 'New client'}
      form={form}
      saveLabel={props.client ? 'Save' : 'Add client'}
      onClose={props.onClose}
      latest={async () => props.client && entriesOf(await props.latest())}
      actions={
        <Show when={props.client}>
          {(client) => (
            <ArchiveMenu name={client().name} active={client().active} onArchive={(away) => archive(client(), away)} />
          )}
        </Show>
      }
      below={
        <Show when={props.client}>
          {(client) => (
            <>
              <ClientWaiting clientId={client().id} />
              <SentToClient clientId={client().id} />
              <ClientAppointments clientId={client().id} />
            </>
          )}
        </Show>
      }
    >
      <TextField
        label="Name"
        required
        autofocus={props.client === undefined}
        value={form.values.name}
        problem={form.problem('name')}
        onInput={(name) => form.set('name', name)}
      />
      <TextField
        label="Phone"
        type="tel"
        value={form.values.phone}
        problem={form.problem('phone')}
        onInput={(phone) => form.set('phone', phone)}
      />
      <TextField
        label="E-mail"
        type="email"
        value={form.values.email}
        problem={form.problem('email')}
        onInput={(email) => form.set('email', email)}
      />
      <TextField
        label="Time zone"
        placeholder={viewer().clinic.zone}
        hint="Only if it is not the clinic's: for messages in the client's own time."
        value={form.values.zone}
        problem={form.problem('zone')}
        onInput={(zone) => form.set('zone', zone)}
      />
      <ClientMessages form={form} stoppedAt={props.client?.smsStoppedAt ?? null} />
      <Show when={props.client}>
        <SelectField
          label="Referral"
          value={form.values.referralStatus}
          options={statuses}
          problem={form.problem('referralStatus')}
          onChange={(status) => form.set('referralStatus', status)}
        />
      </Show>
    </RecordPanel>
  )
}
