import { createMemo, createSignal, type JSX } from 'solid-js'
import { instantOf, localDateOf } from '../../domain/zone.ts'
import type { ReminderPolicyRecordFragment } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { FilterSelect } from '../ui/filter-select.tsx'
import { noticeInWords } from '../waitlist/waitlist-words.ts'
import { exampleInWords } from './example-words.ts'
import { type PolicyEntries, policyOf } from './policy-entries.ts'

const leads = [60, 180, 360, 24 * 60, 2 * 24 * 60, 7 * 24 * 60].map((minutes) => ({
  value: String(minutes),
  label: noticeInWords(minutes),
}))

interface PolicyExampleProps {
  readonly entries: PolicyEntries
  readonly hours: ReminderPolicyRecordFragment
}

/** What the policy, as entered, would do with a slot that might become free. Nothing of it is saved. */
export function PolicyExample(props: PolicyExampleProps): JSX.Element {
  const { zone } = viewer().clinic
  const [time, setTime] = createSignal('09:10')
  const [lead, setLead] = createSignal(String(2 * 24 * 60))
  const said = createMemo(() => {
    if (!/^\d{2}:\d{2}$/.test(time())) return undefined
    const at = instantOf(localDateOf(Date.now(), zone), time(), zone)
    const { weekends } = props.hours
    const hours = {
      leaveFrom: props.hours.leaveFrom.slice(0, 5),
      leaveUntil: props.hours.leaveUntil.slice(0, 5),
      weekends,
    }
    return exampleInWords(policyOf(props.entries), hours, { at, leadMinutes: Number(lead()) }, zone)
  })
  return (
    <section class="policy-section policy-example" aria-label="Example">
      <div class="policy-example-ask">
        A slot becomes free today at
        <input
          class="control"
          type="time"
          aria-label="Time of the example"
          value={time()}
          onInput={(event) => setTime(event.currentTarget.value)}
        />
        and begins
        <FilterSelect label="How long after" value={lead()} options={leads} onChange={setLead} />
        later.
      </div>
      <p class="policy-example-said" role="status">
        {said() ?? 'Correct what is marked below.'}
      </p>
    </section>
  )
}
