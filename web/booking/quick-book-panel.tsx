import './quick-book.css'
import '../form/form.css'
import Timer from 'lucide-solid/icons/timer'
import { createUniqueId, For, type JSX, Show } from 'solid-js'
import { wordsOfFailure } from '../api/failure-words.ts'
import type { Desk } from '../calendar/desk.ts'
import type { Facts } from '../calendar/drag/judge.ts'
import type { BookableType } from '../calendar/read-day.ts'
import type { Place } from '../calendar/store/book.ts'
import type { WaitlistLineFragment } from '../generated/graphql.ts'
import { HeldNotice } from '../holds/held-notice.tsx'
import { type Repeat, ruleOf } from '../repeat/repeat.ts'
import { RepeatFields } from '../repeat/repeat-fields.tsx'
import { goesOn, standingIn } from '../series/report.ts'
import { SeriesReport } from '../series/series-report.tsx'
import { Button } from '../ui/button.tsx'
import { FieldProblem } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { WaitingFor } from '../waitlist/waiting-for.tsx'
import { ClientField } from './client-field.tsx'
import type { Booking } from './create-booking.ts'
import { overrideOf } from './refusal.ts'
import { RefusalChoices } from './refusal-choices.tsx'
import { RoomField, TherapistField } from './resource-fields.tsx'

export interface QuickBookProps {
  readonly booking: Booking
  readonly desk: Desk
  readonly facts: Facts | undefined
  readonly mayCreateClients: boolean
  readonly onBookWaiting: (entry: WaitlistLineFragment, place: Place) => Promise<void>
  readonly onClose: () => void
}

