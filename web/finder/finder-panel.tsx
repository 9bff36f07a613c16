import './finder.css'
import '../form/form.css'
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { addDays, type LocalDate, localDateOf } from '../../domain/zone.ts'
import type { ChosenClient } from '../booking/draft.ts'
import type { Desk } from '../calendar/desk.ts'
import { shortDate } from '../calendar/page/date-words.ts'
import type { Hold, Place } from '../calendar/store/book.ts'
import { createHeld } from '../holds/create-held.ts'
import { HeldNotice } from '../holds/held-notice.tsx'
import { Button } from '../ui/button.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { FieldProblem } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { createFinder, type Finder } from './create-finder.ts'
import type { FinderEntries } from './entries.ts'
import { FinderFields } from './finder-fields.tsx'
import type { FoundSlot } from './found-slot.ts'
import { type SlotActions, SlotList, SlotRow } from './slot-list.tsx'

export interface TakenSlot {
  readonly place: Place
  readonly typeId: string
  readonly client: ChosenClient | undefined
}

interface FinderPanelProps {
  readonly desk: Desk
  readonly first: FinderEntries
  readonly onEntries: (entries: FinderEntries) => void
  readonly onTake: (slot: TakenSlot) => void
  readonly onClose: () => void
}

/** When somebody could be seen: what is wanted above, what is free below, while it is being said on the phone. */
export function FinderPanel(props: FinderPanelProps): JSX.Element {
  const { desk } = props
  const finder = createFinder(desk, props.first, props.onEntries)
  const held = createHeld(desk, () => finder.entries().typeId)
  let results: HTMLDivElement | undefined
  const take = (place: Place, typeId = finder.entries().typeId) =>
    props.onTake({ place, typeId, client: finder.entries().client })
  const hold = async ({ place }: FoundSlot) => {
    if (!(await held.run(place))) return
    desk.withDay(localDateOf(place.startsAt, desk.zone), (commands) => commands.showInstant(place.startsAt))
  }
  const actions: SlotActions = { desk, onTake: (slot) => take(slot.place), onHold: (slot) => void hold(slot) }
  return (
    <Panel title="Find a time" onClose={props.onClose}>
      <form
        class="form finder-panel"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => onEnter(event, results)}
      >
        <FinderFields desk={desk} finder={finder} />
      </form>
      <Show when={held.hold()}>{(kept) => <HeldSlot desk={desk} hold={kept()} onTake={take} />}</Show>
      <FieldProblem text={held.problem()} />
      <div class="finder-found" classList={{ looking: finder.looking() }} ref={results}>
        <Results finder={finder} actions={actions} />
      </div>
    </Panel>
  )
}

interface HeldSlotProps {
  readonly desk: Desk
  readonly hold: Hold
  readonly onTake: (place: Place, typeId: string) => void
}

function HeldSlot(props: HeldSlotProps): JSX.Element {
  return (
    <HeldNotice desk={props.desk} hold={props.hold}>
      <div>
        <Button kind="primary" onClick={() => props.onTake(props.hold, props.hold.typeId)}>
          Book it…
        </Button>
      </div>
    </HeldNotice>
  )
}

function Results(props: { readonly finder: Finder; readonly actions: SlotActions }): JSX.Element {
  const { finder, actions } = props
  const slots = () => finder.found()?.slots ?? []
  return (
    <>
      <p role="status" class="aside">
        {statusOf(finder)}
      </p>
      <Switch>
        <Match when={finder.problem()}>{(problem) => <Notice tone="warning">{problem()}</Notice>}</Match>
        <Match when={finder.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={finder.again} />}
        </Match>
        <Match when={slots().length > 0}>
          <SlotList {...actions} slots={slots()} />
          <Show when={laterThan(finder)}>
            {(later) => (
              <Button kind="quiet" onClick={() => finder.set({ from: later() })}>
                Look on from {shortDate(later())}
              </Button>
            )}
          </Show>
        </Match>
        <Match when={finder.found()}>
          <Nothing finder={finder} actions={actions} />
        </Match>
      </Switch>
    </>
  )
}

/** Why there is nothing, and the first that there is beyond what was asked for. */
function Nothing(props: { readonly finder: Finder; readonly actions: SlotActions }): JSX.Element {
  const found = () => props.finder.found()
  return (
    <>
      <Notice tone="warning">
        <p>Nothing fits all of that.</p>
        <For each={found()?.reasons}>{(reason) => <p>{reason}</p>}</For>
      </Notice>
      <Show when={found()?.nextFit}>
        {(slot) => (
          <section aria-label="The first after that" class="finder-days">
            <h3>The first after that</h3>
            <ul>
              <SlotRow {...props.actions} slot={slot()} withDate />
            </ul>
          </section>
        )}
      </Show>
    </>
  )
}

/** The day the answer broke off, unless that is where it began. */
function laterThan(finder: Finder): LocalDate | undefined {
  const later = finder.found()?.later
  return later === finder.entries().from ? later && addDays(later, 1) : later
}

/** From a field straight to the first slot: Enter, as in any form. */
function onEnter(event: KeyboardEvent, results: HTMLElement | undefined): void {
  if (event.key !== 'Enter' || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  results?.querySelector<HTMLElement>('[data-slot]')?.focus()
}

function statusOf(finder: Finder): string {
  if (finder.problem()) return 'Nothing to look for yet'
  const count = finder.found()?.slots.length
  if (finder.looking() || count === undefined) return 'Looking'
  if (count === 0) return 'Nothing fits'
  return `${count} ${count === 1 ? 'slot' : 'slots'}`
}
