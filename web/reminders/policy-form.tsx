import type { JSX } from 'solid-js'
import { send } from '../api/client.ts'
import { createForm } from '../form/create-form.ts'
import { followKept } from '../form/follow-kept.ts'
import { FormNotices } from '../form/form-notices.tsx'
import { LeaveDialog } from '../form/leave-dialog.tsx'
import { runChange } from '../form/run-change.ts'
import { SaveBar } from '../form/save-bar.tsx'
import {
  type ReminderPolicyRecordFragment,
  UpdateReminderPolicyDocument,
  type UpdateReminderPolicyMutation,
} from '../generated/graphql.ts'
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
  const following = followKept(
    form,
    () => policyEntriesOf(props.policy),
    () => props.onReload(),
  )
  return (
    <form class="policy" ref={following.ref} noValidate onSubmit={following.onSubmit}>
      <div class="policy-body">
        <FormNotices form={form} onTakeTheirs={following.onTakeTheirs} onKeepMine={following.onKeepMine} />
        <LeaveHours form={form} />
        <NoticeLists form={form} policy={props.policy} />
        <SettleFields form={form} />
      </div>
      <SaveBar form={form} onUndo={following.reset} />
      <LeaveDialog isDirty={form.isDirty} />
    </form>
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
