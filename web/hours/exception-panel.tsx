import { createSignal, type JSX, Show } from 'solid-js'
import type { LocalDate } from '../../domain/zone.ts'
import { send } from '../api/client.ts'
import { createForm } from '../form/create-form.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import { runChange } from '../form/run-change.ts'
import {
  type ExceptionRecordFragment,
  type HoursExceptionKind,
  RemoveHoursExceptionDocument,
  SetHoursExceptionDocument,
} from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { RemoveDialog } from '../ui/remove-dialog.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { BookedThen } from './booked-then.tsx'
import {
  dayInWords,
  exceptionInWords,
  sentTimes,
  type TimesEntries,
  timesEntries,
  timesProblems,
} from './date-words.ts'
import type { HoursResource } from './hours-page.tsx'
import { TimesFields } from './times-fields.tsx'

interface ExceptionPanelProps {
  readonly resource: HoursResource
  /** Undefined for a new one. */
  readonly exception: ExceptionRecordFragment | undefined
  readonly today: LocalDate
  readonly onSaved: () => Promise<void>
  readonly onClose: () => void
}

interface Entries extends TimesEntries {
  readonly version: number
  readonly on: string
  readonly kind: HoursExceptionKind
  readonly note: string
}

const kinds = [
  { value: 'CLOSED', label: 'Closed' },
  { value: 'OPEN', label: 'Open' },
] as const

export function ExceptionPanel(props: ExceptionPanelProps): JSX.Element {
  const form = createForm({
    initial: entriesOf(props.exception),
    check,
    send: (entries, clientMutationId) => save(props, entries, clientMutationId),
    done: ({ hoursException: exception }) => {
      void props.onSaved()
      showToast({ text: `${dayInWords(exception.on)} is saved. ${exceptionInWords(exception)}.` })
      props.onClose()
    },
  })
  const entry = (key: 'on' | 'note') => ({
    get value() {
      return form.values[key]
    },
    get problem() {
      return form.problem(key)
    },
    onInput: (text: string) => form.set(key, text),
  })
  const closedDays = () => {
    const { on, kind } = form.values
    if (kind === 'OPEN' || Object.values(check(form.values)).some(Boolean)) return undefined
    return { startsOn: on, endsOn: on, times: form.values }
  }
  return (
    <RecordPanel
      title={props.exception ? dayInWords(props.exception.on) : 'New exception'}
      form={form}
      saveLabel={props.exception ? 'Save' : 'Add date'}
      onClose={props.onClose}
      latest={async () => {
        await props.onSaved()
        return props.exception && entriesOf(props.exception)
      }}
      below={<Show when={props.exception}>{(kept) => <Removal {...props} exception={kept()} />}</Show>}
    >
      <TextField label="Date" type="date" required min={props.exception ? undefined : props.today} {...entry('on')} />
      <SelectField
        label="On this date"
        hint={form.values.kind === 'OPEN' ? 'In addition to the usual week.' : 'Whatever the usual week says.'}
        value={form.values.kind}
        options={kinds}
        problem={form.problem('kind')}
        onChange={(kind) => form.set('kind', kind)}
      />
      <TimesFields
        values={form.values}
        problem={form.problem}
        onAllDay={(allDay) => form.set('allDay', allDay)}
        onTime={form.set}
      />
      <TextField label="Note" placeholder="Training" {...entry('note')} />
      <BookedThen closed={closedDays()} today={props.today} resourceId={props.resource.id} />
    </RecordPanel>
  )
}

function Removal(props: ExceptionPanelProps & { readonly exception: ExceptionRecordFragment }): JSX.Element {
  const [asking, setAsking] = createSignal(false)
  const remove = () =>
    runChange({
      send: async (clientMutationId) => {
        const { id, version: expectedVersion } = props.exception
        const input = { id, expectedVersion, clientMutationId }
        return (await send(RemoveHoursExceptionDocument, { input })).removeHoursException
      },
      done: () => {
        const day = dayInWords(props.exception.on)
        showToast({ text: `${day} is removed: the usual week holds again.` })
        props.onClose()
        void props.onSaved()
      },
    })
  return (
    <div>
      <Button kind="danger" onClick={() => setAsking(true)}>
        Remove this date
      </Button>
      <RemoveDialog
        open={asking()}
        title={`Remove ${dayInWords(props.exception.on)}?`}
        description={`The usual week of ${props.resource.name} holds again on that date.`}
        onKeep={() => setAsking(false)}
        onRemove={remove}
      />
    </div>
  )
}

function entriesOf(exception: ExceptionRecordFragment | undefined): Entries {
  return {
    version: exception?.version ?? 0,
    on: exception?.on ?? '',
    kind: exception?.kind ?? 'CLOSED',
    note: exception?.note ?? '',
    ...timesEntries(exception),
  }
}

function check(entries: Entries) {
  return { on: entries.on ? undefined : 'Choose a date.', ...timesProblems(entries) }
}

async function save({ resource, exception }: ExceptionPanelProps, entries: Entries, clientMutationId: string) {
  const { on, kind, note } = entries
  const input = {
    resourceId: resource.id,
    on,
    kind,
    ...sentTimes(entries),
    note: note.trim() || null,
    clientMutationId,
  }
  const which = exception ? { id: exception.id, expectedVersion: entries.version } : {}
  return (await send(SetHoursExceptionDocument, { input: { ...input, ...which } })).setHoursException
}
