import './live-badge.css'
import type { JSX } from 'solid-js'
import { formatTime } from '../../domain/zone.ts'
import { type LiveStatus, liveStatus } from './connection.ts'

/** Whether what is shown is true now. Read aloud when it changes. */
export function LiveBadge(props: { readonly zone: string }): JSX.Element {
  return (
    <span class={`live-badge ${liveStatus().kind}`} role="status">
      <span class="live-dot" />
      {wordsOf(liveStatus(), props.zone)}
    </span>
  )
}

function wordsOf(status: LiveStatus, zone: string): string {
  switch (status.kind) {
    case 'off':
      return 'Not live'
    case 'connecting':
      return 'Connecting'
    case 'live':
      return 'Live'
    case 'reconnecting':
      return 'Reconnecting'
    case 'paused':
      return `Paused, as of ${formatTime(status.since, zone)}`
  }
}
