import { useSearchParams } from '@solidjs/router'
import DoorOpen from 'lucide-solid/icons/door-open'
import { createEffect, createSignal, type JSX, Match, on, Show, Switch } from 'solid-js'
import { ask } from '../api/client.ts'
import { createAnswer } from '../api/create-answer.ts'
import { NoteDialog } from '../form/note-dialog.tsx'
import { ClientDocument, WaitlistEntryDocument, type WaitlistEntryQuery } from '../generated/graphql.ts'
import { mayBook } from '../session/may-book.ts'
import { Button } from '../ui/button.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { EntryFacts } from './entry-facts.tsx'
import { EntryForm } from './entry-form.tsx'
import { EntryOffers } from './entry-offers.tsx'
import { OfferByHand } from './offer-by-hand.tsx'
import { leaveWaitlist } from './send-waitlist.ts'

interface EntryPanelProps {
  /** The entry's id, or `new`. */
  readonly id: string
  /** Another stand of the list: what is shown is read again. */
  readonly stand: unknown
  readonly onChanged: () => void
  readonly onCreated: (id: string) => void
  readonly onClose: () => void
}

export type KnownEntry = NonNullable<WaitlistEntryQuery['waitlistEntry']>

export function EntryPanel(props: EntryPanelProps): JSX.Element {
  return (
    <Show when={props.id === 'new' && mayBook()} fallback={<Known {...props} />}>
      <NewEntry {...props} />
    </Show>
  )
}

/** For whom may be said in the address: `?client=`. */
function NewEntry(props: EntryPanelProps): JSX.Element {
  const [search] = useSearchParams<{ client?: string }>()
  const clientId = search.client
  const form = (client?: { id: string; name: string; phone: string | null; email: string | null }) => (
    <EntryForm
      entry={undefined}
      client={client}
      latest={async () => undefined}
      onSaved={(id) => {
        props.onChanged()
        props.onCreated(id)
      }}
      onClose={props.onClose}
    />
  )
  if (!clientId) return form()
  const answer = createAnswer(ClientDocument, () => ({ id: clientId }))
  return (
    <Show when={answer.data() || answer.failure()} fallback={<Waiting onClose={props.onClose} />}>
      {form(answer.data()?.client ?? undefined)}
    </Show>
  )
}

function Waiting(props: { readonly onClose: () => void }): JSX.Element {
  return (
    <Panel title="Waitlist entry" onClose={props.onClose}>
      <Skeleton lines={6} />
    </Panel>
  )
}

function Known(props: EntryPanelProps): JSX.Element {
  const answer = createAnswer(WaitlistEntryDocument, () => ({ id: props.id }))
  const entry = () => answer.data()?.waitlistEntry ?? undefined
  const latest = async () => (await ask(WaitlistEntryDocument, { id: props.id })).waitlistEntry ?? undefined
  const changed = () => {
    props.onChanged()
    void answer.again()
  }
  createEffect(
    on(
      () => props.stand,
      () => void answer.again(),
      { defer: true },
    ),
  )
  const isOpen = () => entry()?.status === 'WAITING' || entry()?.status === 'OFFERED'
  return (
    <Switch fallback={<Waiting onClose={props.onClose} />}>
      <Match when={isOpen() && mayBook() && entry()}>
        {(known) => (
          <EntryForm
            entry={known()}
            latest={latest}
            onSaved={changed}
            onClose={props.onClose}
            above={<EntryFacts entry={known()} mayChange onChanged={changed} />}
            below={
              <>
                <EntryOffers entry={known()} onChanged={changed} />
                <OfferByHand entry={known()} onOffered={changed} />
                <Leaving entry={known()} onLeft={changed} />
              </>
            }
          />
        )}
      </Match>
      <Match when={entry()}>
        {(known) => (
          <Panel title={known().client.name} onClose={props.onClose}>
            <EntryFacts entry={known()} mayChange={false} wishes onChanged={changed} />
            <EntryOffers entry={known()} />
          </Panel>
        )}
      </Match>
      <Match when={answer.failure()}>
        {(failure) => (
          <Panel title="Waitlist entry" onClose={props.onClose}>
            <FailureState failure={failure()} onRetry={answer.again} />
          </Panel>
        )}
      </Match>
      <Match when={answer.data()}>
        <Panel title="Waitlist entry" onClose={props.onClose}>
          <p>There is no such entry. The link may be old.</p>
        </Panel>
      </Match>
    </Switch>
  )
}

/** Off the list, with a reason where there is one. */
function Leaving(props: { readonly entry: KnownEntry; readonly onLeft: () => void }): JSX.Element {
  const [asks, setAsks] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const leave = async (reason: string) => {
    setBusy(true)
    await leaveWaitlist(props.entry, reason, props.onLeft)
    setBusy(false)
    setAsks(false)
  }
  return (
    <section class="panel-section" aria-label="Leave the list">
      <div>
        <Button kind="danger" icon={DoorOpen} onClick={() => setAsks(true)}>
          Take off the list…
        </Button>
      </div>
      <Show when={asks()}>
        <NoteDialog
          title={`Take ${props.entry.client.name} off the waitlist?`}
          description="Nothing more is offered to them; what is offered now goes to the next."
          keepLabel="Keep waiting"
          goLabel="Take off the list"
          noteLabel="Reason"
          busy={busy()}
          message={undefined}
          onClose={() => setAsks(false)}
          onGo={(reason) => void leave(reason)}
        />
      </Show>
    </section>
  )
}
