import Check from 'lucide-solid/icons/check'
import Undo2 from 'lucide-solid/icons/undo-2'
import X from 'lucide-solid/icons/x'
import { createSignal, type JSX } from 'solid-js'
import type { OfferLineFragment } from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { decideOffer, type OfferDecision } from './send-waitlist.ts'

/** What the desk may do to an offer under way: enter what she said on the phone, or take it back. */
export function OfferActions(props: { readonly offer: OfferLineFragment; readonly onDone: () => void }): JSX.Element {
  const [busy, setBusy] = createSignal<OfferDecision>()
  const run = async (decision: OfferDecision) => {
    setBusy(decision)
    await decideOffer(props.offer, decision, props.onDone)
    setBusy(undefined)
  }
  const of = () => props.offer.entry.client.name
  return (
    <div class="offer-actions">
      <Button
        icon={Check}
        busy={busy() === 'accept'}
        aria-label={`${of()} says yes`}
        onClick={() => void run('accept')}
      >
        Says yes
      </Button>
      <Button icon={X} busy={busy() === 'decline'} aria-label={`${of()} says no`} onClick={() => void run('decline')}>
        Says no
      </Button>
      <Button
        kind="quiet"
        icon={Undo2}
        busy={busy() === 'withdraw'}
        aria-label={`Take back the offer to ${of()}`}
        onClick={() => void run('withdraw')}
      >
        Take back
      </Button>
    </div>
  )
}
