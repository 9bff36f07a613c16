import MessagesSquare from 'lucide-solid/icons/messages-square'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { againWhileSeen } from '../api/again-while-seen.ts'
import { ask } from '../api/client.ts'
import { createPages } from '../api/create-pages.ts'
import { useOpenRecord } from '../form/use-open-record.ts'
import { MessagesDocument } from '../generated/graphql.ts'
import { Split } from '../shell/split.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { MoreButton } from '../ui/more-button.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import type { MessageFilters, MessageView } from './message-filters.tsx'
import { MessageList } from './message-list.tsx'
import { MessagePanel } from './message-panel.tsx'

export const PAGE = 50
export const LOOK_AGAIN_MS = 20_000

/** What was sent and did not arrive, or what is due. */
export function SentMessages(props: { readonly filters: MessageFilters }): JSX.Element {
  const { filters } = props
  const record = useOpenRecord()
  const pages = createPages(filters.asked, async ({ view, filter }, after) => {
    const shown = { ...filter, ...boundsOf(view) }
    const order = view === 'due' ? 'SOONEST_FIRST' : 'LATEST_FIRST'
    return (await ask(MessagesDocument, { filter: shown, order, first: PAGE, after })).messages
  })
  // Whoever has gone further down stays there.
  againWhileSeen(() => void ((pages.nodes()?.length ?? 0) <= PAGE && pages.again()), LOOK_AGAIN_MS)
  return (
    <Split
      panel={
        <Show when={record.id()} keyed>
          {(id) => <MessagePanel id={id} onChanged={() => void pages.again()} onClose={record.close} />}
        </Show>
      }
    >
      <Switch fallback={<SkeletonRows rows={12} />}>
        <Match when={pages.nodes()?.length === 0 && filters.isFiltered()}>
          <EmptyState
            icon={MessagesSquare}
            title="None of these"
            text="No message fits what is chosen above."
            action={<Button onClick={filters.clear}>Show all messages</Button>}
          />
        </Match>
        <Match when={pages.nodes()?.length === 0 && filters.view() === 'due'}>
          <EmptyState
            icon={MessagesSquare}
            title="Nothing is due"
            text="Reminders of the next eight days stand here, as soon as somebody is booked."
          />
        </Match>
        <Match when={pages.nodes()?.length === 0}>
          <EmptyState
            icon={MessagesSquare}
            title="No messages yet"
            text="Confirmations and reminders come here by themselves, as soon as somebody is booked."
          />
        </Match>
        <Match when={pages.nodes()}>
          {(rows) => <MessageList rows={rows()} openId={record.id()} onOpen={record.open} />}
        </Match>
        <Match when={pages.failure()}>{(failure) => <FailureState failure={failure()} onRetry={pages.again} />}</Match>
      </Switch>
      <MoreButton pages={pages} />
    </Split>
  )
}

/** On which side of now, at the moment of asking. */
function boundsOf(view: MessageView): { dueFrom?: string; dueTo?: string } {
  const now = new Date().toISOString()
  return view === 'due' ? { dueFrom: now } : { dueTo: now }
}
