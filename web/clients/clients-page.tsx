import './clients-page.css'
import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { type JSX, Show } from 'solid-js'
import { ask } from '../api/client.ts'
import { createPages } from '../api/create-pages.ts'
import { ClientsDocument } from '../generated/graphql.ts'
import { mayDo } from '../session/session.ts'
import { Split } from '../shell/split.tsx'
import { TopBar, TopBarGap } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { makePause } from '../ui/make-pause.ts'
import { SearchBox } from '../ui/search-box.tsx'
import { ClientList } from './client-list.tsx'
import { ClientPanel } from './client-panel.tsx'

const PAGE = 50

export default function ClientsPage(): JSX.Element {
  useTitle(() => 'Clients')
  const navigate = useNavigate()
  const params = useParams<{ id?: string }>()
  const [search, setSearch] = useSearchParams<{ search?: string; archived?: string }>()
  const words = () => search.search ?? ''
  const withArchived = () => search.archived === '1'
  const pages = createPages(
    () => ({ search: words(), activeOnly: !withArchived() }),
    async (question, after) => (await ask(ClientsDocument, { ...question, first: PAGE, after })).clients,
  )
  const goTo = (id: string | undefined) => navigate(`/clients${id ? `/${id}` : ''}${location.search}`)
  const look = makePause((typed) => setSearch({ search: typed || undefined }, { replace: true }))

  return (
    <>
      <TopBar title="Clients">
        <SearchBox label="Search clients" placeholder="Name, e-mail or phone" value={words()} onInput={look} />
        <TopBarGap />
        <Button
          kind="quiet"
          class="wide-only"
          aria-pressed={withArchived()}
          onClick={() => setSearch({ archived: withArchived() ? undefined : '1' })}
        >
          {withArchived() ? 'Hide archived' : 'Show archived'}
        </Button>
        <Show when={mayDo('EDIT_CLIENTS')}>
          <Button kind="primary" icon={Plus} onClick={() => goTo('new')}>
            New client
          </Button>
        </Show>
      </TopBar>
      <Split
        panel={
          <Show when={params.id} keyed>
            {(id) => (
              <ClientPanel
                id={id}
                onChanged={() => void pages.again()}
                onCreated={goTo}
                onClose={() => goTo(undefined)}
              />
            )}
          </Show>
        }
      >
        <ClientList pages={pages} openId={params.id} words={words()} onOpen={goTo} />
      </Split>
    </>
  )
}
