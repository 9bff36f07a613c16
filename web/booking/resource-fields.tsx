import type { JSX } from 'solid-js'
import { mayChangeAppointment } from '../../domain/rights.ts'
import type { Facts } from '../calendar/drag/judge.ts'
import type { Column } from '../calendar/store/book.ts'
import { SelectField, type SelectOption } from '../ui/select-field.tsx'
import { isFree, type Wanted } from './suggest.ts'

interface ResourceFieldProps {
  readonly resources: readonly Column[]
  readonly problem: string | undefined
  /** The time in question, to say who and what is taken then; undefined when it is not known. */
  readonly wanted: Wanted | undefined
  readonly facts: Facts | undefined
}

interface TherapistFieldProps extends ResourceFieldProps {
  readonly value: string | undefined
  readonly suggested?: Column
  readonly onChange: (id: string | undefined) => void
}

export function TherapistField(props: TherapistFieldProps): JSX.Element {
  const mayBook = (id: string) => {
    const viewer = props.facts?.viewer
    return !viewer || mayChangeAppointment(viewer.rights, id, viewer.therapistId)
  }
  const options = (): SelectOption<string>[] => [
    ...(props.value === undefined ? [{ value: '', label: props.suggested?.name ?? 'Choose' }] : []),
    ...props.resources
      .filter((each) => each.kind === 'therapist' && (each.active || each.id === props.value) && mayBook(each.id))
      .map((each) => ({ value: each.id, label: nameWithState(each, props) })),
  ]
  return (
    <SelectField
      label="Therapist"
      value={props.value ?? ''}
      options={options()}
      problem={props.problem}
      hint={props.value === undefined && props.suggested ? 'The first who is free.' : undefined}
      onChange={(id) => props.onChange(id || undefined)}
    />
  )
}

const SUGGESTED = 'suggested'
const NONE = 'none'

interface RoomFieldProps extends ResourceFieldProps {
  /** Undefined: whichever is suggested; null: none. */
  readonly value: string | null | undefined
  /** Left out where nothing is suggested. */
  readonly suggestion?: string
  readonly onChange: (id: string | null | undefined) => void
}

export function RoomField(props: RoomFieldProps): JSX.Element {
  const options = (): SelectOption<string>[] => [
    ...(props.suggestion === undefined ? [] : [{ value: SUGGESTED, label: props.suggestion }]),
    ...props.resources
      .filter((each) => each.kind === 'room' && (each.active || each.id === props.value))
      .map((each) => ({ value: each.id, label: nameWithState(each, props) })),
    { value: NONE, label: 'No room' },
  ]
  const change = (value: string) => props.onChange(value === SUGGESTED ? undefined : value === NONE ? null : value)
  return (
    <SelectField
      label="Room"
      value={props.value === undefined ? SUGGESTED : (props.value ?? NONE)}
      options={options()}
      problem={props.problem}
      onChange={change}
    />
  )
}

function nameWithState(resource: Column, { wanted, facts }: ResourceFieldProps): string {
  if (!wanted || !facts || isFree(resource, wanted, facts)) return resource.name
  return `${resource.name} (not free)`
}
