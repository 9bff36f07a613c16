import { useSearchParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import type { WaitlistFilter, WaitlistUrgency } from '../generated/graphql.ts'
import { FilterSelect } from '../ui/filter-select.tsx'
import { optionsOf, urgencyWords } from './waitlist-words.ts'

/** Who waits, what is free and offered, or who waits no more. */
export type WaitlistView = (typeof views)[number]
const views = ['waiting', 'slots', 'past'] as const

export interface WaitlistFilters {
  readonly view: () => WaitlistView
  readonly words: () => string
  readonly urgency: () => WaitlistUrgency | undefined
  readonly set: (change: { view?: string; search?: string; urgency?: string }) => void
}

const urgencies = optionsOf(urgencyWords).toReversed()

/** Which entries are shown. In the address. */
export function useWaitlistFilters(): WaitlistFilters {
  const [search, setSearch] = useSearchParams<{ view?: string; search?: string; urgency?: string }>()
  return {
    view: () => views.find((each) => each === search.view) ?? 'waiting',
    words: () => search.search ?? '',
    urgency: () => urgencies.find((each) => each.value === search.urgency)?.value,
    set: (change) => setSearch(change, { replace: true }),
  }
}

/** As the API is asked. */
export function filterOf(filters: WaitlistFilters): WaitlistFilter {
  const isPast = filters.view() === 'past'
  return {
    statuses: isPast ? ['BOOKED', 'LEFT', 'EXPIRED'] : ['WAITING', 'OFFERED'],
    ...(filters.urgency() && { urgency: filters.urgency() }),
    ...(filters.words() && { search: filters.words() }),
  }
}

export function isFiltered(filters: WaitlistFilters): boolean {
  return Boolean(filters.words() || filters.urgency())
}

export function UrgencyFilter(props: { readonly filters: WaitlistFilters }): JSX.Element {
  return (
    <FilterSelect
      label="Urgency"
      all="Any urgency"
      value={props.filters.urgency()}
      options={urgencies}
      onChange={(urgency) => props.filters.set({ urgency: urgency || undefined })}
    />
  )
}