/** Booking beside the day: who, what for, when, with whom, where; what stands against it is said while it is entered. */
export function QuickBookPanel(props: QuickBookProps): JSX.Element {
  const formId = createUniqueId()
  const { booking } = props
  let form: HTMLFormElement | undefined
  const submit = async () => {
    await booking.submit()
    form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  const label = () => {
    if (booking.draft.repeat.kind !== 'never') return seriesLabel(booking)
    const place = booking.place()
    return place ? `Book ${props.desk.sayPlace({ ...place, roomId: null })}` : 'Book'
  }
  return (
    <Panel
      title="New appointment"
      onClose={props.onClose}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} busy={booking.busy()} class="booking-submit">
            <span>{label()}</span>
          </Button>
          <Button kind="quiet" onClick={props.onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <form
        class="form"
        id={formId}
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <ClientField booking={booking} mayCreate={props.mayCreateClients} />
        <PlaceFields {...props} />
        <Conflicts {...props} />
        <Waiting {...props} />
        <Repeating {...props} />
        <Show when={booking.draft.repeat.kind === 'never'}>
          <Keeping {...props} />
        </Show>
        <TextArea
          label="Notes"
          value={booking.draft.notes}
          placeholder="For the desk and the therapist"
          onInput={(notes) => booking.set({ notes })}
        />
      </form>
    </Panel>
  )
}

function PlaceFields(props: QuickBookProps): JSX.Element {
  const { booking } = props
  const { draft, set, problem } = booking
  const wanted = () => {
    const [place, type] = [booking.place(), booking.type()]
    return place && type && { ...type, start: place.startsAt, end: place.endsAt }
  }
  const shared = {
    get resources() {
      return props.desk.clinic().resources
    },
    get facts() {
      return props.facts
    },
  }
  return (
    <>
      <SelectField
        label="For"
        value={draft.typeId}
        options={typeOptions(props.desk.clinic().types)}
        problem={problem('type')}
        onChange={(typeId) => set({ typeId, minutes: minutesOf(props.desk.clinic().types, typeId) })}
      />
      <div class="booking-when">
        <TextField label="Day" type="date" value={draft.date} onInput={(date) => set({ date })} />
        <TextField
          label="Start"
          type="time"
          step={props.desk.clinic().stepMinutes * 60}
          value={draft.time}
          problem={problem('start')}
          onInput={(time) => set({ time })}
        />
        <TextField
          label="Length"
          inputmode="numeric"
          suffix="min"
          value={draft.minutes}
          problem={problem('minutes')}
          onInput={(minutes) => set({ minutes })}
        />
      </div>
      <TherapistField
        {...shared}
        wanted={wanted()}
        value={draft.therapistId}
        suggested={booking.suggestedTherapist()}
        problem={problem('therapist')}
        onChange={(therapistId) => set({ therapistId })}
      />
      <RoomField
        {...shared}
        wanted={wanted()}
        value={draft.roomId}
        suggestion={suggestionOf(booking)}
        problem={problem('room')}
        onChange={(roomId) => set({ roomId })}
      />
    </>
  )
}

/** Its place exists before it speaks, so that it is read aloud. */
function Conflicts(props: QuickBookProps): JSX.Element {
  const { booking } = props
  const refused = () => booking.refused()
  const overriding = () =>
    props.desk.viewer.rights.has('override_rules')
      ? {
          label: 'Book anyway',
          run: (reason: string) => void booking.submit(undefined, overrideOf(refused()?.problems ?? [], reason)),
        }
      : undefined
  return (
    <div class="booking-conflicts" role="status">
      <For each={booking.loose()}>{(message) => <Notice tone="warning">{message}</Notice>}</For>
      <Show when={refused()}>
        {(found) => (
          <RefusalChoices
            problems={found().problems}
            alternatives={found().alternatives}
            label={(alternative) => `Book ${props.desk.sayPlace(alternative)}`}
            onTake={(alternative) => void booking.submit(alternative)}
            holding={{
              minutes: props.desk.clinic().staffHoldMinutes,
              sayPlace: props.desk.sayPlace,
              run: (alternative) => void booking.hold(alternative),
            }}
            override={overriding()}
            busy={booking.busy()}
          />
        )}
      </Show>
      <Show when={booking.failure()}>
        {(failure) => (
          <Notice tone="danger">
            {wordsOfFailure(failure()).what}. {wordsOfFailure(failure()).next}
          </Notice>
        )}
      </Show>
    </div>
  )
}

/** While nobody is entered: who is waiting for the slot. */
function Waiting(props: QuickBookProps): JSX.Element {
  const { booking } = props
  const isOpen = () => !booking.draft.client && !booking.draft.newClient && booking.draft.repeat.kind === 'never'
  return (
    <Show when={isOpen() && booking.place()}>
      {(place) => <WaitingFor place={place()} onBook={props.onBookWaiting} onOffered={props.onClose} />}
    </Show>
  )
}

/** A series, and what would become of each of its appointments. */
function Repeating(props: QuickBookProps): JSX.Element {
  const { booking, desk } = props
  const change = (repeat: Repeat) => {
    const held = booking.held()
    // A series takes its first slot like the others: what was held for one appointment would only be in its way.
    if (held && repeat.kind !== 'never') void desk.holds.release(held)
    booking.set({ repeat })
  }
  return (
    <>
      <RepeatFields
        repeat={booking.draft.repeat}
        date={booking.draft.date}
        problem={booking.problem('repeat')}
        onChange={change}
      />
      <Show when={booking.series.report()}>
        {(report) => (
          <SeriesReport
            desk={desk}
            report={report()}
            policy={booking.series.policy()}
            onPolicy={booking.series.setPolicy}
            goesOn={goesOn(ruleOf(booking.draft.repeat, booking.draft.date) ?? '', report())}
          />
        )}
      </Show>
    </>
  )
}

function seriesLabel(booking: Booking): string {
  const report = booking.series.report()
  return report ? `Book ${standingIn(report)} appointments` : 'Book the series'
}

/** While the client makes up their mind: what is held already, or the one press that holds it. */
function Keeping(props: QuickBookProps): JSX.Element {
  const { booking, desk } = props
  const mayHold = () => booking.place() !== undefined && !booking.refused() && booking.loose().length === 0
  return (
    <div class="booking-keeping" role="status">
      <Show
        when={booking.held()}
        fallback={
          <Show when={mayHold()}>
            <Button kind="quiet" icon={Timer} busy={booking.busy()} onClick={() => void booking.hold()}>
              Hold this slot {desk.clinic().staffHoldMinutes} min
            </Button>
          </Show>
        }
      >
        {(hold) => <HeldNotice desk={desk} hold={hold()} />}
      </Show>
      <FieldProblem text={booking.holdProblem()} />
    </div>
  )
}

function typeOptions(types: readonly BookableType[]) {
  return types.map((each) => ({ value: each.id, label: `${each.name}, ${each.minutes} min` }))
}

function minutesOf(types: readonly BookableType[], id: string): string {
  return String(types.find((each) => each.id === id)?.minutes ?? '')
}

function suggestionOf(booking: Booking): string {
  if (!booking.type()?.needsRoom) return 'Not needed'
  const room = booking.suggestedRoom()
  return room ? `${room.name} (suggested)` : 'None is free'
}
