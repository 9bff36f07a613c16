import { Show } from 'solid-js'
import type { HeldSlot } from '../../../domain/public-booking.ts'
import { type BookingReading, clinicTimeOf, dayOf, priceInWords, timeOf, zoneInFull } from './booking-times.ts'

export interface HeldProps extends BookingReading {
  readonly view: HeldSlot
  /** Whether the time that is left is counted. */
  readonly isCounted?: boolean
}

/** What is held or booked: when, what, with whom and where. */
export function HeldCard(props: HeldProps) {
  const { page, view, words } = props
  const { endsAt, expiresAt, place, startsAt, therapist, type } = view
  const there = clinicTimeOf(props, startsAt)
  const line = [type.name, words.minutes((endsAt - startsAt) / 60_000), priceInWords(type.priceCents, props)]
  return (
    <section class="card held" aria-label={words.whenLabel}>
      <p class="moment">
        {dayOf(props, startsAt)}
        <b>{timeOf(props, startsAt)}</b>
        <Show when={there}>
          <small>
            {there} · {zoneInFull(page.zone, words.locale, startsAt)}
          </small>
        </Show>
      </p>
      <p>{line.filter(Boolean).join(' · ')}</p>
      <dl>
        <dt>{words.withLabel}</dt>
        <dd>
          {therapist.name}
          {therapist.title ? `, ${therapist.title}` : ''}
        </dd>
        <Show when={place}>
          {(at) => (
            <>
              <dt>{words.whereLabel}</dt>
              <dd>
                {at().name}
                <Show when={at().address}>
                  <br />
                  {at().address}
                </Show>
              </dd>
            </>
          )}
        </Show>
      </dl>
      <Show when={props.isCounted}>
        <p class="countdown" data-left={expiresAt - page.now} data-soon={words.soonOver} data-over={words.over}>
          <span>{words.heldUntil(timeOf(props, expiresAt))}</span>
          <b role="timer" aria-live="off" />
          <span class="unseen" role="status" />
        </p>
      </Show>
    </section>
  )
}
