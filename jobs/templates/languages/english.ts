import { type KindTemplates, type Language, written } from '../language.ts'

const REPLY = 'Reply YES to confirm, NO to cancel, MOVE for another time.'
const CALL = 'Hello. This is {{clinicName}}.'
const CALL_BACK = 'If you cannot come, or would like another time, please call us. Goodbye.'
const HELLO = 'Hello {{clientFirstName}},\n\n'
const GET_IN_TOUCH = 'If you would like another time, just get in touch. We are happy to find one.'

/** Of no reminder is it known how long before the appointment it leaves, so none says "tomorrow". */
function reminder(opening: string): KindTemplates {
  return {
    ...written(
      'Your appointment on {{when}}',
      `${HELLO}${opening}`,
      'Please let us know below whether you are coming. If you cannot come, telling us early helps somebody else.',
    ),
    sms: { body: `{{clinicName}}: a reminder of your appointment on {{whenShort}} with {{therapistName}}. ${REPLY}` },
    voice: { body: `${CALL} This is a reminder of your appointment on {{when}}, with {{therapistName}}. ${CALL_BACK}` },
  }
}

const LOOKING_FORWARD = 'We look forward to seeing you.'

const forClients = {
  confirmation: {
    ...written(
      'Your appointment is booked: {{when}}',
      `${HELLO}Thank you for booking with us. We look forward to seeing you.`,
      'The attached file puts it into your calendar. Should anything change, let us know below.',
    ),
    sms: {
      body: `{{clinicName}}: you are booked for {{whenShort}} with {{therapistName}}. ${REPLY} STOP ends these texts.`,
    },
    voice: { body: `${CALL} Your appointment with {{therapistName}} is booked for {{when}}. ${CALL_BACK}` },
  },
  week_before: reminder(LOOKING_FORWARD),
  two_days_before: reminder(LOOKING_FORWARD),
  day_before: reminder(LOOKING_FORWARD),
  two_hours_before: reminder('See you soon.'),
  hour_before: reminder('See you very soon.'),
  high_risk: reminder('We are keeping this time free for you. Will you be there?'),
  follow_up: {
    ...written(
      'Thank you for your visit',
      `${HELLO}Thank you for coming to {{clinicName}}. We hope it did you good.\n\nIf you have a question, or would like another appointment, just get in touch.`,
    ),
    sms: { body: '{{clinicName}}: thank you for coming. For a question or another appointment, just get in touch.' },
  },
  changed: {
    ...written(
      'Your appointment has changed: {{when}}',
      `${HELLO}Your appointment is now on {{when}}, with {{therapistName}}.`,
      'The attached file changes it in your calendar too. If this does not suit you, choose another time below.',
    ),
    sms: { body: `{{clinicName}}: your appointment is now on {{whenShort}} with {{therapistName}}. ${REPLY}` },
    voice: {
      body: `${CALL} Your appointment has changed. It is now on {{when}}, with {{therapistName}}. ${CALL_BACK}`,
    },
  },
  cancelled: {
    ...written(
      'Your appointment is cancelled: {{when}}',
      `${HELLO}Your appointment on {{when}} will not take place.\n\n${GET_IN_TOUCH}`,
      'The attached file removes it from your calendar.',
    ),
    sms: {
      body: '{{clinicName}}: your appointment on {{whenShort}} is cancelled. For another time, just get in touch.',
    },
    voice: {
      body: `${CALL} Your appointment on {{when}} is cancelled. For another time, please call us. Goodbye.`,
    },
  },
} satisfies Partial<Language['templates']>

