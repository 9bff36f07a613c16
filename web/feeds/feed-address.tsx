import './feed-address.css'
import CalendarPlus from 'lucide-solid/icons/calendar-plus'
import type { JSX } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { Dialog } from '../ui/dialog.tsx'

interface FeedAddressProps {
  readonly url: string
  readonly hint?: string
}

/** The address of a feed, to be copied, or opened by the calendar of this device. */
export function FeedAddress(props: FeedAddressProps): JSX.Element {
  return (
    <div class="feed-address">
      <CopyField label="Address" hint={props.hint} value={props.url} />
      <a class="button plain" href={props.url.replace(/^https?:/, 'webcal:')}>
        <CalendarPlus size={15} aria-hidden="true" />
        Subscribe on this device
      </a>
    </div>
  )
}

interface FeedAddressDialogProps {
  readonly url: string | undefined
  readonly onClose: () => void
}

/** The one time that the address of a private feed is shown. */
export function FeedAddressDialog(props: FeedAddressDialogProps): JSX.Element {
  return (
    <Dialog
      open={props.url !== undefined}
      onClose={props.onClose}
      title="Copy the address now"
      description="It is shown only this once. Whoever has it can read the feed, until you renew or revoke it."
      actions={
        <Button kind="primary" onClick={props.onClose}>
          I have copied it
        </Button>
      }
    >
      <FeedAddress
        url={props.url ?? ''}
        hint="In Google Calendar: Other calendars, From URL. In Outlook: Add calendar, From the web."
      />
    </Dialog>
  )
}
