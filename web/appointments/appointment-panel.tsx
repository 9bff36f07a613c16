import './appointment-panel.css'
import Ban from 'lucide-solid/icons/ban'
import CalendarDays from 'lucide-solid/icons/calendar-days'
import CalendarSearch from 'lucide-solid/icons/calendar-search'
import Clock from 'lucide-solid/icons/clock'
import Move from 'lucide-solid/icons/move'
import { createEffect, createMemo, createSignal, For, type JSX, Match, on, Show, Switch } from 'solid-js'
import { MINUTE } from '../../domain/interval.ts'
import { maySendMessages } from '../../domain/rights.ts'
import { mayBecome } from '../../domain/status.ts'
import { localDateOf } from '../../domain/zone.ts'
import { againWhileSeen } from '../api/again-while-seen.ts'
import { createAnswer } from '../api/create-answer.ts'
import { makeIds } from '../booking/make-ids.ts'
import type { Desk } from '../calendar/desk.ts'
import { lockOf } from '../calendar/drag/judge.ts'
import type { Card } from '../calendar/store/book.ts'
import { toCard } from '../calendar/store/from-graphql.ts'
import { AppointmentDetailsDocument, type AppointmentDetailsQuery } from '../generated/graphql.ts'
import { AppointmentMessages } from '../messages/about/appointment-messages.tsx'
import { Conversation } from '../messages/about/conversation.tsx'
import { MarkBadges } from '../messages/mark-badges.tsx'
import { LeaveChoices } from '../time-off/leave-choices.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { HueMark } from '../ui/hue-field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { JoinEarlier } from '../waitlist/join-earlier.tsx'
import { AppointmentFacts } from './appointment-facts.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import { ChangeTimeDialog } from './change-time-dialog.tsx'
import { type ChangeOutcome, sendStatus } from './send-change.ts'
import { StatusActions, type StatusChange } from './status-actions.tsx'
import { StatusMark } from './status-mark.tsx'

const LOOK_AGAIN_MS = 10_000

interface AppointmentPanelProps {
  readonly id: string
  readonly desk: Desk
  readonly onClose: () => void
}

/** One appointment beside the day: what it is, and what may be done with it. */
export function AppointmentPanel(props: AppointmentPanelProps): JSX.Element {
  const answer = createAnswer(AppointmentDetailsDocument, () => ({ id: props.id }))
  const live = createMemo(() => {
    const card = props.desk.shown().book.truth().cards.get(props.id)
    return card && `${card.version} ${card.mark.version}`
  })
  // What others do to it, and what comes of its messages, while it is open.
  createEffect(on(live, () => void answer.again(), { defer: true }))
  // The calendar tells what a card shows otherwise: nothing of a cancelled one, nor of one more message like the last.
  againWhileSeen(() => void answer.again(), LOOK_AGAIN_MS)
  const appointment = () => {
    const found = answer.data()?.appointment
    return found?.id === props.id ? found : undefined
  }
  return (
    <Panel title={appointment()?.client.name ?? 'Appointment'} onClose={props.onClose}>
      <Switch fallback={<Skeleton lines={6} />}>
        <Match when={appointment()}>
          {(found) => <Details {...props} appointment={found()} again={answer.again} />}
        </Match>
        <Match when={!answer.loading() && answer.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={() => void answer.again()} />}
        </Match>
        <Match when={!answer.loading() && answer.data()?.appointment === null}>
          <EmptyState
            icon={CalendarSearch}
            title="This appointment is not there"
            text="It may have been entered in error and taken off."
          />
        </Match>
      </Switch>
    </Panel>
  )
}

interface DetailsProps extends AppointmentPanelProps {
  readonly appointment: NonNullable<AppointmentDetailsQuery['appointment']>
  readonly again: () => Promise<void>
}

