import './dialog.css'
import { Dialog as Kobalte } from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import { type JSX, Show } from 'solid-js'

const FIELD = 'input:enabled:not([type="radio"]:not(:checked)), select:enabled, textarea:enabled'

interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly description?: string
  readonly children?: JSX.Element
  /** The buttons; the last is the one that goes on. */
  readonly actions?: JSX.Element
}

/** For a decision that cannot wait. Details belong in a panel. */
export function Dialog(props: DialogProps): JSX.Element {
  let content: HTMLElement | undefined
  // Where there is something to enter, one begins there, and not at the button that closes.
  const startAtField = (event: Event) => {
    const field = content?.querySelector<HTMLElement>(FIELD)
    if (!field) return
    event.preventDefault()
    field.focus()
  }
  return (
    <Kobalte open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="dialog-scrim" />
        <div class="dialog-place">
          <Kobalte.Content class="dialog" ref={content} onOpenAutoFocus={startAtField}>
            <header class="dialog-head">
              <Kobalte.Title class="dialog-title">{props.title}</Kobalte.Title>
              <Kobalte.CloseButton class="button quiet icon-only" aria-label="Close" title="Close">
                <X size={16} />
              </Kobalte.CloseButton>
            </header>
            <Show when={props.description}>
              <Kobalte.Description class="dialog-description">{props.description}</Kobalte.Description>
            </Show>
            {props.children}
            <Show when={props.actions}>
              <footer class="dialog-actions">{props.actions}</footer>
            </Show>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  )
}
