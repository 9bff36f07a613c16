import './button.css'
import LoaderCircle from 'lucide-solid/icons/loader-circle'
import { type JSX, Show, splitProps } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Icon } from './icon.ts'

interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly icon?: Icon
  /** Shows a spinner and ignores clicks; the button keeps its focus. */
  readonly busy?: boolean
}

export function Button(props: ButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, ['kind', 'icon', 'busy', 'class', 'children', 'onClick'])
  return (
    <button
      type="button"
      {...rest}
      class={`button ${own.kind ?? 'plain'} ${own.class ?? ''}`}
      aria-disabled={own.busy || undefined}
      onClick={(event) => (own.busy ? event.preventDefault() : call(own.onClick, event))}
    >
      <Show
        when={own.busy}
        fallback={<Show when={own.icon}>{(icon) => <Dynamic component={icon()} size={15} />}</Show>}
      >
        <LoaderCircle size={15} class="button-spinner" />
      </Show>
      {own.children}
    </button>
  )
}

interface IconButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: Icon
  /** What it does: the accessible name and the tooltip. */
  readonly label: string
}

export function IconButton(props: IconButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, ['icon', 'label', 'class'])
  return (
    <button
      type="button"
      {...rest}
      class={`button quiet icon-only ${own.class ?? ''}`}
      aria-label={own.label}
      title={own.label}
    >
      <Dynamic component={own.icon} size={16} />
    </button>
  )
}

type ClickEvent = MouseEvent & { currentTarget: HTMLButtonElement; target: Element }

function call(handler: JSX.EventHandlerUnion<HTMLButtonElement, MouseEvent> | undefined, event: ClickEvent): void {
  if (typeof handler === 'function') handler(event)
  else if (handler) handler[0](handler[1], event)
}
