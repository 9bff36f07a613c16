import { Show } from 'solid-js'
import type { BookedView } from '../../../domain/public-booking.ts'
import type { BookingReading } from './booking-times.ts'
import { HeldCard } from './held-card.tsx'

/** It is booked: how it comes into a calendar, and where it is changed. */
export function Booked(props: BookingReading & { readonly view: BookedView }) {
  const { page, view, words } = props
  // Within another site's page, what leads elsewhere opens beside it.
  const target = page.choice.isEmbedded ? '_blank' : undefined
  return (
    <div class="narrow">
      <p class="done" aria-hidden="true">
        ✓
      </p>
      <h1>{words.booked}</h1>
      <p role="status">{words.bookedHint(view.email)}</p>
      <HeldCard {...props} />
      <section class="card">
        <h2>{words.addTo}</h2>
        <p class="links">
          <Show when={view.fileUrl}>{(url) => <a href={url()}>{words.file}</a>}</Show>
          <a href={view.googleUrl} target="_blank" rel="noopener noreferrer">
            Google
          </a>
          <a href={view.outlookUrl} target="_blank" rel="noopener noreferrer">
            Outlook
          </a>
        </p>
      </section>
      <section class="card">
        <Show when={view.manageUrl} fallback={<p class="quiet">{words.manageByMail}</p>}>
          {(url) => (
            <>
              <p>
                <a class="button" href={url()} target={target}>
                  {words.manage}
                </a>
              </p>
              <p class="quiet">{words.manageHint}</p>
            </>
          )}
        </Show>
      </section>
    </div>
  )
}
