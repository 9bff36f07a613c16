import './people.css'
import { createSignal, type JSX, Show } from 'solid-js'
import { v7 } from 'uuid'
import { send } from '../api/client.ts'
import { mayEdit } from '../events/event-rights.ts'
import { optionsOf, placesInWords } from '../events/event-words.ts'
import { runChange } from '../form/run-change.ts'
import { type RegistrationStatus, UpdateEventDocument } from '../generated/graphql.ts'
import { FilterSelect } from '../ui/filter-select.tsx'
import { Switch } from '../ui/switch.tsx'
import type { PeopleEvent } from './people-page.tsx'
import { statusWords } from './registration-words.ts'

interface PeopleHeadProps {
  readonly event: PeopleEvent
  /** Where places are counted. */
  readonly counted: { readonly placesTaken: number; readonly capacity: number | null; readonly waitlisted: number }
  /** Resolves when what is shown is true again. */
  readonly onChanged: () => Promise<void>
  readonly children?: JSX.Element
  /** What stands at the end. */
  readonly tail?: JSX.Element
}

/** How full it is, and whether more may come. */
export function PeopleHead(props: PeopleHeadProps): JSX.Element {
  return (
    <div class="people-head">
      {props.children}
      <p class="figures" role="status">
        <b>{placesInWords(props.counted)}</b> places taken
        <Show when={props.counted.waitlisted > 0}>
          {' · '}
          <b>{props.counted.waitlisted}</b> waiting
        </Show>
      </p>
      <OpenSwitch event={props.event} onChanged={props.onChanged} />
      {props.tail}
    </div>
  )
}

/** Whether people may register, or ask to join. */
function OpenSwitch(props: Pick<PeopleHeadProps, 'event' | 'onChanged'>): JSX.Element {
  const words = () => {
    const what = props.event.admission === 'ENROLMENT' ? 'Enrolment' : 'Registration'
    return `${what} ${props.event.isOpen ? 'is open' : 'is closed'}`
  }
  const [wanted, setWanted] = createSignal<boolean>()
  const set = async (isOpen: boolean) => {
    const { id, version: expectedVersion } = props.event
    setWanted(isOpen)
    await runChange({
      send: async () =>
        (await send(UpdateEventDocument, { input: { id, expectedVersion, isOpen, clientMutationId: v7() } }))
          .updateEvent,
      done: () => undefined,
    })
    await props.onChanged()
    setWanted(undefined)
  }
  return (
    <span class="people-open">
      <Show when={mayEdit(props.event) && props.event.publishStatus !== 'ARCHIVED'}>
        <Switch
          label={props.event.admission === 'ENROLMENT' ? 'People may ask to join' : 'People may register'}
          checked={wanted() ?? props.event.isOpen}
          onChange={(isOpen) => void set(isOpen)}
        />
      </Show>
      {words()}
    </span>
  )
}

interface StandingFilterProps {
  readonly value: RegistrationStatus | undefined
  readonly onChange: (standing: string) => void
}

export function StandingFilter(props: StandingFilterProps): JSX.Element {
  return (
    <FilterSelect
      label="Standing"
      all="Everybody"
      value={props.value}
      options={optionsOf(statusWords)}
      onChange={props.onChange}
    />
  )
}
