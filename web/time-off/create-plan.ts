import { type Accessor, createEffect, createMemo, createSignal, on, untrack } from 'solid-js'
import { asFailure, type RequestFailed } from '../api/failure.ts'
import { clashesOf, noPicks, type Picks, type Step } from './plan.ts'
import { changesBetween, keptPicks, noChanges, type PlanChanges } from './plan-changes.ts'
import { type PlanQuestion, readPlan } from './read-plan.ts'

/** What becomes of the appointments that stand on time off, while that is being settled. */
export interface Plan {
  /** When who is away; undefined while nothing whole is asked. */
  readonly asked: Accessor<PlanQuestion | undefined>
  /** Undefined until the first answer, and while nothing whole is asked. */
  readonly steps: Accessor<readonly Step[] | undefined>
  readonly picks: Accessor<Picks>
  readonly pick: (appointmentId: string, key: string) => void
  readonly clashes: Accessor<ReadonlyMap<string, string>>
  /** What others did since it was asked for first. */
  readonly changes: Accessor<PlanChanges>
  readonly loading: Accessor<boolean>
  readonly failure: Accessor<RequestFailed | undefined>
  /** Asks again after others changed something; what was picked stays where it can. */
  readonly again: () => Promise<void>
}

export function createPlan(question: Accessor<PlanQuestion | undefined>): Plan {
  const [steps, setSteps] = createSignal<readonly Step[]>()
  const [picks, setPicks] = createSignal<Picks>(noPicks)
  const [changes, setChanges] = createSignal<PlanChanges>(noChanges)
  const [loading, setLoading] = createSignal(false)
  const [failure, setFailure] = createSignal<RequestFailed>()
  const wanted = createMemo(question, undefined, { equals: saysTheSame })
  let latest = 0

  async function read(asked: PlanQuestion, isAgain: boolean): Promise<void> {
    const mine = ++latest
    setLoading(true)
    try {
      const fresh = await readPlan(asked)
      if (mine === latest) take(fresh, isAgain)
    } catch (reason) {
      if (mine === latest) setFailure(asFailure(reason))
    } finally {
      if (mine === latest) setLoading(false)
    }
  }

  function take(fresh: readonly Step[], isAgain: boolean): void {
    const found = isAgain ? changesBetween(untrack(steps) ?? [], fresh, untrack(picks)) : noChanges
    setChanges(found)
    setPicks((before) => keptPicks(before, fresh, found))
    setSteps(fresh)
    setFailure(undefined)
  }

  createEffect(
    on(wanted, (asked) => {
      if (asked) return void read(asked, false)
      latest++
      setLoading(false)
      setSteps(undefined)
    }),
  )
  return {
    ...{ asked: wanted, steps, picks, changes, loading, failure },
    pick: (appointmentId, key) => setPicks((before) => new Map(before).set(appointmentId, key)),
    clashes: createMemo(() => clashesOf(steps() ?? [], picks())),
    async again() {
      const asked = untrack(wanted)
      if (asked) await read(asked, true)
    },
  }
}

function saysTheSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
