import './form.css'
import { createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextArea } from '../ui/text-field.tsx'

interface NoteDialogProps {
  readonly title: string
  readonly description: string
  readonly keepLabel: string
  readonly goLabel: string
  /** Left out where nothing is to be written. */
  readonly noteLabel?: string
  readonly busy: boolean
  readonly message: string | undefined
  readonly onClose: () => void
  readonly onGo: (note: string) => void
}

/** Asks once more before something that cannot be taken back, with a note where one is kept. */
export function NoteDialog(props: NoteDialogProps): JSX.Element {
  const formId = createUniqueId()
  const [note, setNote] = createSignal('')
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.title}
      description={props.description}
      actions={
        <>
          <Button onClick={props.onClose}>{props.keepLabel}</Button>
          <Button kind="danger" type="submit" form={formId} busy={props.busy}>
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
          props.onGo(note().trim())
        }}
      >
        <div class="form-notices" role="alert">
          <Show when={props.message}>
            <Notice tone="danger">{props.message}</Notice>
          </Show>
        </div>
        <Show when={props.noteLabel}>{(label) => <TextArea label={label()} value={note()} onInput={setNote} />}</Show>
      </form>
    </Dialog>
  )
}
