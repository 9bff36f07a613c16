import './state.css'
import { type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Icon } from './icon.ts'

interface EmptyStateProps {
  readonly icon: Icon
  readonly title: string
  /** What would be here, and the one thing to do. */
  readonly text: string
  readonly action?: JSX.Element
}

export function EmptyState(props: EmptyStateProps): JSX.Element {
  return (
    <div class="state">
      <Dynamic component={props.icon} size={20} strokeWidth={1.75} class="state-icon" />
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      <Show when={props.action}>{props.action}</Show>
    </div>
  )
}
