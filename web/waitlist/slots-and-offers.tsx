import { createEffect, createSignal, type JSX, on } from 'solid-js'
import { ask } from '../api/client.ts'
import { createPages } from '../api/create-pages.ts'
import { FreedSlotsDocument, type WaitlistOfferStatus, WaitlistOffersDocument } from '../generated/graphql.ts'
import { MoreButton } from '../ui/more-button.tsx'
import { Figures } from './figures.tsx'
import { FreedSlots } from './freed-slots.tsx'
import { OffersUnderWay } from './offers-under-way.tsx'
import { PastOffers } from './past-offers.tsx'

const PAGE = 20
const CANDIDATES = 6
const answered: readonly WaitlistOfferStatus[] = ['ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN']

interface SlotsAndOffersProps {
  /** Another one is read again. */
  readonly stand: unknown
  readonly onOpen: (id: string) => void
  readonly onChanged: () => void
}

/** What is offered to whom, what is free and whom it would fit, and what came of it all. */
export function SlotsAndOffers(props: SlotsAndOffersProps): JSX.Element {
  const [outcome, setOutcome] = createSignal<WaitlistOfferStatus>()
  const open = createPages(
    () => 'OPEN' as const,
    async (status, after) =>
      (await ask(WaitlistOffersDocument, { status: [status], first: PAGE, after })).waitlistOffers,
  )
  const freed = createPages(
    () => ['OPEN', 'OFFERED'] as const,
    async (status, after) =>
      (await ask(FreedSlotsDocument, { status: [...status], first: PAGE, after, candidates: CANDIDATES })).freedSlots,
  )
  const past = createPages(outcome, async (one, after) => {
    const status = one ? [one] : [...answered]
    return (await ask(WaitlistOffersDocument, { status, first: PAGE, after })).waitlistOffers
  })
  createEffect(
    on(
      () => props.stand,
      () => {
        for (const each of [open, freed, past]) void each.refresh()
      },
      { defer: true },
    ),
  )
  return (
    <div class="waitlist-board">
      <Figures stand={props.stand} />
      <section class="waitlist-section">
        <h2>Offers under way</h2>
        <OffersUnderWay pages={open} onOpen={props.onOpen} onChanged={props.onChanged} />
        <MoreButton pages={open} />
      </section>
      <section class="waitlist-section">
        <h2>Freed slots</h2>
        <FreedSlots pages={freed} onOpen={props.onOpen} onChanged={props.onChanged} />
        <MoreButton pages={freed} />
      </section>
      <section class="waitlist-section">
        <PastOffers pages={past} outcome={outcome()} onOutcome={setOutcome} onOpen={props.onOpen} />
        <MoreButton pages={past} />
      </section>
    </div>
  )
}
