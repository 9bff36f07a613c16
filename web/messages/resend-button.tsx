import { useNavigate } from '@solidjs/router'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { createSignal, type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { showPhone } from '../clients/phone.ts'
import { runChange } from '../form/run-change.ts'
import { type MessageStatus, ResendMessageDocument } from '../generated/graphql.ts'
import { mayDo } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast.tsx'
import type { ShownMessage } from './message-panel.tsx'

const left: readonly MessageStatus[] = ['SENT', 'DELIVERED', 'FAILED', 'BOUNCED']

type Resendable = Pick<ShownMessage, 'id' | 'status' | 'audience'> & {
  readonly appointment: { readonly id: string } | null
}

interface ResendButtonProps {
  readonly message: Resendable
  readonly onChanged: () => void
  /** The new one is shown where the button is; else its page is opened. */
  readonly staysHere?: boolean
}

/** Sends the same once more. */
export function ResendButton(props: ResendButtonProps): JSX.Element {
  const navigate = useNavigate()
  const [busy, setBusy] = createSignal(false)
  const resend = async () => {
    setBusy(true)
    await runChange({
      send: async (clientMutationId) => {
        const input = { id: props.message.id, clientMutationId }
        return (await send(ResendMessageDocument, { input })).resendMessage
      },
      done: ({ message }) => {
        props.onChanged()
        showToast({ text: `It is sent once more to ${showPhone(message.recipient)}.` })
        if (!props.staysHere) navigate(`/messages?open=${message.id}`)
      },
    })
    setBusy(false)
  }
  return (
    <Show when={mayDo('SEND_MESSAGES') && isRepeatable(props.message)}>
      <div>
        <Button icon={RotateCw} busy={busy()} onClick={() => void resend()}>
          Send again
        </Button>
      </div>
    </Show>
  )
}

/** What a client was sent about an appointment; whether it is still so, the server knows. */
function isRepeatable({ status, audience, appointment }: Resendable): boolean {
  return left.includes(status) && audience === 'CLIENT' && appointment !== null
}
