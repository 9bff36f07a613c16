import type { JSX } from 'solid-js'
import type { JobsQuery } from '../generated/graphql.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { nextInWords } from './next-words.ts'
import { queueWords } from './queue-words.ts'

type Queue = JobsQuery['jobs']['queues'][number]

export function QueueTable(props: { readonly queues: readonly Queue[]; readonly now: number }): JSX.Element {
  const columns: readonly Column<Queue>[] = [
    { head: 'Next', cell: (row) => row.nextAt && nextInWords(row.nextAt, props.now), wideOnly: true },
    { head: 'Waiting', align: 'end', cell: (row) => row.waiting },
    { head: 'At work', align: 'end', cell: (row) => row.active },
    { head: 'Failed', align: 'end', cell: (row) => <Failed count={row.failed} /> },
  ]
  return (
    <DataTable
      caption="Queues"
      rows={props.queues}
      nameHead="What it does"
      name={(row) => queueWords(row.name)}
      columns={columns}
    />
  )
}

function Failed(props: { readonly count: number }): JSX.Element {
  return <span classList={{ 'jobs-some': props.count > 0 }}>{props.count}</span>
}
