import { Show } from 'solid-js'
import type { WaitField } from '../../../domain/public-booking.ts'
import type { BookingReading } from './booking-times.ts'

/** A form whose fields stay as they were typed, and say what is wrong where it is. */
export type TypedProps = BookingReading & {
  readonly view: {
    readonly consent: string | null
    readonly typed: Readonly<Record<string, string>>
    readonly wrong: { readonly fields: readonly WaitField[] } | null
  }
}

type FieldProps = TypedProps & {
  readonly name: Exclude<WaitField, 'consent'>
  readonly label: string
  readonly hint?: string
  readonly type?: 'email' | 'tel' | 'date' | 'lines'
  readonly autocomplete?: 'name' | 'email' | 'tel'
  readonly most?: number
  /** Of a date. */
  readonly earliest?: string
  readonly isRequired?: boolean
}

/** Who she is, and where she is reached. */
export function WhoFields(props: TypedProps & { readonly emailHint: string; readonly phoneHint: string }) {
  const { words } = props
  const email = { label: words.email, hint: props.emailHint, autocomplete: 'email' as const, most: 254 }
  const phone = { label: words.phone, hint: props.phoneHint, autocomplete: 'tel' as const, most: 30 }
  return (
    <>
      <Field {...props} name="name" label={words.yourName} autocomplete="name" most={200} isRequired />
      <Field {...props} {...email} name="email" type="email" isRequired />
      <Field {...props} {...phone} name="phone" type="tel" />
    </>
  )
}

/** One line, several, or a date. */
export function Field(props: FieldProps) {
  const { name, view, words } = props
  const isWrong = view.wrong?.fields.includes(name) ?? false
  const told = isWrong ? words.wrong[name] : props.hint
  const described = {
    ...{ id: name, name, maxlength: props.most },
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-describedby': told ? `${name}-hint` : undefined,
  }
  return (
    <div class="field">
      <label for={name}>
        {props.label}
        <Show when={!props.isRequired}>
          <span class="quiet"> · {words.optional}</span>
        </Show>
      </label>
      <Show
        when={props.type === 'lines'}
        fallback={
          <input
            {...described}
            type={props.type ?? 'text'}
            value={view.typed[name] ?? ''}
            autocomplete={props.autocomplete}
            min={props.earliest}
            required={props.isRequired}
          />
        }
      >
        <textarea {...described} rows="3">
          {view.typed[name] ?? ''}
        </textarea>
      </Show>
      <Show when={told}>
        <p id={`${name}-hint`} class={isWrong ? 'wrong' : 'quiet'}>
          {told}
        </p>
      </Show>
    </div>
  )
}

/** What somebody agrees to. */
export function Consent(props: TypedProps) {
  const { view, words } = props
  const isWrong = view.wrong?.fields.includes('consent') ?? false
  return (
    <fieldset class="small">
      <legend>{words.consent}</legend>
      <p class="lines" id="consent-text">
        {view.consent}
      </p>
      <label class="check">
        <input
          type="checkbox"
          id="consent"
          name="consent"
          value="yes"
          required
          checked={view.typed.consent === 'yes'}
          aria-describedby={isWrong ? 'consent-wrong consent-text' : 'consent-text'}
          aria-invalid={isWrong ? 'true' : undefined}
        />
        {words.agree}
      </label>
      <Show when={isWrong}>
        <p id="consent-wrong" class="wrong">
          {words.wrong.consent}
        </p>
      </Show>
    </fieldset>
  )
}
