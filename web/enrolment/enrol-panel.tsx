import '../form/form.css'
import { createUniqueId, type JSX } from 'solid-js'
import { send } from '../api/client.ts'
import { findClients, reachOf } from '../clients/find-clients.ts'
import { createForm } from '../form/create-form.ts'
import { FormNotices } from '../form/form-notices.tsx'
import { LeaveDialog } from '../form/leave-dialog.tsx'
import { type ClientRecordFragment, RequestEnrolmentDocument } from '../generated/graphql.ts'
import { asRefused } from '../registrations/register-entries.ts'
import { Button } from '../ui/button.tsx'
import { Combobox } from '../ui/combobox.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'

interface EnrolPanelProps {
  readonly event: { readonly id: string; readonly title: string }
  readonly onAsked: (id: string) => void
  readonly onClose: () => void
}

interface EnrolEntries {
  readonly clientId: ClientRecordFragment | undefined
  readonly note: string
}

const empty: EnrolEntries = { clientId: undefined, note: '' }

/** A client is to join a group: somebody screens her before she has a place. */
export function EnrolPanel(props: EnrolPanelProps): JSX.Element {
  const formId = createUniqueId()
  let element: HTMLFormElement | undefined
  const form = createForm({
    initial: empty,
    check: ({ clientId }) => ({ clientId: clientId ? undefined : 'Choose who is to join.' }),
    send: async ({ clientId, note }, clientMutationId) => {
      const input = { eventId: props.event.id, clientId: clientId!.id, note: note.trim() || null, clientMutationId }
      const { requestEnrolment: answer } = await send(RequestEnrolmentDocument, { input })
      return answer.__typename === 'RegistrationRefused' ? asRefused(answer) : answer
    },
    done: ({ member }) => {
      showToast({ text: `${form.values.clientId?.name ?? 'Somebody new'} waits to be screened.` })
      props.onAsked(member.id)
    },
  })
  async function save(): Promise<void> {
    await form.submit()
    element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  return (
    <Panel
      title="Ask for somebody to join"
      onClose={props.onClose}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} busy={form.busy()}>
            Ask to join
          </Button>
          <Button kind="quiet" onClick={props.onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <p class="people-what">{props.event.title}. They are screened before they have a place.</p>
      <form
        class="form"
        id={formId}
        ref={element}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <FormNotices form={form} />
        <Combobox<ClientRecordFragment>
          label="Client"
          required
          autofocus
          placeholder="Name, phone or e-mail"
          value={form.values.clientId}
          text={(client) => client.name}
          detail={reachOf}
          hint={form.values.clientId && reachOf(form.values.clientId)}
          problem={form.problem('clientId')}
          search={findClients}
          onChange={(client) => form.set('clientId', client)}
        />
        <TextArea
          label="Note"
          hint="For whoever screens."
          value={form.values.note}
          problem={form.problem('note')}
          onInput={(note) => form.set('note', note)}
        />
      </form>
      <LeaveDialog isDirty={form.isDirty} />
    </Panel>
  )
}
