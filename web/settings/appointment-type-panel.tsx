import { type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { ArchiveMenu } from '../form/archive-menu.tsx'
import { createForm, type Form } from '../form/create-form.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import { runChange } from '../form/run-change.ts'
import { type AppointmentTypeRecordFragment, ArchiveAppointmentTypeDocument } from '../generated/graphql.ts'
import { CheckField } from '../ui/check-field.tsx'
import { HueField } from '../ui/hue-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { checkEntries, entriesOf, saveType, type TypeEntries } from './appointment-type-entries.ts'

interface AppointmentTypePanelProps {
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
      <TypeFields form={form} />
    </RecordPanel>
  )
}

function TypeFields(props: { readonly form: Form<TypeEntries> }): JSX.Element {
  const entry = (key: 'name' | 'category' | 'minutes' | 'bufferBeforeMinutes' | 'bufferAfterMinutes' | 'cptCode') => ({
    get value() {
      return props.form.values[key]
    },
    get problem() {
      return props.form.problem(key)
    },
    onInput: (text: string) => props.form.set(key, text),
  })
  return (
    <>
      <TextField label="Name" required {...entry('name')} />
      <TextField label="Category" placeholder="Individual" {...entry('category')} />
      <HueField
        label="Colour"
        value={props.form.values.hue}
        problem={props.form.problem('hue')}
        sample={props.form.values.name}
        onInput={(hue) => props.form.set('hue', hue)}
      />
      <TextField label="Length" required inputmode="numeric" suffix="min" {...entry('minutes')} />
      <div class="form-pair">
        <TextField label="Free before" inputmode="numeric" suffix="min" {...entry('bufferBeforeMinutes')} />
        <TextField label="Free after" inputmode="numeric" suffix="min" {...entry('bufferAfterMinutes')} />
      </div>
      <CheckField
        label="Needs a room"
        hint="Cannot be booked without a free room."
        checked={props.form.values.needsRoom}
        onChange={(needsRoom) => props.form.set('needsRoom', needsRoom)}
      />
      <div class="form-pair">
        <TextField
          label="Price"
          inputmode="decimal"
          value={props.form.values.priceCents}
          problem={props.form.problem('priceCents')}
          onInput={(price) => props.form.set('priceCents', price)}
        />
        <TextField label="CPT code" {...entry('cptCode')} />
      </div>
    </>
  )
}
