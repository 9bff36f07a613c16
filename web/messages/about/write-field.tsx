import '../../form/form.css'
import SendHorizontal from 'lucide-solid/icons/send-horizontal'
import type { JSX } from 'solid-js'
import { createForm } from '../../form/create-form.ts'
import { FormNotices } from '../../form/form-notices.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { sendWritten } from '../send-talk.ts'

interface WriteFieldProps {
  readonly appointmentId: string
  readonly clientName: string
  readonly onWritten: () => Promise<void>
}

/** A few lines to the client. What was typed stays until it has been sent. */
export function WriteField(props: WriteFieldProps): JSX.Element {
  const form = createForm({
    initial: { text: '' },
    check: ({ text }) => ({ text: text.trim() ? undefined : 'Write something first.' }),
    send: ({ text }, clientMutationId) => sendWritten({ appointmentId: props.appointmentId, text, clientMutationId }),
    done: () => {
      form.reset({ text: '' })
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
        onInput={(text) => form.set('text', text)}
      />
      <div>
        <Button type="submit" icon={SendHorizontal} busy={form.busy()}>
          Send
        </Button>
      </div>
    </form>
  )
}
