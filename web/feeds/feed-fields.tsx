import { For, type JSX } from 'solid-js'
import type { Form } from '../form/create-form.ts'
import type { FeedContent, FeedPrivacy } from '../generated/graphql.ts'
import { CheckField } from '../ui/check-field.tsx'
import { FieldProblem } from '../ui/field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { ChosenSubject } from './feed-subject.tsx'
import { contentWords, privacyWords } from './feed-words.ts'

export interface FeedEntries {
  readonly version: number
  readonly subject: ChosenSubject
  readonly name: string
  readonly privacy: FeedPrivacy
  readonly includes: readonly FeedContent[]
}

const privacies = (['BUSY', 'INITIALS', 'FULL'] as const).map((value) => ({ value, label: privacyWords[value].label }))
const contents = ['APPOINTMENTS', 'SESSIONS', 'TIME_OFF'] as const

interface FeedFieldsProps {
  readonly form: Form<FeedEntries>
}

/** What a feed is called, how much it says and what it shows. */
export function FeedFields(props: FeedFieldsProps): JSX.Element {
  const { form } = props
  const choose = (content: FeedContent, chosen: boolean) => {
    const others = form.values.includes.filter((each) => each !== content)
    form.set('includes', chosen ? [...others, content] : others)
  }
  // A client takes no time off.
  const shown = () => contents.filter((each) => each !== 'TIME_OFF' || form.values.subject.kind !== 'CLIENT')
  return (
    <>
      <TextField
        label="Name"
        hint="How calendars call it."
        required
        value={form.values.name}
        problem={form.problem('name')}
        onInput={(name) => form.set('name', name)}
      />
      <SelectField
        label="Says"
        hint={privacyWords[form.values.privacy].hint}
        value={form.values.privacy}
        options={privacies}
        problem={form.problem('privacy')}
        onChange={(privacy) => form.set('privacy', privacy)}
      />
      <fieldset>
        <legend class="field-label">Shows</legend>
        <For each={shown()}>
          {(content) => (
            <CheckField
              label={contentWords[content]}
              checked={form.values.includes.includes(content)}
              onChange={(chosen) => choose(content, chosen)}
            />
          )}
        </For>
        <FieldProblem text={form.problem('includes')} />
      </fieldset>
    </>
  )
}

/** What can be said of the entries before the server is asked. */
export function checkFeed({ includes, subject }: FeedEntries) {
  return {
    includes: includes.length === 0 ? 'Choose at least one.' : undefined,
    subject: subject.id === '' ? 'Choose whose it is.' : undefined,
  }
}
