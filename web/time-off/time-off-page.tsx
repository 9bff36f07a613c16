import CalendarOff from 'lucide-solid/icons/calendar-off'
import Plus from 'lucide-solid/icons/plus'
import { type JSX, Match, Show, Switch, untrack } from 'solid-js'
import { againWhileSeen } from '../api/again-while-seen.ts'
import { ask } from '../api/client.ts'
import { createAnswer } from '../api/create-answer.ts'
import { createPages, type Pages } from '../api/create-pages.ts'
import { useOpenRecord } from '../form/use-open-record.ts'
import { AwayResourcesDocument, type TimeOffRecordFragment, TimeOffsDocument } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { Split } from '../shell/split.tsx'
import { TopBar, TopBarGap } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { MoreButton } from '../ui/more-button.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { emptyAway, NewAway } from './new-away.tsx'
import { FilterBar, useTimeOffFilters } from './time-off-filters.tsx'
import { TimeOffList } from './time-off-list.tsx'
import { TimeOffPanel } from './time-off-panel.tsx'
import { mayAskFor, mayDecide } from './time-off-rights.ts'

const PAGE = 100
const LOOK_AGAIN_MS = 60_000

/** Who is away when: what waits for an answer, what is to come, what was. A therapist sees her own. */
export default function TimeOffPage(): JSX.Element {
  useTitle(() => 'Time off')
  const own = viewer().therapistId
  const mayAsk = mayDecide() || (own !== null && mayAskFor(own))
  const filters = useTimeOffFilters()
  const record = useOpenRecord()
  const resources = createAnswer(AwayResourcesDocument, () => ({}))
  const pages = createPages(
    // Others' approved time off is in the calendar.
    () => ({ resourceId: mayDecide() ? filters.resourceId() : (own ?? ''), status: filters.status() }),
    async (filter, after) => (await ask(TimeOffsDocument, { filter, first: PAGE, after })).timeOffs,
  )
  // Others ask and answer meanwhile, and a request is in no calendar that would tell of it.
  againWhileSeen(() => void pages.again(), LOOK_AGAIN_MS)
  const add = () => (
    <Show when={mayAsk}>
      <Button kind="primary" icon={Plus} onClick={() => record.open('new')}>
        {mayDecide() ? <NewWords /> : 'Ask for time off'}
      </Button>
    </Show>
  )
  const open = () => pages.nodes()?.find((each) => each.id === record.id())

  return (
    <>
      <TopBar title="Time off">
        <Show when={mayDecide()}>
          <FilterBar filters={filters} resources={resources.data()?.resources ?? []} />
        </Show>
        <TopBarGap />
        <Show when={pages.nodes()?.length !== 0}>{add()}</Show>
      </TopBar>
      <Split
        panel={
          <>
            <Show when={record.id() === 'new' && mayAsk && resources.data()}>
              {(known) => (
                <NewAway
                  first={untrack(() => emptyAway(filters.resourceId() ?? (mayDecide() ? '' : (own ?? '')), Date.now()))}
                  resources={known().resources}
                  choosesWho={mayDecide()}
                  onChanged={() => void pages.again()}
                  onClose={record.close}
                />
              )}
            </Show>
            <Show when={open()}>
              {(timeOff) => (
                <Show when={keyOf(timeOff())} keyed>
                  <TimeOffPanel
                    timeOff={timeOff()}
                    resources={resources.data()?.resources ?? []}
                    onChanged={() => void pages.again()}
                    onClose={record.close}
                  />
                </Show>
              )}
            </Show>
          </>
        }
      >
        <Listed
          pages={pages}
          isFiltered={Boolean(filters.resourceId() ?? filters.status())}
          record={record}
          add={add}
        />
      </Split>
    </>
  )
}

/** Once decided, another panel; while it waits, what is being entered stays, whatever others change. */
function keyOf({ id, status }: TimeOffRecordFragment): string {
  return `${id} ${status}`
}

/** Short on a phone, where the filters stand beside it. */
function NewWords(): JSX.Element {
  return (
    <span>
      New<span class="time-off-new"> time off</span>
    </span>
  )
}

interface ListedProps {
  readonly pages: Pages<TimeOffRecordFragment>
  readonly isFiltered: boolean
  readonly record: ReturnType<typeof useOpenRecord>
  readonly add: () => JSX.Element
}

function Listed(props: ListedProps): JSX.Element {
  return (
    <>
      <Switch fallback={<SkeletonRows />}>
        <Match when={props.pages.nodes()?.length === 0 && props.isFiltered}>
          <EmptyState icon={CalendarOff} title="None of these" text="No time off fits what is chosen above." />
        </Match>
        <Match when={props.pages.nodes()?.length === 0}>
          <EmptyState
            icon={CalendarOff}
            title="No time off yet"
            text={
              mayDecide()
                ? 'Vacations, sick days and rooms out of use come here. Nobody can be booked then.'
                : 'Ask for days or hours off, and the desk answers here.'
            }
            action={props.add()}
          />
        </Match>
        <Match when={props.pages.nodes()}>
          {(rows) => <TimeOffList rows={rows()} openId={props.record.id()} onOpen={props.record.open} />}
        </Match>
        <Match when={props.pages.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={props.pages.again} />}
        </Match>
      </Switch>
      <MoreButton pages={props.pages} />
    </>
  )
}
