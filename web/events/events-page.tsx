import './events.css'
import { useNavigate, useParams } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { type JSX, Show } from 'solid-js'
import { ask } from '../api/client.ts'
import { createPages } from '../api/create-pages.ts'
import { EventsDocument } from '../generated/graphql.ts'
import { Split } from '../shell/split.tsx'
import { TopBar, TopBarGap } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { makePause } from '../ui/make-pause.ts'
import { SearchBox } from '../ui/search-box.tsx'
import { EventFilterBar, filterOf, isFiltered, useEventFilters } from './event-filters.tsx'
import { EventList } from './event-list.tsx'
import { EventPanel } from './event-panel.tsx'
import { mayPublish } from './event-rights.ts'
import { whenEventsChange } from './when-events-change.ts'

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
  whenEventsChange(() => void pages.refresh())
  const goTo = (id: string | undefined) => {
    const search = new URLSearchParams(location.search)
    search.delete('edit')
    navigate(`/groups${id ? `/${id}` : ''}${search.size > 0 ? `?${search}` : ''}`)
  }
  const look = makePause((typed) => filters.set({ search: typed || undefined }))
  const add = () => (
    <Show when={mayPublish()}>
      <Button kind="primary" icon={Plus} onClick={() => goTo('new')}>
        <span>
          New<span class="event-new"> event</span>
        </span>
      </Button>
    </Show>
  )
  const knownTags = () => [...new Set(pages.nodes()?.flatMap((each) => each.tags))].sort()

  return (
    <>
      <TopBar title="Events">
        <SearchBox label="Search events" placeholder="Title or description" value={filters.words()} onInput={look} />
        <div class="event-filters">
          <EventFilterBar filters={filters} />
        </div>
        <TopBarGap />
        <Show when={pages.nodes()?.length !== 0 || isFiltered(filters)}>{add()}</Show>
      </TopBar>
      <Split
        panel={
          <Show when={params.id} keyed>
            {(id) => (
              <EventPanel
                id={id}
                knownTags={knownTags()}
                onChanged={() => void pages.refresh()}
                onCreated={goTo}
                onClose={() => goTo(undefined)}
              />
            )}
          </Show>
        }
      >
        <EventList pages={pages} openId={params.id} isFiltered={isFiltered(filters)} add={add()} onOpen={goTo} />
      </Split>
    </>
  )
}
