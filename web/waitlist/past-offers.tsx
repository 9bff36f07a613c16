import { type JSX, Match, Switch } from 'solid-js'
import type { Pages } from '../api/create-pages.ts'
import type { OfferLineFragment, WaitlistOfferStatus } from '../generated/graphql.ts'
import { timeInWords } from '../session/when.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { OfferState } from './state-mark.tsx'
import { offerWords, slotInWords } from './waitlist-words.ts'

interface PastOffersProps {
  readonly pages: Pages<OfferLineFragment>
  readonly outcome: WaitlistOfferStatus | undefined
  readonly onOutcome: (outcome: WaitlistOfferStatus | undefined) => void
  readonly onOpen: (id: string) => void
}

const outcomes = (['ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN'] as const).map((value) => ({
  value,
  label: offerWords[value],
}))

/** What became of the offers, the latest first. */
export function PastOffers(props: PastOffersProps): JSX.Element {
  return (
    <>
      <header class="waitlist-head">
        <h2>Past offers</h2>
        <FilterSelect
          label="Outcome"
          all="All"
          value={props.outcome}
          options={outcomes}
          onChange={(value) => props.onOutcome(outcomes.find((each) => each.value === value)?.value)}
        />
      </header>
      <Switch fallback={<Skeleton lines={4} />}>
        <Match when={props.pages.nodes()?.length === 0}>
          <p class="waitlist-none">{props.outcome ? 'No offer has ended like this.' : 'No offer has ended yet.'}</p>
        </Match>
        <Match when={props.pages.nodes()}>
          {(offers) => (
            <DataTable
              caption="Offers that have ended"
              rows={offers()}
              nameHead="Client"
              name={(row) => row.entry.client.name}
              narrowDetail={(row) => slotInWords(row.slot)}
              columns={columns}
              onOpen={(row) => props.onOpen(row.entry.id)}
            />
          )}
        </Match>
        <Match when={props.pages.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={props.pages.again} />}
        </Match>
      </Switch>
    </>
  )
}

const columns: readonly Column<OfferLineFragment>[] = [
  { head: 'Slot', cell: (row) => slotInWords(row.slot), wideOnly: true },
  { head: 'Outcome', cell: (row) => <OfferState status={row.status} /> },
  { head: 'Offered', cell: (row) => `${timeInWords(row.offeredAt)} by ${row.offeredBy}`, wideOnly: true },
  {
    head: 'Decided',
    cell: (row) => [row.decidedAt && timeInWords(row.decidedAt), row.decidedBy].filter(Boolean).join(' by '),
    wideOnly: true,
  },
]
