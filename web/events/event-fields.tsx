import { type JSX, Show } from 'solid-js'
import type { Form } from '../form/create-form.ts'
import { viewer } from '../session/session.ts'
import type { AwayResource } from '../time-off/cover-field.tsx'
import { CheckField } from '../ui/check-field.tsx'
import { Chips } from '../ui/chips.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TagsField } from '../ui/tags-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import type { EventEntries } from './event-entries.ts'
import {
  admissionWords,
  fillingWords,
  kindOptions,
  newSessionsWords,
  optionsOf,
  registersForWords,
} from './event-words.ts'
import { PublicFields } from './public-fields.tsx'
import { type TextKey, WhenFields } from './when-fields.tsx'

interface EventFieldsProps {
  readonly form: Form<EventEntries>
  readonly resources: readonly AwayResource[]
  readonly knownTags: readonly string[]
  /** The rule that the fields cannot say, in words. */
  readonly ownRule: string
  readonly ownRrule: string | null
}

export function EventFields(props: EventFieldsProps): JSX.Element {
  const { form } = props
  return (
    <>
      <TextField
        label="Title"
        required
        autofocus={form.values.title === ''}
        value={form.values.title}
        problem={form.problem('title')}
        onInput={(title) => form.set('title', title)}
      />
      <SelectField
        label="Kind"
        value={form.values.kind}
        options={kindOptions}
        problem={form.problem('kind')}
        onChange={(kind) => form.set('kind', kind)}
      />
      <WhenFields form={form} ownRule={props.ownRule} ownRrule={props.ownRrule} />
      <WhoWhereFields {...props} />
      <TextArea
        label="Description"
        hint="Markdown: **bold**, - a list, [words](https://a.link)."
        value={form.values.description}
        problem={form.problem('description')}
        onInput={(description) => form.set('description', description)}
      />
      <TagsField
        label="Tags"
        hint="By which people find it, like teens."
        value={form.values.tags}
        known={props.knownTags}
        problem={form.problem('tags')}
        onChange={(tags) => form.set('tags', tags)}
      />
      <PublicFields form={form} />
      <ComingFields form={form} />
    </>
  )
}

function WhoWhereFields(props: EventFieldsProps): JSX.Element {
  const { form } = props
  const of = (kind: string, chosen: readonly string[]) =>
    props.resources
      .filter((each) => each.kind === kind && (each.active || chosen.includes(each.id)))
      .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Chips
        label="Run by"
        value={form.values.facilitatorIds}
        options={of('THERAPIST', form.values.facilitatorIds)}
        onChange={(ids) => form.set('facilitatorIds', ids)}
      />
      <SelectField
        label="Room"
        value={form.values.roomId}
        options={[{ value: '', label: 'No room' }, ...of('ROOM', [form.values.roomId])]}
        problem={form.problem('roomId')}
        onChange={(roomId) => form.set('roomId', roomId)}
      />
      <TextField
        label="Online link"
        placeholder="https://meet.example.com/group"
        value={form.values.onlineUrl}
        problem={form.problem('onlineUrl')}
        onInput={(url) => form.set('onlineUrl', url)}
      />
    </>
  )
}

function ComingFields(props: { readonly form: Form<EventEntries> }): JSX.Element {
  const { form } = props
  const text = (key: TextKey) => ({
    get value() {
      return form.values[key]
    },
    get problem() {
      return form.problem(key)
    },
    onInput: (entry: string) => form.set(key, entry),
  })
  return (
    <>
      <div class="form-pair">
        <TextField label="Places" hint="Empty: no limit." inputmode="numeric" {...text('capacity')} />
        <TextField
          label="Price"
          hint="Of a session. Empty: not said."
          inputmode="decimal"
          suffix={viewer().clinic.currency}
          {...text('priceCents')}
        />
      </div>
      <SelectField
        label="Who may come"
        value={form.values.admission}
        options={optionsOf(admissionWords)}
        problem={form.problem('admission')}
        onChange={(admission) => form.set('admission', admission)}
      />
      <Show when={form.values.admission === 'REGISTRATION'}>
        <SelectField
          label="One registers"
          value={form.values.registersFor}
          options={optionsOf(registersForWords)}
          problem={form.problem('registersFor')}
          onChange={(registersFor) => form.set('registersFor', registersFor)}
        />
        <SelectField
          label="A place that is given back"
          value={form.values.filling}
          options={optionsOf(fillingWords)}
          problem={form.problem('filling')}
          onChange={(filling) => form.set('filling', filling)}
        />
      </Show>
      <CheckField
        label="Open"
        hint="People may register, or ask to join."
        checked={form.values.isOpen}
        onChange={(isOpen) => form.set('isOpen', isOpen)}
      />
      <Show when={form.values.rrule?.kind !== 'never'}>
        <SelectField
          label="Sessions added as time goes on"
          value={form.values.newSessions}
          options={optionsOf(newSessionsWords)}
          problem={form.problem('newSessions')}
          onChange={(newSessions) => form.set('newSessions', newSessions)}
        />
      </Show>
    </>
  )
}
