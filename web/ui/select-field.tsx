import ChevronDown from 'lucide-solid/icons/chevron-down'
import { For, type JSX } from 'solid-js'
import { Field, type FieldTexts } from './field.tsx'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface SelectFieldProps<Value extends string> extends FieldTexts {
  readonly value: Value
  readonly options: readonly SelectOption<Value>[]
  readonly onChange: (value: Value) => void
  readonly disabled?: boolean
}

/** The browser's own select, restyled: its list is the platform's, which every assistive technology and phone knows. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>): JSX.Element {
  const change = (value: string) => {
    const chosen = props.options.find((option) => option.value === value)
    if (chosen) props.onChange(chosen.value)
  }
  return (
    <Field label={props.label} hint={props.hint} problem={props.problem} required={props.required}>
      {(control) => (
        <span class="select">
          <select
            class="control"
            {...control}
            disabled={props.disabled}
            onChange={(event) => change(event.currentTarget.value)}
          >
            <For each={props.options}>
              {(option) => (
                <option value={option.value} selected={option.value === props.value}>
                  {option.label}
                </option>
              )}
            </For>
          </select>
          <ChevronDown size={14} />
        </span>
      )}
    </Field>
  )
}
