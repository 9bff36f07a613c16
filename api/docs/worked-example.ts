/** One request of a program: what it is for, what is asked, and the variables as one would write them. */
export interface Step {
  readonly title: string
  readonly why: string
  readonly query: string
  readonly variables: string
}

/** From nothing to a booked appointment, one request after the other. */
export const workedExample: readonly Step[] = [
  {
    title: 'Ask what can be booked',
    why: 'Slots come with their therapist and a fitting room. Where there is none, `reasons` says why and `nextFit` where the next one is.',
    query: `query Free($input: AvailableSlotsInput!) {
  availableSlots(input: $input) {
    slots { startsAt endsAt therapist { id name } room { id name } }
    reasons { code message }
    nextFit { startsAt }
  }
}`,
    variables: `{ "input": { "typeId": "…", "from": "2026-03-02T13:00:00Z", "to": "2026-03-09T13:00:00Z", "first": 5 } }`,
  },
  {
    title: 'Keep one while somebody decides',
    why: 'A hold takes the time of therapist and room, so nobody can take it away until `expiresAt`. With `validateOnly` nothing is written: that is a rehearsal. Keep the token; it proves that the hold is yours.',
    query: `mutation Hold($input: HoldSlotInput!) {
  holdSlot(input: $input) {
    __typename
    ... on SlotHeld { token hold { id startsAt endsAt expiresAt } }
    ... on BookingRefused {
      problems { code message path }
      alternatives { startsAt therapist { id name } room { id name } }
    }
  }
}`,
    variables: `{ "input": { "typeId": "…", "therapistId": "…", "roomId": "…", "startsAt": "2026-03-03T15:00:00Z",
  "clientMutationId": "order-1042-hold" } }`,
  },
  {
    title: 'Book it',
    why: 'The hold becomes the appointment in place: the slot is free at no moment. Send the same `clientMutationId` again after a timeout and you get the first answer again; nothing is booked twice.',
    query: `mutation Book($input: ConfirmHoldInput!) {
  confirmHold(input: $input) {
    __typename
    ... on AppointmentBooked { appointment { id version status startsAt endsAt client { id name } } }
    ... on BookingRefused {
      problems { code message path }
      alternatives { startsAt therapist { id name } room { id name } }
    }
  }
}`,
    variables: `{ "input": { "id": "…", "token": "…", "clientId": "…", "clientMutationId": "order-1042-book" } }`,
  },
  {
    title: 'Keep up with what changes',
    why: 'Changes are numbered and none is left out. Keep the cursor of the last one you have dealt with and go on from there, by this query at night or by the `calendarChanged` subscription as it happens.',
    query: `query Since($after: String!) {
  changes(after: $after, first: 100) {
    nodes { cursor at action itemKind itemId itemVersion }
    pageInfo { endCursor hasNextPage }
  }
}`,
    variables: `{ "after": "0" }`,
  },
]
