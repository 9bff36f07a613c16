import { createSignal, type JSX } from 'solid-js'
import { send } from '../api/client.ts'
import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { makeIds } from '../booking/make-ids.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { CancelRegistrationDocument, type RegistrationLineFragment } from '../generated/graphql.ts'
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
    <FormDialog
      open={props.open}
      onClose={props.onClose}
      title={`Cancel the registration of ${props.line.name}?`}
      description={`${freed()} Nobody is written to: tell ${props.line.name}.`}
      keepLabel="Keep it"
      goLabel="Cancel the registration"
      goKind="danger"
      busy={busy()}
      messages={messages()}
      onSubmit={() => void run()}
    />
  )
}
