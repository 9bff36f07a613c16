import './badge.css'
import { type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Icon } from './icon.ts'

interface BadgeProps {
  readonly tone?: 'neutral' | 'accent' | 'success' | 'warning' | 'danger'
  readonly icon?: Icon
  readonly children: JSX.Element
}

export function Badge(props: BadgeProps): JSX.Element {
  return (
    <span class={`badge ${props.tone ?? 'neutral'}`}>
      <Show when={props.icon}>{(icon) => <Dynamic component={icon()} size={12} />}</Show>
      {props.children}
    </span>
  )
}
