import './field.css'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import { createUniqueId, type JSX, Show } from 'solid-js'

export interface FieldTexts {
  readonly label: string
  readonly hint?: string
  /** Why the value was refused, in words for a person. */
  readonly problem?: string
  readonly required?: boolean
}

/** What the control inside a field must carry, so that label, hint and problem belong to it. */
export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

export function Field(props: FieldTexts & { readonly children: (control: FieldControl) => JSX.Element }): JSX.Element {
  const id = createUniqueId()
  const control: FieldControl = {
    id,
    get 'aria-describedby'() {
      const parts = [props.hint && `${id}-hint`, props.problem && `${id}-problem`].filter(Boolean)
      return parts.length > 0 ? parts.join(' ') : undefined
    },
    get 'aria-invalid'() {
      return props.problem ? (true as const) : undefined
    },
    get 'aria-required'() {
      return props.required ? (true as const) : undefined
    },
  }
  return (
    <div class="field" classList={{ invalid: Boolean(props.problem) }}>
      <label class="field-label" for={id}>
        {props.label}
      </label>
      {props.children(control)}
      <Show when={props.hint}>
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <FieldProblem id={`${id}-problem`} text={props.problem} />
    </div>
  )
}

export function FieldProblem(props: { readonly id?: string; readonly text: string | undefined }): JSX.Element {
  return (
    <Show when={props.text}>
      <p class="field-problem" id={props.id}>
        <CircleAlert size={14} />
        {props.text}
      </p>
    </Show>
  )
}
