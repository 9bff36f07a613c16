import '../appointments/appointment-panel.css'
import '../ui/facts.css'
import { A } from '@solidjs/router'
import Ban from 'lucide-solid/icons/ban'
import CalendarDays from 'lucide-solid/icons/calendar-days'
import CalendarSearch from 'lucide-solid/icons/calendar-search'
import ClipboardCheck from 'lucide-solid/icons/clipboard-check'
import Clock from 'lucide-solid/icons/clock'
import Move from 'lucide-solid/icons/move'
import Presentation from 'lucide-solid/icons/presentation'
import RotateCcw from 'lucide-solid/icons/rotate-ccw'
import { createEffect, createMemo, createSignal, For, type JSX, Match, on, Show, Switch } from 'solid-js'
import { MINUTE } from '../../domain/interval.ts'
import { localDateOf } from '../../domain/zone.ts'
import { createAnswer } from '../api/create-answer.ts'
import { ChangeTimeDialog } from '../appointments/change-time-dialog.tsx'
import { makeIds } from '../booking/make-ids.ts'
import type { Desk } from '../calendar/desk.ts'
import { lockOf } from '../calendar/drag/judge.ts'
import type { Card } from '../calendar/store/book.ts'
import { speakPlaces, standingWords, toSessionCard } from '../calendar/store/session.ts'
import { UNDO_SECONDS } from '../calendar/undo/undo.ts'
import { SessionDetailsDocument, type SessionDetailsQuery } from '../generated/graphql.ts'
import { spanInWords, timeInWords } from '../session/when.ts'
import { LeaveNotice } from '../time-off/leave-notice.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { HueMark } from '../ui/hue-field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { showToast } from '../ui/toast.tsx'
import { seesRoster } from './create-roster.ts'
import { PanelRoster } from './roster.tsx'
import { type SessionOutcome, sendSessionRestoration } from './send-session.ts'
import { SessionCancelDialog } from './session-cancel-dialog.tsx'

type Session = NonNullable<SessionDetailsQuery['session']>

interface SessionPanelProps {
  readonly id: string
  readonly desk: Desk
  readonly onClose: () => void
}

/** One session of an event beside the day: what it is, and what may be done with it. */
export function SessionPanel(props: SessionPanelProps): JSX.Element {
  const answer = createAnswer(SessionDetailsDocument, () => ({ id: props.id }))
  const live = createMemo(() => props.desk.shown().book.truth().cards.get(props.id))
  // What others do to it while it is open, and the places that are taken meanwhile.
  createEffect(on(live, () => void answer.again(), { defer: true }))
  const session = () => {
    const found = answer.data()?.session
    return found?.id === props.id ? found : undefined
  }
  return (
    <Panel title={session()?.title ?? 'Session'} onClose={props.onClose}>
      <Switch fallback={<Skeleton lines={6} />}>
        <Match when={session()}>
          {(found) => <Details {...props} session={found()} card={toSessionCard(found())} again={answer.again} />}
        </Match>
        <Match when={!answer.loading() && answer.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={() => void answer.again()} />}
        </Match>
        <Match when={!answer.loading() && answer.data()?.session === null}>
          <EmptyState
            icon={CalendarSearch}
            title="This session is not there"
            text="Its event may have been given other times."
          />
        </Match>
      </Switch>
    </Panel>
  )
}

interface DetailsProps extends SessionPanelProps {
  readonly session: Session
  readonly card: Card
  readonly again: () => Promise<void>
}

function Details(props: DetailsProps): JSX.Element {
  return (
    <>
      <div class="appointment-what">
        <HueMark hue={props.card.hue} />
        {props.card.typeName}, {(props.card.endsAt - props.card.startsAt) / MINUTE} min
      </div>
      <Actions {...props} />
      <Facts session={props.session} card={props.card} />
      <nav class="appointment-actions" aria-label="Its event">
        <A class="button plain" href={`/groups/${props.session.event.id}`}>
          <Presentation size={15} aria-hidden="true" />
          Open event
        </A>
        <Show when={seesRoster(props.desk.viewer, props.card)}>
          <A class="button plain" href={`/groups/${props.session.event.id}/sessions/${props.session.id}/attendance`}>
            <ClipboardCheck size={15} aria-hidden="true" />
            Attendance
          </A>
        </Show>
      </nav>
      <Show when={seesRoster(props.desk.viewer, props.card)}>
        <PanelRoster card={props.card} />
      </Show>
    </>
  )
}

