/** One request of a program: what it is for, what is asked, and the variables as one would write them. */
export interface Step {
  readonly title: string
  readonly why: string
  readonly query: string
  readonly variables: string
}

const REFUSED = `... on BookingRefused {
      problems { code message path }
      alternatives { startsAt therapist { id name } room { id name } }
    }`

const WAITS = `... on WaitlistJoined { entry { id version score { total } } }
    ... on RecordRefused { problems { code message path } }`

/** From nothing to a booked appointment, one request after the other. */
export const workedExample = {
  types: {
    title: 'Find out what there is',
    why: 'Everything is of the clinic that the key belongs to. `minutes` is how long it takes; where `needsRoom` is true, slots come with a room.',
    query: `query Types {
  appointmentTypes(activeOnly: true) { id name minutes needsRoom }
}`,
    variables: '{}',
  },
  client: {
    title: 'Say who comes',
    why: 'Somebody the clinic knows already is found by `clients(search:)`. Send the same `clientMutationId` again after a timeout and you get the first answer again: no second record is made.',
    query: `mutation Client($input: CreateClientInput!) {
  createClient(input: $input) {
    __typename
    ... on ClientSaved { client { id name } }
    ... on RecordRefused { problems { code message path } }
  }
}`,
    variables: `{ "input": { "name": "Maya Alvarez", "email": "maya@example.com", "phone": "+12025550123",
  "clientMutationId": "order-1042-client" } }`,
  },
  free: {
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
  hold: {
    title: 'Keep one while somebody decides',
    why: 'A hold takes the time of therapist and room, so nobody can take it away until `expiresAt`. With `validateOnly` nothing is written: that is a rehearsal. Keep the token; it proves that the hold is yours. Whoever was slower is told `THERAPIST_BUSY`, with `alternatives` that can be held instead.',
    query: `mutation Hold($input: HoldSlotInput!) {
  holdSlot(input: $input) {
    __typename
    ... on SlotHeld { token hold { id startsAt endsAt expiresAt } }
    ${REFUSED}
  }
}`,
    variables: `{ "input": { "typeId": "…", "therapistId": "…", "roomId": "…", "startsAt": "2026-03-03T15:00:00Z",
  "clientMutationId": "order-1042-hold" } }`,
  },
  book: {
    title: 'Book it',
    why: 'The hold becomes the appointment in place: the slot is free at no moment. A hold that is over is `HOLD_EXPIRED`, again with `alternatives`; this, too, is rehearsed with `validateOnly`.',
    query: `mutation Book($input: ConfirmHoldInput!) {
  confirmHold(input: $input) {
    __typename
    ... on AppointmentBooked { appointment { id version status startsAt endsAt client { id name } } }
    ${REFUSED}
  }
}`,
    variables: `{ "input": { "id": "…", "token": "…", "clientId": "…", "clientMutationId": "order-1042-book" } }`,
  },
  wait: {
    title: 'Or wait for something sooner',
    why: 'Whoever finds nothing that suits, or names in `appointmentId` one that is to be given up, is offered what becomes free where the clinic offers by itself. What comes of it is told by `waitlistChanged`.',
    query: `mutation Wait($input: JoinWaitlistInput!) {
  joinWaitlist(input: $input) {
    __typename
    ${WAITS}
  }
}`,
    variables: `{ "input": { "clientId": "…", "typeId": "…", "appointmentId": "…", "days": [1, 2], "parts": ["MORNING"],
  "noticeMinutes": 240, "clientMutationId": "order-1042-wait" } }`,
  },
  since: {
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
} as const satisfies Readonly<Record<string, Step>>
