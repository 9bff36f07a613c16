import { useSearchParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import type { EventFilter, EventKind, PublishStatus } from '../generated/graphql.ts'
import { FilterSelect } from '../ui/filter-select.tsx'
import { stateWords } from './event-state.tsx'
import { kindOptions, optionsOf } from './event-words.ts'

export interface EventFilters {
  readonly words: () => string
  readonly status: () => PublishStatus | undefined
  readonly kind: () => EventKind | undefined
  readonly set: (change: { search?: string; state?: string; kind?: string }) => void
}

const states = optionsOf(stateWords)

/** Which events are shown. In the address. */
export function useEventFilters(): EventFilters {
  const [search, setSearch] = useSearchParams<{ search?: string; state?: string; kind?: string }>()
  return {
    words: () => search.search ?? '',
    status: () => states.find((each) => each.value === search.state)?.value,
    kind: () => kindOptions.find((each) => each.value === search.kind)?.value,
    set: (change) => setSearch(change, { replace: true }),
  }
}

/** As the API is asked: without a state, those that are archived are left out. */
export function filterOf(filters: EventFilters): EventFilter {
  const [status, kind] = [filters.status(), filters.kind()]
  return {
    publishStatus: status ? [status] : ['DRAFT', 'PUBLISHED'],
    ...(kind && { kind: [kind] }),
    ...(filters.words() && { search: filters.words() }),
  }
}

export function isFiltered(filters: EventFilters): boolean {
  return Boolean(filters.words() || filters.status() || filters.kind())
}

export function EventFilterBar(props: { readonly filters: EventFilters }): JSX.Element {
  return (
    <>
      <FilterSelect
        label="State"
        all="Drafts and published"
        value={props.filters.status()}
        options={states}
        onChange={(state) => props.filters.set({ state: state || undefined })}
      />
      <FilterSelect
        label="Kind"
        all="Any kind"
        value={props.filters.kind()}
        options={kindOptions}
        onChange={(kind) => props.filters.set({ kind: kind || undefined })}
      />
    </>
  )
}
