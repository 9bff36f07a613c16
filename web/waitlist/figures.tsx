import { createMemo, createSignal, type JSX, on, Show } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { WaitlistFiguresDocument, type WaitlistFiguresQuery } from '../generated/graphql.ts'
import { FilterSelect } from '../ui/filter-select.tsx'
import { count } from './waitlist-words.ts'

const DAY_MS = 24 * 60 * 60_000
const stretches = [
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
  { value: '90', label: 'Last 90 days' },
  { value: '365', label: 'Last 365 days' },
]

/** How the waitlist does: how many offers are taken, and how soon what becomes free is filled. */
export function Figures(props: { readonly stand: unknown }): JSX.Element {
  const [days, setDays] = createSignal('30')
  // Up to the present of each reading, so that what has just happened counts.
  const window = createMemo(
    on([days, () => props.stand], ([many]) => {
      const to = Date.now()
      return { from: new Date(to - Number(many) * DAY_MS).toISOString(), to: new Date(to).toISOString() }
    }),
  )
  const answer = createAnswer(WaitlistFiguresDocument, window)
  return (
    <section class="waitlist-section">
      <header class="waitlist-head">
        <h2>How it is going</h2>
        <FilterSelect label="Over" value={days()} options={stretches} onChange={setDays} />
      </header>
      <Show when={answer.failure()}>
        {(failure) => <p class="waitlist-quiet">{wordsOfFailure(failure()).what}.</p>}
      </Show>
      <dl class="waitlist-figures" aria-busy={answer.loading()}>
        <Figure name="Offers taken" value={takenInWords(answer.data()?.waitlistFigures)} />
        <Figure name="From free to filled" value={minutesInWords(answer.data()?.waitlistFigures)} />
        <Figure name="New entries" value={answer.data()?.waitlistFigures.entries} />
        <Figure name="Offered" value={answer.data()?.waitlistFigures.offered} />
        <Figure name="Accepted" value={answer.data()?.waitlistFigures.accepted} />
        <Figure name="Declined" value={answer.data()?.waitlistFigures.declined} />
        <Figure name="No answer" value={answer.data()?.waitlistFigures.expired} />
        <Figure name="Taken back" value={answer.data()?.waitlistFigures.withdrawn} />
      </dl>
    </section>
  )
}

function Figure(props: { readonly name: string; readonly value: string | number | undefined }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value ?? '–'}</dd>
    </div>
  )
}

type Told = WaitlistFiguresQuery['waitlistFigures']

function takenInWords(figures: Told | undefined): string | undefined {
  return figures?.conversion == null ? undefined : `${Math.round(figures.conversion * 100)} %`
}

/** The median: half were filled sooner. */
function minutesInWords(figures: Told | undefined): string | undefined {
  const minutes = figures?.medianMinutesToFill
  if (minutes == null) return undefined
  if (minutes < 1) return 'under a minute'
  return minutes < 120 ? `${Math.round(minutes)} min` : count(Math.round(minutes / 60), 'hour')
}
