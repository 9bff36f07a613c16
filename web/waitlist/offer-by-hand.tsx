import Send from 'lucide-solid/icons/send'
import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { FittingSlotsDocument, type FittingSlotsQuery } from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { KnownEntry } from './entry-panel.tsx'
import { offerSlot } from './send-waitlist.ts'
import { slotInWords } from './waitlist-words.ts'

const MOST = 6
const AHEAD_MS = 28 * 24 * 60 * 60_000

interface OfferByHandProps {
  readonly entry: KnownEntry
  readonly onOffered: () => void
}

/** The next slots that would suit her, each offered with one press: whatever the policy says. */
export function OfferByHand(props: OfferByHandProps): JSX.Element {
  const [isShown, setShown] = createSignal(false)
  return (
    <Show when={props.entry.status === 'WAITING'}>
      <section class="panel-section">
        <h3>Offer a slot</h3>
        <Show
          when={isShown()}
          fallback={
            <div>
              <Button icon={Send} onClick={() => setShown(true)}>
                Find what would suit
              </Button>
            </div>
          }
        >
          <Suiting {...props} />
        </Show>
      </section>
    </Show>
  )
}

function Suiting(props: OfferByHandProps): JSX.Element {
  const from = Date.now()
  const window = { from: new Date(from).toISOString(), to: new Date(from + AHEAD_MS).toISOString() }
  const answer = createAnswer(FittingSlotsDocument, () => ({ entryId: props.entry.id, ...window, first: MOST }))
  const [busy, setBusy] = createSignal<string>()
  const offer = async (slot: FittingSlotsQuery['fittingSlots'][number]) => {
    setBusy(slot.startsAt)
    const place = { therapistId: slot.therapist.id, roomId: slot.room?.id ?? null, startsAt: Date.parse(slot.startsAt) }
    await offerSlot(props.entry, place, props.onOffered)
    setBusy(undefined)
  }
  return (
    <Switch fallback={<Skeleton lines={3} />}>
      <Match when={answer.data()?.fittingSlots.length === 0}>
        <p class="waitlist-quiet">Nothing within four weeks would suit.</p>
      </Match>
      <Match when={answer.data()?.fittingSlots}>
        {(slots) => (
          <ul class="waitlist-choices">
            <For each={slots()}>
              {(slot) => (
                <li>
                  <Button icon={Send} busy={busy() === slot.startsAt} onClick={() => void offer(slot)}>
                    Offer {slotInWords(slot)}
                  </Button>
                </li>
              )}
            </For>
          </ul>
        )}
      </Match>
      <Match when={answer.failure()}>{(failure) => <FailureState failure={failure()} onRetry={answer.again} />}</Match>
    </Switch>
  )
}
