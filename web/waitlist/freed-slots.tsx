import Ban from 'lucide-solid/icons/ban'
import Check from 'lucide-solid/icons/check'
import Send from 'lucide-solid/icons/send'
import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Pages } from '../api/create-pages.ts'
import type { CandidateLineFragment, FreedSlotsQuery } from '../generated/graphql.ts'
import { mayBookWith } from '../session/may-book.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { isOfferOf, offeredInWords, openOffer } from './open-offer.ts'
import { closeFreed, offerSlot } from './send-waitlist.ts'
import { causeWords, freedWords, slotInWords, slotTimeInWords } from './waitlist-words.ts'

type Freed = FreedSlotsQuery['freedSlots']['nodes'][number]

interface FreedSlotsProps {
  readonly pages: Pages<Freed>
  readonly onOpen: (id: string) => void
  readonly onChanged: () => void
}

/** What became free and is not taken yet: whom it fits, and what stands in the way of the others. */
export function FreedSlots(props: FreedSlotsProps): JSX.Element {
  return (
    <Switch fallback={<Skeleton lines={4} />}>
      <Match when={props.pages.nodes()?.length === 0}>
        <p class="waitlist-none">
          Nothing is free to be filled. When an appointment is cancelled or moved, its time comes here.
        </p>
      </Match>
      <Match when={props.pages.nodes()}>
        {(slots) => (
          <ul class="waitlist-lines" aria-label="Freed slots">
            <For each={slots()}>{(slot) => <Slot {...props} slot={slot} />}</For>
          </ul>
        )}
      </Match>
      <Match when={props.pages.failure()}>
        {(failure) => <FailureState failure={failure()} onRetry={props.pages.again} />}
      </Match>
    </Switch>
  )
}

function Slot(props: FreedSlotsProps & { readonly slot: Freed }): JSX.Element {
  const [busy, setBusy] = createSignal(false)
  const close = async () => {
    setBusy(true)
    await closeFreed(props.slot, props.onChanged)
    setBusy(false)
  }
  return (
    <li class="freed">
      <header class="freed-head">
        <p>
          <b>{slotInWords(props.slot.slot)}</b>
          {props.slot.slot.room ? `, ${props.slot.slot.room.name}` : ''}
        </p>
        <Badge tone={props.slot.status === 'OFFERED' ? 'accent' : 'success'}>{freedWords[props.slot.status]}</Badge>
        <span class="waitlist-quiet">
          {causeWords[props.slot.cause]}
          {props.slot.notBefore && `. Nobody is asked before ${slotTimeInWords(props.slot.notBefore)}.`}
        </span>
        <Show when={mayBookWith(props.slot.slot.therapist.id)}>
          <Button
            kind="quiet"
            icon={Ban}
            busy={busy()}
            aria-label={`Close ${slotInWords(props.slot.slot)}: offer it to nobody`}
            onClick={() => void close()}
          >
            Close
          </Button>
        </Show>
      </header>
      <Show when={props.slot.candidates.length > 0} fallback={<p class="waitlist-quiet">Nobody is waiting.</p>}>
        <ul class="freed-who">
          <For each={props.slot.candidates}>{(candidate) => <Candidate {...props} candidate={candidate} />}</For>
        </ul>
      </Show>
    </li>
  )
}

interface CandidateProps extends FreedSlotsProps {
  readonly slot: Freed
  readonly candidate: CandidateLineFragment
}

function Candidate(props: CandidateProps): JSX.Element {
  const [busy, setBusy] = createSignal(false)
  const entry = () => props.candidate.entry
  const offer = async () => {
    const { room, startsAt, therapist } = props.slot.slot
    setBusy(true)
    const place = { therapistId: therapist.id, roomId: room?.id ?? null, startsAt: Date.parse(startsAt) }
    await offerSlot(entry(), place, props.onChanged)
    setBusy(false)
  }
  const time = () => {
    const { endsAt, startsAt, therapist } = props.slot.slot
    return { therapistId: therapist.id, startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) }
  }
  /** Of somebody who is asked about this very slot there is no more to say. */
  const asked = () => {
    const open = openOffer(props.candidate)
    return open && isOfferOf(open, time()) ? open : undefined
  }
  const standing = () => (asked() ? 'Offered: ' : props.candidate.fits ? 'Fits: ' : 'Does not fit: ')
  return (
    <li class="candidate" classList={{ unfit: !props.candidate.fits && !asked() }}>
      <Dynamic component={asked() ? Send : props.candidate.fits ? Check : Ban} size={14} />
      <div>
        <p>
          <span class="aside">{standing()}</span>
          <button type="button" class="link-button" onClick={() => props.onOpen(entry().id)}>
            {entry().client.name}
          </button>
          <span class="waitlist-quiet">
            {entry().type.name}, score {props.candidate.score.total}
          </span>
        </p>
        <p class="waitlist-quiet">{asked() ? offeredInWords(asked()!, time()) : props.candidate.reasons.join(' ')}</p>
      </div>
      <Show when={props.candidate.fits && props.slot.status === 'OPEN' && mayBookWith(props.slot.slot.therapist.id)}>
        <Button
          icon={Send}
          busy={busy()}
          aria-label={`Offer it to ${entry().client.name}`}
          onClick={() => void offer()}
        >
          Offer
        </Button>
      </Show>
    </li>
  )
}
