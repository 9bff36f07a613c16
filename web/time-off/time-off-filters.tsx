import './time-off-filters.css'
import { useSearchParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import type { TimeOffStatus } from '../generated/graphql.ts'
import { FilterSelect } from '../ui/filter-select.tsx'
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
    <div class="time-off-filters">
      <FilterSelect
        label="Who or what"
        all="Everybody"
        value={props.filters.resourceId()}
        options={whos()}
        onChange={(who) => props.filters.set({ who })}
      />
      <FilterSelect
        label="State"
        all="Any state"
        value={props.filters.status()}
        options={statuses.map((value) => ({ value, label: statusWords[value] }))}
        onChange={(status) => props.filters.set({ status })}
      />
    </div>
  )
}
