import './form.css'
import { createUniqueId, For, type JSX, Show } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'

interface FormDialogProps {
  /** Open as long as it is there, when left out. */
  readonly open?: boolean
  readonly onClose: () => void
  readonly title: string
  readonly description: string
  /** On the button that leaves all as it is. */
  readonly keepLabel: string
  /** On the button that goes on. */
  readonly goLabel: string
  readonly goKind: 'primary' | 'danger'
  readonly busy: boolean
  /** Why it was not done; left out where the fields say so themselves. */
  readonly messages?: readonly string[]
  readonly onSubmit: () => void
  readonly children?: JSX.Element
}

/** A decision with something to enter: Enter goes on, and why it was not done stands above the fields. */
export function FormDialog(props: FormDialogProps): JSX.Element {
  const formId = createUniqueId()
  return (
    <Dialog
      open={props.open ?? true}
      onClose={props.onClose}
      title={props.title}
      description={props.description}
      actions={
        <>
          <Button onClick={props.onClose}>{props.keepLabel}</Button>
          <Button kind={props.goKind} type="submit" form={formId} busy={props.busy}>
            {props.goLabel}
          </Button>
        </>
      }
    >
      <form
        class="form"
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          props.onSubmit()
        }}
      >
        <Show when={props.messages}>
          {(messages) => (
            <div class="form-notices" role="alert">
              <For each={messages()}>{(message) => <Notice tone="danger">{message}</Notice>}</For>
            </div>
          )}
        </Show>
        {props.children}
      </form>
    </Dialog>
  )
}
