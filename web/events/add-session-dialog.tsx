import { createSignal, type JSX } from 'solid-js'
import { instantOf, isLocalDate, wallClock } from '../../domain/zone.ts'
import { send } from '../api/client.ts'
import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { makeIds } from '../booking/make-ids.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { AddEventSessionDocument, type EventRecordFragment } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { TextField } from '../ui/text-field.tsx'
import { whenInWords } from './session-line.tsx'

interface AddSessionDialogProps {
  readonly event: EventRecordFragment
  /** `Tue, Mar 10, 2:30 PM`. */
  readonly onAdded: (when: string) => void
  readonly onClose: () => void
}

/** One more session, beside those that the rule gives; with the people and the room of the event. */
export function AddSessionDialog(props: AddSessionDialogProps): JSX.Element {
  const ids = makeIds()
  const { zone } = viewer().clinic
  const [date, setDate] = createSignal('')
  const [time, setTime] = createSignal(wallClock(Date.parse(props.event.startsAt), zone).time)
  const [busy, setBusy] = createSignal(false)
  const [messages, setMessages] = createSignal<readonly string[]>([])

  async function run(): Promise<void> {
    if (busy()) return
    if (!isLocalDate(date()) || time() === '') return void setMessages(['Choose a day and a time.'])
    const startsAt = new Date(instantOf(date(), time(), zone)).toISOString()
    const input = { eventId: props.event.id, startsAt }
    setBusy(true)
    try {
      const { addSession } = await send(AddEventSessionDocument, {
        input: { ...input, clientMutationId: ids.of(input) },
      })
      ids.forget()
      if (addSession.__typename === 'SessionAdded') props.onAdded(whenInWords({ startsAt }))
      else setMessages([...new Set(addSession.problems.map((each) => each.message))])
    } catch (reason) {
      const { what, next } = wordsOfFailure(asFailure(reason))
      setMessages([`${what}. ${next}`])
    } finally {
      setBusy(false)
    }
  }

  return (
    <FormDialog
      onClose={props.onClose}
      title={`One more session of ${props.event.title}`}
      description={`${props.event.minutes} minutes, with the people and the room of the event.`}
      keepLabel="Leave it"
      goLabel="Add the session"
      goKind="primary"
      busy={busy()}
      messages={messages()}
      onSubmit={() => void run()}
    >
      <div class="form-pair">
        <TextField label="Day" type="date" value={date()} onInput={setDate} />
        <TextField label="Begins" type="time" value={time()} onInput={setTime} />
      </div>
    </FormDialog>
  )
}
