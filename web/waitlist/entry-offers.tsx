import { For, type JSX, Show } from 'solid-js'
import { mayBookWith } from '../session/may-book.ts'
import { timeInWords } from '../session/when.ts'
import type { KnownEntry } from './entry-panel.tsx'
import { OfferActions } from './offer-actions.tsx'
import { OfferState } from './state-mark.tsx'
import { slotInWords } from './waitlist-words.ts'

interface EntryOffersProps {
  readonly entry: KnownEntry
  /** Left out where nothing may be changed. */
  readonly onChanged?: () => void
}

/** What was offered to her, the latest first. */
export function EntryOffers(props: EntryOffersProps): JSX.Element {
  return (
    <Show when={props.entry.offers.length > 0}>
      <section class="panel-section">
        <h3>Offers</h3>
        <ul class="entry-offers">
          <For each={props.entry.offers}>
            {(offer) => (
              <li>
                <p>
                  {slotInWords(offer.slot)} <OfferState status={offer.status} />
                </p>
                <p class="waitlist-quiet">
                  Offered {timeInWords(offer.offeredAt)} by {offer.offeredBy}
                </p>
                <Show when={offer.status === 'OPEN' && mayBookWith(offer.slot.therapist.id) && props.onChanged}>
                  {(onChanged) => <OfferActions offer={offer} onDone={onChanged()} />}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
