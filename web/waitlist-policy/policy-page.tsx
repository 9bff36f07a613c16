import '../reminders/policy-page.css'
import { type JSX, Match, Switch } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { ReminderPolicyDocument, WaitlistPolicyDocument } from '../generated/graphql.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { FailureState } from '../ui/failure-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { PolicyForm } from './policy-form.tsx'

/** How the clinic offers what becomes free. */
export default function WaitlistPolicyPage(): JSX.Element {
  useTitle(() => 'Settings of the waitlist')
  const answer = createAnswer(WaitlistPolicyDocument, () => ({}))
  const messages = createAnswer(ReminderPolicyDocument, () => ({}))
  const known = () => {
    const [policy, hours] = [answer.data()?.waitlistPolicy, messages.data()?.reminderPolicy]
    return policy && hours && { policy, hours }
  }
  return (
    <>
      <TopBar title="Waitlist" />
      <Switch fallback={<Skeleton lines={9} />}>
        <Match when={known()}>
          {(both) => <PolicyForm policy={both().policy} hours={both().hours} onReload={answer.again} />}
        </Match>
        <Match when={answer.failure() ?? messages.failure()}>
          {(failure) => (
            <FailureState
              failure={failure()}
              onRetry={() => {
                void messages.again()
                return answer.again()
              }}
            />
          )}
        </Match>
      </Switch>
    </>
  )
}
