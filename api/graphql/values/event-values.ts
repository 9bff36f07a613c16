/** Of events, registrations, groups, feeds and questions: what each value says. */
export const eventValues = {
  AttendanceStatus: {
    PRESENT: 'Came in time. Charged.',
    LATE: 'Came late. Charged.',
    ABSENT: 'Did not come.',
    EXCUSED: 'Did not come, and had said so.',
  },
  EventAdmission: {
    REGISTRATION: 'Whoever registers has a place at once, or a place in the line.',
    ENROLMENT: 'Somebody of the clinic speaks with her first; then she is a member of the group.',
  },
  EventFilling: {
    OFFER: 'A freed place is kept for the first in line until she has answered or the time is over.',
    AT_ONCE: 'A freed place is the first in line’s at once.',
    BY_HAND: 'A freed place waits for somebody of the clinic.',
  },
  EventKind: {
    GROUP_THERAPY: 'A group with members.',
    WORKSHOP: 'Something to learn, once or a few times.',
    CLASS: 'Something to take part in, again and again.',
    COMMUNITY: 'An evening or a meeting for everybody.',
  },
  FeedContent: {
    APPOINTMENTS: 'Appointments.',
    SESSIONS: 'Sessions of events.',
    TIME_OFF: 'Time off.',
  },
  FeedKind: {
    EVENTS: 'What is published, for everybody.',
    THERAPIST: 'One therapist’s calendar.',
    ROOM: 'One room’s calendar.',
    CLIENT: 'One client’s own appointments.',
  },
  FeedPrivacy: {
    BUSY: 'That the time is taken.',
    INITIALS: 'With the client’s initials.',
    FULL: 'With names and types; notes never.',
  },
  GroupMemberStatus: {
    SCREENING: 'Asked to join; somebody is to speak with her. Keeps no place.',
    ACTIVE: 'A member. Keeps a place.',
    ON_HOLD: 'A member who does not come for now. Keeps her place.',
    DECLINED: 'Was not taken. Final.',
    EXITED: 'Comes no more. Final.',
  },
  IntakeKind: {
    TEXT: 'On one line.',
    LONG: 'On several lines.',
    CHOICE: 'By choosing one of several.',
    YES: 'By a tick.',
  },
  NewSessions: {
    INHERIT: 'Published when the event is.',
    DRAFT: 'Not published before somebody does.',
  },
  PrivateFeedKind: {
    THERAPIST: 'One therapist’s calendar.',
    ROOM: 'One room’s calendar.',
    CLIENT: 'One client’s own appointments.',
  },
  PublishStatus: {
    DRAFT: 'Seen by the clinic alone.',
    PUBLISHED: 'Seen by everybody.',
    ARCHIVED: 'Has ended; seen by the clinic alone.',
  },
  RegistersFor: {
    SESSION: 'For each session by itself.',
    EVENT: 'For all of them at once.',
  },
  RegistrationProblemCode: {
    NO_PLACE_LEFT: 'Every place is taken, and the line is full or there is none.',
    ALREADY_REGISTERED: 'She has a place, or a place in the line.',
    NOT_PUBLISHED: 'It is not published.',
    REGISTRATION_CLOSED: 'Registration has not begun, or is over.',
    IN_THE_PAST: 'It has begun.',
    SESSION_CANCELLED: 'The session does not take place.',
    BY_ENROLMENT: 'One becomes a member of this group instead.',
    STALE_VERSION: 'Somebody changed it after the version that was seen.',
    TERMINAL_STATUS: 'It has ended and changes no more.',
    INVALID: 'The field at `path` cannot be so; the message says why.',
  },
  RegistrationSource: {
    PUBLIC: 'The person herself.',
    DESK: 'Somebody of the clinic for her.',
    PARTNER: 'A program with a key.',
  },
  RegistrationStatus: {
    REGISTERED: 'Has a place.',
    OFFERED: 'A place is kept for her until she has answered.',
    WAITLISTED: 'Stands in line.',
    CANCELLED: 'Does not come. Final.',
  },
  ScreeningDecision: {
    APPROVE: 'She becomes a member.',
    DECLINE: 'She does not.',
  },
  SessionStatus: {
    SCHEDULED: 'Takes place as planned.',
    RESCHEDULED: 'Was moved to another time.',
    POSTPONED: 'Takes place later; when is not known yet.',
    CANCELLED: 'Does not take place.',
    MOVED_ONLINE: 'Takes place online instead.',
  },
} as const
