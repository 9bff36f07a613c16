import type { JSX } from 'solid-js'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface RemoveDialogProps {
  readonly open: boolean
  readonly title: string
  /** What is lost, and whether it comes back. */
  readonly description: string
  readonly onKeep: () => void
  readonly onRemove: () => void
}

/** Asks before something is gone. */
export function RemoveDialog(props: RemoveDialogProps): JSX.Element {
  return (
    <Dialog
      open={props.open}
      onClose={props.onKeep}
      title={props.title}
      description={props.description}
      actions={
        <>
          <Button onClick={props.onKeep}>Keep it</Button>
          <Button
            kind="danger"
            onClick={() => {
              props.onKeep()
              props.onRemove()
            }}
          >
            Remove
          </Button>
        </>
      }
    />
  )
}
