import { type JSX, Show } from 'solid-js'
import type { Form } from '../form/create-form.ts'
import { CheckField } from '../ui/check-field.tsx'
import { HueField } from '../ui/hue-field.tsx'
import { TagsField } from '../ui/tags-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { TypeEntries } from './appointment-type-entries.ts'

/** The words that therapists, rooms and types of the clinic use already. */
export interface KnownTags {
  readonly skills: readonly string[]
  readonly features: readonly string[]
}

interface TypeFieldsProps {
  readonly form: Form<TypeEntries>
  readonly known: KnownTags
}

type TextKey = { [Key in keyof TypeEntries]: TypeEntries[Key] extends string ? Key : never }[keyof TypeEntries]

export function TypeFields(props: TypeFieldsProps): JSX.Element {
  const entry = entriesFor(props.form)
  return (
    <>
      <TextField label="Name" required {...entry('name')} />
      <TextField label="Category" placeholder="Individual" {...entry('category')} />
      <HueField
        label="Colour"
        value={props.form.values.hue}
        problem={props.form.problem('hue')}
        sample={props.form.values.name}
        onInput={(hue) => props.form.set('hue', hue)}
      />
      <TextField label="Length" required inputmode="numeric" suffix="min" {...entry('minutes')} />
      <div class="form-pair">
        <TextField label="Free before" inputmode="numeric" suffix="min" {...entry('bufferBeforeMinutes')} />
        <TextField label="Free after" inputmode="numeric" suffix="min" {...entry('bufferAfterMinutes')} />
      </div>
      <WhoFields {...props} />
      <RoomFields {...props} />
      <OnlineFields {...props} />
      <div class="form-pair">
        <TextField label="Price" inputmode="decimal" {...entry('priceCents')} />
        <TextField label="CPT code" {...entry('cptCode')} />
      </div>
    </>
  )
}

function WhoFields(props: TypeFieldsProps): JSX.Element {
  return (
    <>
      <TagsField
        label="Skills needed"
        hint="Only therapists with all of them can be booked. Empty: everybody."
        value={props.form.values.requiredSkills}
        known={props.known.skills}
        problem={props.form.problem('requiredSkills')}
        onChange={(skills) => props.form.set('requiredSkills', skills)}
      />
      <TextField
        label="Most a day"
        hint="For each therapist. Empty: no limit."
        inputmode="numeric"
        {...entriesFor(props.form)('dailyLimit')}
      />
    </>
  )
}

function RoomFields(props: TypeFieldsProps): JSX.Element {
  return (
    <>
      <CheckField
        label="Needs a room"
        hint="Cannot be booked without a free room that fits. Leave it open for telehealth."
        checked={props.form.values.needsRoom}
        onChange={(needsRoom) => props.form.set('needsRoom', needsRoom)}
      />
      <Show when={props.form.values.needsRoom}>
        <TagsField
          label="Room must have"
          hint="Like quiet, or wheelchair."
          value={props.form.values.requiredFeatures}
          known={props.known.features}
          problem={props.form.problem('requiredFeatures')}
          onChange={(features) => props.form.set('requiredFeatures', features)}
        />
        <TextField
          label="Room for at least"
          inputmode="numeric"
          suffix="people"
          {...entriesFor(props.form)('minCapacity')}
        />
      </Show>
    </>
  )
}

function OnlineFields(props: TypeFieldsProps): JSX.Element {
  const entry = entriesFor(props.form)
  return (
    <>
      <CheckField
        label="Can be booked online"
        hint="By clients and partners, where every rule binds."
        checked={props.form.values.online}
        onChange={(online) => props.form.set('online', online)}
      />
      <Show when={props.form.values.online}>
        <div class="form-pair">
          <TextField label="At least ahead" inputmode="decimal" suffix="hours" {...entry('leadMinutes')} />
          <TextField label="At most ahead" inputmode="numeric" suffix="days" {...entry('horizonDays')} />
        </div>
      </Show>
    </>
  )
}

function entriesFor(form: Form<TypeEntries>) {
  return (key: TextKey) => ({
    get value() {
      return form.values[key]
    },
    get problem() {
      return form.problem(key)
    },
    onInput: (text: string) => form.set(key, text),
  })
}
