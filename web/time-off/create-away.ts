import { type Accessor, createMemo, createSignal } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import type { Interval } from '../../domain/interval.ts'
import { send } from '../api/client.ts'
import { RequestTimeOffDocument, TakeTimeOffDocument } from '../generated/graphql.ts'
import { createPlan, type Plan } from './create-plan.ts'
import { createSending, type Sending } from './create-sending.ts'
import { intervalOf, type LeaveSpan, spanProblems } from './leave-entries.ts'
import type { Reason } from './leave-words.ts'
import { instantsOf } from './read-plan.ts'
import { outcomeOf, type TimeOffDone } from './send-time-off.ts'

/** Time off before it is asked for, as entered. */
export interface AwayEntries extends LeaveSpan {
  readonly resourceId: string
  readonly reason: Reason
  readonly note: string
  readonly coverTherapistId: string
}

export interface AwayOptions {
  readonly first: AwayEntries
  readonly zone: string
  /** Taken at once, with a plan for the appointments then; otherwise it is asked for. */
  readonly takes: boolean
  /** Learns the id of the change before it is made. */
  readonly onSend?: (clientMutationId: string) => void
  readonly onDone: (done: TimeOffDone) => void
}

export interface Away {
  readonly entries: AwayEntries
  readonly set: (change: Partial<AwayEntries>) => void
  readonly isDirty: Accessor<boolean>
  /** Undefined while the entries name no span of time. */
  readonly during: Accessor<Interval | undefined>
  readonly plan: Plan
  readonly sending: Sending
  readonly problem: (field: keyof AwayEntries) => string | undefined
  readonly submit: () => Promise<void>
}

const pathOf: Partial<Record<keyof AwayEntries, string>> = { fromDate: 'startsAt', untilDate: 'endsAt' }

export function createAway(options: AwayOptions): Away {
  const { zone } = options
  const [entries, setEntries] = createStore<AwayEntries>({ ...options.first })
  const [isDirty, setDirty] = createSignal(false)
  const [found, setFound] = createSignal<Partial<Record<keyof AwayEntries, string>>>({})
  const during = createMemo(() => intervalOf(entries, zone))
  const plan = createPlan(() => {
    const interval = during()
    if (!options.takes || !interval || !entries.resourceId) return undefined
    const { resourceId, coverTherapistId } = entries
    return { resourceId, during: interval, coverTherapistId: coverTherapistId || null }
  })
  const sending = createSending(plan, (done) => {
    setDirty(false)
    options.onDone(done)
  })

  async function submit(): Promise<void> {
    const entered = { ...unwrap(entries) }
    const problems = {
      ...spanProblems(entered, zone),
      ...(entered.resourceId ? {} : { resourceId: 'Choose who or what.' }),
    }
    setFound(problems)
    const interval = intervalOf(entered, zone)
    if (!interval || Object.keys(problems).length > 0) return
    const { resourceId, reason } = entered
    const input = {
      ...{ resourceId, reason, ...instantsOf(interval) },
      note: entered.note.trim() || null,
      coverTherapistId: entered.coverTherapistId || null,
    }
    await sending.run(input, (steps, clientMutationId) => {
      options.onSend?.(clientMutationId)
      return outcomeOf(async () =>
        options.takes
          ? (await send(TakeTimeOffDocument, { input: { ...input, plan: steps, clientMutationId } })).takeTimeOff
          : (await send(RequestTimeOffDocument, { input: { ...input, clientMutationId } })).requestTimeOff,
      )
    })
  }

  return {
    ...{ entries, isDirty, during, plan, sending, submit },
    set(change) {
      setEntries(change)
      setDirty(true)
      setFound({})
      sending.forget()
    },
    problem: (field) => found()[field] ?? sending.problem(pathOf[field] ?? field),
  }
}
