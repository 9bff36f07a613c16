import './waitlist.css'
import { useNavigate, useParams } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, type JSX, Show } from 'solid-js'
import { ask } from '../api/client.ts'
import { createPages } from '../api/create-pages.ts'
import { WaitlistDocument } from '../generated/graphql.ts'
import { mayBook } from '../session/may-book.ts'
import { Split } from '../shell/split.tsx'
import { TopBar, TopBarGap } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { makePause } from '../ui/make-pause.ts'
import { SearchBox } from '../ui/search-box.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { SlotsAndOffers } from './slots-and-offers.tsx'
import { WaitingList } from './waiting-list.tsx'
import { filterOf, isFiltered, UrgencyFilter, useWaitlistFilters, type WaitlistView } from './waitlist-filters.tsx'
import { whenWaitlistChanges } from './when-waitlist-changes.ts'

const PAGE = 50

const viewOptions: readonly { readonly value: WaitlistView; readonly label: string }[] = [
  { value: 'waiting', label: 'Waiting' },
  { value: 'slots', label: 'Slots and offers' },
  { value: 'past', label: 'Off the list' },
]

/** Who waits, in the order in which what becomes free is offered; what is free and offered; and what came of it. */
export default function WaitlistPage(): JSX.Element {
  useTitle(() => 'Waitlist')
  const navigate = useNavigate()
  const params = useParams<{ id?: string }>()
  const filters = useWaitlistFilters()
  const pages = createPages(
    () => filterOf(filters),
    async (filter, after) => (await ask(WaitlistDocument, { filter, first: PAGE, after })).waitlist,
  )
  /** How often it was told that something changed. */
  const [stand, setStand] = createSignal(0)
  const changed = () => {
    setStand((before) => before + 1)
    void pages.refresh()
  }
  whenWaitlistChanges(changed)
  const goTo = (id: string | undefined) => navigate(`/waitlist${id ? `/${id}` : ''}${location.search}`)
  const look = makePause((typed) => filters.set({ search: typed || undefined }))
  const add = () => (
    <Show when={mayBook()}>
      <Button kind="primary" icon={Plus} onClick={() => goTo('new')}>
        <span>
          New<span class="waitlist-new"> entry</span>
        </span>
      </Button>
    </Show>
  )
  return (
    <>
      <TopBar title="Waitlist">
        <div class="waitlist-bar">
          <Segmented
            label="What is shown"
            value={filters.view()}
            options={viewOptions}
            onChange={(view) => filters.set({ view })}
          />
          <Show when={filters.view() !== 'slots'}>
            <SearchBox label="Search the waitlist" placeholder="Name" value={filters.words()} onInput={look} />
            <UrgencyFilter filters={filters} />
          </Show>
        </div>
        <TopBarGap />
        {add()}
      </TopBar>
      <Split
        panel={
          <Show when={params.id} keyed>
            {(id) => (
              <EntryPanel
                id={id}
                stand={stand()}
                onChanged={changed}
                onCreated={goTo}
                onClose={() => goTo(undefined)}
              />
            )}
          </Show>
        }
      >
        <Show
          when={filters.view() !== 'slots'}
          fallback={<SlotsAndOffers stand={stand()} onOpen={goTo} onChanged={changed} />}
        >
          <WaitingList
            pages={pages}
            openId={params.id}
            isFiltered={isFiltered(filters)}
            isPast={filters.view() === 'past'}
            add={add()}
            onOpen={goTo}
          />
        </Show>
      </Split>
    </>
  )
}
