import { Index, type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { createForm } from '../form/create-form.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import {
  type IntakeKind,
  OnlineBookingDocument,
  SetIntakeQuestionsDocument,
  type TypeAskedFragment,
} from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { CheckField } from '../ui/check-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'

interface Question {
  readonly label: string
  readonly kind: IntakeKind
  readonly required: boolean
  /** One a line. */
  readonly choices: string
}

interface Entries {
  readonly version: number
  readonly questions: readonly Question[]
}

interface IntakePanelProps {
  readonly type: TypeAskedFragment
  readonly onSaved: () => void
  readonly onClose: () => void
}

const KINDS: readonly { readonly value: IntakeKind; readonly label: string }[] = [
  { value: 'TEXT', label: 'A line of text' },
  { value: 'LONG', label: 'Several lines' },
  { value: 'CHOICE', label: 'One of several' },
  { value: 'YES', label: 'A tick' },
]

/** What whoever books this type is asked. */
export function IntakePanel(props: IntakePanelProps): JSX.Element {
  const form = createForm({
    initial: entriesOf(props.type),
    check: ({ questions }) => ({ questions: questions.map(problemOf).find((each) => each !== undefined) }),
    send: async ({ questions, version }, clientMutationId) => {
      const asked = questions.map(({ choices, kind, label, required }) => ({
        kind,
        label,
        required,
        choices: linesOf(choices),
      }))
      const input = { id: props.type.id, expectedVersion: version, questions: asked, clientMutationId }
      return (await send(SetIntakeQuestionsDocument, { input })).setIntakeQuestions
    },
    done: ({ appointmentType }) => {
      props.onSaved()
      showToast({ text: `The questions of ${appointmentType.name} are saved.` })
      props.onClose()
    },
  })
  const questions = () => form.values.questions
  const change = (at: number, part: Partial<Question>) =>
    form.set(
      'questions',
      questions().map((each, index) => (index === at ? { ...each, ...part } : each)),
    )
  const latest = async () => {
    const { appointmentTypes } = await send(OnlineBookingDocument, {})
    const type = appointmentTypes.find(({ id }) => id === props.type.id)
    return type && entriesOf(type)
  }
  return (
    <RecordPanel
      title={`Questions of ${props.type.name}`}
      form={form}
      saveLabel="Save"
      onClose={props.onClose}
      latest={latest}
    >
      <Index each={questions()}>
        {(question, at) => (
          <QuestionFields
            number={at + 1}
            question={question()}
            onChange={(part) => change(at, part)}
            onRemove={() =>
              form.set(
                'questions',
                questions().filter((_, index) => index !== at),
              )
            }
          />
        )}
      </Index>
      <Show when={form.problem('questions')}>
        {(problem) => (
          <p class="field-problem" role="alert">
            {problem()}
          </p>
        )}
      </Show>
      <div>
        <Button onClick={() => form.set('questions', [...questions(), newQuestion()])}>Add a question</Button>
      </div>
    </RecordPanel>
  )
}

interface QuestionFieldsProps {
  readonly number: number
  readonly question: Question
  readonly onChange: (part: Partial<Question>) => void
  readonly onRemove: () => void
}

function QuestionFields(props: QuestionFieldsProps): JSX.Element {
  return (
    <fieldset class="intake-question">
      <legend>Question {props.number}</legend>
      <TextField label="As it is asked" value={props.question.label} onInput={(label) => props.onChange({ label })} />
      <SelectField
        label="Answered by"
        value={props.question.kind}
        options={KINDS}
        onChange={(kind) => props.onChange({ kind })}
      />
      <Show when={props.question.kind === 'CHOICE'}>
        <TextArea
          label="Choices"
          hint="One a line, two at least."
          value={props.question.choices}
          onInput={(choices) => props.onChange({ choices })}
        />
      </Show>
      <CheckField
        label="Must be answered"
        checked={props.question.required}
        onChange={(required) => props.onChange({ required })}
      />
      <div>
        <Button kind="quiet" onClick={props.onRemove}>
          Remove
        </Button>
      </div>
    </fieldset>
  )
}

function newQuestion(): Question {
  return { label: '', kind: 'TEXT', required: false, choices: '' }
}

function entriesOf({ intakeQuestions, version }: TypeAskedFragment): Entries {
  return {
    version,
    questions: intakeQuestions.map(({ choices, ...each }) => ({ ...each, choices: choices.join('\n') })),
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').flatMap((each) => each.trim() || [])
}

function problemOf({ choices, kind, label }: Question, at: number): string | undefined {
  if (label.trim() === '') return `Write what question ${at + 1} asks, or remove it.`
  return kind === 'CHOICE' && linesOf(choices).length < 2 ? `Question ${at + 1} needs two choices at least.` : undefined
}
