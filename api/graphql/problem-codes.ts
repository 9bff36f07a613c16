import type { BookingProblemCode } from '../../domain/problem.ts'

/** What each code says, as the schema tells it. */
export const problemCodeTexts: Readonly<Record<BookingProblemCode, string>> = {
  THERAPIST_BUSY: 'The therapist has something else then, or the slot is held.',
  ROOM_BUSY: 'The room is taken then, or held.',
  CLIENT_BUSY: 'The client has another appointment then.',
  OUTSIDE_HOURS: 'The therapist or the room is not open then, or sees clients by telehealth alone.',
  ON_TIME_OFF: 'The therapist is away, or the room out of use; of time off itself: there is some already.',
  CLINIC_CLOSED: 'The whole clinic is shut then.',
  BUFFER: 'Too near to something else: minutes beside one of the two are kept free.',
  DAILY_LIMIT: 'The therapist has as many as the type takes a day, or the block of hours.',
  IN_THE_PAST: 'That time is past.',
  TOO_SOON: 'Online, sooner than the lead time of the type.',
  TOO_FAR: 'Online, further ahead than the horizon of the type.',
  THERAPIST_UNQUALIFIED: 'The therapist lacks a skill that the type asks for.',
  ROOM_UNSUITABLE: 'The room lacks a feature or places, is elsewhere, or there is none where the type asks for one.',
  RESOURCE_INACTIVE: 'The therapist, room, client or type is archived; online, the type is not booked so.',
  STALE_VERSION: 'Somebody changed it after the version that was seen.',
  HOLD_EXPIRED: 'The hold is over, or was released.',
  HOLD_EXTENDED: 'The hold was extended before, and a hold is extended once.',
  TOO_MANY_HOLDS: 'The caller holds as many slots as one may: a member 10, a key 100.',
  TERMINAL_STATUS: 'It has ended and changes no more.',
  INVALID_INTERVAL:
    "No such interval: an appointment lasts from 5 minutes to 12 hours, starts on the clinic's step, within five years of now.",
  SLUG_TAKEN: 'Another event of the clinic has that address, or had it.',
  NO_PLACE_LEFT: 'More places are taken than would be left.',
  EXTERNAL_BUSY: 'Something stands then in the therapist’s own calendar, which was imported.',
}
