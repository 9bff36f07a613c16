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
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { HoursField } from './hours-field.tsx'
import { type HoursBlock, readHours, sentHours } from './week.ts'

interface RoomPanelProps {
  readonly room: RoomRecordFragment | undefined
  readonly latest: (id: string) => Promise<RoomRecordFragment | undefined>
  readonly onSaved: () => void
  readonly onClose: () => void
}

interface Entries {
  readonly version: number
  readonly name: string
  readonly capacity: string
  readonly weeklyHours: readonly HoursBlock[]
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
      <HoursField
        value={form.values.weeklyHours}
        problem={form.problem('weeklyHours')}
        whenNone="No hours of its own: open whenever the clinic is."
        onChange={(hours) => form.set('weeklyHours', hours)}
      />
    </RecordPanel>
  )
}

function entriesOf(room: RoomRecordFragment | undefined): Entries {
  return {
    version: room?.version ?? 0,
    name: room?.name ?? '',
    capacity: String(room?.capacity ?? 2),
    weeklyHours: readHours(room?.weeklyHours ?? []),
  }
}

async function save(id: string | undefined, entries: Entries, clientMutationId: string) {
  const input = {
    name: entries.name,
    capacity: Number(entries.capacity),
    weeklyHours: sentHours(entries.weeklyHours),
    clientMutationId,
  }
  if (id === undefined) return (await send(CreateRoomDocument, { input })).createRoom
  const change = { ...input, id, expectedVersion: entries.version }
  return (await send(UpdateRoomDocument, { input: change })).updateRoom
}
