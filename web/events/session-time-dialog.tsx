import { createSignal, type JSX, Show } from 'solid-js'
import { instantOf, isLocalDate, wallClock } from '../../domain/zone.ts'
import { makeIds } from '../booking/make-ids.ts'
import { toSessionCard } from '../calendar/store/session.ts'
import { sendSessionMove } from '../event-sessions/send-session.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import type { EventSessionFragment, SeriesScope } from '../generated/graphql.ts'
import { ScopeChoice } from '../repeat/scope-choice.tsx'
import { viewer } from '../session/session.ts'
import { TextField } from '../ui/text-field.tsx'
import { whenInWords } from './session-line.tsx'

interface SessionTimeDialogProps {
  readonly session: EventSessionFragment
  readonly repeats: boolean
  /** `Tue, Mar 10, 2:30 PM`. */
  readonly onMoved: (to: string) => void
  readonly onClose: () => void
}

/** Another time for a session; it stays as long as it is. */
export function SessionTimeDialog(props: SessionTimeDialogProps): JSX.Element {
  const ids = makeIds()
  const { zone } = viewer().clinic
  const card = toSessionCard(props.session)
  const before = wallClock(card.startsAt, zone)
  const [date, setDate] = createSignal(before.date)
  const [time, setTime] = createSignal(before.time)
  const [scope, setScope] = createSignal<SeriesScope>('THIS')
  const [busy, setBusy] = createSignal(false)
  const [messages, setMessages] = createSignal<readonly string[]>([])

  async function run(): Promise<void> {
    if (busy()) return
    if (!isLocalDate(date()) || time() === '') return void setMessages(['Choose a day and a time.'])
    const startsAt = instantOf(date(), time(), zone)
    const to = { ...card, startsAt, endsAt: startsAt + card.endsAt - card.startsAt }
    const move = { id: card.id, expectedVersion: card.version, from: card, to }
    setBusy(true)
    const outcome = await sendSessionMove({ ...move, clientMutationId: ids.of([startsAt, scope()]) }, scope())
    setBusy(false)
    if (outcome.kind !== 'failed') ids.forget()
    if (outcome.kind === 'moved') props.onMoved(whenInWords({ startsAt: new Date(startsAt).toISOString() }))
    if (outcome.kind === 'failed') setMessages([outcome.message])
    if (outcome.kind === 'refused') setMessages([...new Set(outcome.problems.map((each) => each.message))])
  }

  return (
    <FormDialog
      onClose={props.onClose}
      title={`Another time for ${props.session.title}`}
      description={`Now ${whenInWords(props.session)}.`}
      keepLabel="Leave it"
      goLabel={scope() === 'THIS' ? 'Move the session' : 'Move them'}
      goKind="primary"
      busy={busy()}
      messages={messages()}
      onSubmit={() => void run()}
    >
      <div class="form-pair">
        <TextField label="Day" type="date" value={date()} onInput={setDate} />
        <TextField label="Begins" type="time" value={time()} onInput={setTime} />
      </div>
      <Show when={props.repeats}>
        <ScopeChoice legend="The event repeats. Which sessions are meant?" scope={scope()} onScope={setScope} />
      </Show>
    </FormDialog>
  )
}
