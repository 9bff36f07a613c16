import Plus from 'lucide-solid/icons/plus'
import { createSignal, type JSX, Match, Show, Switch, untrack } from 'solid-js'
import type { RequestFailed } from '../api/failure.ts'
import { useOpenRecord } from '../form/use-open-record.ts'
import { Split } from '../shell/split.tsx'
import { TopBar, TopBarGap } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import type { Icon } from '../ui/icon.ts'
import { SkeletonRows } from '../ui/skeleton.tsx'

interface Listed {
  readonly id: string
}

interface RecordsPageProps<Row extends Listed> {
  readonly title: string
  readonly newLabel: string
  /** Undefined until the first answer. */
  readonly rows: readonly Row[] | undefined
  readonly failure: RequestFailed | undefined
  readonly onRetry: () => void
  readonly nameHead: string
  readonly name: (row: Row) => string
  readonly mark?: (row: Row) => JSX.Element
  readonly columns: readonly Column<Row>[]
  /** Rows that are put away are shown only when asked for. */
  readonly isAway: (row: Row) => boolean
  readonly awayWord: string
  readonly empty: { readonly icon: Icon; readonly title: string; readonly text: string }
  /** What the panel shows for a row, or for a new one. */
  readonly panel: (row: Row | undefined, close: () => void) => JSX.Element
}

/** A list of records with one of them open beside it: the shape of most settings. */
export function RecordsPage<Row extends Listed>(props: RecordsPageProps<Row>): JSX.Element {
  useTitle(() => props.title)
  const record = useOpenRecord()
  const [showsAway, setShowsAway] = createSignal(false)
  const shown = () => props.rows?.filter((row) => showsAway() || !props.isAway(row)) ?? []
  const awayCount = () => props.rows?.filter((row) => props.isAway(row)).length ?? 0
  const ready = () => props.rows !== undefined && record.id()
  const panelOf = (id: string) =>
    untrack(() => {
      const row = props.rows?.find((each) => each.id === id)
      return row || id === 'new' ? props.panel(row, record.close) : undefined
    })
  const add = () => (
    <Button kind="primary" icon={Plus} onClick={() => record.open('new')}>
      {props.newLabel}
    </Button>
  )

  return (
    <>
      <TopBar title={props.title}>
        <TopBarGap />
        <Show when={awayCount() > 0}>
          <Button kind="quiet" aria-pressed={showsAway()} onClick={() => setShowsAway(!showsAway())}>
            {showsAway() ? `Hide ${props.awayWord}` : `Show ${props.awayWord} (${awayCount()})`}
          </Button>
        </Show>
        <Show when={props.rows?.length !== 0}>{add()}</Show>
      </TopBar>
      <Split
        panel={
          <Show when={ready()} keyed>
            {panelOf}
          </Show>
        }
      >
        <Switch fallback={<SkeletonRows />}>
          <Match when={props.rows === undefined && props.failure}>
            {(failure) => <FailureState failure={failure()} onRetry={props.onRetry} />}
          </Match>
          <Match when={props.rows && shown().length === 0}>
            <EmptyState {...props.empty} action={add()} />
          </Match>
          <Match when={props.rows}>
            <DataTable
              caption={props.title}
              rows={shown()}
              columns={props.columns}
              nameHead={props.nameHead}
              name={props.name}
              mark={props.mark}
              onOpen={(row) => record.open(row.id)}
              isOpen={(row) => row.id === record.id()}
              isFaded={props.isAway}
            />
          </Match>
        </Switch>
      </Split>
    </>
  )
}
