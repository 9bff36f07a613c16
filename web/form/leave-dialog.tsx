import { type BeforeLeaveEventArgs, useBeforeLeave } from '@solidjs/router'
import { createSignal, type JSX, onCleanup, onMount } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

interface LeaveDialogProps {
  readonly isDirty: () => boolean
  /** Whether the entries are still there at that path; nowhere, when left out. */
  readonly stays?: (path: string) => boolean
}

/** Asks before entries are lost by going elsewhere. */
export function LeaveDialog(props: LeaveDialogProps): JSX.Element {
  const [held, setHeld] = createSignal<BeforeLeaveEventArgs>()
  useBeforeLeave((event) => {
    if (event.defaultPrevented || !props.isDirty()) return
    if (typeof event.to === 'string' && props.stays?.(event.to)) return
    event.preventDefault()
    setHeld(event)
  })
  const beforeUnload = (event: BeforeUnloadEvent) => props.isDirty() && event.preventDefault()
  onMount(() => window.addEventListener('beforeunload', beforeUnload))
  onCleanup(() => window.removeEventListener('beforeunload', beforeUnload))
  return (
    <Dialog
      open={held() !== undefined}
      onClose={() => setHeld(undefined)}
      title="Leave without saving?"
      description="What you entered here has not been saved."
      actions={
        <>
          <Button onClick={() => setHeld(undefined)}>Keep editing</Button>
          <Button
            kind="danger"
            onClick={() => {
              const event = held()
              setHeld(undefined)
              event?.retry(true)
            }}
          >
            Discard
          </Button>
        </>
      }
    />
  )
}
