import { Show } from 'solid-js'
import type { WaitWish } from '../../../domain/public-booking.ts'
import { dateInWords } from '../times.ts'
import { type BookingReading, capital } from './booking-times.ts'
import { fullWeekday, weekdaysFrom } from './weekdays.ts'

/** What somebody waits for. */
export function WishCard(props: BookingReading & { readonly view: WaitWish }) {
  const { view, words } = props
  const { waiting } = words
  const { days, parts, therapistNames, typeName, untilOn } = view
  const listed = (each: readonly string[]) =>
    capital(new Intl.ListFormat(words.locale, { type: 'unit', style: 'long' }).format(each))
  const inWeek = weekdaysFrom(words.firstWeekday).filter((day) => days?.includes(day))
  return (
    <section class="card">
      <dl>
        <dt>{waiting.what}</dt>
        <dd>{typeName}</dd>
        <dt>{words.withLabel}</dt>
        <dd>{therapistNames ? listed(therapistNames) : words.anybody}</dd>
        <dt>{waiting.daysLabel}</dt>
        <dd>{days ? listed(inWeek.map((day) => fullWeekday(day, words.locale))) : waiting.any}</dd>
        <dt>{waiting.partsLabel}</dt>
        <dd>{parts ? listed(parts.map((part) => words[part])) : waiting.any}</dd>
        <Show when={untilOn}>
          {(date) => (
            <>
              <dt>{waiting.untilLabel}</dt>
              <dd>{capital(dateInWords(date(), words.locale))}</dd>
            </>
          )}
        </Show>
      </dl>
    </section>
  )
}
