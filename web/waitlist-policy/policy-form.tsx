import { createEffect, type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { createForm } from '../form/create-form.ts'
import { FormNotices } from '../form/form-notices.tsx'
import { LeaveDialog } from '../form/leave-dialog.tsx'
import {
  type ReminderPolicyRecordFragment,
  UpdateWaitlistPolicyDocument,
  type WaitlistPolicyRecordFragment,
} from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast.tsx'
import { entriesOf, inputOf, type PolicyEntries, problemsOf } from './policy-entries.ts'
import { PolicyExample } from './policy-example.tsx'
import { HourFields, LimitFields, ModeFields } from './policy-fields.tsx'

interface PolicyFormProps {
  readonly policy: WaitlistPolicyRecordFragment
  /** In which hours messages leave. */
  readonly hours: ReminderPolicyRecordFragment
  readonly onReload: () => Promise<void>
}

export function PolicyForm(props: PolicyFormProps): JSX.Element {
  let element: HTMLFormElement | undefined
  const form = createForm({
    initial: entriesOf(props.policy),
    check: problemsOf,
    send: save,
    done: () => {
      void props.onReload()
      showToast({ text: 'Saved. It holds for whatever becomes free from now on.' })
    },
  })
  createEffect(() => {
    const fresh = entriesOf(props.policy)
    if (!form.isDirty()) form.reset(fresh)
  })
  const submit = async () => {
    await form.submit()
    const wrong = element?.querySelector<HTMLElement>('[aria-invalid="true"]')
    wrong?.focus()
    wrong?.scrollIntoView({ block: 'nearest' })
  }
  const takeTheirs = async () => {
    await props.onReload()
    form.reset(entriesOf(props.policy))
  }
  const keepMine = async () => {
    await props.onReload()
    form.set('version', props.policy.version)
    await submit()
  }
  return (
    <form
      class="policy"
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div class="policy-body">
        <FormNotices form={form} onTakeTheirs={takeTheirs} onKeepMine={keepMine} />
        <ModeFields form={form} />
        <PolicyExample entries={form.values} hours={props.hours} />
        <LimitFields form={form} />
        <HourFields form={form} hours={props.hours} />
      </div>
      <div class="save-bar" role="status">
        <Show when={form.isDirty()}>
          <p>Not saved yet.</p>
          <Button kind="quiet" onClick={() => form.reset(entriesOf(props.policy))}>
            Undo changes
          </Button>
          <Button kind="primary" type="submit" busy={form.busy()}>
            Save
          </Button>
        </Show>
      </div>
      <LeaveDialog isDirty={form.isDirty} />
    </form>
  )
}

async function save(entries: PolicyEntries, clientMutationId: string) {
  const input = { ...inputOf(entries), clientMutationId }
  return (await send(UpdateWaitlistPolicyDocument, { input })).updateWaitlistPolicy
}
