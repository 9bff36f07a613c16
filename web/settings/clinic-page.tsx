import './clinic-page.css'
import { createEffect, type JSX, Match, Switch } from 'solid-js'
import { send } from '../api/client.ts'
import { createAnswer } from '../api/create-answer.ts'
import { createForm } from '../form/create-form.ts'
import { FormNotices } from '../form/form-notices.tsx'
import { LeaveDialog } from '../form/leave-dialog.tsx'
import { ClinicDocument, type ClinicQuery, UpdateClinicDocument } from '../generated/graphql.ts'
import { loadSession } from '../session/session.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { CheckField } from '../ui/check-field.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'

type Clinic = ClinicQuery['clinic']

interface Entries {
  readonly version: number
  readonly name: string
  readonly stepMinutes: string
  readonly allowsOverbooking: boolean
}

export default function ClinicPage(): JSX.Element {
  useTitle(() => 'Clinic')
  const answer = createAnswer(ClinicDocument, () => ({}))
  return (
    <>
      <TopBar title="Clinic" />
      <Switch fallback={<Skeleton lines={5} />}>
        <Match when={answer.data()}>{(data) => <ClinicForm clinic={data().clinic} onReload={answer.again} />}</Match>
        <Match when={answer.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={answer.again} />}
        </Match>
      </Switch>
    </>
  )
}

function ClinicForm(props: { readonly clinic: Clinic; readonly onReload: () => Promise<void> }): JSX.Element {
  const form = createForm({
    initial: entriesOf(props.clinic),
    send: async ({ version, stepMinutes, ...rest }, clientMutationId) => {
      const input = { ...rest, stepMinutes: Number(stepMinutes), expectedVersion: version, clientMutationId }
      return (await send(UpdateClinicDocument, { input })).updateClinic
    },
    done: () => {
      showToast({ text: 'The clinic is saved.' })
      void props.onReload()
      void loadSession()
    },
  })
  createEffect(() => {
    const fresh = entriesOf(props.clinic)
    if (!form.isDirty()) form.reset(fresh)
  })
  const keepMine = async () => {
    await props.onReload()
    form.set('version', props.clinic.version)
    await form.submit()
  }
  return (
    <form
      class="form clinic-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <FormNotices
        form={form}
        onTakeTheirs={async () => {
          await props.onReload()
          form.reset(entriesOf(props.clinic))
        }}
        onKeepMine={keepMine}
      />
      <TextField
        label="Name"
        hint="As clients and colleagues know it."
        required
        value={form.values.name}
        problem={form.problem('name')}
        onInput={(name) => form.set('name', name)}
      />
      <SelectField
        label="Step of the calendar"
        hint="Appointments begin and end on it."
        value={form.values.stepMinutes}
        options={stepsWith(props.clinic.stepMinutes)}
        problem={form.problem('stepMinutes')}
        onChange={(step) => form.set('stepMinutes', step)}
      />
      <CheckField
        label="Allow deliberate overbooking"
        hint="Whoever may override rules can book a taken time, with a reason that is kept."
        checked={form.values.allowsOverbooking}
        onChange={(allows) => form.set('allowsOverbooking', allows)}
      />
      <TextField
        label="Time zone"
        hint="Set when the clinic was made. All times in Daybook are the clinic's."
        disabled
        value={props.clinic.zone}
        onInput={() => {}}
      />
      <div>
        <Button kind="primary" type="submit" busy={form.busy()} disabled={!form.isDirty()}>
          Save
        </Button>
      </div>
      <LeaveDialog isDirty={form.isDirty} />
    </form>
  )
}

function entriesOf(clinic: Clinic): Entries {
  return {
    version: clinic.version,
    name: clinic.name,
    stepMinutes: String(clinic.stepMinutes),
    allowsOverbooking: clinic.allowsOverbooking,
  }
}

function stepsWith(current: number): { readonly value: string; readonly label: string }[] {
  const steps = [...new Set([5, 10, 15, 20, 30, 60, current])].sort((a, b) => a - b)
  return steps.map((minutes) => ({ value: String(minutes), label: `${minutes} minutes` }))
}
