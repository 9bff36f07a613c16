import { For, Show } from 'solid-js'
import type { BookableTime, TimesView } from '../../../domain/public-booking.ts'
import { dateInWords } from '../times.ts'
import { bookingAt, carried } from './booking-links.ts'
import { type BookingReading, capital, clinicTimeOf, dayOf, type PartOfDay, partOf, timeOf } from './booking-times.ts'
import { Chosen } from './chosen.tsx'
import { Month } from './month.tsx'
import { WaitLine } from './wait-line.tsx'
import { ZoneLine } from './zone-line.tsx'

export type TimesProps = BookingReading & { readonly view: TimesView }

/** The days that have room, and the times of one of them. */
export function ChooseTime(props: TimesProps) {
  const { page, view, words } = props
  return (
    <>
      <Chosen {...props} type={view.type} therapist={view.therapist} isChosen={view.isChosen} />
      <Show when={view.refusal}>{(refusal) => <Refusal {...props} times={refusal().alternatives} />}</Show>
      <h1>{words.when}</h1>
      <ZoneLine {...props} />
      <div class="when">
        <Month {...props} />
        <section class="times">
          <Show when={view.day} fallback={<NoTimes {...props} />}>
            {(day) => (
              <>
                <h2>{capital(dateInWords(day(), words.locale))}</h2>
                <form method="post" action={`${page.base}/hold`}>
                  <Carried {...props} />
                  <For each={partsOf(view.times, page.zone)}>
                    {([part, times]) => (
                      <section>
                        <h3>{words[part]}</h3>
                        <TimeButtons {...props} times={times} />
                      </section>
                    )}
                  </For>
                </form>
              </>
            )}
          </Show>
        </section>
      </div>
      <Show when={view.offersWaitlist}>
        <WaitLine {...props} />
      </Show>
    </>
  )
}

function partsOf(times: readonly BookableTime[], zone: string): [PartOfDay, readonly BookableTime[]][] {
  return [...Map.groupBy(times, (each) => partOf(each.startsAt, zone))]
}

/** What was chosen goes with the form; of a therapist's own page, whose it is too. */
function Carried(props: TimesProps) {
  const { page, view } = props
  const change = { type: view.type.id, with: view.therapist?.slug ?? 'any', day: view.day, month: null }
  return (
    <For each={carried(page.choice, change)}>
      {([name, value]) => <input type="hidden" name={name} value={value} />}
    </For>
  )
}

function TimeButtons(props: TimesProps & { readonly times: readonly BookableTime[]; readonly withDay?: boolean }) {
  const { view, words } = props
  return (
    <ul class="slots">
      <For each={props.times}>
        {({ startsAt, therapistName }) => {
          const there = clinicTimeOf(props, startsAt)
          return (
            <li>
              <button type="submit" name="start" value={String(startsAt)}>
                <Show when={props.withDay}>
                  <span class="quiet">{dayOf(props, startsAt)}</span>
                </Show>
                <b>{timeOf(props, startsAt)}</b>
                <Show when={there}>
                  <small>{there}</small>
                </Show>
                <Show when={view.therapist === null}>
                  <small>{therapistName}</small>
                </Show>
                <span class="unseen"> {words.minutes(view.type.minutes)}</span>
              </button>
            </li>
          )
        }}
      </For>
    </ul>
  )
}

/** Somebody else took it first: what is near to it can be taken at once. */
function Refusal(props: TimesProps & { readonly times: readonly BookableTime[] }) {
  const { page, words } = props
  return (
    <section class="note warning" role="alert">
      <h2>{words.taken}</h2>
      <p>{props.times.length > 0 ? words.takenHint : words.takenNoOther}</p>
      <Show when={props.times.length > 0}>
        <form method="post" action={`${page.base}/hold`}>
          <Carried {...props} />
          <TimeButtons {...props} withDay />
        </form>
      </Show>
    </section>
  )
}

function NoTimes(props: TimesProps) {
  const { page, view, words } = props
  return (
    <p class="note">
      <Show when={view.next} fallback={view.hasBefore || view.hasAfter ? words.noTimes : words.noneAtAll}>
        {(next) => (
          <>
            {words.noTimes}{' '}
            <a href={bookingAt(page, { month: null, day: next() })} data-swap>
              {words.firstFree(dateInWords(next(), words.locale))}
            </a>
          </>
        )}
      </Show>
    </p>
  )
}