function Facts(props: { readonly session: Session; readonly card: Card }): JSX.Element {
  const its = () => props.session
  const details = () => props.card.session!
  return (
    <dl class="facts">
      <dt>When</dt>
      <dd class="figures">{spanInWords(its().startsAt, its().endsAt)}</dd>
      <dt>Run by</dt>
      <dd>
        {its()
          .facilitators.map((each) => each.name)
          .join(', ') || 'Nobody yet'}
      </dd>
      <dt>Room</dt>
      <dd>{its().room?.name ?? 'None'}</dd>
      <dt>Places</dt>
      <dd class="figures">{speakPlaces(details())}</dd>
      <Show when={standingWords(details()).join(', ')}>
        {(words) => (
          <>
            <dt>Status</dt>
            <dd class="session-standing">{words()}</dd>
          </>
        )}
      </Show>
      <Show when={its().title !== its().event.title}>
        <dt>Event</dt>
        <dd>{its().event.title}</dd>
      </Show>
      <Show when={its().cancellationNote}>
        <dt>Note</dt>
        <dd class="appointment-notes">{its().cancellationNote}</dd>
      </Show>
      <dt>Last change</dt>
      <dd class="figures">{timeInWords(its().updatedAt)}</dd>
    </dl>
  )
}

function Actions(props: DetailsProps): JSX.Element {
  const { desk } = props
  const ids = makeIds()
  const [messages, setMessages] = createSignal<readonly string[]>([])
  const [isCancelling, setCancelling] = createSignal(false)
  const [isChanging, setChanging] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const date = () => localDateOf(props.card.startsAt, desk.zone)
  const isCancelled = () => props.card.status === 'cancelled'
  const lock = () => lockOf({ ...props.card, status: 'booked' }, { viewer: desk.viewer, isSaving: () => false })

  function takeCancelled(outcome: SessionOutcome): void {
    if (outcome.kind === 'changed') {
      const { card, others } = outcome
      desk.take(card)
      setCancelling(false)
      const more = others > 0 ? `, and ${others} more of the event` : ''
      const action = others > 0 ? undefined : { label: 'Undo', run: () => void restore(card) }
      showToast({ text: `${card.clientName} is cancelled${more}.`, seconds: UNDO_SECONDS, action })
    }
    void props.again()
  }

  // The panel may be shut by then: what comes of it is said where the undoing was offered.
  async function restore({ id, version, clientName }: Card): Promise<void> {
    const input = { id, expectedVersion: version }
    setBusy(true)
    const outcome = await sendSessionRestoration({ ...input, clientMutationId: ids.of(input) })
    setBusy(false)
    if (outcome.kind !== 'failed') ids.forget()
    setMessages(outcome.kind === 'changed' ? [] : outcome.messages)
    if (outcome.kind === 'changed') desk.take(outcome.card)
    else showToast({ text: `${clientName} stays cancelled. ${outcome.messages.join(' ')}`, tone: 'problem' })
    void props.again()
  }

  return (
    <section class="appointment-section" aria-label="Actions">
      <div role="alert" class="form-notices">
        <For each={messages()}>{(message) => <Notice tone="danger">{message}</Notice>}</For>
      </div>
      <LeaveNotice desk={desk} card={props.card} />
      <div class="appointment-actions">
        <Switch>
          <Match when={lock()}>{(words) => <p class="appointment-lock">{words()}</p>}</Match>
          <Match when={isCancelled()}>
            <Button icon={RotateCcw} busy={busy()} onClick={() => void restore(props.card)}>
              Restore
            </Button>
          </Match>
          <Match when={!isCancelled()}>
            <Button icon={Move} onClick={() => desk.withDay(date(), (commands) => commands.liftCard(props.id))}>
              Move
            </Button>
            <Button icon={Clock} onClick={() => setChanging(true)}>
              Change time…
            </Button>
            <Button kind="danger" icon={Ban} onClick={() => setCancelling(true)}>
              Cancel…
            </Button>
          </Match>
        </Switch>
        <Show when={date() !== desk.shown().date}>
          <Button icon={CalendarDays} onClick={() => desk.withDay(date(), (commands) => commands.focusCard(props.id))}>
            Show the day
          </Button>
        </Show>
      </div>
      <Show when={isChanging()}>
        <ChangeTimeDialog
          desk={desk}
          card={props.card}
          onClose={() => setChanging(false)}
          onMoved={() => {
            setChanging(false)
            void props.again()
          }}
        />
      </Show>
      <SessionCancelDialog
        open={isCancelling()}
        card={props.card}
        place={desk.sayPlace(props.card)}
        onClose={() => setCancelling(false)}
        onOutcome={takeCancelled}
      />
    </section>
  )
}
