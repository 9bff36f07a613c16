import './dates-field.css'
import './tags-field.css'
import Plus from 'lucide-solid/icons/plus'
import X from 'lucide-solid/icons/x'
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { LocalDate } from '../../domain/zone.ts'
import { Button } from './button.tsx'
import { Field, type FieldTexts } from './field.tsx'

interface DatesFieldProps extends FieldTexts {
  readonly value: readonly LocalDate[]
  /** `Mar 10, 2026`. */
  readonly say: (date: LocalDate) => string
  /** What the button says that adds one. */
  readonly addLabel: string
  /** Why the day cannot be among them. */
  readonly check: (date: LocalDate) => string | undefined
  readonly onChange: (dates: readonly LocalDate[]) => void
}

/** Some days, each added by the button beside the field and taken away by its own. */
export function DatesField(props: DatesFieldProps): JSX.Element {
  const [date, setDate] = createSignal('')
  const [problem, setProblem] = createSignal<string>()
  const [said, setSaid] = createSignal('')
  let input: HTMLInputElement | undefined
  const add = () => {
    const day = date()
    const wrong = day === '' ? 'Choose a day.' : props.value.includes(day) ? undefined : props.check(day)
    setProblem(wrong)
    input?.focus()
    if (wrong) return
    props.onChange([...new Set([...props.value, day])].sort())
    setSaid(`${props.say(day)} is added.`)
    setDate('')
  }
  const remove = (day: LocalDate) => {
    props.onChange(props.value.filter((each) => each !== day))
    setSaid(`${props.say(day)} is removed.`)
    input?.focus()
  }
  // Inside a form, which Enter must not send.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    add()
  }
  return (
    <Field label={props.label} hint={props.hint} problem={problem() ?? props.problem}>
      {(control) => (
        <div class="dates">
          <Show when={props.value.length > 0}>
            <ul class="tags-chosen" aria-label={`${props.label} chosen`}>
              <For each={props.value}>
                {(day) => (
                  <li class="tag">
                    {props.say(day)}
                    <button type="button" aria-label={`Remove ${props.say(day)}`} onClick={() => remove(day)}>
                      <X size={12} />
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </Show>
          <div class="dates-add">
            <input
              {...control}
              ref={input}
              class="control"
              type="date"
              value={date()}
              onInput={(event) => {
                setDate(event.currentTarget.value)
                setProblem(undefined)
              }}
              onKeyDown={onKeyDown}
            />
            <Button icon={Plus} onClick={add}>
              {props.addLabel}
            </Button>
          </div>
          <p class="aside" role="status">
            {said()}
          </p>
        </div>
      )}
    </Field>
  )
}
