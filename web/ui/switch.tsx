import './switch.css'
import type { JSX } from 'solid-js'

interface SwitchProps {
  /** What is on or off; read aloud, shown elsewhere. */
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

export function Switch(props: SwitchProps): JSX.Element {
  return (
    <span class="switch">
      <input
        type="checkbox"
        role="switch"
        aria-label={props.label}
        aria-checked={props.checked}
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
    </span>
  )
}
