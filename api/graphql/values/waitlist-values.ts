/** Of those who wait, what became free and what is offered to them: what each value says. */
export const waitlistValues = {
  DayPart: {
    MORNING: 'Begins before 12:00.',
    AFTERNOON: 'Begins from 12:00 on and before 17:00.',
    EVENING: 'Begins at 17:00 or later.',
  },
  FreedSlotCause: {
    CANCELLED: 'An appointment or a session was cancelled.',
    MOVED: 'What stood there was moved.',
    NOSHOW: 'The client did not come.',
    TIME_OFF: 'Time off was taken back.',
    HOURS: 'New hours, or a closure that was lifted.',
    DECLINED: 'What was offered was not taken.',
  },
  FreedSlotStatus: {
    OPEN: 'Somebody whom it fits is looked for, or the desk is to decide.',
    OFFERED: 'Held for somebody who has not answered yet.',
    FILLED: 'Taken again.',
    PASSED: 'Nobody whom it fits took it; looked at again when somebody joins whom it does.',
    ENDED: 'Somebody closed it, or the chain was long enough.',
  },
  ReferralSource: {
    SELF: 'Nobody but herself.',
    FAMILY: 'Her family.',
    SCHOOL: 'A school. Adds 5 points to the score.',
    INSURER: 'An insurer. Adds 5 points to the score.',
    PHYSICIAN: 'A physician. Adds 10 points to the score.',
    HOSPITAL: 'A hospital. Adds 15 points to the score.',
    OTHER: 'Somebody else.',
  },
  WaitlistMode: {
    OFF: 'What becomes free is left alone.',
    SUGGEST: 'The desk is shown what became free and whom it fits; nobody is written to.',
    OFFER: 'What becomes free is held for whom it fits, who is written to by itself.',
  },
  WaitlistOfferStatus: {
    OPEN: 'The slot is held, and no answer has come.',
    ACCEPTED: 'Taken: an appointment was booked.',
    DECLINED: 'Not wanted; it was passed on.',
    EXPIRED: 'Not answered in time; it was passed on.',
    WITHDRAWN: 'Taken back: by the desk, or because somebody else was faster or she has another time.',
  },
  WaitlistSource: {
    DESK: 'Entered by somebody of the clinic.',
    PUBLIC: 'Asked for on the public booking page.',
    CLIENT: 'Asked for by a client who has an appointment, by its link.',
    PARTNER: 'Entered by a program with a key.',
  },
  WaitlistStatus: {
    WAITING: 'Waits, and nothing is offered at the moment.',
    OFFERED: 'A slot is held for her; an answer is awaited.',
    BOOKED: 'Has what she waited for. Final.',
    LEFT: 'Was taken off the list. Final.',
    EXPIRED: 'The last date that would suit is over, or she has had what she would have given up. Final.',
  },
  WaitlistUrgency: {
    ROUTINE: 'FHIR routine. Adds nothing to the score.',
    SOON: 'FHIR urgent. Adds 20 points to the score.',
    URGENT: 'FHIR asap. Adds 45 points to the score.',
    EMERGENCY: 'FHIR stat. Adds 100 points: before whoever waits, however long.',
  },
} as const
