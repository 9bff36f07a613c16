const card = `__typename id version status startsAt endsAt
  client { id name } therapist { id } room { id } type { id name hue }
  bufferBeforeMinutes bufferAfterMinutes overbooked confirmedAt notes
  mark { version state reply repliedAt lateMinutes unread }`

const away = '__typename id version resource { id } startsAt endsAt reason timeOffStatus: status'

/** What the calendar page asks for a day. */
export const dayQuery = `query Day($from: DateTime!, $to: DateTime!) {
  calendar(from: $from, to: $to) {
    cursor
    zone
    appointments { ${card} }
    openHours { resourceId startsAt endsAt }
    timeOff { ${away} }
  }
}`

/** How the calendar page follows that day. */
export const dayChanges = `subscription DayChanges($from: DateTime!, $to: DateTime!, $after: String) {
  calendarChanged(from: $from, to: $to, after: $after) {
    cursor
    at
    actor { kind name }
    clientMutationId
    upserted { ... on Appointment { ${card} } ... on TimeOff { ${away} } }
    removedId
    snapshotRequired
  }
}`

/** A day of the clinic's zone, New York. */
export const day = { from: '2027-03-03T05:00:00Z', to: '2027-03-04T05:00:00Z' }
