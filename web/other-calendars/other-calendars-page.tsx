import CalendarSync from 'lucide-solid/icons/calendar-sync'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { type JSX, Show } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { type ExternalCalendarRecordFragment, ExternalCalendarsDocument } from '../generated/graphql.ts'
import { mayDo } from '../session/session.ts'
import { RecordsPage } from '../settings/records-page.tsx'
import { Badge } from '../ui/badge.tsx'
import type { Column } from '../ui/data-table.tsx'
import { CalendarPanel } from './calendar-panel.tsx'
import { entriesWords, readWords, sourceWords } from './calendar-words.ts'
import { NewCalendarPanel } from './new-calendar-panel.tsx'

/** The calendars that therapists keep elsewhere and whose entries take their time here. */
export default function OtherCalendarsPage(): JSX.Element {
  const answer = createAnswer(ExternalCalendarsDocument, () => ({}))
  const saved = () => void answer.again()
  const nameOf = (id: string) => answer.data()?.therapists.find((each) => each.id === id)?.name ?? ''
  const whose: Column<ExternalCalendarRecordFragment> = { head: 'Of', cell: (row) => nameOf(row.therapistId) }
  const columns: readonly Column<ExternalCalendarRecordFragment>[] = [
    { head: 'From', cell: sourceWords, wideOnly: true },
    { head: 'Takes', cell: (row) => entriesWords(row.busyCount) },
    { head: 'Last read', cell: (row) => <LastRead calendar={row} />, wideOnly: true },
  ]
  return (
    <RecordsPage
      title="Other calendars"
      newLabel="Add a calendar"
      rows={answer.data()?.externalCalendars}
      failure={answer.failure()}
      onRetry={answer.again}
      nameHead="Name"
      name={(row) => row.name}
      mark={(row) => (
        <Show when={row.failure}>
          <TriangleAlert class="calendar-failing" size={14} role="img" aria-label="Cannot be read" />
        </Show>
      )}
      columns={mayDo('EDIT_FEEDS') ? [whose, ...columns] : columns}
      isAway={() => false}
      awayWord="removed"
      empty={{
        icon: CalendarSync,
        title: 'No other calendars yet',
        text: 'Add the calendar a therapist keeps elsewhere: its times are kept free here. What stands in it nobody sees.',
      }}
      panel={(row, close) =>
        row ? (
          <CalendarPanel calendar={row} therapist={nameOf(row.therapistId)} onChanged={saved} onClose={close} />
        ) : (
          <NewCalendarPanel
            therapists={answer.data()?.therapists.filter((each) => each.active) ?? []}
            onAdded={saved}
            onClose={close}
          />
        )
      }
    />
  )
}

function LastRead(props: { readonly calendar: ExternalCalendarRecordFragment }): JSX.Element {
  return (
    <Show when={props.calendar.failure} fallback={readWords(props.calendar)}>
      <Badge tone="warning">Cannot be read</Badge>
    </Show>
  )
}
