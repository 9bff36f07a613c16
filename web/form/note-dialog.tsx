import { createSignal, type JSX, Show } from 'solid-js'
import { TextArea } from '../ui/text-field.tsx'
import { FormDialog } from './form-dialog.tsx'

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
  const [note, setNote] = createSignal('')
  return (
    <FormDialog
      onClose={props.onClose}
      title={props.title}
      description={props.description}
      keepLabel={props.keepLabel}
      goLabel={props.goLabel}
      goKind="danger"
      busy={props.busy}
      messages={props.message ? [props.message] : []}
      onSubmit={() => props.onGo(note().trim())}
    >
      <Show when={props.noteLabel}>{(label) => <TextArea label={label()} value={note()} onInput={setNote} />}</Show>
    </FormDialog>
  )
}
