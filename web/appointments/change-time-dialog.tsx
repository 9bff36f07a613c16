import '../booking/quick-book.css'
import { For, type JSX, Show } from 'solid-js'
import { overrideOf } from '../booking/refusal.ts'
import { RefusalChoices } from '../booking/refusal-choices.tsx'
import { RoomField, TherapistField } from '../booking/resource-fields.tsx'
import type { Facts } from '../calendar/drag/judge.ts'
import type { Card, Column } from '../calendar/store/book.ts'
import { placeOf } from '../calendar/store/moves.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { createHeld } from '../holds/create-held.ts'
import { HeldNotice } from '../holds/held-notice.tsx'
import { Button } from '../ui/button.tsx'
import { Chips } from '../ui/chips.tsx'
import { FieldProblem } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type ChangeTimeOptions, createChangeTime, keepLength } from './create-change-time.ts'

interface ChangeTimeProps extends ChangeTimeOptions {
  readonly onClose: () => void
}

type Control = ReturnType<typeof createChangeTime>

/** Another time to the minute, another day, therapist or room, without the grid. */
export function ChangeTimeDialog(props: ChangeTimeProps): JSX.Element {
  const control = createChangeTime(props)
  return (
    <FormDialog
      onClose={props.onClose}
      title="Change time"
      description={`${props.card.clientName}, ${props.card.typeName}, now ${props.desk.sayPlace(props.card)}.`}
      keepLabel="Keep it"
      goLabel={control.place() ? `Move to ${props.desk.sayTime(control.place()!.startsAt)}` : 'Move'}
      goKind="primary"
      busy={control.busy()}
      onSubmit={() => void control.move()}
    >
      <TimeFields {...props} control={control} />
      <Refusal {...props} control={control} />
    </FormDialog>
  )
}

function TimeFields(props: ChangeTimeProps & { readonly control: Control }): JSX.Element {
  const { entries, set, place } = props.control
  const facts = () => without(props.card, props.desk.facts(entries.date))
  const wanted = () => {
    const to = place()
    return to && { ...props.card, start: to.startsAt, end: to.endsAt }
  }
  return (
    <>
      <div class="booking-when">
        <TextField label="Day" type="date" autofocus value={entries.date} onInput={(date) => set({ date })} />
        <TextField
          label="Start"
          type="time"
          value={entries.start}
          onInput={(start) => set(keepLength(entries, start))}
        />
        <TextField label="End" type="time" value={entries.end} onInput={(end) => set({ end })} />
      </div>
      <Show
        when={props.card.session}
        fallback={
          <TherapistField
            resources={props.desk.clinic().resources}
            facts={facts()}
            wanted={wanted()}
            value={entries.therapistIds[0]}
            problem={undefined}
            onChange={(therapistId) => therapistId && set({ therapistIds: [therapistId] })}
          />
        }
      >
        <Chips
          label="Run by"
          value={entries.therapistIds}
          options={runners(props.desk.clinic().resources, entries.therapistIds)}
          onChange={(therapistIds) => set({ therapistIds })}
        />
      </Show>
      <RoomField
        resources={props.desk.clinic().resources}
        facts={facts()}
        wanted={wanted()}
        value={entries.roomId}
        problem={undefined}
        onChange={(roomId) => set({ roomId: roomId ?? null })}
      />
    </>
  )
}

/** Its place exists before it speaks, so that it is read aloud. */
function Refusal(props: ChangeTimeProps & { readonly control: Control }): JSX.Element {
  const { control, desk } = props
  const held = createHeld(desk, () => props.card.typeId)
  const problems = () => control.refused()?.problems ?? []
  const overriding = () => {
    if (!desk.viewer.rights.has('override_rules')) return undefined
    return {
      label: 'Move anyway',
      run: (reason: string) => void control.move(undefined, overrideOf(problems(), reason)),
    }
  }
  return (
    <div class="booking-conflicts" role="status">
      <For each={problems()}>{(problem) => <Notice tone="warning">{problem.message}</Notice>}</For>
      <Show when={control.failure()}>{(message) => <Notice tone="danger">{message()}</Notice>}</Show>
      <Show when={control.refused()}>
        {(refused) => (
          <RefusalChoices
            problems={refused().problems}
            alternatives={refused().alternatives}
            label={(alternative) => `Move to ${desk.sayPlace(alternative)}`}
            onTake={(alternative) => void control.move(alternative)}
            override={overriding()}
            holding={props.card.session ? undefined : held.holding()}
            busy={control.busy() || held.busy()}
          />
        )}
      </Show>
      <FieldProblem text={held.problem()} />
      <Show when={held.hold()}>
        {(hold) => (
          <HeldNotice desk={desk} hold={hold()}>
            <div>
              <Button kind="primary" busy={control.busy()} onClick={() => void control.move(placeOf(hold()))}>
                Move {props.card.clientName} there
              </Button>
            </div>
          </HeldNotice>
        )}
      </Show>
    </div>
  )
}

function runners(resources: readonly Column[], chosen: readonly string[]) {
  return resources
    .filter((each) => each.kind === 'therapist' && (each.active || chosen.includes(each.id)))
    .map(({ id, name }) => ({ value: id, label: name }))
}

/** What is moved does not stand in its own way. */
function without(card: Card, facts: Facts | undefined): Facts | undefined {
  return facts && { ...facts, cardsOn: (id) => facts.cardsOn(id).filter((each) => each.id !== card.id) }
}
