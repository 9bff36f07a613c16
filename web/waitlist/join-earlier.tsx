import './waitlist.css'
import './elsewhere.css'
import { useNavigate } from '@solidjs/router'
import ArrowUpToLine from 'lucide-solid/icons/arrow-up-to-line'
import { createSignal, type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { createAnswer } from '../api/create-answer.ts'
import type { Card } from '../calendar/store/book.ts'
import { runChange } from '../form/run-change.ts'
import { JoinWaitlistDocument, WaitlistDocument } from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast.tsx'
import { EntryState } from './state-mark.tsx'

/** Somebody who has an appointment and would rather come sooner: she waits with the same therapist, and keeps what she has until then. */
export function JoinEarlier(props: { readonly card: Card }): JSX.Element {
  const navigate = useNavigate()
  const [busy, setBusy] = createSignal(false)
  const answer = createAnswer(WaitlistDocument, () => ({ filter: { clientId: props.card.clientId }, first: 20 }))
  const entry = () =>
    answer
      .data()
      ?.waitlist.nodes.find((each) => each.appointment?.id === props.card.id || each.type.id === props.card.typeId)
  const open = (id: string) => navigate(`/waitlist/${id}`)
  const join = async () => {
    const { clientId, id: appointmentId, therapistId, typeId } = props.card
    setBusy(true)
    await runChange({
      send: async (clientMutationId) => {
        const input = { clientId, typeId, appointmentId, therapistIds: [therapistId], clientMutationId }
        return (await send(JoinWaitlistDocument, { input })).joinWaitlist
      },
      done: ({ entry: made }) => {
        const action = { label: 'What would suit…', run: () => open(made.id) }
        showToast({
          text: `${props.card.clientName} waits for an earlier time, and keeps this one until then.`,
          action,
        })
        void answer.again()
      },
    })
    setBusy(false)
  }
  return (
    <Show when={answer.data()}>
      <Show
        when={entry()}
        fallback={
          <div>
            <Button kind="quiet" icon={ArrowUpToLine} busy={busy()} onClick={() => void join()}>
              Wants an earlier time
            </Button>
          </div>
        }
      >
        {(known) => (
          <p class="waits-earlier">
            <button type="button" class="link-button" onClick={() => open(known().id)}>
              {known().appointment?.id === props.card.id
                ? 'Wants an earlier time'
                : `On the waitlist for ${known().type.name}`}
            </button>
            <EntryState status={known().status} />
          </p>
        )}
      </Show>
    </Show>
  )
}
