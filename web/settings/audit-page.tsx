import './audit-page.css'
import ScrollText from 'lucide-solid/icons/scroll-text'
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { ask } from '../api/client.ts'
import { createPages } from '../api/create-pages.ts'
import { AuditEntriesDocument, type AuditEntriesQuery } from '../generated/graphql.ts'
import { timeInWords } from '../session/when.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { MoreButton } from '../ui/more-button.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { AuditDiff } from './audit-diff.tsx'
import { actionWords } from './audit-words.ts'
import { nameIn } from './diff.ts'

type Entry = AuditEntriesQuery['auditEntries']['nodes'][number]

const PAGE = 50

export default function AuditPage(): JSX.Element {
  useTitle(() => 'Audit log')
  const pages = createPages(
    () => undefined,
    async (_, after) => (await ask(AuditEntriesDocument, { first: PAGE, after })).auditEntries,
  )
  return (
    <>
      <TopBar title="Audit log" />
      <div class="audit">
        <Switch fallback={<SkeletonRows />}>
          <Match when={pages.nodes()?.length === 0}>
            <EmptyState
              icon={ScrollText}
              title="Nothing has happened yet"
              text="Every change, and every look at notes, is written down here. Entries are never changed or removed."
            />
          </Match>
          <Match when={pages.nodes()}>
            {(entries) => (
              <ol class="audit-list">
                <For each={entries()}>{(entry) => <AuditRow entry={entry} />}</For>
              </ol>
            )}
          </Match>
          <Match when={pages.failure()}>
            {(failure) => <FailureState failure={failure()} onRetry={pages.again} />}
          </Match>
        </Switch>
        <MoreButton pages={pages} />
      </div>
    </>
  )
}

function AuditRow(props: { readonly entry: Entry }): JSX.Element {
  return (
    <li class="audit-row">
      <time dateTime={props.entry.at}>{timeInWords(props.entry.at)}</time>
      <div>
        <p>
          <strong>{props.entry.actor.name}</strong> {actionWords(props.entry.action)}
          <Show when={nameIn(props.entry.before, props.entry.after)}>
            {(name) => <span class="audit-name"> {name()}</span>}
          </Show>
          <span class="audit-where"> {props.entry.ip ? `from ${props.entry.ip}` : ''}</span>
        </p>
        <AuditDiff before={props.entry.before} after={props.entry.after} />
      </div>
    </li>
  )
}
