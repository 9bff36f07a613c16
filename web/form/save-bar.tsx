import './save-bar.css'
import { type JSX, Show } from 'solid-js'
import { Button } from '../ui/button.tsx'

interface SaveBarProps {
  readonly form: { readonly isDirty: () => boolean; readonly busy: () => boolean }
  readonly onUndo: () => void
}

/** Stays in sight while there is something to save. */
export function SaveBar(props: SaveBarProps): JSX.Element {
  return (
    <div class="save-bar" role="status">
      <Show when={props.form.isDirty()}>
        <p>Not saved yet.</p>
        <Button kind="quiet" onClick={props.onUndo}>
          Undo changes
        </Button>
        <Button kind="primary" type="submit" busy={props.form.busy()}>
          Save
        </Button>
      </Show>
    </div>
  )
}
