import './policy-page.css'
import { type JSX, Match, Switch } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { ReminderPolicyDocument } from '../generated/graphql.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { FailureState } from '../ui/failure-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { PolicyForm } from './policy-form.tsx'

/** What is sent, when, and on which channels. */
export default function PolicyPage(): JSX.Element {
  useTitle(() => 'Settings of messages')
  const answer = createAnswer(ReminderPolicyDocument, () => ({}))
  return (
    <>
      <TopBar title="Messages" />
      <Switch fallback={<Skeleton lines={9} />}>
        <Match when={answer.data()}>
          {(data) => <PolicyForm policy={data().reminderPolicy} onReload={answer.again} />}
        </Match>
        <Match when={answer.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={answer.again} />}
        </Match>
      </Switch>
    </>
  )
}
