import { createMemo, type JSX, Show } from 'solid-js'
import { ClientField, type ClientHolder } from '../booking/client-field.tsx'
import type { Form } from '../form/create-form.ts'
import type { WaitlistChoicesQuery, WaitlistLineFragment } from '../generated/graphql.ts'
import { mayDo } from '../session/session.ts'
import { Chips } from '../ui/chips.tsx'
import { SelectField, type SelectOption } from '../ui/select-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import type { EntryEntries } from './entry-entries.ts'
import { dayNames, noticeInWords, optionsOf, partWords, referralWords, urgencyWords } from './waitlist-words.ts'

interface EntryFieldsProps {
  readonly form: Form<EntryEntries>
  readonly choices: WaitlistChoicesQuery | undefined
  readonly entry: WaitlistLineFragment | undefined
}

/** Who waits and what for: not to be changed later. Then what would suit her; what is left empty is all the same. */
export function EntryFields(props: EntryFieldsProps): JSX.Element {
  const { form } = props
  const { problem, set, values } = form
  const types = () => typeOptions(props)
  return (
    <>
      <Show when={!props.entry}>
        <ClientField booking={holderOf(form)} mayCreate={mayDo('EDIT_CLIENTS')} />
        <SelectField
          label="Waits for"
          required
          value={values.typeId}
          options={types()}
          problem={problem('typeId')}
          onChange={(typeId) => set('typeId', typeId)}
        />
      </Show>
      <SelectField
        label="Urgency"
        value={values.urgency}
        options={optionsOf(urgencyWords)}
        problem={problem('urgency')}
        onChange={(urgency) => set('urgency', urgency)}
      />
      <WhomFields {...props} />
      <WhenFields {...props} />
      <div class="form-pair">
        <SelectField
          label="Referred by"
          value={values.referralSource}
          options={[{ value: '' as const, label: 'Not said' }, ...optionsOf(referralWords)]}
          problem={problem('referralSource')}
          onChange={(source) => set('referralSource', source)}
        />
        <TextField
          label="Payer"
          placeholder="Insurer, or self-paying"
          value={values.payer}
          problem={problem('payer')}
          onInput={(payer) => set('payer', payer)}
        />
      </div>
      <TextArea
        label="Note"
        placeholder="For the desk"
        value={values.note}
        problem={problem('note')}
        onInput={(note) => set('note', note)}
      />
    </>
  )
}

function WhomFields(props: EntryFieldsProps): JSX.Element {
  const { problem, set, values } = props.form
  const therapists = createMemo(() => {
    const all = props.choices?.resources.filter((each) => each.__typename === 'Therapist') ?? []
    return all.filter((each) => each.active || values.therapistIds.includes(each.id))
  })
  const skills = createMemo(() => {
    const known = new Set(therapists().flatMap((each) => ('skills' in each ? each.skills : [])))
    if (values.skill) known.add(values.skill)
    return [{ value: '', label: 'Any' }, ...[...known].sort().map((each) => ({ value: each, label: each }))]
  })
  return (
    <>
      <Chips
        label="With (nobody chosen: anybody)"
        value={values.therapistIds}
        options={therapists().map((each) => ({ value: each.id, label: each.name }))}
        onChange={(ids) => set('therapistIds', ids)}
      />
      <Show when={skills().length > 1}>
        <SelectField
          label="Skill needed"
          value={values.skill}
          options={skills()}
          problem={problem('skill')}
          onChange={(skill) => set('skill', skill)}
        />
      </Show>
    </>
  )
}

function WhenFields({ form }: EntryFieldsProps): JSX.Element {
  const { problem, set, values } = form
  return (
    <>
      <Chips
        label="Days (none chosen: any)"
        value={values.days}
        options={dayNames.map((label, index) => ({ value: index + 1, label }))}
        onChange={(days) => set('days', days)}
      />
      <Chips
        label="Parts of the day (none chosen: any)"
        value={values.parts}
        options={optionsOf(partWords)}
        onChange={(parts) => set('parts', parts)}
      />
      <div class="form-pair">
        <TextField
          label="Not before"
          type="date"
          value={values.fromOn}
          problem={problem('fromOn')}
          onInput={(date) => set('fromOn', date)}
        />
        <TextField
          label="Not after"
          type="date"
          value={values.untilOn}
          problem={problem('untilOn')}
          onInput={(date) => set('untilOn', date)}
        />
      </div>
      <SelectField
        label="Notice needed"
        value={values.noticeMinutes}
        options={noticeOptions(values.noticeMinutes)}
        problem={problem('noticeMinutes')}
        onChange={(minutes) => set('noticeMinutes', minutes)}
      />
    </>
  )
}

const usualNotices = [0, 60, 120, 240, 24 * 60, 2 * 24 * 60, 7 * 24 * 60]

function noticeOptions(own: string): SelectOption<string>[] {
  const all = [...new Set([...usualNotices, Number(own)])].sort((a, b) => a - b)
  const label = (minutes: number) => (minutes === 0 ? 'None: can come at once' : noticeInWords(minutes))
  return all.map((minutes) => ({ value: String(minutes), label: label(minutes) }))
}

function typeOptions({ choices, form }: EntryFieldsProps): SelectOption<string>[] {
  const types = choices?.appointmentTypes ?? []
  const known = types.map((each) => ({ value: each.id, label: `${each.name}, ${each.minutes} min` }))
  return form.values.typeId ? known : [{ value: '', label: 'Choose' }, ...known]
}

/** The client's fields are those of a booking. */
function holderOf(form: Form<EntryEntries>): ClientHolder {
  return {
    draft: {
      get client() {
        return form.values.clientId
      },
      get newClient() {
        return form.values.newClient
      },
    },
    set(change) {
      if ('newClient' in change) form.set('newClient', change.newClient)
      if ('client' in change) form.set('clientId', change.client)
    },
    problem: (field) => form.problem(field === 'client' ? 'clientId' : `newClient.${field}`),
  }
}
