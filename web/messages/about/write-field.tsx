import '../../form/form.css'
import SendHorizontal from 'lucide-solid/icons/send-horizontal'
import type { JSX } from 'solid-js'
import { LONGEST_WRITTEN } from '../../../domain/message.ts'
import { createForm } from '../../form/create-form.ts'
import { FormNotices } from '../../form/form-notices.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { sendWritten } from '../send-talk.ts'
import { draftOf, keepDraft } from './drafts.ts'

interface WriteFieldProps {
  readonly appointmentId: string
  readonly clientName: string
  readonly onWritten: () => Promise<void>
}

/** A few lines to the client. What was typed stays until it has been sent, even if the panel is closed in between. */
export function WriteField(props: WriteFieldProps): JSX.Element {
  const form = createForm({
    initial: { text: draftOf(props.appointmentId) },
    check: ({ text }) => ({ text: textProblem(text) }),
    send: ({ text }, clientMutationId) => sendWritten({ appointmentId: props.appointmentId, text, clientMutationId }),
    done: () => {
      form.reset({ text: '' })
      keepDraft(props.appointmentId, '')
      void props.onWritten()
    },
  })
  return (
    <form
      class="talk-write"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void form.submit()
      }}
    >
      <FormNotices form={form} />
      <TextArea
        label={`Write to ${props.clientName}`}
        value={form.values.text}
        problem={form.problem('text')}
        onInput={(text) => {
          form.set('text', text)
          keepDraft(props.appointmentId, text)
        }}
      />
      <div>
        <Button type="submit" icon={SendHorizontal} busy={form.busy()}>
          Send
        </Button>
      </div>
    </form>
  )
}

const count = new Intl.NumberFormat('en')

function textProblem(text: string): string | undefined {
  const { length } = text.trim()
  if (length === 0) return 'Write something first.'
  if (length <= LONGEST_WRITTEN) return undefined
  return `Write at most ${count.format(LONGEST_WRITTEN)} characters: these are ${count.format(length)}.`
}
