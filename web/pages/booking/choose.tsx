import { For, Show } from 'solid-js'
import type { TherapistsView, TypesView } from '../../../domain/public-booking.ts'
import { bookingAt } from './booking-links.ts'
import { type BookingReading, priceInWords } from './booking-times.ts'
import { Chosen } from './chosen.tsx'

/** What there is to book. */
export function ChooseType(props: BookingReading & { readonly view: TypesView }) {
  const { page, view, words } = props
  const line = (minutes: number, cents: number | null) =>
    [words.minutes(minutes), priceInWords(cents, props)].filter(Boolean).join(' · ')
  return (
    <>
      <h1>{view.therapist ? words.whatWith(view.therapist.name) : words.what}</h1>
      <Show when={page.clinic?.about && !page.choice.isEmbedded}>
        <p class="about">{page.clinic?.about}</p>
      </Show>
      <Show
        when={view.types.length > 0}
        fallback={
          <p class="note">
            <strong>{words.nothing}</strong> {words.nothingHint}
          </p>
        }
      >
        <ul class="options">
          <For each={view.types}>
            {(type) => (
              <li>
                <a href={bookingAt(page, { type: type.id, month: null, day: null })}>
                  <span class="name">{type.name}</span>
                  <span class="quiet">{line(type.minutes, type.priceCents)}</span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  )
}

/** Who offers it; "anybody" comes first, as most people want to be seen soon. */
export function ChooseTherapist(props: BookingReading & { readonly view: TherapistsView }) {
  const { page, view, words } = props
  return (
    <>
      <Chosen {...props} type={view.type} />
      <h1>{words.whom}</h1>
      <ul class="options">
        <li>
          <a href={bookingAt(page, { with: 'any' })}>
            <span class="name">{words.anybody}</span>
            <span class="quiet">{words.anybodyHint}</span>
          </a>
        </li>
        <For each={view.therapists}>
          {(therapist) => (
            <li>
              <a href={bookingAt(page, { with: therapist.slug })}>
                <span class="name">{therapist.name}</span>
                <span class="quiet">{therapist.title}</span>
              </a>
            </li>
          )}
        </For>
      </ul>
    </>
  )
}
