import { type Accessor, createMemo, createSignal } from 'solid-js'
import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { createRehearsal, isSameQuestion } from '../booking/create-rehearsal.ts'
import { makeIds } from '../booking/make-ids.ts'
import type { ChangeSeriesInput, SeriesPolicy, SeriesScope } from '../generated/graphql.ts'
import type { Report } from './report.ts'
import { type SeriesAnswer, sendSeriesChange } from './send-series.ts'

/** The change as asked of the one appointment. */
export type WantedChange = Omit<ChangeSeriesInput, 'scope' | 'policy'>

/** A change of more than one appointment of a series: how many, what would become of each, and the clashes. */
export interface SeriesChange {
  readonly scope: Accessor<SeriesScope>
  readonly setScope: (scope: SeriesScope) => void
  readonly policy: Accessor<SeriesPolicy>
  readonly setPolicy: (policy: SeriesPolicy) => void
  /** Undefined for one alone, and until it is known. */
  readonly report: Accessor<Report | undefined>
  readonly busy: Accessor<boolean>
  readonly failure: Accessor<string | undefined>
  /** Undefined when it was refused or could not be asked. */
  readonly run: () => Promise<SeriesAnswer | undefined>
}

export function createSeriesChange(wanted: Accessor<WantedChange>): SeriesChange {
  const [scope, setScope] = createSignal<SeriesScope>('THIS')
  const [policy, setPolicy] = createSignal<SeriesPolicy>('ALL_OR_NOTHING')
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<string>()
  const ids = makeIds()
  const input = (): ChangeSeriesInput => ({ ...wanted(), scope: scope(), policy: policy() })
  const question = createMemo(() => (scope() === 'THIS' ? undefined : { input: input(), stand: [] }), undefined, {
    equals: isSameQuestion,
  })
  const rehearsal = createRehearsal(question, async (asked) => {
    const { report } = await sendSeriesChange({ ...asked, validateOnly: true })
    return report
  })

  async function run(): Promise<SeriesAnswer | undefined> {
    if (busy()) return undefined
    setBusy(true)
    setFailure(undefined)
    try {
      const answer = await sendSeriesChange({ ...input(), clientMutationId: ids.of(input()) })
      ids.forget()
      if (!answer.report.isRefused) return answer
      rehearsal.tell(answer.report)
    } catch (reason) {
      const words = wordsOfFailure(asFailure(reason))
      setFailure(`${words.what}. ${words.next}`)
    } finally {
      setBusy(false)
    }
    return undefined
  }
  return { scope, setScope, policy, setPolicy, report: rehearsal.answer, busy, failure, run }
}
