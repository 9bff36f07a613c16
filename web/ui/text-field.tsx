import { type JSX, Show, splitProps } from 'solid-js'
import { Field, type FieldTexts } from './field.tsx'

interface TextFieldProps extends FieldTexts {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'number' | 'search' | 'date' | 'time'
  readonly autocomplete?: string
  readonly placeholder?: string
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search'
  readonly name?: string
  readonly disabled?: boolean
  readonly min?: number | string
  readonly max?: number | string
  readonly step?: number
  /** A unit, shown inside the field's end. */
  readonly suffix?: string
  readonly autofocus?: boolean
}

export function TextField(props: TextFieldProps): JSX.Element {
  const [texts, own, rest] = splitProps(
    props,
    ['label', 'hint', 'problem', 'required'],
    ['value', 'onInput', 'suffix', 'autofocus'],
  )
  return (
    <Field {...texts}>
      {(control) => (
        <div classList={{ 'with-suffix': Boolean(own.suffix) }}>
          <input
            ref={(element) => own.autofocus && queueMicrotask(() => element.focus())}
            class="control"
            {...rest}
            {...control}
            value={own.value}
            onInput={(event) => own.onInput(event.currentTarget.value)}
          />
          <Show when={own.suffix}>
            <span class="suffix" aria-hidden="true">
              {own.suffix}
            </span>
          </Show>
        </div>
      )}
    </Field>
  )
}

interface TextAreaProps extends FieldTexts {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly placeholder?: string
}

export function TextArea(props: TextAreaProps): JSX.Element {
  return (
    <Field label={props.label} hint={props.hint} problem={props.problem} required={props.required}>
      {(control) => (
        <textarea
          class="control"
          {...control}
          placeholder={props.placeholder}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
