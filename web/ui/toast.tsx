import './toast.css'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import MessageSquareText from 'lucide-solid/icons/message-square-text'
import X from 'lucide-solid/icons/x'
import { createSignal, For, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { Button, IconButton } from './button.tsx'

export interface ToastTexts {
  readonly text: string
  /** News has been said aloud where it comes from. */
  readonly tone?: 'done' | 'problem' | 'news'
  readonly action?: { readonly label: string; readonly run: () => void }
  /** How long it stays; a problem stays until it is dismissed. */
  readonly seconds?: number
}

interface Toast extends ToastTexts {
  readonly id: number
}

const [toasts, setToasts] = createSignal<readonly Toast[]>([])
let lastId = 0

/** Says what was done or what went wrong. Returns what takes it away again. */
export function showToast(texts: ToastTexts): () => void {
  const id = ++lastId
  setToasts((before) => [...before.slice(-3), { ...texts, id }])
  return () => dismiss(id)
}

function dismiss(id: number): void {
  setToasts((before) => before.filter((toast) => toast.id !== id))
}

/** The place of the toasts. Both live regions exist before anything is said, else nothing would be read aloud. */
export function Toasts(): JSX.Element {
  const of = (tone: ToastTexts['tone']) => toasts().filter((toast) => (toast.tone ?? 'done') === tone)
  return (
    <div class="toasts">
      <div role="status" class="toasts-lane">
        <For each={of('done')}>{(toast) => <ToastCard toast={toast} />}</For>
      </div>
      <div role="alert" class="toasts-lane">
        <For each={of('problem')}>{(toast) => <ToastCard toast={toast} />}</For>
      </div>
      <div class="toasts-lane">
        <For each={of('news')}>{(toast) => <ToastCard toast={toast} />}</For>
      </div>
    </div>
  )
}

function ToastCard(props: { readonly toast: Toast }): JSX.Element {
  const seconds = () => props.toast.seconds ?? (props.toast.tone === 'problem' ? undefined : 6)
  let timer: number | undefined
  const hold = () => clearTimeout(timer)
  const count = () => {
    const wait = seconds()
    if (wait !== undefined) timer = window.setTimeout(() => dismiss(props.toast.id), wait * 1000)
  }
  onMount(count)
  onCleanup(hold)
  return (
    // Reading or reaching for it stops the clock.
    <div class="toast" onPointerEnter={hold} onPointerLeave={count} onFocusIn={hold} onFocusOut={count}>
      <Switch fallback={<CircleCheck size={16} class="toast-icon" />}>
        <Match when={props.toast.tone === 'problem'}>
          <CircleAlert size={16} class="toast-icon problem" />
        </Match>
        <Match when={props.toast.tone === 'news'}>
          <MessageSquareText size={16} class="toast-icon news" />
        </Match>
      </Switch>
      <p>{props.toast.text}</p>
      <Show when={props.toast.action}>
        {(action) => (
          <Button
            onClick={() => {
              dismiss(props.toast.id)
              action().run()
            }}
          >
            {action().label}
          </Button>
        )}
      </Show>
      <IconButton icon={X} label="Dismiss" onClick={() => dismiss(props.toast.id)} />
    </div>
  )
}
