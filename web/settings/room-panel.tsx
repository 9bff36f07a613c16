import { type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { ArchiveMenu } from '../form/archive-menu.tsx'
import { createForm } from '../form/create-form.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import { runChange } from '../form/run-change.ts'
import { wholeNumberProblem } from '../form/whole-number.ts'
import {
  ArchiveRoomDocument,
  CreateRoomDocument,
  type RoomRecordFragment,
  UpdateRoomDocument,
} from '../generated/graphql.ts'
import { type Place, placeOptions } from '../hours/place-options.ts'
import { SelectField } from '../ui/select-field.tsx'
import { TagsField } from '../ui/tags-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { HoursSummary } from './hours-summary.tsx'

interface RoomPanelProps {
  readonly room: RoomRecordFragment | undefined
  readonly knownFeatures: readonly string[]
  readonly places: readonly Place[]
  readonly latest: (id: string) => Promise<RoomRecordFragment | undefined>
  readonly onSaved: () => void
  readonly onClose: () => void
}

interface Entries {
  readonly version: number
  readonly name: string
  readonly capacity: string
  readonly features: readonly string[]
  /** Empty for none. */
  readonly locationId: string
}

export function RoomPanel(props: RoomPanelProps): JSX.Element {
  const form = createForm({
    initial: entriesOf(props.room),
    check: (entries) => ({ capacity: wholeNumberProblem(entries.capacity) }),
    send: (entries, clientMutationId) => save(props.room?.id, entries, clientMutationId),
    done: ({ room }) => {
      props.onSaved()
      showToast({ text: `${room.name} is saved.` })
      props.onClose()
    },
  })
  const archive = (room: RoomRecordFragment, archived: boolean) =>
    runChange({
      send: async (clientMutationId) => {
        const input = { id: room.id, expectedVersion: room.version, archived, clientMutationId }
        return (await send(ArchiveRoomDocument, { input })).archiveRoom
      },
      done: () => {
        props.onSaved()
        showToast({ text: `${room.name} is ${archived ? 'archived' : 'back'}.` })
        props.onClose()
      },
    })
  return (
    <RecordPanel
      title={props.room?.name ?? 'New room'}
      form={form}
      saveLabel={props.room ? 'Save' : 'Add room'}
      onClose={props.onClose}
      latest={async () => props.room && entriesOf(await props.latest(props.room.id))}
      actions={
        <Show when={props.room}>
          {(room) => (
            <ArchiveMenu
              name={room().name}
              active={room().active}
              onArchive={(archived) => archive(room(), archived)}
            />
          )}
        </Show>
      }
      below={
        <Show when={props.room}>
          {(room) => <HoursSummary resource={room()} whenNone="None of its own: open whenever the clinic is." />}
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
        label="Holds"
        inputmode="numeric"
        suffix="people"
        value={form.values.capacity}
        problem={form.problem('capacity')}
        onInput={(capacity) => form.set('capacity', capacity)}
      />
      <TagsField
        label="Features"
        hint="What appointment types ask for, like quiet, or wheelchair."
        value={form.values.features}
        known={props.knownFeatures}
        problem={form.problem('features')}
        onChange={(features) => form.set('features', features)}
      />
      <Show when={props.places.length > 0}>
        <SelectField
          label="Location"
          value={form.values.locationId}
          options={placeOptions(props.places, form.values.locationId, 'None')}
          problem={form.problem('locationId')}
          onChange={(locationId) => form.set('locationId', locationId)}
        />
      </Show>
    </RecordPanel>
  )
}

function entriesOf(room: RoomRecordFragment | undefined): Entries {
  return {
    version: room?.version ?? 0,
    name: room?.name ?? '',
    capacity: String(room?.capacity ?? 2),
    features: room?.features ?? [],
    locationId: room?.location?.id ?? '',
  }
}

async function save(id: string | undefined, entries: Entries, clientMutationId: string) {
  const input = {
    name: entries.name,
    capacity: Number(entries.capacity),
    features: [...entries.features],
    locationId: entries.locationId || null,
    clientMutationId,
  }
  if (id === undefined) return (await send(CreateRoomDocument, { input })).createRoom
  const change = { ...input, id, expectedVersion: entries.version }
  return (await send(UpdateRoomDocument, { input: change })).updateRoom
}
