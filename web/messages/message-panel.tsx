import './message-panel.css'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { maySendMessages, type Right } from '../../domain/rights.ts'
import { againWhileSeen } from '../api/again-while-seen.ts'
import { createAnswer } from '../api/create-answer.ts'
import { MessageDocument, type MessageQuery } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { FailureState } from '../ui/failure-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { MessageFacts } from './message-facts.tsx'
import { MessageHistory } from './message-history.tsx'
import { kindWords } from './message-words.ts'
import { AsRead } from './reader/as-read.tsx'
import { ResendButton } from './resend-button.tsx'

const LOOK_AGAIN_MS = 20_000

export type ShownMessage = NonNullable<MessageQuery['message']>

interface MessagePanelProps {
  readonly id: string
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** One message: as its reader has it, and what became of it. */
export function MessagePanel(props: MessagePanelProps): JSX.Element {
  const answer = createAnswer(MessageDocument, () => ({ id: props.id }))
  againWhileSeen(() => void answer.again(), LOOK_AGAIN_MS)
  const message = () => answer.data()?.message
  const title = () => {
    const shown = message()
    return shown ? kindWords[shown.kind] : 'Message'
  }
  return (
    <Panel title={title()} onClose={props.onClose}>
      <Switch fallback={<Skeleton lines={8} />}>
        <Match when={message()}>
          {(shown) => (
            <>
              <MessageFacts message={shown()} />
              <Show when={mayResend(shown())}>
                <ResendButton message={shown()} onChanged={props.onChanged} />
              </Show>
              <AsRead channel={shown().channel} content={shown().content} />
              <MessageHistory message={shown()} />
            </>
          )}
        </Match>
        <Match when={answer.data()}>
          <p class="message-gone">There is no such message.</p>
        </Match>
        <Match when={answer.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={answer.again} />}
        </Match>
      </Switch>
    </Panel>
  )
}

/** A therapist may write to her own clients alone. */
function mayResend({ appointment }: ShownMessage): boolean {
  const { rights, therapistId } = viewer()
  const known = new Set(rights.map((right) => right.toLowerCase() as Right))
  return appointment !== null && maySendMessages(known, appointment.therapist.id, therapistId ?? undefined)
}
