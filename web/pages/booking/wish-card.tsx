import { Show } from 'solid-js'
import type { WaitWish } from '../../../domain/public-booking.ts'
import { dayParts } from '../../../domain/waitlist-entry.ts'
import { dayInWords, fullWeekdayInWords } from '../times.ts'
import { type BookingReading, capital } from './booking-times.ts'
import { weekdaysFrom } from './weekdays.ts'

/** What somebody waits for. */
export function WishCard(props: BookingReading & { readonly view: WaitWish }) {
  const { page, view, words } = props
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
        <dd>{areSome(days, 7) ? listed(inWeek.map((day) => fullWeekdayInWords(day, words.locale))) : waiting.any}</dd>
        <dt>{waiting.partsLabel}</dt>
        <dd>{areSome(parts, dayParts.length) ? listed(parts.map((part) => words[part])) : waiting.any}</dd>
        <Show when={untilOn}>
          {(date) => (
            <>
              <dt>{waiting.untilLabel}</dt>
              <dd>{capital(dayInWords({ startsAt: Date.parse(date()), zone: 'UTC' }, words.locale, page.now))}</dd>
            </>
          )}
        </Show>
      </dl>
    </section>
  )
}

/** To whom all suit, any does. */
function areSome<Each>(each: readonly Each[] | null, all: number): each is readonly Each[] {
  return each !== null && each.length < all
}
