import './waitlist-drawer.css'
import { A } from '@solidjs/router'
import GripVertical from 'lucide-solid/icons/grip-vertical'
import { createMemo, For, type JSX, Match, Show, Switch } from 'solid-js'
import { overrideOf } from '../booking/refusal.ts'
import { RefusalChoices } from '../booking/refusal-choices.tsx'
import type { Desk } from '../calendar/desk.ts'
import type { Place } from '../calendar/store/book.ts'
import type { WaitlistLineFragment } from '../generated/graphql.ts'
import { isNarrow } from '../shell/is-narrow.ts'
import { Button } from '../ui/button.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { makePause } from '../ui/make-pause.ts'
import { MoreButton } from '../ui/more-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { EntryState, UrgencyMark } from '../waitlist/state-mark.tsx'
import { waitingInWords, whenInWords, whomInWords } from '../waitlist/waitlist-words.ts'
import type { Drawer, RefusedPlace } from './create-drawer.ts'

interface WaitlistDrawerProps {
  readonly desk: Desk
  readonly drawer: Drawer
  readonly onClose: () => void
}

/** Those who wait, beside the day: to be dragged onto it, or placed by keys and clicks. */
export function WaitlistDrawer(props: WaitlistDrawerProps): JSX.Element {
  const { drawer } = props
  // Whoever goes down the list points at many on the way.
  const point = makePause((id) => {
    const entry = drawer.pages.nodes()?.find((each) => each.id === id)
    if (entry) drawer.choose(entry)
  }, 80)
  const fits = createMemo(() => fitsInWords(props.desk, drawer.fitting()))
  return (
    <Panel title="Waitlist" onClose={props.onClose} actions={<A href="/waitlist">Open the board</A>}>
      <div role="alert" class="drawer-refusal">
        <Show when={drawer.refusal()} keyed>
          {(refusal) => <Refusal {...props} refusal={refusal} />}
        </Show>
      </div>
      {/* There from the first, else nothing would be read aloud. */}
      <p class="aside" role="status">
        {fits() && `${drawer.chosen()?.client.name}: ${fits()}`}
      </p>
      <Switch fallback={<Skeleton lines={6} />}>
        <Match when={drawer.pages.nodes()?.length === 0}>
          <p class="waitlist-none">Nobody is waiting. Whoever wants a slot, or a sooner one, is kept here.</p>
        </Match>
        <Match when={drawer.pages.nodes()}>
          {(entries) => (
            <>
              <p class="waitlist-quiet drawer-how">Drag somebody onto the day. Times that suit are lit.</p>
              <ul class="drawer-list" aria-label="Waiting">
                {/* By id, so that one that changes stays where it is, with its focus. */}
                <For each={entries().map((each) => each.id)}>
                  {(id) => (
                    <Show when={entries().find((each) => each.id === id)}>
                      {(entry) => <Entry drawer={drawer} entry={entry()} fits={fits()} onPoint={point} />}
                    </Show>
                  )}
                </For>
              </ul>
              <MoreButton pages={drawer.pages} />
            </>
          )}
        </Match>
        <Match when={drawer.pages.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={drawer.pages.again} />}
        </Match>
      </Switch>
    </Panel>
  )
}

interface EntryProps {
  readonly drawer: Drawer
  readonly entry: WaitlistLineFragment
  readonly onPoint: (id: string) => void
  /** When whoever is chosen would fit; undefined while that is being read. */
  readonly fits: string | undefined
}

/** `4 free times suit, the first at 9:00 AM.` */
function fitsInWords(desk: Desk, slots: readonly Place[] | undefined): string | undefined {
  if (!slots) return undefined
  const starts = [...new Set(slots.map((each) => each.startsAt))]
  if (starts.length === 0) return 'Nothing on this day would suit.'
  const [many, first] = [starts.length, desk.sayTime(Math.min(...starts))]
  return many === 1 ? `One free time suits: ${first}.` : `${many} free times suit, the first at ${first}.`
}

function Entry(props: EntryProps): JSX.Element {
  const { drawer } = props
  const isChosen = () => drawer.chosen()?.id === props.entry.id
  const press = (event: PointerEvent) => {
    const onButton = event.target instanceof Element && event.target.closest('button, a')
    // Where the drawer stands in the place of the day there is nothing to drag to: one places by clicks.
    if (event.button !== 0 || onButton || isNarrow()) return
    // A finger scrolls the list; by its grip it drags.
    const onGrip = event.target instanceof Element && event.target.closest('.drawer-grip')
    if (event.pointerType === 'touch' && !onGrip) return drawer.choose(props.entry)
    event.preventDefault()
    drawer.drag(props.entry, event)
  }
  return (
    <li
      class="drawer-entry tinted"
      classList={{ chosen: isChosen() }}
      style={{ '--hue': props.entry.type.hue }}
      data-entry={props.entry.id}
      onPointerDown={press}
      onPointerEnter={(event) => event.pointerType === 'mouse' && event.buttons === 0 && props.onPoint(props.entry.id)}
      onFocusIn={() => drawer.choose(props.entry)}
    >
      <span class="drawer-grip" aria-hidden="true">
        <GripVertical size={16} />
      </span>
      <div class="drawer-who">
        <p>
          <b title={props.entry.client.name}>{props.entry.client.name}</b>
          <UrgencyMark urgency={props.entry.urgency} />
          <span class="drawer-score" title="Score">
            {props.entry.score.total}
          </span>
        </p>
        <p>
          {props.entry.type.name}, {props.entry.type.minutes} min{' '}
          <Show when={props.entry.status === 'OFFERED'}>
            <EntryState status="OFFERED" />
          </Show>
        </p>
        <p class="waitlist-quiet">
          {whomInWords(props.entry)}. {whenInWords(props.entry)}. Waiting {waitingInWords(props.entry.waitingDays)}.
        </p>
        <div class="drawer-place">
          <Button aria-label={`Place ${props.entry.client.name}`} onClick={() => void drawer.lift(props.entry)}>
            Place
          </Button>
          <Show when={isChosen() && props.fits}>
            <span class="waitlist-quiet">{props.fits}</span>
          </Show>
        </div>
      </div>
    </li>
  )
}

function Refusal(props: WaitlistDrawerProps & { readonly refusal: RefusedPlace }): JSX.Element {
  const { desk, drawer } = props
  const { entry, place, refused } = props.refusal
  const mayOverride = desk.viewer.rights.has('override_rules')
  const run = (reason: string) => void drawer.book(entry, place, overrideOf(refused.problems, reason))
  return (
    <Notice tone="danger">
      <p>
        <b>
          {entry.client.name} was not booked {desk.sayPlace(place)}.
        </b>
      </p>
      <For each={refused.problems}>{(problem) => <p>{problem.message}</p>}</For>
      <RefusalChoices
        problems={refused.problems}
        alternatives={refused.alternatives}
        label={(alternative) => `Book ${desk.sayPlace(alternative)}`}
        onTake={(alternative) => void drawer.book(entry, alternative)}
        override={mayOverride ? { label: 'Book anyway', run } : undefined}
      />
      <Button kind="quiet" onClick={drawer.dismiss}>
        Leave it
      </Button>
    </Notice>
  )
}
