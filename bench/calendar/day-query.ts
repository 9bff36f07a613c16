/** What the calendar page asks for a day. */
export const dayQuery = `query Day($from: DateTime!, $to: DateTime!) {
  calendar(from: $from, to: $to) {
    cursor
    zone
    appointments {
      __typename id version status startsAt endsAt
      client { id name } therapist { id } room { id } type { id name hue }
      bufferBeforeMinutes bufferAfterMinutes overbooked confirmedAt notes
    }
    openHours { resourceId startsAt endsAt }
    timeOff { __typename id version resource { id } startsAt endsAt reason timeOffStatus: status }
  }
}`
