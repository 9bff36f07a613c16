import './message-filters.css'
import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import type { MessageChannel, MessageFilter, MessageKind, MessageStatus } from '../generated/graphql.ts'
import { FilterSelect } from '../ui/filter-select.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { ClientFilter } from './client-filter.tsx'
import { mayReadStray } from './may-read-stray.ts'
import { channels, channelWords, kinds, kindWords } from './message-words.ts'
import { statuses, statusWords } from './status-words.ts'

/** Whether what was due is shown, what is to come, or texts that belong to no appointment. */
export type MessageView = (typeof views)[number]
const views = ['past', 'due', 'stray'] as const

export interface MessageFilters {
  readonly view: () => MessageView
  readonly asked: () => { readonly view: MessageView; readonly filter: MessageFilter }
  readonly clientId: () => string | undefined
  readonly status: () => MessageStatus | undefined
  readonly kind: () => MessageKind | undefined
  readonly channel: () => MessageChannel | undefined
  readonly isFiltered: () => boolean
  readonly set: (change: FilterSearch) => void
  readonly clear: () => void
}

type FilterSearch = { view?: string; client?: string; status?: string; kind?: string; channel?: string }

/** Which messages are shown. In the address. */
export function useMessageFilters(): MessageFilters {
  const [search, setSearch] = useSearchParams<FilterSearch>()
  const set = (change: FilterSearch) => setSearch(change, { replace: true })
  const view = () => views.find((each) => each === search.view) ?? 'past'
  const clientId = () => search.client || undefined
  const status = () => statuses.find((each) => each === search.status)
  const kind = () => kinds.find((each) => each === search.kind)
  const channel = () => channels.find((each) => each === search.channel)
  return {
    ...{ view, clientId, status, kind, channel, set },
    asked: () => ({
      view: view(),
      filter: { clientId: clientId(), status: status(), kind: kind(), channel: channel() },
    }),
    isFiltered: () => Boolean(clientId() ?? status() ?? kind() ?? channel()),
    clear: () => set({ client: '', status: '', kind: '', channel: '' }),
  }
}

export function MessageFilterBar(props: { readonly filters: MessageFilters }) {
  return (
    <div class="message-filters">
      <Segmented<MessageView>
        label="Which messages"
        value={props.filters.view()}
        options={[
          { value: 'past', label: 'So far' },
          { value: 'due', label: 'To come' },
          ...(mayReadStray() ? [{ value: 'stray' as const, label: 'Other texts' }] : []),
        ]}
        onChange={(view) => props.filters.set({ view })}
      />
      <ClientFilter clientId={props.filters.clientId()} onChange={(client) => props.filters.set({ client })} />
      <Show when={props.filters.view() !== 'stray'}>
        <FilterSelect
          label="State"
          all="Any state"
          value={props.filters.status()}
          options={statuses.map((value) => ({ value, label: statusWords[value] }))}
          onChange={(status) => props.filters.set({ status })}
        />
        <FilterSelect
          label="Message"
          all="Any message"
          value={props.filters.kind()}
          options={kinds.map((value) => ({ value, label: kindWords[value] }))}
          onChange={(kind) => props.filters.set({ kind })}
        />
        <FilterSelect
          label="Channel"
          all="Any channel"
          value={props.filters.channel()}
          options={channels.map((value) => ({ value, label: channelWords[value] }))}
          onChange={(channel) => props.filters.set({ channel })}
        />
      </Show>
    </div>
  )
}
