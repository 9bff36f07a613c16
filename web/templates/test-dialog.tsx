import { useNavigate } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { readPhone, showPhone } from '../clients/phone.ts'
import { createForm } from '../form/create-form.ts'
import { emailProblem } from '../form/email.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { FormNotices } from '../form/form-notices.tsx'
import { type MessageTemplateRecordFragment, SendTestMessageDocument } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'

interface TestDialogProps {
  readonly template: MessageTemplateRecordFragment
  readonly isDirty: boolean
  readonly onClose: () => void
}

/** Sends the saved words to oneself, by the way they would really go. */
export function TestDialog(props: TestDialogProps): JSX.Element {
  const navigate = useNavigate()
  const { kind, channel, language } = props.template
  const isMail = channel === 'EMAIL' || channel === 'PORTAL'
  const form = createForm({
    initial: { to: isMail ? (viewer().email ?? '') : '' },
    check: ({ to }) => ({ to: isMail ? emailProblem(to) : phoneProblem(to) }),
    send: async ({ to }, clientMutationId) => {
      const input = { kind, channel, language, to: (isMail ? undefined : readPhone(to)) ?? to.trim(), clientMutationId }
      return (await send(SendTestMessageDocument, { input })).sendTestMessage
    },
    done: ({ message }) => {
      const see = { label: 'See it', run: () => navigate(`/messages?open=${message.id}`) }
      showToast({ text: `A test is on its way to ${showPhone(message.recipient)}.`, action: see })
      props.onClose()
    },
  })
  return (
    <FormDialog
      onClose={props.onClose}
      title="Send a test"
      description="With an appointment that might be, by the way the real ones go."
      keepLabel="Cancel"
      goLabel="Send the test"
      goKind="primary"
      busy={form.busy()}
      onSubmit={() => void form.submit()}
    >
      <FormNotices form={form} />
      <Show when={props.isDirty}>
        <Notice tone="warning">What you have changed is not saved yet. The test says what is saved.</Notice>
      </Show>
      <TextField
        label="To"
        type={isMail ? 'email' : 'tel'}
        placeholder={isMail ? 'ana@example.com' : '+1 202 555 0123'}
        value={form.values.to}
        problem={form.problem('to')}
        onInput={(to) => form.set('to', to)}
      />
    </FormDialog>
  )
}

function phoneProblem(text: string): string | undefined {
  return readPhone(text) ? undefined : 'Write a number with its country, like +1 202 555 0123.'
}
