import './time-off-list.css'
import { createUniqueId, type JSX, Show } from 'solid-js'
import type { TimeOffRecordFragment } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { groupTimeOff } from './group-time-off.ts'
import { reasonInWords, spanInWords } from './leave-words.ts'
import { TimeOffStatus } from './time-off-status.tsx'

interface TimeOffListProps {
  readonly rows: readonly TimeOffRecordFragment[]
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
}

/** What waits for an answer first, then what is to come, then what is over. */
export function TimeOffList(props: TimeOffListProps): JSX.Element {
  const now = Date.now()
  const groups = () => groupTimeOff(props.rows, now)
  return (
    <div class="time-off-groups">
      <Group {...props} title="Waiting for an answer" rows={groups().waiting} />
      <Group {...props} title="Upcoming" rows={groups().upcoming} />
      <Group {...props} title="Past, denied and withdrawn" rows={groups().past} isFaded />
    </div>
  )
}

function Group(props: TimeOffListProps & { readonly title: string; readonly isFaded?: boolean }): JSX.Element {
  const id = createUniqueId()
  return (
    <Show when={props.rows.length > 0}>
      <section aria-labelledby={id}>
        <h2 class="time-off-heading" id={id}>
          {props.title} <span>{props.rows.length}</span>
        </h2>
        <DataTable
          caption={props.title}
          rows={props.rows}
          nameHead="Who or what"
          name={(row) => row.resource.name}
          columns={columns}
          onOpen={(row) => props.onOpen(row.id)}
          isOpen={(row) => row.id === props.openId}
          isFaded={() => props.isFaded ?? false}
        />
      </section>
    </Show>
  )
}

const columns: readonly Column<TimeOffRecordFragment>[] = [
  { head: 'When', cell: (row) => spanInWords(intervalOfRow(row), viewer().clinic.zone) },
  { head: 'Reason', cell: (row) => reasonInWords(row.reason, row.resource.__typename), wideOnly: true },
  { head: 'Cover', cell: (row) => row.coverTherapist?.name, wideOnly: true },
  { head: 'State', cell: (row) => <TimeOffStatus status={row.status} /> },
]

export function intervalOfRow({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }) {
  return { start: Date.parse(startsAt), end: Date.parse(endsAt) }
}
