import { Show } from 'solid-js'
import { carried, queryOf } from './booking-links.ts'
import type { TimesProps } from './choose-time.tsx'

/** The way to the waitlist for whoever is suited by none of the times, or finds none. */
export function WaitLine(props: TimesProps) {
  const { page, view, words } = props
  // Where nobody was chosen from, she waits for whoever it may be.
  const isOne = view.isChosen || page.path !== page.base
  const change = { type: view.type.id, with: (isOne && view.therapist?.slug) || 'any', month: null, day: null }
  const query = queryOf(Object.fromEntries(carried(page.choice, change)))
  return (
    <p class="wait-line quiet">
      <Show when={view.times.length > 0}>{words.waiting.noneSuits} </Show>
      <a href={`${page.base}/waitlist/join${query}`}>{words.waiting.ask}</a>
    </p>
  )
}
