import './time-off-filters.css'
import { useSearchParams } from '@solidjs/router'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { For, type JSX } from 'solid-js'
import type { TimeOffStatus } from '../generated/graphql.ts'
import type { AwayResource } from './cover-field.tsx'
import { statusWords } from './time-off-status.tsx'

export interface TimeOffFilters {
  readonly resourceId: () => string | undefined
  readonly status: () => TimeOffStatus | undefined
  readonly set: (change: { who?: string; status?: string }) => void
}

const statuses = Object.keys(statusWords) as TimeOffStatus[]

/** Whose time off is shown, and where it stands. In the address. */
export function useTimeOffFilters(): TimeOffFilters {
  const [search, setSearch] = useSearchParams<{ who?: string; status?: string }>()
  return {
    resourceId: () => search.who || undefined,
    status: () => statuses.find((each) => each === search.status),
    set: (change) => setSearch(change, { replace: true }),
  }
}

interface FilterBarProps {
  readonly filters: TimeOffFilters
  readonly resources: readonly AwayResource[]
}

export function FilterBar(props: FilterBarProps): JSX.Element {
  const whos = () => props.resources.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Filter
        label="Who or what"
        all="Everybody"
        value={props.filters.resourceId()}
        options={whos()}
        onChange={(who) => props.filters.set({ who })}
      />
      <Filter
        label="State"
        all="Any state"
        value={props.filters.status()}
        options={statuses.map((value) => ({ value, label: statusWords[value] }))}
        onChange={(status) => props.filters.set({ status })}
      />
    </>
  )
}

interface FilterProps {
  readonly label: string
  readonly all: string
  readonly value: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

function Filter(props: FilterProps): JSX.Element {
  return (
    <span class="select filter">
      <select class="control" aria-label={props.label} onChange={(event) => props.onChange(event.currentTarget.value)}>
        <option value="" selected={props.value === undefined}>
          {props.all}
        </option>
        <For each={props.options}>
          {({ value, label }) => (
            <option value={value} selected={value === props.value}>
              {label}
            </option>
          )}
        </For>
      </select>
      <ChevronDown size={14} />
    </span>
  )
}
