import { createSignal, type JSX, Show } from 'solid-js'
import type { LocalDate } from '../../domain/zone.ts'
import { send } from '../api/client.ts'
import { createForm } from '../form/create-form.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import { runChange } from '../form/run-change.ts'
import {
  type ClosureRecordFragment,
  CreateClosureDocument,
  RemoveClosureDocument,
  UpdateClosureDocument,
} from '../generated/graphql.ts'
import { BookedThen } from '../hours/booked-then.tsx'
import { daysInWords, sentTimes, type TimesEntries, timesEntries, timesProblems } from '../hours/date-words.ts'
import { TimesFields } from '../hours/times-fields.tsx'
import { Button } from '../ui/button.tsx'
import { RemoveDialog } from '../ui/remove-dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'

interface ClosurePanelProps {
  readonly closure: ClosureRecordFragment | undefined
  readonly today: LocalDate
  readonly latest: (id: string) => Promise<ClosureRecordFragment | undefined>
  readonly onSaved: () => void
  readonly onClose: () => void
}

interface Entries extends TimesEntries {
  readonly version: number
  readonly name: string
  readonly startsOn: string
  readonly endsOn: string
}

export function ClosurePanel(props: ClosurePanelProps): JSX.Element {
  const form = createForm({
    initial: entriesOf(props.closure),
    check,
    send: (entries, clientMutationId) => save(props.closure?.id, entries, clientMutationId),
    done: ({ closure }) => {
      props.onSaved()
      showToast({ text: `${closure.name} is saved: ${daysInWords(closure.startsOn, closure.endsOn)}.` })
      props.onClose()
    },
  })
  const entry = (key: 'name' | 'startsOn' | 'endsOn') => ({
    get value() {
      return form.values[key]
    },
    get problem() {
      return form.problem(key)
    },
    onInput: (text: string) => form.set(key, text),
  })
  const closedDays = () => {
    const { startsOn, endsOn } = form.values
    const problem = Object.values(check(form.values)).some(Boolean)
    return problem ? undefined : { startsOn, endsOn, times: form.values }
  }
  const setFirst = (startsOn: string) => {
    // Most closures are of one day.
    if (form.values.endsOn === form.values.startsOn || form.values.endsOn < startsOn) form.set('endsOn', startsOn)
    form.set('startsOn', startsOn)
  }
  return (
    <RecordPanel
      title={props.closure?.name ?? 'New closure'}
      form={form}
      saveLabel={props.closure ? 'Save' : 'Add closure'}
      onClose={props.onClose}
      latest={async () => props.closure && entriesOf(await props.latest(props.closure.id))}
      below={<Show when={props.closure}>{(closure) => <Removal {...props} closure={closure()} />}</Show>}
    >
      <TextField
        label="Name"
        hint="It stands in the calendar."
        placeholder="Thanksgiving"
        required
        {...entry('name')}
      />
      <div class="form-pair">
        <TextField label="First day" type="date" required {...entry('startsOn')} onInput={setFirst} />
        <TextField label="Last day" type="date" required min={form.values.startsOn} {...entry('endsOn')} />
      </div>
      <TimesFields
        values={form.values}
        problem={form.problem}
        onAllDay={(allDay) => form.set('allDay', allDay)}
        onTime={form.set}
      />
      <BookedThen closed={closedDays()} today={props.today} />
    </RecordPanel>
  )
}

function Removal(props: ClosurePanelProps & { readonly closure: ClosureRecordFragment }): JSX.Element {
  const [asking, setAsking] = createSignal(false)
  const remove = () =>
    runChange({
      send: async (clientMutationId) => {
        const { id, version: expectedVersion } = props.closure
        const input = { id, expectedVersion, clientMutationId }
        return (await send(RemoveClosureDocument, { input })).removeClosure
      },
      done: () => {
        showToast({ text: `${props.closure.name} is removed.` })
        props.onSaved()
        props.onClose()
      },
    })
  return (
    <div>
      <Button kind="danger" onClick={() => setAsking(true)}>
        Remove this closure
      </Button>
      <RemoveDialog
        open={asking()}
        title={`Remove ${props.closure.name}?`}
        description={`The clinic is open again ${daysInWords(props.closure.startsOn, props.closure.endsOn)}, as the usual hours say.`}
        onKeep={() => setAsking(false)}
        onRemove={remove}
      />
    </div>
  )
}

function entriesOf(closure: ClosureRecordFragment | undefined): Entries {
  return {
    version: closure?.version ?? 0,
    name: closure?.name ?? '',
    startsOn: closure?.startsOn ?? '',
    endsOn: closure?.endsOn ?? '',
    ...timesEntries(closure),
  }
}

function check(entries: Entries) {
  const { startsOn, endsOn } = entries
  const isBackward = startsOn !== '' && endsOn !== '' && endsOn < startsOn
  return {
    startsOn: startsOn ? undefined : 'Choose a date.',
    endsOn: isBackward ? 'The last day must not be before the first.' : endsOn ? undefined : 'Choose a date.',
    ...timesProblems(entries),
  }
}

async function save(id: string | undefined, entries: Entries, clientMutationId: string) {
  const { name, startsOn, endsOn, version } = entries
  const input = { name, startsOn, endsOn, ...sentTimes(entries), clientMutationId }
  if (id === undefined) return (await send(CreateClosureDocument, { input })).createClosure
  const change = { ...input, id, expectedVersion: version }
  return (await send(UpdateClosureDocument, { input: change })).updateClosure
}
