import { For, Show } from 'solid-js'
import type { WaitField, WaitFormView } from '../../../domain/public-booking.ts'
import { dayParts } from '../../../domain/waitlist-entry.ts'
import { fullWeekdayInWords, weekdayInWords } from '../times.ts'
import { bookingAt, carried, queryOf } from './booking-links.ts'
import { type BookingReading, capital, zoneInFull } from './booking-times.ts'
import type { BookingWords } from './booking-words.ts'
import { Chosen } from './chosen.tsx'
import { Consent, Field, WhoFields } from './field.tsx'
import { Ticks } from './ticks.tsx'
import { weekdaysFrom } from './weekdays.ts'
import { WrongNote } from './wrong-note.tsx'

type FormProps = BookingReading & { readonly view: WaitFormView }

/** Where somebody whom no time suits says what would. */
export function WaitForm(props: FormProps) {
  const { page, view, words } = props
  const { waiting } = words
  const chosen = carried(page.choice, { month: null, day: null })
  return (
    <>
      <h1>{waiting.heading}</h1>
      <p class="quiet intro">{waiting.intro}</p>
      <div class="columns">
        <div class="aside">
          <Chosen
            {...props}
            type={view.type}
            therapist={view.isChosen || view.therapist ? view.therapist : undefined}
            isChosen={view.isChosen}
          />
        </div>
        <form
          class="card form"
          method="post"
          action={`${page.base}/waitlist/join${queryOf(Object.fromEntries(chosen))}`}
          novalidate
        >
          <For each={chosen}>{([name, value]) => <input type="hidden" name={name} value={value} />}</For>
          <Show when={view.wrong}>
            {(wrong) => <WrongNote title={waiting.wrongTitle} wrong={wrongIn(words, wrong().fields)} />}
          </Show>
          <Wishes {...props} />
          <WhoFields {...props} emailHint={waiting.emailHint} phoneHint={waiting.phoneHint} />
          <Field {...props} name="note" type="lines" label={waiting.note} hint={waiting.noteHint} most={2000} />
          <Show when={view.consent}>
            <Consent {...props} />
          </Show>
          <button class="main" type="submit">
            {waiting.send}
          </button>
        </form>
      </div>
      <p class="wait-line">
        <a href={bookingAt(page)}>{waiting.back}</a>
      </p>
    </>
  )
}

/** The days, the parts of them, and how long. */
function Wishes(props: FormProps) {
  const { page, view, words } = props
  const { waiting } = words
  const { clinic, now, zone } = page
  const elsewhere = clinic && clinic.zone !== zone ? clinic.zone : undefined
  const days = weekdaysFrom(words.firstWeekday).map((day) => ({
    name: `day.${day}`,
    label: capital(fullWeekdayInWords(day, words.locale)),
    short: capital(weekdayInWords(day, words.locale)),
  }))
  const parts = dayParts.map((part) => ({ name: `part.${part}`, label: words[part], more: waiting.partHours[part] }))
  const clock = elsewhere ? ` ${waiting.clinicClock(zoneInFull(elsewhere, words.locale, now))}` : ''
  return (
    <>
      <Ticks {...props} group="day" legend={waiting.days} hint={waiting.noneTicked} ticks={days} />
      <Ticks {...props} group="part" legend={waiting.parts} hint={waiting.noneTicked + clock} ticks={parts} />
      <Field {...props} name="until" type="date" label={waiting.until} hint={waiting.untilHint} earliest={view.today} />
    </>
  )
}

function wrongIn({ consent, email, phone, waiting, yourName }: BookingWords, fields: readonly WaitField[]) {
  const labels = { until: waiting.until, name: yourName, email, phone, note: waiting.note, consent }
  return (Object.keys(labels) as WaitField[])
    .filter((id) => fields.includes(id))
    .map((id) => ({ id, label: labels[id] }))
}
