import './stray-texts.css'
import { A } from '@solidjs/router'
import MessageSquareText from 'lucide-solid/icons/message-square-text'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { againWhileSeen } from '../api/again-while-seen.ts'
import { ask } from '../api/client.ts'
import { createPages } from '../api/create-pages.ts'
import { showPhone } from '../clients/phone.ts'
import { type StrayTextRowFragment, StrayTextsDocument } from '../generated/graphql.ts'
import { clockInWords, dayInWords } from '../session/when.ts'
import { Split } from '../shell/split.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { MoreButton } from '../ui/more-button.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { intentWords } from './about/intent-words.ts'
import { LOOK_AGAIN_MS, PAGE } from './sent-messages.tsx'

/** What came by text from somebody with nothing ahead, or who has the wrong number. */
export function StrayTexts(props: { readonly clientId: string | undefined }): JSX.Element {
  const pages = createPages(
    () => props.clientId,
    async (clientId, after) => (await ask(StrayTextsDocument, { clientId, first: PAGE, after })).strayTexts,
  )
  againWhileSeen(() => void ((pages.nodes()?.length ?? 0) <= PAGE && pages.again()), LOOK_AGAIN_MS)
  return (
    <Split panel={undefined}>
      <div class="stray-texts">
        <Switch fallback={<SkeletonRows rows={12} />}>
          <Match when={pages.nodes()?.length === 0}>
            <EmptyState
              icon={MessageSquareText}
              title="No such texts"
              text="What somebody texts who has nothing ahead stands here. Other answers stand with their appointment."
            />
          </Match>
          <Match when={pages.nodes()}>
            {(rows) => (
              <DataTable
                caption="Texts without an appointment"
                rows={rows()}
                nameHead="From"
                name={senderOf}
                columns={columns}
              />
            )}
          </Match>
          <Match when={pages.failure()}>
            {(failure) => <FailureState failure={failure()} onRetry={pages.again} />}
          </Match>
        </Switch>
      </div>
      <MoreButton pages={pages} />
    </Split>
  )
}

function senderOf({ client, phone }: StrayTextRowFragment): string {
  return client ? client.name : showPhone(phone)
}

const columns: readonly Column<StrayTextRowFragment>[] = [
  {
    head: 'Text',
    cell: (row) => (
      <>
        <p class="stray-text">{row.text}</p>
        <Show when={row.answer}>{(answer) => <small>Answered: {answer()}</small>}</Show>
        <Show when={row.client}>
          {(client) => (
            <small>
              <A href={`/clients/${client().id}`}>Open {client().name}</A>
            </small>
          )}
        </Show>
      </>
    ),
  },
  { head: 'Understood', cell: (row) => intentWords[row.intent], wideOnly: true },
  {
    head: 'When',
    cell: (row) => (
      <time dateTime={row.receivedAt}>
        <span>{dayInWords(row.receivedAt)},</span> <span>{clockInWords(row.receivedAt)}</span>
      </time>
    ),
  },
]
