import { useNavigate, useParams } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { ask } from '../api/client.ts'
import { createPages } from '../api/create-pages.ts'
import { EventsDocument } from '../generated/graphql.ts'
import { Split } from '../shell/split.tsx'
import { TopBar, TopBarGap } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { makePause } from '../ui/make-pause.ts'
import { SearchBox } from '../ui/search-box.tsx'
import { EventFilterBar, filterOf, isFiltered, useEventFilters } from './event-filters.tsx'
import { EventList } from './event-list.tsx'
import { EventPanel } from './event-panel.tsx'

const PAGE = 50

/** Groups, workshops and classes. The public reads them at `/events`, so the desk keeps them here. */
export default function EventsPage(): JSX.Element {
  useTitle(() => 'Events')
  const navigate = useNavigate()
  const params = useParams<{ id?: string }>()
  const filters = useEventFilters()
  const pages = createPages(
    () => filterOf(filters),
    async (filter, after) => (await ask(EventsDocument, { filter, first: PAGE, after })).events,
  )
  const goTo = (id: string | undefined) => navigate(`/groups${id ? `/${id}` : ''}${location.search}`)
  const look = makePause((typed) => filters.set({ search: typed || undefined }))

  return (
    <>
      <TopBar title="Events">
        <SearchBox label="Search events" placeholder="Title or tag" value={filters.words()} onInput={look} />
        <EventFilterBar filters={filters} />
        <TopBarGap />
      </TopBar>
      <Split
        panel={
          <Show when={params.id} keyed>
            {(id) => <EventPanel id={id} onChanged={() => void pages.again()} onClose={() => goTo(undefined)} />}
          </Show>
        }
      >
        <EventList pages={pages} openId={params.id} isFiltered={isFiltered(filters)} add={undefined} onOpen={goTo} />
      </Split>
    </>
  )
}
