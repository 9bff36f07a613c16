import CircleCheck from 'lucide-solid/icons/circle-check'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { runChange } from '../form/run-change.ts'
import { type JobsQuery, RetryJobDocument } from '../generated/graphql.ts'
import { timeInWords } from '../session/when.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast.tsx'
import { queueWords } from './queue-words.ts'

type FailedJob = JobsQuery['jobs']['failures'][number]

interface FailedJobsProps {
  readonly jobs: readonly FailedJob[]
  readonly onChanged: () => void
}

/** What was tried as often as it may be. Each can be tried once more. */
export function FailedJobs(props: FailedJobsProps): JSX.Element {
  return (
    <Show
      when={props.jobs.length > 0}
      fallback={
        <p class="jobs-none">
          <CircleCheck size={15} />
          Nothing has failed.
        </p>
      }
    >
      <ul class="failed-jobs">
        <For each={props.jobs}>{(job) => <FailedRow job={job} onChanged={props.onChanged} />}</For>
      </ul>
    </Show>
  )
}

function FailedRow(props: { readonly job: FailedJob; readonly onChanged: () => void }): JSX.Element {
  const [busy, setBusy] = createSignal(false)
  const retry = async () => {
    setBusy(true)
    await runChange({
      send: async (clientMutationId) => {
        const input = { id: props.job.id, queue: props.job.queue, clientMutationId }
        return (await send(RetryJobDocument, { input })).retryJob
      },
      done: () => {
        showToast({ text: 'It is tried again.' })
        props.onChanged()
      },
    })
    setBusy(false)
  }
  return (
    <li class="failed-job">
      <div class="failed-what">
        <p>
          <strong>{queueWords(props.job.queue)}</strong>
          <span>
            {timeInWords(props.job.failedAt)}, {props.job.attempts} {props.job.attempts === 1 ? 'try' : 'tries'}
          </span>
        </p>
        <p class="failed-why">{props.job.error}</p>
      </div>
      <Button icon={RotateCw} busy={busy()} onClick={() => void retry()}>
        Try again
      </Button>
    </li>
  )
}
