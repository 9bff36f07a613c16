import '../form/form.css'
import { createSignal, createUniqueId, For, type JSX } from 'solid-js'
import { instantOf, isLocalDate, wallClock } from '../../domain/zone.ts'
import { send } from '../api/client.ts'
import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { makeIds } from '../booking/make-ids.ts'
import { AddEventSessionDocument, type EventRecordFragment } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
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
  const formId = createUniqueId()
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
    <Dialog
      open
      onClose={props.onClose}
      title={`One more session of ${props.event.title}`}
      description={`${props.event.minutes} minutes, with the people and the room of the event.`}
      actions={
        <>
          <Button onClick={props.onClose}>Leave it</Button>
          <Button kind="primary" type="submit" form={formId} busy={busy()}>
            Add the session
          </Button>
        </>
      }
    >
      <form
        class="form"
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <div class="form-notices" role="alert">
          <For each={messages()}>{(message) => <Notice tone="danger">{message}</Notice>}</For>
        </div>
        <div class="form-pair">
          <TextField label="Day" type="date" value={date()} onInput={setDate} />
          <TextField label="Begins" type="time" value={time()} onInput={setTime} />
        </div>
      </form>
    </Dialog>
  )
}
