import { type Accessor, createSignal, untrack } from 'solid-js'
import { makeIds } from '../booking/make-ids.ts'
import type { Plan } from './create-plan.ts'
import { sentPlan } from './plan.ts'
import type { TimeOffDone, TimeOffOutcome, TimeOffProblem } from './send-time-off.ts'

type SentPlan = ReturnType<typeof sentPlan>

/** Time off on its way to the server with its plan, and why it was refused. */
export interface Sending {
  readonly busy: Accessor<boolean>
  /** What concerns no step and no field. */
  readonly messages: Accessor<readonly string[]>
  /** By appointment. */
  readonly refusals: Accessor<ReadonlyMap<string, string>>
  /** By the last part of the input's path. */
  readonly problem: (field: string) => string | undefined
  /** Somebody else changed the time off meanwhile. */
  readonly isStale: Accessor<boolean>
  readonly forget: () => void
  /** Another step was picked for the appointment. */
  readonly forgetStep: (appointmentId: string) => void
  /** The same entries with the same plan, sent again after a lost answer, do nothing twice. */
  readonly run: (
    entries: unknown,
    send: (plan: SentPlan, clientMutationId: string) => Promise<TimeOffOutcome>,
  ) => Promise<void>
}

const fields = ['resourceId', 'startsAt', 'endsAt', 'reason', 'note', 'coverTherapistId']

export function createSending(plan: Plan, onDone: (done: TimeOffDone) => void): Sending {
  const ids = makeIds()
  const [busy, setBusy] = createSignal(false)
  const [problems, setProblems] = createSignal<readonly TimeOffProblem[]>([])
  const [failed, setFailed] = createSignal<string>()
  const [sent, setSent] = createSignal<SentPlan>([])

  const stepOf = ({ appointment }: TimeOffProblem) => sent().find((each) => each.appointmentId === appointment?.id)
  const fieldOf = (problem: TimeOffProblem) =>
    stepOf(problem) ? undefined : fields.find((field) => problem.path?.at(-1) === field)
  const loose = () => problems().filter((each) => !stepOf(each) && !fieldOf(each))

  async function settle(outcome: TimeOffOutcome): Promise<void> {
    if (outcome.kind === 'failed') return void setFailed(outcome.message)
    ids.forget()
    if (outcome.kind === 'done') return onDone(outcome)
    setProblems(outcome.problems)
    // Whatever stood in the way of the plan, others may have changed more.
    if (outcome.problems.some((each) => each.code === 'STALE_VERSION' || stepOf(each))) await plan.again()
  }
  const forget = () => {
    setProblems([])
    setFailed(undefined)
  }

  return {
    busy,
    forget,
    forgetStep: (appointmentId) =>
      setProblems((before) => before.filter((each) => stepOf(each)?.appointmentId !== appointmentId)),
    isStale: () => loose().some((each) => each.code === 'STALE_VERSION'),
    messages: () => [...loose().map((each) => each.message), ...(failed() === undefined ? [] : [failed()!])],
    refusals: () =>
      new Map(
        problems().flatMap((each) => {
          const step = stepOf(each)
          return step ? [[step.appointmentId, each.message] as const] : []
        }),
      ),
    problem: (field) =>
      problems()
        .filter((each) => fieldOf(each) === field)
        .map((each) => each.message)
        .join(' ') || undefined,
    async run(entries, send) {
      if (untrack(busy)) return
      forget()
      setBusy(true)
      const steps = sentPlan(untrack(plan.steps) ?? [], untrack(plan.picks))
      setSent(steps)
      await settle(await send(steps, ids.of({ entries, steps })))
      setBusy(false)
    },
  }
}
