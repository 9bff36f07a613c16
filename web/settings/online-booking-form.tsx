import { For, type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { createForm, type Form } from '../form/create-form.ts'
import { followKept } from '../form/follow-kept.ts'
import { FormNotices } from '../form/form-notices.tsx'
import { LeaveDialog } from '../form/leave-dialog.tsx'
import { type BookingSettingsRecordFragment, UpdateBookingSettingsDocument } from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { CheckField } from '../ui/check-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { type BookingEntries, bookingEntriesOf, bookingInputOf, bookingProblems } from './online-booking-entries.ts'

interface OnlineBookingFormProps {
  readonly settings: BookingSettingsRecordFragment
  readonly therapists: readonly { readonly id: string; readonly name: string }[]
  readonly onReload: () => Promise<void>
}

export function OnlineBookingForm(props: OnlineBookingFormProps): JSX.Element {
  const form = createForm({
    initial: bookingEntriesOf(props.settings),
    check: bookingProblems,
    send: async (entries, clientMutationId) => {
      const input = bookingInputOf(entries, clientMutationId)
      return (await send(UpdateBookingSettingsDocument, { input })).updateBookingSettings
    },
    done: ({ settings }) => {
      showToast({ text: settings.open ? 'The clinic can be booked online.' : 'Online booking is saved, and closed.' })
      void props.onReload()
    },
  })
  const following = followKept(
    form,
    () => bookingEntriesOf(props.settings),
    () => props.onReload(),
  )
  return (
    <form class="form" ref={following.ref} noValidate onSubmit={following.onSubmit}>
      <FormNotices form={form} onTakeTheirs={following.onTakeTheirs} onKeepMine={following.onKeepMine} />
      <CheckField
        label="The clinic can be booked online"
        hint="By anybody, within its hours and the rules of each appointment type."
        checked={form.values.open}
        onChange={(open) => form.set('open', open)}
      />
      <TherapistChoice form={form} therapists={props.therapists} />
      <CheckField
        label="Confirm e-mails first"
        hint="A booking counts once the link in an e-mail has been followed. Until then the time is kept for an hour."
        checked={form.values.confirmsEmail}
        onChange={(confirms) => form.set('confirmsEmail', confirms)}
      />
      <CheckField
        label="Offer the waitlist where no time suits"
        hint="Below the times, people can ask to be told when one comes free. Their e-mail has to prove itself first. Nothing is offered while Waitlist, When a slot becomes free, is set to Off."
        checked={form.values.offersWaitlist}
        onChange={(offers) => form.set('offersWaitlist', offers)}
      />
      <Texts form={form} />
      <div>
        <Button kind="primary" type="submit" busy={form.busy()} disabled={!form.isDirty()}>
          Save
        </Button>
      </div>
      <LeaveDialog isDirty={form.isDirty} />
    </form>
  )
}

function TherapistChoice(props: {
  readonly form: Form<BookingEntries>
  readonly therapists: OnlineBookingFormProps['therapists']
}): JSX.Element {
  const chosen = () => props.form.values.therapistIds
  const choose = (id: string, isShown: boolean) => {
    const others = (chosen() ?? []).filter((each) => each !== id)
    props.form.set('therapistIds', isShown ? [...others, id] : others)
  }
  return (
    <fieldset class="online-booking-therapists">
      <CheckField
        label="Show all therapists"
        checked={chosen() === undefined}
        onChange={(all) => props.form.set('therapistIds', all ? undefined : props.therapists.map(({ id }) => id))}
      />
      <Show when={chosen()}>
        <div>
          <For each={props.therapists}>
            {({ id, name }) => (
              <CheckField
                label={name}
                checked={chosen()?.includes(id) ?? false}
                onChange={(isShown) => choose(id, isShown)}
              />
            )}
          </For>
        </div>
      </Show>
      <Show when={props.form.problem('therapistIds')}>
        {(problem) => (
          <p class="field-problem" role="alert">
            {problem()}
          </p>
        )}
      </Show>
    </fieldset>
  )
}

function Texts(props: { readonly form: Form<BookingEntries> }): JSX.Element {
  const entry = (key: 'moveNoticeMinutes' | 'cancelNoticeMinutes' | 'policy' | 'consent' | 'origins') => ({
    get value() {
      return props.form.values[key]
    },
    get problem() {
      return props.form.problem(key)
    },
    onInput: (text: string) => props.form.set(key, text),
  })
  return (
    <>
      <div class="form-pair">
        <TextField
          label="Clients may move it until"
          hint="Before the start. With 0, until it begins."
          inputmode="decimal"
          suffix="hours"
          {...entry('moveNoticeMinutes')}
        />
        <TextField
          label="Cancelling is late from"
          hint="Before the start. It is kept as cancelled late."
          inputmode="decimal"
          suffix="hours"
          {...entry('cancelNoticeMinutes')}
        />
      </div>
      <TextArea
        label="Your cancellation policy"
        hint="Shown when somebody books, and before somebody cancels."
        {...entry('policy')}
      />
      <TextArea
        label="What people agree to when they book or ask to wait"
        hint="Asked of whoever books, and of whoever asks for a place on the waitlist. Kept with either, and its time. Leave it empty to ask nothing."
        {...entry('consent')}
      />
      <TextArea
        label="Sites that may show the booking page"
        hint="One a line, like https://www.harbor.example. No other site can."
        {...entry('origins')}
      />
    </>
  )
}
