import type { JSX } from 'solid-js'
import { SelectField } from '../ui/select-field.tsx'

export interface AwayResource {
  readonly id: string
  readonly kind: 'THERAPIST' | 'ROOM'
  readonly name: string
  readonly active: boolean
}

interface CoverFieldProps {
  readonly resources: readonly AwayResource[]
  /** Who is away, and cannot cover. */
  readonly awayId: string
  readonly value: string
  readonly problem?: string
  readonly onChange: (therapistId: string) => void
}

/** The therapist to whom the appointments are proposed to go, each at its time. */
export function CoverField(props: CoverFieldProps): JSX.Element {
  const covers = () =>
    props.resources.filter((each) => each.kind === 'THERAPIST' && each.active && each.id !== props.awayId)
  return (
    <SelectField
      label="Cover"
      hint="Proposed for every appointment then that fits."
      value={props.value}
      options={[{ value: '', label: 'Nobody in particular' }, ...covers().map(toOption)]}
      problem={props.problem}
      onChange={props.onChange}
    />
  )
}

export function toOption({ id, name }: AwayResource): { readonly value: string; readonly label: string } {
  return { value: id, label: name }
}
