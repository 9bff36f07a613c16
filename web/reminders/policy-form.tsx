import { createEffect, type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { createForm, type Form } from '../form/create-form.ts'
import { FormNotices } from '../form/form-notices.tsx'
import { LeaveDialog } from '../form/leave-dialog.tsx'
import { runChange } from '../form/run-change.ts'
import {
  type ReminderPolicyRecordFragment,
  UpdateReminderPolicyDocument,
  type UpdateReminderPolicyMutation,
} from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast.tsx'
import { LeaveHours } from './leave-hours.tsx'
import { NoticeLists } from './notice-lists.tsx'
import { type PolicyEntries, policyEntriesOf, policyInputOf, policyProblems } from './policy-entries.ts'
import { SettleFields } from './settle-fields.tsx'

interface PolicyFormProps {
  readonly policy: ReminderPolicyRecordFragment
  readonly onReload: () => Promise<void>
}

export function PolicyForm(props: PolicyFormProps): JSX.Element {
  let element: HTMLFormElement | undefined
  const form = createForm({
    initial: policyEntriesOf(props.policy),
    check: policyProblems,
    send: save,
    done: ({ policy }) => {
      const before = policyEntriesOf(props.policy)
      void props.onReload()
      sayItIsSaved(() => putBack({ ...before, version: policy.version }, props.onReload))
    },
  })
  createEffect(() => {
    const fresh = policyEntriesOf(props.policy)
    if (!form.isDirty()) form.reset(fresh)
  })
  const submit = async () => {
    await form.submit()
    const wrong = element?.querySelector<HTMLElement>('[aria-invalid="true"]')
    wrong?.focus()
    // It may have had the focus already, with what is wrong out of sight beneath it.
    wrong?.scrollIntoView({ block: 'nearest' })
  }
  const takeTheirs = async () => {
    await props.onReload()
    form.reset(policyEntriesOf(props.policy))
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
        <LeaveHours form={form} />
        <NoticeLists form={form} policy={props.policy} />
        <SettleFields form={form} />
      </div>
      <SaveBar form={form} onUndo={() => form.reset(policyEntriesOf(props.policy))} />
      <LeaveDialog isDirty={form.isDirty} />
    </form>
  )
}

/** Stays in sight while there is something to save. */
function SaveBar(props: { readonly form: Form<PolicyEntries>; readonly onUndo: () => void }): JSX.Element {
  return (
    <div class="save-bar" role="status">
      <Show when={props.form.isDirty()}>
        <p>Not saved yet.</p>
        <Button kind="quiet" onClick={props.onUndo}>
          Undo changes
        </Button>
        <Button kind="primary" type="submit" busy={props.form.busy()}>
          Save
        </Button>
      </Show>
    </div>
  )
}

type Saved = UpdateReminderPolicyMutation['updateReminderPolicy']

async function save(entries: PolicyEntries, clientMutationId: string): Promise<Saved> {
  const input = { ...policyInputOf(entries), clientMutationId }
  return (await send(UpdateReminderPolicyDocument, { input })).updateReminderPolicy
}

function sayItIsSaved(undo: () => void): void {
  showToast({
    text: 'Saved. What is due is planned anew.',
    action: { label: 'Undo', run: undo },
    seconds: 10,
  })
}

/** Saves what was there before. */
function putBack(before: PolicyEntries, onReload: () => Promise<void>): void {
  void runChange({
    send: (clientMutationId) => save(before, clientMutationId),
    done: () => {
      void onReload()
      showToast({ text: 'Put back as it was before.' })
    },
  })
}
