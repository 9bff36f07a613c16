import '../form/form.css'
import { createSignal, For, type JSX } from 'solid-js'
import { send } from '../api/client.ts'
import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { makeIds } from '../booking/make-ids.ts'
import { CancelRegistrationDocument, type RegistrationLineFragment } from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { showToast } from '../ui/toast.tsx'
import { placesWord } from './registration-words.ts'

interface CancelRegistrationProps {
  readonly open: boolean
  readonly line: RegistrationLineFragment
  readonly onClose: () => void
  readonly onChanged: () => void
}

/** There is no way back into the same place: it is asked for once more. */
export function CancelRegistrationDialog(props: CancelRegistrationProps): JSX.Element {
  const ids = makeIds()
  const [busy, setBusy] = createSignal(false)
  const [messages, setMessages] = createSignal<readonly string[]>([])

  async function run(): Promise<void> {
    if (busy()) return
    const { id, name, version: expectedVersion } = props.line
    const input = { id, expectedVersion }
    setBusy(true)
    try {
      const { cancelRegistration: answer } = await send(CancelRegistrationDocument, {
        input: { ...input, clientMutationId: ids.of(input) },
      })
      ids.forget()
      if (answer.__typename === 'RegistrationCancelled') {
        showToast({ text: `The registration of ${name} is cancelled.` })
        props.onClose()
      } else setMessages(answer.problems.map((each) => each.message))
      props.onChanged()
    } catch (reason) {
      const { what, next } = wordsOfFailure(asFailure(reason))
      setMessages([`${what}. ${next}`])
    } finally {
      setBusy(false)
    }
  }

  const freed = () =>
    props.line.status === 'WAITLISTED'
      ? 'The place in line is given up; the others move up.'
      : `${placesWord(props.line.places)} can be taken again; those in line come first.`
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={`Cancel the registration of ${props.line.name}?`}
      description={`${freed()} Nobody is written to: tell ${props.line.name}.`}
      actions={
        <>
          <Button onClick={props.onClose}>Keep it</Button>
          <Button kind="danger" busy={busy()} onClick={() => void run()}>
            Cancel the registration
          </Button>
        </>
      }
    >
      <div class="form-notices" role="alert">
        <For each={messages()}>{(message) => <Notice tone="danger">{message}</Notice>}</For>
      </div>
    </Dialog>
  )
}
