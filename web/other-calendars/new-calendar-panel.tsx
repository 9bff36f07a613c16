import { type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { createForm } from '../form/create-form.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import { ImportCalendarDocument } from '../generated/graphql.ts'
import { mayDo, viewer } from '../session/session.ts'
import { Segmented } from '../ui/segmented.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { entriesWords } from './calendar-words.ts'
import { type ChosenFile, FileField } from './file-field.tsx'

interface Entries {
  readonly version: number
  readonly therapistId: string
  readonly name: string
  readonly from: 'address' | 'file'
  readonly url: string
  readonly ics: ChosenFile | undefined
}

interface NewCalendarPanelProps {
  readonly therapists: readonly { readonly id: string; readonly name: string }[]
  readonly onAdded: () => void
  readonly onClose: () => void
}

const sources = [
  { value: 'address', label: 'By its address' },
  { value: 'file', label: 'From a file' },
] as const

export function NewCalendarPanel(props: NewCalendarPanelProps): JSX.Element {
  const form = createForm<Entries, Awaited<ReturnType<typeof add>>>({
    initial: fresh(),
    check,
    send: add,
    done: ({ calendar, skipped }) => {
      const unread = skipped > 0 ? ` ${entriesWords(skipped)} could not be understood.` : ''
      showToast({ text: `${calendar.name} takes ${entriesWords(calendar.busyCount)}.${unread}` })
      props.onAdded()
      props.onClose()
    },
  })
  const chooseFile = (file: ChosenFile) => {
    form.set('ics', file)
    if (form.values.name === '') form.set('name', file.name.replace(/\.ics$/i, ''))
  }
  return (
    <RecordPanel
      title="Add a calendar"
      form={form}
      saveLabel="Add the calendar"
      onClose={props.onClose}
      latest={async () => undefined}
    >
      <Show when={mayDo('EDIT_FEEDS')}>
        <SelectField
          label="Therapist"
          required
          value={form.values.therapistId}
          problem={form.problem('therapistId')}
          options={[{ value: '', label: 'Choose…' }, ...props.therapists.map(toOption)]}
          onChange={(id) => form.set('therapistId', id)}
        />
      </Show>
      <Segmented
        label="Where it comes from"
        value={form.values.from}
        options={sources}
        onChange={(from) => form.set('from', from)}
      />
      <Show
        when={form.values.from === 'address'}
        fallback={<FileField file={form.values.ics} problem={form.problem('ics')} onChoose={chooseFile} />}
      >
        <TextField
          label="Address"
          hint="Its secret address in iCal format, from that calendar’s settings. It is read every hour and shown to nobody."
          required
          type="text"
          placeholder="https://"
          value={form.values.url}
          problem={form.problem('url')}
          onInput={(url) => form.set('url', url)}
        />
      </Show>
      <TextField
        label="Name"
        hint="The same name again replaces what was added under it."
        required
        value={form.values.name}
        problem={form.problem('name')}
        onInput={(name) => form.set('name', name)}
      />
      <p class="field-hint">Only the times are kept. Titles, people and notes are not even read.</p>
    </RecordPanel>
  )
}

function toOption({ id, name }: { readonly id: string; readonly name: string }) {
  return { value: id, label: name }
}

function fresh(): Entries {
  const own = mayDo('EDIT_FEEDS') ? undefined : viewer().therapistId
  return { version: 0, therapistId: own ?? '', name: '', from: 'address', url: '', ics: undefined }
}

function check({ from, ics, therapistId, url }: Entries) {
  return {
    therapistId: therapistId === '' ? 'Choose whose it is.' : undefined,
    url: from === 'address' && url.trim() === '' ? 'Paste the address.' : undefined,
    ics: from === 'file' ? (ics ? ics.problem : 'Choose a file.') : undefined,
  }
}

async function add({ from, ics, name, therapistId, url }: Entries, clientMutationId: string) {
  const source = from === 'file' ? { ics: ics?.text } : { url: url.trim() }
  return (await send(ImportCalendarDocument, { input: { therapistId, name, ...source, clientMutationId } }))
    .importCalendar
}
