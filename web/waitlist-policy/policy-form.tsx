import type { JSX } from 'solid-js'
import { send } from '../api/client.ts'
import { createForm } from '../form/create-form.ts'
import { followKept } from '../form/follow-kept.ts'
import { FormNotices } from '../form/form-notices.tsx'
import { LeaveDialog } from '../form/leave-dialog.tsx'
import { SaveBar } from '../form/save-bar.tsx'
import {
  type ReminderPolicyRecordFragment,
  UpdateWaitlistPolicyDocument,
  type WaitlistPolicyRecordFragment,
} from '../generated/graphql.ts'
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
  const form = createForm({
    initial: entriesOf(props.policy),
    check: problemsOf,
    send: save,
    done: () => {
      void props.onReload()
      showToast({ text: 'Saved. It holds for whatever is free from now on; offers under way stand.' })
    },
  })
  const following = followKept(
    form,
    () => entriesOf(props.policy),
    () => props.onReload(),
  )
  return (
    <form class="policy" ref={following.ref} noValidate onSubmit={following.onSubmit}>
      <div class="policy-body">
        <FormNotices form={form} onTakeTheirs={following.onTakeTheirs} onKeepMine={following.onKeepMine} />
        <ModeFields form={form} />
        <PolicyExample entries={form.values} hours={props.hours} />
        <LimitFields form={form} />
        <HourFields form={form} hours={props.hours} />
      </div>
      <SaveBar form={form} onUndo={following.reset} />
      <LeaveDialog isDirty={form.isDirty} />
    </form>
  )
}

async function save(entries: PolicyEntries, clientMutationId: string) {
  const input = { ...inputOf(entries), clientMutationId }
  return (await send(UpdateWaitlistPolicyDocument, { input })).updateWaitlistPolicy
}
