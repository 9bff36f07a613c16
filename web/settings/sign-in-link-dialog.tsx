import type { JSX } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { Dialog } from '../ui/dialog.tsx'

export interface HandedLink {
  readonly name: string
  readonly link: string
}

interface SignInLinkDialogProps {
  readonly handed: HandedLink | undefined
  readonly onClose: () => void
}

/** The one time that a new member's link is shown. */
export function SignInLinkDialog(props: SignInLinkDialogProps): JSX.Element {
  return (
    <Dialog
      open={props.handed !== undefined}
      onClose={props.onClose}
      title={`Give ${props.handed?.name ?? ''} this link`}
      description="With it the new member chooses a password. It works once, and it is shown only now."
      actions={
        <Button kind="primary" onClick={props.onClose}>
          Done
        </Button>
      }
    >
      <CopyField label="Sign-in link" value={props.handed?.link ?? ''} />
    </Dialog>
  )
}
