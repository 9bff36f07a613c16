import { For, Match, Show, Switch } from 'solid-js'
import type { BookingPage } from '../../../domain/public-booking.ts'
import { Booked } from './booked.tsx'
import { BookingHead } from './booking-head.tsx'
import { bookingWords, otherLanguages } from './booking-languages.ts'
import { bookingAt } from './booking-links.ts'
import type { BookingReading } from './booking-times.ts'
import { ChooseTherapist, ChooseType } from './choose.tsx'
import { ChooseTime } from './choose-time.tsx'
import { DetailsForm } from './details-form.tsx'
import { Closed, Later, Over, Pending, Proof } from './notices.tsx'
import { WaitClosed } from './wait-closed.tsx'
import { WaitForm } from './wait-form.tsx'
import { WaitOver, WaitProof, WaitSent, WaitState } from './wait-notices.tsx'

/** A whole page of booking, as it is sent. */
export function BookingDocument(props: { readonly page: BookingPage }) {
  const { choice, clinic, language } = props.page
  const reading: BookingReading = { page: props.page, words: bookingWords(language) }
  const { words } = reading
  const isChoosing = ['types', 'therapists', 'times'].includes(props.page.view.kind)
  return (
    <html lang={words.code} style={{ '--hue': clinic?.hue ?? 250 }} class={choice.isEmbedded ? 'embedded' : undefined}>
      <BookingHead {...reading} />
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <Show when={clinic && !choice.isEmbedded && clinic}>
          {(wearing) => (
            <header>
              <a class="clinic" href={bookingAt(props.page, { type: null, with: null, month: null, day: null })}>
                <Show when={wearing().logo}>
                  {(logo) => (
                    <img src={logo().url} width={Math.round((logo().width / logo().height) * 40)} height="40" alt="" />
                  )}
                </Show>
                {wearing().name}
              </a>
            </header>
          )}
        </Show>
        <main id="main" data-zone={props.page.zone} data-chosen={choice.zone ?? undefined}>
          <View {...reading} />
        </main>
        <Show when={isChoosing}>
          <footer>
            <nav aria-label={words.languages}>
              <For each={otherLanguages(words.code)}>
                {(other) => (
                  <a lang={other.code} hreflang={other.code} href={bookingAt(props.page, { lang: other.code })}>
                    {other.name}
                  </a>
                )}
              </For>
            </nav>
          </footer>
        </Show>
      </body>
    </html>
  )
}

function View(props: BookingReading) {
  const { view } = props.page
  return (
    <Switch fallback={<Closed {...props} />}>
      <Match when={view.kind === 'types' && view}>{(types) => <ChooseType {...props} view={types()} />}</Match>
      <Match when={view.kind === 'therapists' && view}>
        {(therapists) => <ChooseTherapist {...props} view={therapists()} />}
      </Match>
      <Match when={view.kind === 'times' && view}>{(times) => <ChooseTime {...props} view={times()} />}</Match>
      <Match when={view.kind === 'details' && view}>{(details) => <DetailsForm {...props} view={details()} />}</Match>
      <Match when={view.kind === 'pending' && view}>{(pending) => <Pending {...props} view={pending()} />}</Match>
      <Match when={view.kind === 'proof' && view}>{(proof) => <Proof {...props} view={proof()} />}</Match>
      <Match when={view.kind === 'booked' && view}>{(booked) => <Booked {...props} view={booked()} />}</Match>
      <Match when={view.kind === 'over'}>
        <Over {...props} />
      </Match>
      <Match when={view.kind === 'later' && view}>{(later) => <Later {...props} view={later()} />}</Match>
      <Match when={view.kind === 'wait_form' && view}>{(form) => <WaitForm {...props} view={form()} />}</Match>
      <Match when={view.kind === 'wait_sent'}>
        <WaitSent {...props} />
      </Match>
      <Match when={view.kind === 'wait_proof' && view}>{(proof) => <WaitProof {...props} view={proof()} />}</Match>
      <Match when={view.kind === 'wait_state' && view}>{(state) => <WaitState {...props} view={state()} />}</Match>
      <Match when={view.kind === 'wait_over'}>
        <WaitOver {...props} />
      </Match>
      <Match when={view.kind === 'wait_closed'}>
        <WaitClosed {...props} />
      </Match>
    </Switch>
  )
}
