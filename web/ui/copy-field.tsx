import './copy-field.css'
import Check from 'lucide-solid/icons/check'
import Copy from 'lucide-solid/icons/copy'
import { createSignal, type JSX } from 'solid-js'
import { Button } from './button.tsx'
import { Field } from './field.tsx'

interface CopyFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
}

/** Something to hand over: a link, a secret. */
export function CopyField(props: CopyFieldProps): JSX.Element {
  const [said, setSaid] = createSignal('')
  let input: HTMLInputElement | undefined
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.value)
      setSaid('Copied')
    } catch {
      // Without permission, or without https: the person copies what is selected.
      input?.select()
      setSaid('Press Ctrl+C to copy')
    }
  }
  return (
    <Field label={props.label} hint={props.hint}>
      {(control) => (
        <div class="copy-field">
          <input
            ref={input}
            class="control"
            {...control}
            readonly
            value={props.value}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button icon={said() === 'Copied' ? Check : Copy} onClick={copy}>
            {said() === 'Copied' ? 'Copied' : 'Copy'}
          </Button>
          <span role="status" class="aside">
            {said()}
          </span>
        </div>
      )}
    </Field>
  )
}
