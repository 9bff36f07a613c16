import './leave-fields.css'
import { type JSX, Show } from 'solid-js'
import { Segmented } from '../ui/segmented.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { type AwayResource, CoverField, toOption } from './cover-field.tsx'
import type { Away } from './create-away.ts'
import { withFirstDay } from './leave-entries.ts'
import { reasonOptions } from './leave-words.ts'

interface LeaveFieldsProps {
  readonly away: Away
  readonly resources: readonly AwayResource[]
  /** Whoever asks for her own time off does not choose whose. */
  readonly choosesWho: boolean
}

export function LeaveFields(props: LeaveFieldsProps): JSX.Element {
  const { entries, set, problem } = props.away
  const chosen = () => props.resources.find((each) => each.id === entries.resourceId)
  return (
    <>
      <Show when={props.choosesWho}>
        <SelectField
          label="Who or what"
          value={entries.resourceId}
          options={whoOptions(props.resources, entries.resourceId)}
          problem={problem('resourceId')}
          onChange={(resourceId) =>
            set({
              resourceId,
              coverTherapistId: entries.coverTherapistId === resourceId ? '' : entries.coverTherapistId,
            })
          }
        />
      </Show>
      <SpanFields away={props.away} />
      <SelectField
        label="Reason"
        value={entries.reason}
        options={reasonOptions}
        problem={problem('reason')}
        onChange={(reason) => set({ reason })}
      />
      <Show when={chosen()?.kind !== 'ROOM'}>
        <CoverField
          resources={props.resources}
          awayId={entries.resourceId}
          value={entries.coverTherapistId}
          problem={problem('coverTherapistId')}
          onChange={(coverTherapistId) => set({ coverTherapistId })}
        />
      </Show>
      <TextArea
        label="Note"
        value={entries.note}
        placeholder="For the desk"
        problem={problem('note')}
        onInput={(note) => set({ note })}
      />
    </>
  )
}

const spans = [
  { value: 'whole', label: 'Whole days' },
  { value: 'exact', label: 'Exact times' },
] as const

function SpanFields(props: { readonly away: Away }): JSX.Element {
  const { entries, set, problem } = props.away
  return (
    <fieldset class="leave-span">
      <legend class="field-label">When</legend>
      <Segmented
        label="How it is entered"
        value={entries.isWhole ? 'whole' : 'exact'}
        options={spans}
        onChange={(span) => set({ isWhole: span === 'whole' })}
      />
      <div class="leave-when" classList={{ exact: !entries.isWhole }}>
        <TextField
          label="First day"
          type="date"
          value={entries.fromDate}
          problem={problem('fromDate')}
          onInput={(fromDate) => set(withFirstDay(entries, fromDate))}
        />
        <Show when={!entries.isWhole}>
          <TextField
            label="From"
            type="time"
            value={entries.fromTime}
            problem={problem('fromTime')}
            onInput={(fromTime) => set({ fromTime })}
          />
        </Show>
        <TextField
          label="Last day"
          type="date"
          min={entries.fromDate}
          value={entries.untilDate}
          problem={problem('untilDate')}
          onInput={(untilDate) => set({ untilDate })}
        />
        <Show when={!entries.isWhole}>
          <TextField
            label="Until"
            type="time"
            value={entries.untilTime}
            problem={problem('untilTime')}
            onInput={(untilTime) => set({ untilTime })}
          />
        </Show>
      </div>
    </fieldset>
  )
}

function whoOptions(resources: readonly AwayResource[], chosenId: string) {
  const shown = resources.filter((each) => each.active || each.id === chosenId)
  const rooms = shown.filter((each) => each.kind === 'ROOM').map(toOption)
  const therapists = shown.filter((each) => each.kind === 'THERAPIST').map(toOption)
  return [...(chosenId ? [] : [{ value: '', label: 'Choose' }]), ...therapists, ...rooms]
}
