import { For, type JSX, Match, Show, Switch } from 'solid-js'
import type { Pages } from '../api/create-pages.ts'
import { timeLeftSpoken } from '../calendar/layout/countdown.ts'
import type { OfferLineFragment } from '../generated/graphql.ts'
import { mayBookWith } from '../session/may-book.ts'
import { clockInWords } from '../session/when.ts'
import { FailureState } from '../ui/failure-state.tsx'
import { HueMark } from '../ui/hue-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { createEndingClock, leftInWords } from './create-ending-clock.ts'
import { OfferActions } from './offer-actions.tsx'
import { slotInWords } from './waitlist-words.ts'

interface OffersUnderWayProps {
  readonly pages: Pages<OfferLineFragment>
  readonly onOpen: (id: string) => void
  readonly onChanged: () => void
}

export function OffersUnderWay(props: OffersUnderWayProps): JSX.Element {
  const now = createEndingClock(() => props.pages.nodes()?.map((each) => Date.parse(each.expiresAt)) ?? [])
  return (
    <Switch fallback={<Skeleton lines={2} />}>
      <Match when={props.pages.nodes()?.length === 0}>
        <p class="waitlist-none">Nothing is offered to anybody just now.</p>
      </Match>
      <Match when={props.pages.nodes()}>
        {(offers) => (
          <ul class="waitlist-lines" aria-label="Offers under way">
            <For each={offers()}>
              {(offer) => <Line offer={offer} now={now()} onOpen={props.onOpen} onChanged={props.onChanged} />}
            </For>
          </ul>
        )}
      </Match>
      <Match when={props.pages.failure()}>
        {(failure) => <FailureState failure={failure()} onRetry={props.pages.again} />}
      </Match>
    </Switch>
  )
}

interface LineProps {
  readonly offer: OfferLineFragment
  readonly now: number
  readonly onOpen: (id: string) => void
  readonly onChanged: () => void
}

function Line(props: LineProps): JSX.Element {
  const end = () => Date.parse(props.offer.expiresAt)
  return (
    <li class="waitlist-line">
      <div>
        <p class="waitlist-line-name">
          <HueMark hue={props.offer.entry.type.hue} />
          <button type="button" class="link-button" onClick={() => props.onOpen(props.offer.entry.id)}>
            {props.offer.entry.client.name}
          </button>
          <span class="waitlist-left" aria-hidden="true">
            {leftInWords(end(), props.now)} left
          </span>
          <span class="aside">{timeLeftSpoken(end(), props.now)} left</span>
        </p>
        <p>
          {slotInWords(props.offer.slot)}
          {props.offer.slot.room ? `, ${props.offer.slot.room.name}` : ''}
        </p>
        <p class="waitlist-quiet">
          Offered at {clockInWords(props.offer.offeredAt)} by {props.offer.offeredBy}, kept until{' '}
          {clockInWords(props.offer.expiresAt)}
          {props.offer.chainLink > 1 ? `, link ${props.offer.chainLink} of a chain` : ''}
        </p>
      </div>
      <Show when={mayBookWith(props.offer.slot.therapist.id)}>
        <OfferActions offer={props.offer} onDone={props.onChanged} />
      </Show>
    </li>
  )
}
