import './clinic-page.css'
import { createEffect, type JSX, Match, Switch } from 'solid-js'
import { currencies } from '../../domain/money.ts'
import { createAnswer } from '../api/create-answer.ts'
import { createForm } from '../form/create-form.ts'
import { FormNotices } from '../form/form-notices.tsx'
import { LeaveDialog } from '../form/leave-dialog.tsx'
import { ClinicDocument } from '../generated/graphql.ts'
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
import { BrandFields } from './brand-fields.tsx'
import { type Clinic, entriesOf, saveClinic } from './clinic-entries.ts'

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
    send: saveClinic,
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
      <SelectField
        label="Currency"
        hint="What prices are in, as people read them."
        value={form.values.currency}
        options={currencyOptions}
        problem={form.problem('currency')}
        onChange={(currency) => form.set('currency', currency)}
      />
      <BrandFields form={form} path={`/c/${props.clinic.slug}/events`} />
      <div>
        <Button kind="primary" type="submit" busy={form.busy()} disabled={!form.isDirty()}>
          Save
        </Button>
      </div>
      <LeaveDialog isDirty={form.isDirty} />
    </form>
  )
}

function stepsWith(current: number): { readonly value: string; readonly label: string }[] {
  const steps = [...new Set([5, 10, 15, 20, 30, 60, current])].sort((a, b) => a - b)
  return steps.map((minutes) => ({ value: String(minutes), label: `${minutes} minutes` }))
}

const names = new Intl.DisplayNames(undefined, { type: 'currency' })
const currencyOptions = currencies.map((code) => ({ value: code, label: `${code} · ${names.of(code)}` }))
