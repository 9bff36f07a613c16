import '../form/form.css'
import { createUniqueId, type JSX, Show } from 'solid-js'
import { findClients, reachOf } from '../clients/find-clients.ts'
import { createForm, type Form } from '../form/create-form.ts'
import { FormNotices } from '../form/form-notices.tsx'
import { LeaveDialog } from '../form/leave-dialog.tsx'
import type { ClientRecordFragment } from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { Combobox } from '../ui/combobox.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { asksEmail, checkEntries, emptyEntries, type RegisterEntries, register } from './register-entries.ts'

interface RegisterPanelProps {
  readonly eventId: string
  /** Null for the event as a whole. */
  readonly sessionId: string | null
  /** `Teen DBT, Tue, Mar 10, 2:30 PM`. */
  readonly what: string
  readonly onRegistered: (id: string) => void
  readonly onClose: () => void
}

/** Somebody is registered at the desk: a client, or a guest who is none. */
export function RegisterPanel(props: RegisterPanelProps): JSX.Element {
  const formId = createUniqueId()
  let element: HTMLFormElement | undefined
  const form = createForm({
    initial: emptyEntries,
    check: checkEntries,
    send: (entries, clientMutationId) =>
      register({ eventId: props.eventId, sessionId: props.sessionId }, entries, clientMutationId),
    done: ({ id, words }) => {
      showToast({ text: words })
      props.onRegistered(id)
    },
  })
  async function save(): Promise<void> {
    await form.submit()
    element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  return (
    <Panel
      title="Register somebody"
      onClose={props.onClose}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} busy={form.busy()}>
            Register
          </Button>
          <Button kind="quiet" onClick={props.onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <p class="people-what">{props.what}</p>
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
        <WhoFields form={form} />
        <TextField
          label="Places"
          inputmode="numeric"
          value={form.values.places}
          problem={form.problem('places')}
          onInput={(places) => form.set('places', places)}
        />
      </form>
      <LeaveDialog isDirty={form.isDirty} />
    </Panel>
  )
}

function WhoFields(props: { readonly form: Form<RegisterEntries> }): JSX.Element {
  const { form } = props
  const beGuest = (words: string) => {
    form.set('isGuest', true)
    form.set(words.includes('@') ? 'email' : 'name', words)
  }
  return (
    <Show
      when={form.values.isGuest}
      fallback={
        <>
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
            create={{ label: (words) => `Guest “${words}”`, run: beGuest }}
          />
          <Show
            when={asksEmail(form.values)}
            fallback={
              <div>
                <Button kind="quiet" onClick={() => form.set('isGuest', true)}>
                  A guest who is no client
                </Button>
              </div>
            }
          >
            <EmailField form={form} />
          </Show>
        </>
      }
    >
      <TextField
        label="Name"
        required
        autofocus={form.values.name === ''}
        value={form.values.name}
        problem={form.problem('name')}
        onInput={(name) => form.set('name', name)}
      />
      <EmailField form={form} />
      <TextField
        label="Phone"
        type="tel"
        value={form.values.phone}
        problem={form.problem('phone')}
        onInput={(phone) => form.set('phone', phone)}
      />
      <div>
        <Button kind="quiet" onClick={() => form.set('isGuest', false)}>
          Choose a client instead
        </Button>
      </div>
    </Show>
  )
}

function EmailField(props: { readonly form: Form<RegisterEntries> }): JSX.Element {
  return (
    <TextField
      label="E-mail"
      type="email"
      required
      hint="The confirmation goes there."
      value={props.form.values.email}
      problem={props.form.problem('email')}
      onInput={(email) => props.form.set('email', email)}
    />
  )
}