export const english: Language = {
  code: 'en',
  name: 'English',
  locale: 'en-US',
  times: {
    time: (time) => time,
    zoned: (time, zone) => `${time} ${zone}`,
    when: (date, time) => `${date} at ${time}`,
  },
  words: {
    when: 'When',
    was: 'Before',
    therapist: 'With',
    where: 'Where',
    dates: 'All dates',
    furtherDates: (count) => `and ${count} more`,
    what: 'For',
    days: 'Days',
    parts: 'Time of day',
    until: 'At the latest',
    morning: 'morning',
    afternoon: 'afternoon',
    evening: 'evening',
    confirm: 'Confirm',
    change: 'Change',
    cancel: 'Cancel',
    read: 'Read and answer',
    take: 'Take the place',
    manage: 'Confirm, change or cancel',
    footer: (clinicName) => `${clinicName} sends you this because you have an appointment with us.`,
    eventFooter: (clinicName) => `${clinicName} sends you this because you signed up for an event with us.`,
    answer: 'Take it or leave it',
    waitingFooter: (clinicName) => `${clinicName} sends you this because you are on our waitlist.`,
    askedFooter: (clinicName) =>
      `${clinicName} sends you this because an appointment was asked for with this e-mail address.`,
    askedToWaitFooter: (clinicName) =>
      `${clinicName} sends you this because somebody asked with this e-mail address to be put on our waitlist.`,
    staffFooter: (clinicName) => `${clinicName} sends you this because it is in your calendar.`,
    test: 'Test',
    calendarTitle: (clinicName) => `Appointment at ${clinicName}`,
    sessionTitle: (clinicName) => `Session at ${clinicName}`,
  },
  templates: {
    ...forClients,
    therapist_booked: {
      ...written(
        'New appointment: {{when}}',
        'Hello {{therapistName}},\n\n{{clientInitials}} is booked with you on {{when}}.',
      ),
      sms: { body: '{{clinicName}}: new appointment on {{whenShort}}, {{clientInitials}}.' },
    },
    therapist_changed: {
      ...written(
        'Appointment moved: {{when}}',
        'Hello {{therapistName}},\n\nThe appointment with {{clientInitials}} is now on {{when}}{{#hasPrevious}}; it was on {{previousWhen}}{{/hasPrevious}}.',
      ),
      sms: { body: '{{clinicName}}: the appointment with {{clientInitials}} is now on {{whenShort}}.' },
    },
    therapist_cancelled: {
      ...written(
        'Appointment cancelled: {{when}}',
        'Hello {{therapistName}},\n\nThe appointment with {{clientInitials}} on {{when}} is cancelled.',
      ),
      sms: { body: '{{clinicName}}: the appointment with {{clientInitials}} on {{whenShort}} is cancelled.' },
    },
    answer: { ...written('About your appointment', '{{answer}}'), sms: { body: '{{answer}}' } },
    conversation: {
      ...written(
        'A new message about your appointment',
        'Hello,\n\nThere is a new message about the appointment on {{when}}. To keep it private we do not put it into an e-mail.',
      ),
      sms: {
        body: '{{clinicName}}: there is a new message about the appointment on {{whenShort}}. Read it here: {{manageLink}}',
      },
    },
    test: { ...written('A test from {{clinicName}}', '{{answer}}'), sms: { body: '{{clinicName}}: {{answer}}' } },
    registration_confirmed: {
      ...written(
        'Your place is kept: {{when}}',
        `${HELLO}Your place in {{typeName}} is kept. We look forward to seeing you.`,
        'The attached file puts it into your calendar. If you cannot come, please give your place back below.',
      ),
      sms: { body: '{{clinicName}}: your place on {{whenShort}} is kept.' },
    },
    registration_waitlisted: {
      ...written(
        'You are on the waiting list: {{when}}',
        `${HELLO}All places in {{typeName}} are taken. You are on the waiting list, in the order in which people came.`,
      ),
      sms: { body: '{{clinicName}}: you are on the waiting list for {{whenShort}}.' },
    },
    place_offered: {
      ...written(
        'A place is free: {{when}}',
        `${HELLO}A place in {{typeName}} on {{when}} is free, and you are next in line. It is kept for you until {{answer}}.`,
        'Take it below, or say that you do not want it: then it goes to the next at once.',
      ),
      sms: {
        body: '{{clinicName}}: a place on {{whenShort}} is free. It is kept for you until {{answer}}: {{manageLink}}',
      },
    },
    session_changed: {
      ...written(
        'Your session has changed: {{when}}',
        `${HELLO}{{typeName}} is now on {{when}}.`,
        'If this does not suit you, please give your place back below.',
      ),
      sms: { body: '{{clinicName}}: your session is now on {{whenShort}}.' },
    },
    session_cancelled: {
      ...written(
        'A session is cancelled: {{when}}',
        `${HELLO}{{typeName}} on {{when}} will not take place.\n\n{{answer}}`,
      ),
      sms: { body: '{{clinicName}}: your session on {{whenShort}} is cancelled.' },
    },
    waitlist_offer: {
      ...written(
        'A time is free for you: {{when}}',
        `${HELLO}You are on our waitlist, and {{when}} with {{therapistName}} has become free. It is kept for you until {{until}}.{{#hasPrevious}} It takes the place of your appointment on {{previousWhen}}, which is then free for somebody else.{{/hasPrevious}}`,
        'Please say below whether you take it. If we do not hear from you until then, it goes to the next.',
      ),
      sms: {
        body: '{{clinicName}}: {{whenShort}} with {{therapistName}} is free and kept for you until {{until}}. Reply YES to take it{{#hasPrevious}} instead of your appointment on {{previousWhen}}{{/hasPrevious}}, NO to leave it. {{manageLink}}',
      },
    },
    waitlist_gone: {
      ...written(
        'No longer available: {{when}}',
        `${HELLO}{{when}} is no longer available. You need do nothing: you stay on our waitlist, and we will write again.`,
      ),
      sms: {
        body: '{{clinicName}}: {{whenShort}} is no longer available. You stay on our waitlist, and we will write again.',
      },
    },
    booking_proof: {
      ...written(
        'One more step: {{when}}',
        `${HELLO}We are keeping this time for you for an hour. It is booked once you confirm it below.`,
        'If it was not you who asked for it, you need do nothing: the time is then given to somebody else.',
      ),
      sms: { body: '{{clinicName}}: confirm your appointment on {{whenShort}} here: {{manageLink}}' },
    },
    waitlist_proof: {
      ...written(
        'One more step to our waitlist',
        `${HELLO}You asked {{clinicName}} to tell you when a time comes free. Confirm it below by {{until}}, and you are on our waitlist.`,
        'The same link shows you later where you stand, and lets you leave the waitlist again. If it was not you who asked, you need do nothing: you will not hear from us about it again.',
      ),
      sms: { body: '{{clinicName}}: confirm that you want to be on our waitlist here: {{manageLink}}' },
    },
  },
}
