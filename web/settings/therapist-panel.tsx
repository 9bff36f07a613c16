import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { send } from '../api/client.ts'
import { ArchiveMenu } from '../form/archive-menu.tsx'
import { createForm } from '../form/create-form.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import { runChange } from '../form/run-change.ts'
import {
  ArchiveTherapistDocument,
  CreateTherapistDocument,
  type TherapistRecordFragment,
  UpdateTherapistDocument,
} from '../generated/graphql.ts'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { HoursField } from './hours-field.tsx'
import { type HoursBlock, readHours, sentHours } from './week.ts'

interface TherapistPanelProps {
  readonly therapist: TherapistRecordFragment | undefined
  readonly latest: (id: string) => Promise<TherapistRecordFragment | undefined>
  readonly onSaved: () => void
  readonly onClose: () => void
}

interface Entries {
  readonly version: number
  readonly name: string
  readonly title: string
  readonly specialties: string
  readonly weeklyHours: readonly HoursBlock[]
}

export function TherapistPanel(props: TherapistPanelProps): JSX.Element {
  const form = createForm({
    initial: entriesOf(props.therapist),
    send: (entries, clientMutationId) => save(props.therapist?.id, entries, clientMutationId),
    done: ({ therapist }) => {
      props.onSaved()
      showToast({ text: `${therapist.name} is saved.` })
      props.onClose()
    },
  })
  const archive = (therapist: TherapistRecordFragment, archived: boolean) =>
    runChange({
      send: async (clientMutationId) => {
        const { id, version: expectedVersion } = therapist
        const input = { id, expectedVersion, archived, clientMutationId }
        return (await send(ArchiveTherapistDocument, { input })).archiveTherapist
      },
      done: () => {
        props.onSaved()
        showToast({ text: `${therapist.name} is ${archived ? 'archived' : 'back'}.` })
        props.onClose()
      },
    })
  return (
    <RecordPanel
      title={props.therapist?.name ?? 'New therapist'}
      form={form}
      saveLabel={props.therapist ? 'Save' : 'Add therapist'}
      onClose={props.onClose}
      latest={async () => props.therapist && entriesOf(await props.latest(props.therapist.id))}
      actions={
        <Show when={props.therapist}>
          {(therapist) => (
            <ArchiveMenu
              name={therapist().name}
              active={therapist().active}
              onArchive={(archived) => archive(therapist(), archived)}
            />
          )}
        </Show>
      }
    >
      <TextField
        label="Name"
        hint="As it stands above the column."
        required
        value={form.values.name}
        problem={form.problem('name')}
        onInput={(name) => form.set('name', name)}
      />
      <TextField
        label="Title"
        placeholder="Psychologist"
        value={form.values.title}
        problem={form.problem('title')}
        onInput={(title) => form.set('title', title)}
      />
      <TextField
        label="Specialties"
        hint="With commas between them."
        value={form.values.specialties}
        problem={form.problem('specialties')}
        onInput={(specialties) => form.set('specialties', specialties)}
      />
      <HoursField
        value={form.values.weeklyHours}
        problem={form.problem('weeklyHours')}
        whenNone="Without hours nobody can book, unless they override the rule."
        onChange={(hours) => form.set('weeklyHours', hours)}
      />
    </RecordPanel>
  )
}

function entriesOf(therapist: TherapistRecordFragment | undefined): Entries {
  return {
    version: therapist?.version ?? 0,
    name: therapist?.name ?? '',
    title: therapist?.title ?? '',
    specialties: therapist?.specialties.join(', ') ?? '',
    weeklyHours: readHours(therapist?.weeklyHours ?? []),
  }
}

async function save(id: string | undefined, entries: Entries, clientMutationId: string) {
  const input = {
    name: entries.name,
    title: entries.title,
    specialties: entries.specialties
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
    weeklyHours: sentHours(entries.weeklyHours),
    clientMutationId,
  }
  if (id === undefined) return (await send(CreateTherapistDocument, { input })).createTherapist
  const change = { ...input, id, expectedVersion: entries.version }
  return (await send(UpdateTherapistDocument, { input: change })).updateTherapist
}
