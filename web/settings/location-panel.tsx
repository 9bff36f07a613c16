import { type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { ArchiveMenu } from '../form/archive-menu.tsx'
import { createForm } from '../form/create-form.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import { runChange } from '../form/run-change.ts'
import {
  ArchiveLocationDocument,
  CreateLocationDocument,
  type LocationRecordFragment,
  UpdateLocationDocument,
} from '../generated/graphql.ts'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'

interface LocationPanelProps {
  readonly location: LocationRecordFragment | undefined
  readonly latest: (id: string) => Promise<LocationRecordFragment | undefined>
  readonly onSaved: () => void
  readonly onClose: () => void
}

interface Entries {
  readonly version: number
  readonly name: string
  readonly address: string
}

export function LocationPanel(props: LocationPanelProps): JSX.Element {
  const form = createForm({
    initial: entriesOf(props.location),
    send: (entries, clientMutationId) => save(props.location?.id, entries, clientMutationId),
    done: ({ location }) => {
      props.onSaved()
      showToast({ text: `${location.name} is saved.` })
      props.onClose()
    },
  })
  const archive = (location: LocationRecordFragment, archived: boolean) =>
    runChange({
      send: async (clientMutationId) => {
        const input = { id: location.id, expectedVersion: location.version, archived, clientMutationId }
        return (await send(ArchiveLocationDocument, { input })).archiveLocation
      },
      done: () => {
        props.onSaved()
        showToast({ text: `${location.name} is ${archived ? 'archived' : 'back'}.` })
        props.onClose()
      },
    })
  return (
    <RecordPanel
      title={props.location?.name ?? 'New location'}
      form={form}
      saveLabel={props.location ? 'Save' : 'Add location'}
      onClose={props.onClose}
      latest={async () => props.location && entriesOf(await props.latest(props.location.id))}
      actions={
        <Show when={props.location}>
          {(location) => (
            <ArchiveMenu
              name={location().name}
              active={location().active}
              onArchive={(archived) => archive(location(), archived)}
            />
          )}
        </Show>
      }
    >
      <TextField
        label="Name"
        required
        value={form.values.name}
        problem={form.problem('name')}
        onInput={(name) => form.set('name', name)}
      />
      <TextField
        label="Address"
        hint="Street and town, as clients are told it."
        value={form.values.address}
        problem={form.problem('address')}
        onInput={(address) => form.set('address', address)}
      />
    </RecordPanel>
  )
}

function entriesOf(location: LocationRecordFragment | undefined): Entries {
  return { version: location?.version ?? 0, name: location?.name ?? '', address: location?.address ?? '' }
}

async function save(id: string | undefined, { version, name, address }: Entries, clientMutationId: string) {
  const input = { name, address: address.trim() || null, clientMutationId }
  if (id === undefined) return (await send(CreateLocationDocument, { input })).createLocation
  const change = { ...input, id, expectedVersion: version }
  return (await send(UpdateLocationDocument, { input: change })).updateLocation
}
