import { type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { ArchiveMenu } from '../form/archive-menu.tsx'
import { createForm } from '../form/create-form.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import { runChange } from '../form/run-change.ts'
import { type AppointmentTypeRecordFragment, ArchiveAppointmentTypeDocument } from '../generated/graphql.ts'
import { showToast } from '../ui/toast.tsx'
import { checkEntries, entriesOf, saveType } from './appointment-type-entries.ts'
import { type KnownTags, TypeFields } from './appointment-type-fields.tsx'

interface AppointmentTypePanelProps {
  readonly known: KnownTags
  readonly type: AppointmentTypeRecordFragment | undefined
  readonly latest: (id: string) => Promise<AppointmentTypeRecordFragment | undefined>
  readonly onSaved: () => void
  readonly onClose: () => void
}

export function AppointmentTypePanel(props: AppointmentTypePanelProps): JSX.Element {
  const form = createForm({
    initial: entriesOf(props.type),
    check: checkEntries,
    send: (entries, clientMutationId) => saveType(props.type?.id, entries, clientMutationId),
    done: ({ appointmentType }) => {
      props.onSaved()
      showToast({ text: `${appointmentType.name} is saved.` })
      props.onClose()
    },
  })
  const archive = (type: AppointmentTypeRecordFragment, archived: boolean) =>
    runChange({
      send: async (clientMutationId) => {
        const input = { id: type.id, expectedVersion: type.version, archived, clientMutationId }
        return (await send(ArchiveAppointmentTypeDocument, { input })).archiveAppointmentType
      },
      done: () => {
        props.onSaved()
        showToast({ text: `${type.name} is ${archived ? 'archived' : 'back'}.` })
        props.onClose()
      },
    })
  return (
    <RecordPanel
      title={props.type?.name ?? 'New appointment type'}
      form={form}
      saveLabel={props.type ? 'Save' : 'Add type'}
      onClose={props.onClose}
      latest={async () => props.type && entriesOf(await props.latest(props.type.id))}
      actions={
        <Show when={props.type}>
          {(type) => (
            <ArchiveMenu name={type().name} active={type().active} onArchive={(away) => archive(type(), away)} />
          )}
        </Show>
      }
    >
      <TypeFields form={form} known={props.known} />
    </RecordPanel>
  )
}