function Details(props: DetailsProps): JSX.Element {
  const card = () => toCard(props.appointment)
  const { rights, therapistId } = props.desk.viewer
  const mayWrite = () => maySendMessages(rights, card().therapistId, therapistId)
  return (
    <>
      <div class="appointment-what">
        <HueMark hue={props.appointment.type.hue} />
        {props.appointment.type.name}, {(card().endsAt - card().startsAt) / MINUTE} min
        <StatusMark status={card().status} confirmed={card().confirmedAt !== null} />
        <MarkBadges card={card()} />
      </div>
      <Actions {...props} card={card()} />
      <AppointmentFacts appointment={props.appointment} />
      <Show when={mayWrite()}>
        <Conversation
          appointmentId={props.id}
          client={props.appointment.client}
          conversation={props.appointment.conversation}
          onWritten={props.again}
        />
      </Show>
      <AppointmentMessages about={props.appointment} mayResend={mayWrite()} onResent={() => void props.again()} />
    </>
  )
}

function Actions(props: DetailsProps & { readonly card: Card }): JSX.Element {
  const { desk } = props
  const ids = makeIds()
  const [busy, setBusy] = createSignal(false)
  const [messages, setMessages] = createSignal<readonly string[]>([])
  const [dialog, setDialog] = createSignal<'time' | 'cancel'>()
  const date = () => localDateOf(props.card.startsAt, desk.zone)
  const lock = () => lockOf(props.card, { viewer: desk.viewer, isSaving: () => false })
  const mayChange = () => !lock() || props.card.status === 'arrived'

  const settle = (outcome: ChangeOutcome) => {
    setMessages(outcome.kind === 'changed' ? [] : outcome.messages)
    if (outcome.kind !== 'failed') ids.forget()
    if (outcome.kind === 'changed') desk.take(outcome.card)
    if (outcome.kind === 'changed') setDialog(undefined)
    void props.again()
  }
  const setStatus = async (change: StatusChange) => {
    const input = { id: props.id, expectedVersion: props.card.version, ...change }
    setBusy(true)
    settle(await sendStatus({ ...input, clientMutationId: ids.of(input) }))
    setBusy(false)
  }
  const lift = () => desk.withDay(date(), (commands) => commands.liftCard(props.id))

  return (
    <section class="appointment-section" aria-label="Actions">
      <div role="alert" class="form-notices">
        <For each={messages()}>{(message) => <Notice tone="danger">{message}</Notice>}</For>
      </div>
      <LeaveChoices
        desk={desk}
        card={props.card}
        mayMove={!lock()}
        onCancel={() => setDialog('cancel')}
        onMoved={() => void props.again()}
      />
      <Show when={mayChange()}>
        <StatusActions
          card={props.card}
          isDue={date() <= desk.date.today()}
          busy={busy()}
          onChange={(change) => void setStatus(change)}
        />
      </Show>
      <div class="appointment-actions">
        <Show when={!lock()} fallback={<p class="appointment-lock">{lock()}</p>}>
          <Button icon={Move} onClick={lift}>
            Move
          </Button>
          <Button icon={Clock} onClick={() => setDialog('time')}>
            Change time…
          </Button>
        </Show>
        <Show when={mayChange() && mayBecome(props.card.status, 'cancelled')}>
          <Button kind="danger" icon={Ban} onClick={() => setDialog('cancel')}>
            Cancel…
          </Button>
        </Show>
        <Show when={date() !== desk.shown().date}>
          <Button icon={CalendarDays} onClick={() => desk.withDay(date(), (commands) => commands.focusCard(props.id))}>
            Show the day
          </Button>
        </Show>
      </div>
      <Show when={!lock() && props.card.startsAt > desk.now() && !props.card.session}>
        <JoinEarlier card={props.card} />
      </Show>
      <Show when={dialog() === 'time'}>
        <ChangeTimeDialog
          desk={desk}
          card={props.card}
          onClose={() => setDialog(undefined)}
          onMoved={() => {
            setDialog(undefined)
            void props.again()
          }}
        />
      </Show>
      <CancelDialog
        open={dialog() === 'cancel'}
        id={props.id}
        version={props.card.version}
        clientName={props.card.clientName}
        repeats={props.card.repeats}
        place={desk.sayPlace(props.card)}
        onClose={() => setDialog(undefined)}
        onOutcome={settle}
      />
    </section>
  )
}
