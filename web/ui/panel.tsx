import './panel.css'
import X from 'lucide-solid/icons/x'
import { type JSX, onCleanup, onMount, Show } from 'solid-js'
import { IconButton } from './button.tsx'

interface PanelProps {
  readonly title: string
  readonly onClose: () => void
  /** Beside the title, before the close button. */
  readonly actions?: JSX.Element
  /** Stays at the bottom while the rest scrolls. */
  readonly footer?: JSX.Element
  /** The title takes the focus when the panel opens, unless the opener keeps it. */
  readonly keepsFocus?: boolean
  readonly children: JSX.Element
}

/** The details beside the page: part of it, not over it. On a narrow screen it takes the page's place. */
export function Panel(props: PanelProps): JSX.Element {
  const opener = document.activeElement
  let panel: HTMLElement | undefined
  let title: HTMLHeadingElement | undefined

  onMount(() => props.keepsFocus || title?.focus())
  onCleanup(() => {
    const hadFocus = panel?.contains(document.activeElement)
    if (hadFocus && opener instanceof HTMLElement) queueMicrotask(() => opener.focus())
  })

  const close = (event: KeyboardEvent) => {
    // Menus and dialogs opened from here are elsewhere in the document and close themselves.
    const mine = event.target instanceof Node && panel?.contains(event.target)
    if (event.key !== 'Escape' || event.defaultPrevented || !mine) return
    event.preventDefault()
    props.onClose()
  }

  return (
    <aside class="panel" aria-label={props.title} ref={panel} onKeyDown={close}>
      <header class="panel-head">
        <h2 class="panel-title" tabindex="-1" ref={title}>
          {props.title}
        </h2>
        {props.actions}
        <IconButton icon={X} label="Close" onClick={props.onClose} />
      </header>
      <div class="panel-body">{props.children}</div>
      <Show when={props.footer}>
        <footer class="panel-foot">{props.footer}</footer>
      </Show>
    </aside>
  )
}
