import { Show } from 'solid-js'
import frame from '../styles/frame.css?inline'
import type { BookingReading } from './booking-times.ts'
import calendar from './styles/calendar.css?inline'
import form from './styles/form.css?inline'
import steps from './styles/steps.css?inline'
import wait from './styles/wait.css?inline'

const styles = [frame, steps, calendar, form, wait].join('')

export function BookingHead(props: BookingReading) {
  const { page, words } = props
  const { canonical, clinic, view } = page
  const isPublic = clinic !== null && ['types', 'therapists', 'times'].includes(view.kind)
  const titled = view.kind.startsWith('wait_') ? words.waiting.title : words.title
  const title = clinic ? titled(clinic.name) : words.closed
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <style innerHTML={styles} />
      <Show when={isPublic} fallback={<meta name="robots" content="noindex, nofollow" />}>
        <link rel="canonical" href={canonical} />
        <meta name="description" content={words.about(clinic?.name ?? '')} />
        <meta property="og:title" content={title} />
        <meta property="og:url" content={canonical} />
      </Show>
      <script src="/booking.js" defer />
    </head>
  )
}
