import { useNavigate } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
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
import { TagsField } from '../ui/tags-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { HoursSummary } from './hours-summary.tsx'

interface TherapistPanelProps {
  readonly therapist: TherapistRecordFragment | undefined
  readonly knownSkills: readonly string[]
  readonly latest: (id: string) => Promise<TherapistRecordFragment | undefined>
  readonly onSaved: () => void
  readonly onClose: () => void
}

interface Entries {
  readonly version: number
  readonly name: string
  readonly title: string
  readonly specialties: string
  readonly skills: readonly string[]
}

export function TherapistPanel(props: TherapistPanelProps): JSX.Element {
  const navigate = useNavigate()
  const form = createForm({
    initial: entriesOf(props.therapist),
    send: (entries, clientMutationId) => save(props.therapist?.id, entries, clientMutationId),
    done: ({ therapist }) => {
      props.onSaved()
      const action = { label: 'Set the hours', run: () => navigate(`/settings/hours/${therapist.id}`) }
      showToast({ text: `${therapist.name} is saved.`, action: props.therapist ? undefined : action })
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
      below={
        <Show when={props.therapist}>
          {(therapist) => (
            <HoursSummary resource={therapist()} whenNone="None yet: nobody can book, unless they override the rule." />
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
      <TagsField
        label="Skills"
        hint="What appointment types ask for, like emdr."
        value={form.values.skills}
        known={props.knownSkills}
        problem={form.problem('skills')}
        onChange={(skills) => form.set('skills', skills)}
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
    skills: therapist?.skills ?? [],
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
    skills: [...entries.skills],
    clientMutationId,
  }
  if (id === undefined) return (await send(CreateTherapistDocument, { input })).createTherapist
  const change = { ...input, id, expectedVersion: entries.version }
  return (await send(UpdateTherapistDocument, { input: change })).updateTherapist
}
