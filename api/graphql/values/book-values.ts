/** Of appointments, series, hours and time off: what each value says. */
export const bookValues = {
  AppointmentStatus: {
    PENDING: 'Asked for, and not agreed to yet.',
    BOOKED: 'Agreed, and still to come.',
    ARRIVED: 'The client is there.',
    FULFILLED: 'It has taken place. Final.',
    CANCELLED: 'It does not take place; its time is free again. Final.',
    NOSHOW: 'The client did not come; its time is free again. Final.',
    ENTERED_IN_ERROR: 'It should never have been in the book. Final.',
  },
  CancellationReason: {
    CLIENT: 'The client asked for it.',
    CLIENT_ILL: 'The client is ill.',
    CLIENT_TRANSPORT: 'The client cannot get there.',
    CLIENT_FINANCIAL: 'The client cannot pay.',
    PROVIDER: 'The therapist asked for it.',
    PROVIDER_ILL: 'The therapist is ill.',
    PROVIDER_LEAVE: 'The therapist is away.',
    WEATHER: 'Weather keeps people from coming.',
    ADMINISTRATIVE: 'It was arranged wrongly, or the clinic is shut.',
    OTHER: 'Something else; the note may say what.',
  },
  HoursExceptionKind: {
    OPEN: 'Open on that date besides what the week says.',
    CLOSED: 'Shut on that date, whatever the week says.',
  },
  OccurrenceOutcome: {
    BOOKED: 'Booked at its own time.',
    CLASH: 'Its place is taken: not booked, kept as a clash of the series.',
    SKIPPED: 'Its place is taken: left out.',
    MOVED: 'Booked or moved to another time near its own.',
    KEPT: 'Left as it was.',
    CANCELLED: 'Cancelled.',
  },
  PlanStepKind: {
    COVER: 'The same time, with a cover therapist or in another room.',
    ANOTHER_TIME: 'Another time with the same therapist.',
    CANCEL: 'Cancelled, and the client is told.',
    LEAVE: 'Left standing, for the desk to look at.',
  },
  ResourceKind: {
    THERAPIST: 'Somebody who sees clients.',
    ROOM: 'A room of the clinic.',
  },
  SeriesPolicy: {
    ALL_OR_NOTHING: 'One clash, and nothing is booked.',
    SKIP_CLASHES: 'What is taken is left out, the rest is booked.',
    NEAREST_ALTERNATIVE: 'What is taken is booked at the nearest time that is free.',
  },
  SeriesScope: {
    THIS: 'That appointment alone.',
    THIS_AND_FOLLOWING: 'That one and all after it.',
    ALL: 'All that are still to come.',
  },
  SlotOrder: {
    SOONEST: 'By the start.',
    BALANCED: 'Day by day, whoever has the least booked that day, then that week, first.',
  },
  TimeOffDecision: {
    APPROVE: 'Yes: the time is taken.',
    DENY: 'No.',
  },
  TimeOffReason: {
    VACATION: 'Holidays.',
    SICK: 'Ill.',
    CONFERENCE: 'A conference or a training.',
    PERSONAL: 'A matter of her own.',
    OTHER: 'Something else.',
  },
  TimeOffStatus: {
    REQUESTED: 'Asked for; the time can still be booked.',
    APPROVED: 'Granted: nothing can be booked then.',
    DENIED: 'Refused. Final.',
    WITHDRAWN: 'Taken back; the time is free again. Final.',
  },
} as const
