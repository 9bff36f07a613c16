import '../ui/facts.css'
import RefreshCw from 'lucide-solid/icons/refresh-cw'
import Trash from 'lucide-solid/icons/trash'
import { createSignal, type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { runChange } from '../form/run-change.ts'
import {
  type ExternalCalendarRecordFragment,
  RefreshExternalCalendarDocument,
  RemoveExternalCalendarDocument,
} from '../generated/graphql.ts'
import { dateInWords, timeInWords } from '../session/when.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { RemoveDialog } from '../ui/remove-dialog.tsx'
import { showToast } from '../ui/toast.tsx'
import { changeWords, entriesWords, nextWords, readWords, sourceWords } from './calendar-words.ts'

interface CalendarPanelProps {
  readonly calendar: ExternalCalendarRecordFragment
  readonly therapist: string
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** A calendar that is kept elsewhere: how it was last read, reading it now, and its end. */
export function CalendarPanel(props: CalendarPanelProps): JSX.Element {
  const [shown, setShown] = createSignal(props.calendar)
  const [isReading, setReading] = createSignal(false)
  const [isEnding, setEnding] = createSignal(false)
  const refresh = async () => {
    setReading(true)
    await runChange({
      send: async (clientMutationId) =>
        (await send(RefreshExternalCalendarDocument, { input: { id: shown().id, clientMutationId } }))
          .refreshExternalCalendar,
      done: ({ calendar, ...counts }) => {
        setShown(calendar)
        props.onChanged()
        if (!calendar.failure) showToast({ text: `${calendar.name} was read. ${changeWords(counts)}.` })
      },
    })
    setReading(false)
  }
  const remove = () =>
    runChange({
      send: async (clientMutationId) => {
        const input = { id: shown().id, expectedVersion: shown().version, clientMutationId }
        return (await send(RemoveExternalCalendarDocument, { input })).removeExternalCalendar
      },
      done: () => {
        props.onChanged()
        showToast({ text: `${shown().name} is removed.` })
        props.onClose()
      },
    })
  return (
    <Panel
      title={shown().name}
      onClose={props.onClose}
      footer={
        <>
          <Show when={shown().host}>
            <Button icon={RefreshCw} busy={isReading()} onClick={() => void refresh()}>
              Read it now
            </Button>
          </Show>
          <Button kind="quiet" icon={Trash} onClick={() => setEnding(true)}>
            Remove
          </Button>
        </>
      }
    >
      <div role="status">
        <Show when={shown().failedAt}>
          {(since) => (
            <Notice tone="warning">
              It cannot be read since {timeInWords(since())}. {shown().failure} What it took until then is still kept
              free, and it is tried again by itself.
            </Notice>
          )}
        </Show>
      </div>
      <CalendarFacts calendar={shown()} therapist={props.therapist} />
      <RemoveDialog
        open={isEnding()}
        title={`Remove ${shown().name}?`}
        description={`The times it takes of ${props.therapist} can be booked again at once.`}
        onKeep={() => setEnding(false)}
        onRemove={() => void remove()}
      />
    </Panel>
  )
}

function CalendarFacts(props: Pick<CalendarPanelProps, 'calendar' | 'therapist'>): JSX.Element {
  return (
    <dl class="facts">
      <dt>Of</dt>
      <dd>{props.therapist}</dd>
      <dt>From</dt>
      <dd>{sourceWords(props.calendar)}</dd>
      <dt>Takes time</dt>
      <dd>{entriesWords(props.calendar.busyCount)} from last week to a year ahead</dd>
      <dt>Last read</dt>
      <dd>{readWords(props.calendar)}</dd>
      <dt>Read again</dt>
      <dd>{nextWords(props.calendar)}</dd>
      <dt>Added</dt>
      <dd>{dateInWords(props.calendar.createdAt)}</dd>
    </dl>
  )
}
