import './waitlist.css'
import './elsewhere.css'
import Send from 'lucide-solid/icons/send'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import type { Place } from '../calendar/store/book.ts'
import { type CandidateLineFragment, WaitingForDocument, type WaitlistLineFragment } from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { isOfferOf, offeredInWords, openOffer } from './open-offer.ts'
import { offerSlot } from './send-waitlist.ts'
import { EntryState, UrgencyMark } from './state-mark.tsx'
import { whenWaitlistChanges } from './when-waitlist-changes.ts'

const MOST = 5
/** Whoever is offered something stands behind those whom it fits. */
const READ = 20

interface WaitingForProps {
  readonly place: Place
  /** Undefined while somebody else is being entered. */
  readonly onBook: (entry: WaitlistLineFragment, place: Place) => Promise<void>
  readonly onOffered: () => void
}

/** Who is waiting for the slot, where it fits somebody: one press books her, another asks her. */
export function WaitingFor(props: WaitingForProps): JSX.Element {
  const question = createMemo(
    () => ({
      ...{ therapistId: props.place.therapistId, roomId: props.place.roomId, first: READ },
      startsAt: new Date(props.place.startsAt).toISOString(),
      endsAt: new Date(props.place.endsAt).toISOString(),
    }),
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  const answer = createAnswer(WaitingForDocument, question)
  whenWaitlistChanges(() => void answer.again())
  const shown = () => {
    const all = answer.data()?.waitingFor ?? []
    return [...all.filter((each) => each.fits).slice(0, MOST), ...all.filter((each) => isAsked(each, props.place))]
  }
  return (
    <Show when={shown().length > 0}>
      <section class="waiting-for" aria-label="Waiting for this slot">
        <h3>Waiting for this slot</h3>
        <ul>
          <For each={shown()}>{(candidate) => <Waiting {...props} candidate={candidate} />}</For>
        </ul>
      </section>
    </Show>
  )
}

/** Whom it would fit, if something were not offered to her just now; or to whom this itself is offered. */
function isAsked(candidate: CandidateLineFragment, place: Place): boolean {
  const offer = openOffer(candidate)
  return offer !== undefined && (candidate.reasons.length === 1 || isOfferOf(offer, place))
}

function Waiting(props: WaitingForProps & { readonly candidate: CandidateLineFragment }): JSX.Element {
  const [busy, setBusy] = createSignal<'book' | 'offer'>()
  const entry = () => props.candidate.entry
  const offer = () => openOffer(props.candidate)
  const run = async (what: 'book' | 'offer') => {
    setBusy(what)
    if (what === 'book') await props.onBook(entry(), props.place)
    else await offerSlot(entry(), props.place, props.onOffered)
    setBusy(undefined)
  }
  return (
    <li class="waiting-for-one">
      <div>
        <p>
          <b>{entry().client.name}</b> <UrgencyMark urgency={entry().urgency} />
          <Show when={offer()}>
            <EntryState status="OFFERED" />
          </Show>
        </p>
        <p class="waitlist-quiet">
          {entry().type.name}. {offer() ? offeredInWords(offer()!, props.place) : props.candidate.reasons.join(' ')}
        </p>
      </div>
      <Show when={!offer()}>
        <div class="waiting-for-acts">
          <Button
            busy={busy() === 'book'}
            aria-label={`Book ${entry().client.name} here`}
            onClick={() => void run('book')}
          >
            Book
          </Button>
          <Button
            kind="quiet"
            icon={Send}
            busy={busy() === 'offer'}
            aria-label={`Offer it to ${entry().client.name}`}
            onClick={() => void run('offer')}
          >
            Offer
          </Button>
        </div>
      </Show>
    </li>
  )
}
