import './jobs-page.css'
import { createSignal, createUniqueId, type JSX, Match, Show, Switch } from 'solid-js'
import { againWhileSeen } from '../api/again-while-seen.ts'
import { createAnswer } from '../api/create-answer.ts'
import { JobsDocument } from '../generated/graphql.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { FailureState } from '../ui/failure-state.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { FailedJobs } from './failed-jobs.tsx'
import { NextHour } from './next-hour.tsx'
import { QueueTable } from './queue-table.tsx'

const LOOK_AGAIN_MS = 10_000
const MOST_FAILURES = 50

/** What the program does by itself: what waits, what failed, and what comes in the next hour. */
export default function JobsPage(): JSX.Element {
  useTitle(() => 'Jobs')
  const answer = createAnswer(JobsDocument, () => ({ failures: MOST_FAILURES }))
  const [seenAt, setSeenAt] = createSignal(Date.now())
  const again = async () => {
    await answer.again()
    setSeenAt(Date.now())
  }
  againWhileSeen(() => void again(), LOOK_AGAIN_MS)
  return (
    <>
      <TopBar title="Jobs" />
      <div class="jobs">
        <Switch fallback={<SkeletonRows rows={6} />}>
          <Match when={answer.data()?.jobs}>
            {(jobs) => (
              <>
                <Section title="Failed" count={jobs().failures.length}>
                  <FailedJobs jobs={jobs().failures} onChanged={() => void again()} />
                </Section>
                <Section title="Queues">
                  <QueueTable queues={jobs().queues} now={seenAt()} />
                </Section>
                <Section title="The next hour">
                  <NextHour due={jobs().nextHour} />
                </Section>
              </>
            )}
          </Match>
          <Match when={answer.failure()}>
            {(failure) => <FailureState failure={failure()} onRetry={() => void again()} />}
          </Match>
        </Switch>
      </div>
    </>
  )
}

interface SectionProps {
  readonly title: string
  readonly count?: number
  readonly children: JSX.Element
}

function Section(props: SectionProps): JSX.Element {
  const id = createUniqueId()
  return (
    <section class="jobs-section" aria-labelledby={id}>
      <h2 id={id}>
        {props.title} <Show when={props.count}>{(count) => <span class="jobs-count">{count()}</span>}</Show>
      </h2>
      {props.children}
    </section>
  )
}
