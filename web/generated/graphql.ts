/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Whose place is taken: by its id for the clinic, by its token for its holder. */
export type AcceptPlaceInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion?: number | null | undefined;
  /** Which registration, with expectedVersion. */
  id?: string | number | null | undefined;
  /** As in the address of its page. */
  token?: string | null | undefined;
};

/** Who made a change. */
export const ActorKind = {
  /** A client, by her link, a reply or the public page. */
  Client: 'CLIENT',
  /** A signed-in person of the clinic. */
  Member: 'MEMBER',
  /** A program with a key. */
  Partner: 'PARTNER',
  /** Daybook itself, as time went by. */
  System: 'SYSTEM'
} as const;

export type ActorKind = typeof ActorKind[keyof typeof ActorKind];
/** A session besides those of the rule; what is left out is as the event says. */
export type AddSessionInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** When it ends; as long as the others when left out. */
  endsAt?: string | null | undefined;
  /** Of which event. */
  eventId: string | number;
  /** Who runs it. */
  facilitatorIds?: Array<string | number> | null | undefined;
  /** Rules to set aside, by name; asks for the right to. */
  override?: Array<BookingProblemCode> | null | undefined;
  /** Why; required with override, and kept. */
  overrideReason?: string | null | undefined;
  /** Where; null for none. */
  roomId?: string | number | null | undefined;
  /** When it begins. */
  startsAt: string;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** What a key may be used for. */
export const ApiKeyScope = {
  /** Queries and subscriptions. */
  Read: 'READ',
  /** Mutations; whoever is to read as well has both. */
  Write: 'WRITE'
} as const;

export type ApiKeyScope = typeof ApiKeyScope[keyof typeof ApiKeyScope];
/** What becomes of appointments left on approved time off, or booked there since. */
export type ApplyTimeOffPlanInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** At most 500 steps, done all or none; appointments without one stay and are flagged. */
  plan: Array<PlanStepInput>;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** After FHIR AppointmentStatus; fulfilled, cancelled, no-show and entered in error are final. */
export const AppointmentStatus = {
  /** The client is there. */
  Arrived: 'ARRIVED',
  /** Agreed, and still to come. */
  Booked: 'BOOKED',
  /** It does not take place; its time is free again. Final. */
  Cancelled: 'CANCELLED',
  /** It should never have been in the book. Final. */
  EnteredInError: 'ENTERED_IN_ERROR',
  /** It has taken place. Final. */
  Fulfilled: 'FULFILLED',
  /** The client did not come; its time is free again. Final. */
  Noshow: 'NOSHOW',
  /** Asked for, and not agreed to yet. */
  Pending: 'PENDING'
} as const;

export type AppointmentStatus = typeof AppointmentStatus[keyof typeof AppointmentStatus];
/** Which event ends; what is still to come of it is cancelled. */
export type ArchiveEventInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** Out of use, or back into it. Nothing is deleted. */
export type ArchiveInput = {
  /** True archives, false brings back. */
  archived?: boolean | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
};

/** Whether one person came: a registration or a group member. */
export type AttendanceEntryInput = {
  /** Of a group. */
  memberId?: string | number | null | undefined;
  /** Of a session one registers for. */
  registrationId?: string | number | null | undefined;
  /** Whether she came; null takes back what was noted of her. */
  status?: AttendanceStatus | null | undefined;
};

/** Whether somebody came. PRESENT and LATE are charged. */
export const AttendanceStatus = {
  /** Did not come. */
  Absent: 'ABSENT',
  /** Did not come, and had said so. */
  Excused: 'EXCUSED',
  /** Came late. Charged. */
  Late: 'LATE',
  /** Came in time. Charged. */
  Present: 'PRESENT'
} as const;

export type AttendanceStatus = typeof AttendanceStatus[keyof typeof AttendanceStatus];
/** What is to be booked, with whom, and when it would suit. */
export type AvailableSlotsInput = {
  /** Who comes: slots stay clear of what this client has already. */
  clientId?: string | number | null | undefined;
  /** By the clinic's clock, none begins before it. */
  earliestTime?: string | null | undefined;
  /** How many to answer at most, 1 to 100; 20 when left out. */
  first?: number | null | undefined;
  /** Slots begin at or after it. */
  from: string;
  /** By the clinic's clock, none ends after it. */
  latestTime?: string | null | undefined;
  /** How long, 5 to 720; as long as the type says when left out. */
  minutes?: number | null | undefined;
  /** The nearest to it first, whatever the order. */
  near?: string | null | undefined;
  /** SOONEST when left out. */
  order?: SlotOrder | null | undefined;
  /** Whose slots come before all others. */
  preferTherapistId?: string | number | null | undefined;
  /** What the room must have, beside what the type asks of it. */
  roomFeatures?: Array<string> | null | undefined;
  /** In any of these; in any that suits when left out. */
  roomIds?: Array<string | number> | null | undefined;
  /** With any of these; with anybody when left out. */
  therapistIds?: Array<string | number> | null | undefined;
  /** Slots end by it; at most 62 days after `from`. */
  to: string;
  /** What for. */
  typeId: string | number;
  /** Only on these, ISO 8601: 1 is Monday, 7 is Sunday. */
  weekdays?: Array<number> | null | undefined;
  /** Of localStart; the clinic's when left out. */
  zone?: string | null | undefined;
};

/** A client with a therapist at a time. */
export type BookAppointmentInput = {
  /** Who comes. */
  clientId: string | number;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** When it ends; after as many minutes as the type says when left out. */
  endsAt?: string | null | undefined;
  /** A hold of the caller’s own, which does not stand in the way and ends with this. */
  hold?: HoldKeyInput | null | undefined;
  /** Notes for the desk, at most 10,000 characters. */
  notes?: string | null | undefined;
  /** Rules to set aside, by name; asks for the right to. */
  override?: Array<BookingProblemCode> | null | undefined;
  /** Why; required with override, and kept. */
  overrideReason?: string | null | undefined;
  /** Where; none when left out. */
  roomId?: string | number | null | undefined;
  /** When it begins, on the clinic's step. */
  startsAt: string;
  /** With whom. */
  therapistId: string | number;
  /** What for. */
  typeId: string | number;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** Somebody who waits takes this slot now. */
export type BookFromWaitlistInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** When it ends; after as many minutes as the type says when left out. */
  endsAt?: string | null | undefined;
  /** Whose entry; it closes with the booking. */
  entryId: string | number;
  /** The version of the entry that the caller saw. */
  expectedVersion: number;
  /** A hold of the caller’s own, which does not stand in the way and ends with this. */
  hold?: HoldKeyInput | null | undefined;
  /** Notes for the desk, at most 10,000 characters. */
  notes?: string | null | undefined;
  /** Rules to set aside, by name; asks for the right to. */
  override?: Array<BookingProblemCode> | null | undefined;
  /** Why; required with override, and kept. */
  overrideReason?: string | null | undefined;
  /** Where; none when left out. */
  roomId?: string | number | null | undefined;
  /** When it begins, on the clinic's step. */
  startsAt: string;
  /** With whom. */
  therapistId: string | number;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** A client with a therapist again and again. startsAt is the first occurrence of the rule. */
export type BookSeriesInput = {
  /** Who comes. */
  clientId: string | number;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** When it ends; after as many minutes as the type says when left out. */
  endsAt?: string | null | undefined;
  /** Occurrences of the rule that do not take place, at most 1,000. */
  except?: Array<string> | null | undefined;
  /** Notes for the desk, at most 10,000 characters. */
  notes?: string | null | undefined;
  /** Rules to set aside, by name; asks for the right to. */
  override?: Array<BookingProblemCode> | null | undefined;
  /** Why; required with override, and kept. */
  overrideReason?: string | null | undefined;
  /** ALL_OR_NOTHING when left out. */
  policy?: SeriesPolicy | null | undefined;
  /** Where; none when left out. */
  roomId?: string | number | null | undefined;
  /** An RRULE of RFC 5545 on the clinic's wall clock: FREQ=WEEKLY;INTERVAL=2;UNTIL=20270331T235959Z. */
  rrule: string;
  /** When it begins, on the clinic's step. */
  startsAt: string;
  /** With whom. */
  therapistId: string | number;
  /** What for. */
  typeId: string | number;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** Why a booking, a hold, a series or time off was refused. */
export const BookingProblemCode = {
  /** Too near to something else: minutes beside one of the two are kept free. */
  Buffer: 'BUFFER',
  /** The client has another appointment then. */
  ClientBusy: 'CLIENT_BUSY',
  /** The whole clinic is shut then. */
  ClinicClosed: 'CLINIC_CLOSED',
  /** The therapist has as many as the type takes a day, or the block of hours. */
  DailyLimit: 'DAILY_LIMIT',
  /** Something stands then in the therapist’s own calendar, which was imported. */
  ExternalBusy: 'EXTERNAL_BUSY',
  /** The hold is over, or was released. */
  HoldExpired: 'HOLD_EXPIRED',
  /** The hold was extended before, and a hold is extended once. */
  HoldExtended: 'HOLD_EXTENDED',
  /** No such interval: an appointment lasts from 5 minutes to 12 hours, starts on the clinic's step, within five years of now. */
  InvalidInterval: 'INVALID_INTERVAL',
  /** That time is past. */
  InThePast: 'IN_THE_PAST',
  /** More places are taken than would be left. */
  NoPlaceLeft: 'NO_PLACE_LEFT',
  /** The therapist is away, or the room out of use; of time off itself: there is some already. */
  OnTimeOff: 'ON_TIME_OFF',
  /** The therapist or the room is not open then, or sees clients by telehealth alone. */
  OutsideHours: 'OUTSIDE_HOURS',
  /** The therapist, room, client or type is archived; online, the type is not booked so. */
  ResourceInactive: 'RESOURCE_INACTIVE',
  /** The room is taken then, or held. */
  RoomBusy: 'ROOM_BUSY',
  /** The room lacks a feature or places, is elsewhere, or there is none where the type asks for one. */
  RoomUnsuitable: 'ROOM_UNSUITABLE',
  /** Another event of the clinic has that address, or had it. */
  SlugTaken: 'SLUG_TAKEN',
  /** Somebody changed it after the version that was seen. */
  StaleVersion: 'STALE_VERSION',
  /** It has ended and changes no more. */
  TerminalStatus: 'TERMINAL_STATUS',
  /** The therapist has something else then, or the slot is held. */
  TherapistBusy: 'THERAPIST_BUSY',
  /** The therapist lacks a skill that the type asks for. */
  TherapistUnqualified: 'THERAPIST_UNQUALIFIED',
  /** Online, further ahead than the horizon of the type. */
  TooFar: 'TOO_FAR',
  /** The caller holds as many slots as one may: a member 10, a key 100. */
  TooManyHolds: 'TOO_MANY_HOLDS',
  /** Online, sooner than the lead time of the type. */
  TooSoon: 'TOO_SOON'
} as const;

export type BookingProblemCode = typeof BookingProblemCode[keyof typeof BookingProblemCode];
/** A signed-in person or a program with a key. */
export const CallerKind = {
  /** A signed-in person. */
  Member: 'MEMBER',
  /** A program with a key. */
  Partner: 'PARTNER'
} as const;

export type CallerKind = typeof CallerKind[keyof typeof CallerKind];
/** Out of the calendar, with a reason. */
export type CancelAppointmentInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which appointment. */
  id: string | number;
  /** More about it, at most 1,000 characters. */
  note?: string | null | undefined;
  /** Why. */
  reason: CancellationReason;
};

/** Which registration is given back: by its id for the clinic, by its token for its holder. */
export type CancelRegistrationInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion?: number | null | undefined;
  /** Which one, with expectedVersion. */
  id?: string | number | null | undefined;
  /** As in the address of its page. */
  token?: string | null | undefined;
};

/** Which session does not take place. */
export type CancelSessionInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** Why, for those who were to come; at most 1,000 characters. */
  note?: string | null | undefined;
  /** It alone when left out; with those after it, or all to come, the event ends. */
  scope?: SeriesScope | null | undefined;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** Why an appointment was cancelled, after FHIR appointment-cancellation-reason. */
export const CancellationReason = {
  /** It was arranged wrongly, or the clinic is shut. */
  Administrative: 'ADMINISTRATIVE',
  /** The client asked for it. */
  Client: 'CLIENT',
  /** The client cannot pay. */
  ClientFinancial: 'CLIENT_FINANCIAL',
  /** The client is ill. */
  ClientIll: 'CLIENT_ILL',
  /** The client cannot get there. */
  ClientTransport: 'CLIENT_TRANSPORT',
  /** Something else; the note may say what. */
  Other: 'OTHER',
  /** The therapist asked for it. */
  Provider: 'PROVIDER',
  /** The therapist is ill. */
  ProviderIll: 'PROVIDER_ILL',
  /** The therapist is away. */
  ProviderLeave: 'PROVIDER_LEAVE',
  /** Weather keeps people from coming. */
  Weather: 'WEATHER'
} as const;

export type CancellationReason = typeof CancellationReason[keyof typeof CancellationReason];
/** Another time, therapist or room, or the end, for one appointment of a series and those that go with it; what is left out stays. */
export type ChangeSeriesInput = {
  /** The appointment that was changed. */
  appointmentId: string | number;
  /** Cancels them instead, for this reason. */
  cancel?: CancellationReason | null | undefined;
  /** More about why, at most 1,000 characters. */
  cancelNote?: string | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** When it is to end; as long as before when left out. */
  endsAt?: string | null | undefined;
  /** The version of it that the caller saw. */
  expectedVersion: number;
  /** Rules to set aside, by name; asks for the right to. */
  override?: Array<BookingProblemCode> | null | undefined;
  /** Why; required with override, and kept. */
  overrideReason?: string | null | undefined;
  /** ALL_OR_NOTHING when left out. What is skipped stays where it is. */
  policy?: SeriesPolicy | null | undefined;
  /** Left out keeps the room, null takes none. */
  roomId?: string | number | null | undefined;
  /** For it alone, for it and those after it, or for all that are still to come. */
  scope: SeriesScope;
  /** When it is to begin; the others shift by as much on the wall clock, but for those with a time of their own. */
  startsAt?: string | null | undefined;
  /** With whom. */
  therapistId?: string | number | null | undefined;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** A freed slot that is to be offered to nobody any more. */
export type CloseFreedSlotInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
};

/** Somebody takes the slot that is held. */
export type ConfirmHoldInput = {
  /** Who comes. */
  clientId: string | number;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Which hold. */
  id: string | number;
  /** Notes for the desk, at most 10,000 characters. */
  notes?: string | null | undefined;
  /** Rules to set aside, by name; asks for the right to. */
  override?: Array<BookingProblemCode> | null | undefined;
  /** Why; required with override, and kept. */
  overrideReason?: string | null | undefined;
  /** The token that holdSlot told. */
  token: string;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** A key for a program. */
export type CreateApiKeyInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** From when it no longer works; never when left out. */
  expiresAt?: string | null | undefined;
  /** What it is for, at most 200 characters. */
  name: string;
  /** At least one. */
  scopes: Array<ApiKeyScope>;
};

/** Something more to book. */
export type CreateAppointmentTypeInput = {
  /** Minutes kept free after, at most 120; none when left out. */
  bufferAfterMinutes?: number | null | undefined;
  /** Minutes kept free before, at most 120; none when left out. */
  bufferBeforeMinutes?: number | null | undefined;
  /** Individual when left out. */
  category?: string | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Code of the CPT, five characters. */
  cptCode?: string | null | undefined;
  /** How many of it a therapist takes on one date; null for no limit. */
  dailyLimit?: number | null | undefined;
  /** Online: how many days ahead it may be booked, 1 to 1830. */
  horizonDays?: number | null | undefined;
  /** Its colour: OKLCH hue, 0 to 359 degrees. */
  hue?: number | null | undefined;
  /** Online: how long before its start it must be booked. */
  leadMinutes?: number | null | undefined;
  /** How many people its room must hold, 1 to 500. */
  minCapacity?: number | null | undefined;
  /** How long it usually takes, 5 to 720. */
  minutes: number;
  /** As shown when booking, at most 200 characters; once among the active ones. */
  name: string;
  /** Whether the desk should suggest a room; yes when left out. */
  needsRoom?: boolean | null | undefined;
  /** Whether it may be booked online. */
  online?: boolean | null | undefined;
  /** Price in hundredths of the currency. */
  priceCents?: number | null | undefined;
  /** What its room must have; at most 30. */
  requiredFeatures?: Array<string> | null | undefined;
  /** What a therapist must be able to do; at most 30. */
  requiredSkills?: Array<string> | null | undefined;
};

/** Somebody who may come. */
export type CreateClientInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** On which channels the client lets the clinic write: EMAIL, SMS, VOICE. */
  consents?: Array<MessageChannel> | null | undefined;
  /** Where e-mail reaches the client. */
  email?: string | null | undefined;
  /** Of ISO 639-1: in which messages are written. */
  language?: string | null | undefined;
  /** As the person is called, at most 200 characters. */
  name: string;
  /** E.164. */
  phone?: string | null | undefined;
  /** The client's own zone, when it is not the clinic's. */
  zone?: string | null | undefined;
};

/** Days on which the whole clinic is shut. */
export type CreateClosureInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Until when; 00:00 is the midnight that ends the day. */
  endTime?: string | null | undefined;
  /** The last of the days; the first when left out. */
  endsOn?: string | null | undefined;
  /** Why, at most 200 characters. */
  name: string;
  /** From when on each of them; all day when left out. */
  startTime?: string | null | undefined;
  /** The first of the days. */
  startsOn: string;
};

/** What takes place, when and where. startsAt is the first occurrence of the rule. */
export type CreateEventInput = {
  /** REGISTRATION when left out of a new one. */
  admission?: EventAdmission | null | undefined;
  /** How many places there are, 1 to 1,000; null for no limit. */
  capacity?: number | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** In Markdown, at most 20,000 characters. */
  description?: string | null | undefined;
  /** When it ends then, at most 12 hours later. */
  endsAt: string;
  /** Occurrences of the rule that do not take place, at most 1,000. */
  except?: Array<string> | null | undefined;
  /** The therapists who run it, at most 20. */
  facilitatorIds?: Array<string | number> | null | undefined;
  /** OFFER when left out of a new one. */
  filling?: EventFilling | null | undefined;
  /** Its picture; null for none. */
  imageId?: string | number | null | undefined;
  /** Whether people may register; a new one is open. */
  isOpen?: boolean | null | undefined;
  /** What it is. */
  kind: EventKind;
  /** INHERIT when left out of a new one. */
  newSessions?: NewSessions | null | undefined;
  /** Where it takes place online: an address with https. */
  onlineUrl?: string | null | undefined;
  /** Rules to set aside, by name; asks for the right to. */
  override?: Array<BookingProblemCode> | null | undefined;
  /** Why; required with override, and kept. */
  overrideReason?: string | null | undefined;
  /** What a session costs, in cents; null to say nothing. */
  priceCents?: number | null | undefined;
  /** SESSION when left out of a new one; whoever enrols does so for the EVENT. */
  registersFor?: RegistersFor | null | undefined;
  /** Where; null for none. */
  roomId?: string | number | null | undefined;
  /** An RRULE of RFC 5545 on the clinic's wall clock: FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331T235959Z. */
  rrule?: string | null | undefined;
  /** Whether to go without the sessions that cannot take place; refused otherwise. */
  skipClashes?: boolean | null | undefined;
  /** Small letters, digits and hyphens, at most 80; made of the title when left out. */
  slug?: string | null | undefined;
  /** When it begins the first time. */
  startsAt: string;
  /** At most 30 of 60 characters; kept in lower case. */
  tags?: Array<string> | null | undefined;
  /** At most 200 characters. */
  title: string;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** A feed of one therapist, room or client. */
export type CreateFeedInput = {
  /** Whose, for a feed of a client. */
  clientId?: string | number | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** What it shows, at least one: appointments and sessions when left out. */
  includes?: Array<FeedContent> | null | undefined;
  /** What it is of. */
  kind: PrivateFeedKind;
  /** How calendars call it, at most 100 characters. */
  name: string;
  /** How much it says: BUSY when left out. */
  privacy?: FeedPrivacy | null | undefined;
  /** Of which room, for a feed of a room. */
  roomId?: string | number | null | undefined;
  /** Whose, for a feed of a therapist. */
  therapistId?: string | number | null | undefined;
};

/** Another place to work in. */
export type CreateLocationInput = {
  /** Street and town, at most 500 characters. */
  address?: string | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** At most 200 characters; once among the active ones. */
  name: string;
};

/** A person with a role in the clinic. */
export type CreateMemberInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** With which this person signs in; cannot be changed by others. */
  email: string;
  /** As shown beside what this person does, at most 200 characters. */
  name: string;
  /** What this person does in the clinic. */
  role: MemberRole;
  /** The therapist whose calendar is this person's own. */
  therapistId?: string | number | null | undefined;
};

/** Another room. */
export type CreateRoomInput = {
  /** How many people it holds; 2 when left out. */
  capacity?: number | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** What it has, in words that types ask for; at most 30. */
  features?: Array<string> | null | undefined;
  /** Where it is; null for nowhere in particular. */
  locationId?: string | number | null | undefined;
  /** As shown on the column, at most 200 characters; once among the active ones. */
  name: string;
  /** When it is open; whenever the clinic is when left out. */
  weeklyHours?: Array<WeeklyHoursInput> | null | undefined;
};

/** Somebody else who sees clients. */
export type CreateTherapistInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** As shown on the column, at most 200 characters; once among the active ones. */
  name: string;
  /** What she may do, in words that types ask for; at most 30. */
  skills?: Array<string> | null | undefined;
  /** At most 20. */
  specialties?: Array<string> | null | undefined;
  /** Psychologist, LCSW … */
  title?: string | null | undefined;
  /** When this person usually works; never when left out. */
  weeklyHours?: Array<WeeklyHoursInput> | null | undefined;
};

/** In which a slot begins, by the clinic's clock: until noon, until five, or from then on. */
export const DayPart = {
  /** Begins from 12:00 on and before 17:00. */
  Afternoon: 'AFTERNOON',
  /** Begins at 17:00 or later. */
  Evening: 'EVENING',
  /** Begins before 12:00. */
  Morning: 'MORNING'
} as const;

export type DayPart = typeof DayPart[keyof typeof DayPart];
/** What becomes of an offer. */
export type DecideOfferInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
};

/** Yes or no; with a yes goes what becomes of the appointments. */
export type DecideTimeOffInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Yes or no. */
  decision: TimeOffDecision;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** A word with it, at most 1,000 characters. */
  note?: string | null | undefined;
  /** At most 500 steps, done all or none; appointments without one stay and are flagged. */
  plan?: Array<PlanStepInput> | null | undefined;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** Whoever registers has a place at once; who enrols is screened first and becomes a member of the group. */
export const EventAdmission = {
  /** Somebody of the clinic speaks with her first; then she is a member of the group. */
  Enrolment: 'ENROLMENT',
  /** Whoever registers has a place at once, or a place in the line. */
  Registration: 'REGISTRATION'
} as const;

export type EventAdmission = typeof EventAdmission[keyof typeof EventAdmission];
/** A place that is freed is offered to the first in line for a while, is hers at once, or waits for somebody of the clinic. */
export const EventFilling = {
  /** A freed place is the first in line’s at once. */
  AtOnce: 'AT_ONCE',
  /** A freed place waits for somebody of the clinic. */
  ByHand: 'BY_HAND',
  /** A freed place is kept for the first in line until she has answered or the time is over. */
  Offer: 'OFFER'
} as const;

export type EventFilling = typeof EventFilling[keyof typeof EventFilling];
/** Which events to list; all that the caller may see when left out. */
export type EventFilter = {
  /** Run by this therapist. */
  facilitatorId?: string | number | null | undefined;
  /** With a session that is not over by then. */
  from?: string | null | undefined;
  /** Of one of these kinds. */
  kind?: Array<EventKind> | null | undefined;
  /** In one of these; what is archived only when asked for. */
  publishStatus?: Array<PublishStatus> | null | undefined;
  /** With these words in the title or the description. */
  search?: string | null | undefined;
  /** With this tag. */
  tag?: string | null | undefined;
  /** With a session that has begun by then. */
  to?: string | null | undefined;
};

/** What an event is. */
export const EventKind = {
  /** Something to take part in, again and again. */
  Class: 'CLASS',
  /** An evening or a meeting for everybody. */
  Community: 'COMMUNITY',
  /** A group with members. */
  GroupTherapy: 'GROUP_THERAPY',
  /** Something to learn, once or a few times. */
  Workshop: 'WORKSHOP'
} as const;

export type EventKind = typeof EventKind[keyof typeof EventKind];
/** As long again, once. */
export type ExtendHoldInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Which hold. */
  id: string | number;
  /** The token that holdSlot told. */
  token: string;
};

/** What a feed shows. */
export const FeedContent = {
  /** Appointments. */
  Appointments: 'APPOINTMENTS',
  /** Sessions of events. */
  Sessions: 'SESSIONS',
  /** Time off. */
  TimeOff: 'TIME_OFF'
} as const;

export type FeedContent = typeof FeedContent[keyof typeof FeedContent];
/** What a calendar feed is of. */
export const FeedKind = {
  /** One client’s own appointments. */
  Client: 'CLIENT',
  /** What is published, for everybody. */
  Events: 'EVENTS',
  /** One room’s calendar. */
  Room: 'ROOM',
  /** One therapist’s calendar. */
  Therapist: 'THERAPIST'
} as const;

export type FeedKind = typeof FeedKind[keyof typeof FeedKind];
/** What a feed says: that time is taken, with whose initials, or names and types. Notes never. */
export const FeedPrivacy = {
  /** That the time is taken. */
  Busy: 'BUSY',
  /** With names and types; notes never. */
  Full: 'FULL',
  /** With the client’s initials. */
  Initials: 'INITIALS'
} as const;

export type FeedPrivacy = typeof FeedPrivacy[keyof typeof FeedPrivacy];
/** Why time became free. */
export const FreedSlotCause = {
  /** An appointment or a session was cancelled. */
  Cancelled: 'CANCELLED',
  /** What was offered was not taken. */
  Declined: 'DECLINED',
  /** New hours, or a closure that was lifted. */
  Hours: 'HOURS',
  /** What stood there was moved. */
  Moved: 'MOVED',
  /** The client did not come. */
  Noshow: 'NOSHOW',
  /** Time off was taken back. */
  TimeOff: 'TIME_OFF'
} as const;

export type FreedSlotCause = typeof FreedSlotCause[keyof typeof FreedSlotCause];
/** PASSED when nobody whom it fits took it, ENDED when somebody closed it or the chain was long enough. */
export const FreedSlotStatus = {
  /** Somebody closed it, or the chain was long enough. */
  Ended: 'ENDED',
  /** Taken again. */
  Filled: 'FILLED',
  /** Held for somebody who has not answered yet. */
  Offered: 'OFFERED',
  /** Somebody whom it fits is looked for, or the desk is to decide. */
  Open: 'OPEN',
  /** Nobody whom it fits took it; looked at again when somebody joins whom it does. */
  Passed: 'PASSED'
} as const;

export type FreedSlotStatus = typeof FreedSlotStatus[keyof typeof FreedSlotStatus];
/** Where somebody stands in a group. Who is active or on hold keeps a place. */
export const GroupMemberStatus = {
  /** A member. Keeps a place. */
  Active: 'ACTIVE',
  /** Was not taken. Final. */
  Declined: 'DECLINED',
  /** Comes no more. Final. */
  Exited: 'EXITED',
  /** A member who does not come for now. Keeps her place. */
  OnHold: 'ON_HOLD',
  /** Asked to join; somebody is to speak with her. Keeps no place. */
  Screening: 'SCREENING'
} as const;

export type GroupMemberStatus = typeof GroupMemberStatus[keyof typeof GroupMemberStatus];
/** A hold, and the proof of having made it. */
export type HoldKeyInput = {
  /** Which hold. */
  id: string | number;
  /** The token that holdSlot told. */
  token: string;
};

/** A slot to keep for some minutes. */
export type HoldSlotInput = {
  /** For whom, when that is known already. */
  clientId?: string | number | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** When it ends; after as many minutes as the type says when left out. */
  endsAt?: string | null | undefined;
  /** Where; none when left out. */
  roomId?: string | number | null | undefined;
  /** When it begins, on the clinic's step. */
  startsAt: string;
  /** With whom. */
  therapistId: string | number;
  /** What for. */
  typeId: string | number;
  /** Decide and answer, but hold nothing: the token of the answer is good for nothing. */
  validateOnly?: boolean | null | undefined;
};

/** Open where the week is closed, or closed where it is open. */
export const HoursExceptionKind = {
  /** Shut on that date, whatever the week says. */
  Closed: 'CLOSED',
  /** Open on that date besides what the week says. */
  Open: 'OPEN'
} as const;

export type HoursExceptionKind = typeof HoursExceptionKind[keyof typeof HoursExceptionKind];
/** A calendar of a therapist’s own, as another program writes it. */
export type ImportCalendarInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The text of an .ics file. */
  ics?: string | null | undefined;
  /** How it is called here, at most 100 characters; the same name again replaces what was imported under it. */
  name: string;
  /** Whose it is. */
  therapistId: string | number;
  /** Instead of the text: the https address it is read from, now and every hour, within 5 seconds, at most 5 MB, not from a private network. */
  url?: string | null | undefined;
};

/** How something is answered: on one line, on several, by choosing one of several, or by a tick. */
export const IntakeKind = {
  /** By choosing one of several. */
  Choice: 'CHOICE',
  /** On several lines. */
  Long: 'LONG',
  /** On one line. */
  Text: 'TEXT',
  /** By a tick. */
  Yes: 'YES'
} as const;

export type IntakeKind = typeof IntakeKind[keyof typeof IntakeKind];
/** Something that whoever books a type from outside is asked. */
export type IntakeQuestionInput = {
  /** Of which one is chosen, 2 to 20. */
  choices?: Array<string> | null | undefined;
  /** How it is answered. */
  kind: IntakeKind;
  /** As it is asked, at most 300 characters. */
  label: string;
  /** Whether it must be; no when left out. */
  required?: boolean | null | undefined;
};

/** Who waits for what. */
export type JoinWaitlistInput = {
  /** The appointment she has and would give up for a sooner one. */
  appointmentId?: string | number | null | undefined;
  /** Who waits. */
  clientId: string | number;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** On these days, 1 for Monday to 7 for Sunday; null for any. */
  days?: Array<number> | null | undefined;
  /** Not before that date. */
  fromOn?: string | null | undefined;
  /** For the desk, at most 2,000 characters. */
  note?: string | null | undefined;
  /** How many minutes before the start she must know, at most 43200. */
  noticeMinutes?: number | null | undefined;
  /** In these parts of the day; null for any. */
  parts?: Array<DayPart> | null | undefined;
  /** Who pays, at most 200 characters. */
  payer?: string | null | undefined;
  /** Who sent her. */
  referralSource?: ReferralSource | null | undefined;
  /** With whoever can do this. */
  skill?: string | null | undefined;
  /** With any of these, at most 50; null or none for anybody. */
  therapistIds?: Array<string | number> | null | undefined;
  /** What for. */
  typeId: string | number;
  /** Not after that date. */
  untilOn?: string | null | undefined;
  /** How soon she must be seen; ROUTINE when left out. */
  urgency?: WaitlistUrgency | null | undefined;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** She waits no more. */
export type LeaveWaitlistInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** Why; kept in the log. At most 1,000 characters. */
  reason?: string | null | undefined;
};

/** What the client wrote has been read. */
export type MarkConversationReadInput = {
  /** Which appointment it is about. */
  appointmentId: string | number;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
};

/** What became of the last message to the client; SCHEDULED while none has left. */
export const MarkState = {
  /** It arrived. */
  Delivered: 'DELIVERED',
  /** It did not arrive. */
  Failed: 'FAILED',
  /** None has left yet. */
  Scheduled: 'SCHEDULED',
  /** The provider has it. */
  Sent: 'SENT'
} as const;

export type MarkState = typeof MarkState[keyof typeof MarkState];
/** What a member does in the clinic. */
export const MemberRole = {
  /** Everything, settings and members included. */
  Admin: 'ADMIN',
  /** The whole book, clients, events and messages. */
  Receptionist: 'RECEPTIONIST',
  /** Reads the book; changes what is her own. */
  Therapist: 'THERAPIST'
} as const;

export type MemberRole = typeof MemberRole[keyof typeof MemberRole];
/** Whom a message is for. */
export const MessageAudience = {
  /** For a client, or whoever registered. */
  Client: 'CLIENT',
  /** For the member who asked for a test. */
  Member: 'MEMBER',
  /** For a therapist. */
  Therapist: 'THERAPIST'
} as const;

export type MessageAudience = typeof MessageAudience[keyof typeof MessageAudience];
/** Where a message is read or heard. */
export const MessageChannel = {
  /** By e-mail. */
  Email: 'EMAIL',
  /** On the page of the client’s link. */
  Portal: 'PORTAL',
  /** By text. */
  Sms: 'SMS',
  /** By a call that reads it aloud. */
  Voice: 'VOICE'
} as const;

export type MessageChannel = typeof MessageChannel[keyof typeof MessageChannel];
/** Which messages; what is left out does not matter. */
export type MessageFilter = {
  /** Those about this appointment. */
  appointmentId?: string | number | null | undefined;
  /** Those that are read or heard there. */
  channel?: MessageChannel | null | undefined;
  /** Those about appointments of this client. */
  clientId?: string | number | null | undefined;
  /** Those due then or later. */
  dueFrom?: string | null | undefined;
  /** Those due before then. */
  dueTo?: string | null | undefined;
  /** Those that say this. */
  kind?: MessageKind | null | undefined;
  /** Those that are so far. */
  status?: MessageStatus | null | undefined;
};

/** What a message says. */
export const MessageKind = {
  /** An answer to a reply. */
  Answer: 'ANSWER',
  /** Asks an address to prove itself before a booking counts. */
  BookingProof: 'BOOKING_PROOF',
  /** That an appointment was cancelled. */
  Cancelled: 'CANCELLED',
  /** That an appointment was moved. */
  Changed: 'CHANGED',
  /** That an appointment is booked. */
  Confirmation: 'CONFIRMATION',
  /** That a conversation went on, without its text. */
  Conversation: 'CONVERSATION',
  /** A reminder, the day before. */
  DayBefore: 'DAY_BEFORE',
  /** After an appointment. */
  FollowUp: 'FOLLOW_UP',
  /** One reminder more, to somebody who may not come. */
  HighRisk: 'HIGH_RISK',
  /** A reminder, an hour before. */
  HourBefore: 'HOUR_BEFORE',
  /** That a place at an event is kept for her. */
  PlaceOffered: 'PLACE_OFFERED',
  /** That somebody has a place at an event. */
  RegistrationConfirmed: 'REGISTRATION_CONFIRMED',
  /** That somebody stands in line for an event. */
  RegistrationWaitlisted: 'REGISTRATION_WAITLISTED',
  /** That a session does not take place. */
  SessionCancelled: 'SESSION_CANCELLED',
  /** That a session was moved. */
  SessionChanged: 'SESSION_CHANGED',
  /** A trial of a template, to the member who asked for it. */
  Test: 'TEST',
  /** To the therapist: something was booked. */
  TherapistBooked: 'THERAPIST_BOOKED',
  /** To the therapist: something was cancelled. */
  TherapistCancelled: 'THERAPIST_CANCELLED',
  /** To the therapist: something was moved. */
  TherapistChanged: 'THERAPIST_CHANGED',
  /** A reminder, two days before. */
  TwoDaysBefore: 'TWO_DAYS_BEFORE',
  /** A reminder, two hours before. */
  TwoHoursBefore: 'TWO_HOURS_BEFORE',
  /** That a slot that was offered is no longer to be had. */
  WaitlistGone: 'WAITLIST_GONE',
  /** That a slot is held for somebody who waits, and until when. */
  WaitlistOffer: 'WAITLIST_OFFER',
  /** Asks an address to prove itself before somebody comes to the waitlist. */
  WaitlistProof: 'WAITLIST_PROOF',
  /** A reminder, a week before. */
  WeekBefore: 'WEEK_BEFORE'
} as const;

export type MessageKind = typeof MessageKind[keyof typeof MessageKind];
/** By when messages are due. */
export const MessageOrder = {
  /** What is due last, first. */
  LatestFirst: 'LATEST_FIRST',
  /** What is due next, first. */
  SoonestFirst: 'SOONEST_FIRST'
} as const;

export type MessageOrder = typeof MessageOrder[keyof typeof MessageOrder];
/** Who takes a message to its reader; what is in the outbox is taken nowhere. */
export const MessageProvider = {
  /** Nothing leaves: it can be looked at. */
  Outbox: 'OUTBOX',
  /** It stands on the client’s page. */
  Portal: 'PORTAL',
  /** E-mail leaves by Postmark. */
  Postmark: 'POSTMARK',
  /** Texts and calls leave by Twilio. */
  Twilio: 'TWILIO'
} as const;

export type MessageProvider = typeof MessageProvider[keyof typeof MessageProvider];
/** How far a message is; it only goes forward. */
export const MessageStatus = {
  /** The address does not take it. */
  Bounced: 'BOUNCED',
  /** Not sent: there was no reason for it any more. */
  Cancelled: 'CANCELLED',
  /** It arrived. */
  Delivered: 'DELIVERED',
  /** It could not be sent, or did not arrive. */
  Failed: 'FAILED',
  /** Waits for its time. */
  Scheduled: 'SCHEDULED',
  /** On its way to the provider. */
  Sending: 'SENDING',
  /** The provider has it. */
  Sent: 'SENT'
} as const;

export type MessageStatus = typeof MessageStatus[keyof typeof MessageStatus];
/** Another time, therapist or room, in one gesture; what is left out stays. */
export type MoveAppointmentInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** When it ends; as long as before when left out. */
  endsAt?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** A hold of the caller’s own, which does not stand in the way and ends with this. */
  hold?: HoldKeyInput | null | undefined;
  /** Which appointment. */
  id: string | number;
  /** Rules to set aside, by name; asks for the right to. */
  override?: Array<BookingProblemCode> | null | undefined;
  /** Why; required with override, and kept. */
  overrideReason?: string | null | undefined;
  /** Left out keeps the room, null takes none. */
  roomId?: string | number | null | undefined;
  /** When it begins, on the clinic's step. */
  startsAt?: string | null | undefined;
  /** With whom. */
  therapistId?: string | number | null | undefined;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** Another time, other facilitators or another room, in one gesture; what is left out stays. */
export type MoveSessionInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** When it ends; as long as before when left out. */
  endsAt?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Who runs it. */
  facilitatorIds?: Array<string | number> | null | undefined;
  /** Which session. */
  id: string | number;
  /** Rules to set aside, by name; asks for the right to. */
  override?: Array<BookingProblemCode> | null | undefined;
  /** Why; required with override, and kept. */
  overrideReason?: string | null | undefined;
  /** Left out keeps the room, null takes none. */
  roomId?: string | number | null | undefined;
  /** For it alone when left out, for it and those after it, or for all that are still to come. */
  scope?: SeriesScope | null | undefined;
  /** When it begins; the others shift by as much on the wall clock, but for those with a time of their own. */
  startsAt?: string | null | undefined;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** Who of the line comes in now, whoever stands before her. */
export type MoveUpRegistrationInput = {
  /** Whether the place is hers at once; left out it is offered to her, and she has some hours to take it. */
  atOnce?: boolean | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
};

/** Sessions that are added as time goes on are published when the event is, or wait as drafts. */
export const NewSessions = {
  /** Not published before somebody does. */
  Draft: 'DRAFT',
  /** Published when the event is. */
  Inherit: 'INHERIT'
} as const;

export type NewSessions = typeof NewSessions[keyof typeof NewSessions];
/** Whether, when and where one kind of message is sent. */
export type NoticeInput = {
  /** Where. */
  channels: Array<MessageChannel>;
  /** What it says. */
  kind: MessageKind;
  /** Minutes before the start; of a follow-up, after the end; 0 for what is sent at once. */
  offsetMinutes: number;
  /** Whether it is sent at all. */
  on: boolean;
};

/** What became of one occurrence of a series, or would. */
export const OccurrenceOutcome = {
  /** Booked at its own time. */
  Booked: 'BOOKED',
  /** Cancelled. */
  Cancelled: 'CANCELLED',
  /** Its place is taken: not booked, kept as a clash of the series. */
  Clash: 'CLASH',
  /** Left as it was. */
  Kept: 'KEPT',
  /** Booked or moved to another time near its own. */
  Moved: 'MOVED',
  /** Its place is taken: left out. */
  Skipped: 'SKIPPED'
} as const;

export type OccurrenceOutcome = typeof OccurrenceOutcome[keyof typeof OccurrenceOutcome];
/** This slot to her, held until she has answered or the time is over. */
export type OfferSlotInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** To whom. */
  entryId: string | number;
  /** How long she has to answer; as the policy says when left out. */
  minutes?: number | null | undefined;
  /** Where; any room that suits when left out. */
  roomId?: string | number | null | undefined;
  /** When it begins, on the clinic's step. */
  startsAt: string;
  /** With whom. */
  therapistId: string | number;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** What becomes of one appointment; what is left out stays as it is. */
export type PlanStepInput = {
  /** Which appointment. */
  appointmentId: string | number;
  /** When it ends; as long as before when left out. */
  endsAt?: string | null | undefined;
  /** The version of it that the caller saw. */
  expectedVersion: number;
  /** What becomes of it. */
  kind: PlanStepKind;
  /** Left out keeps the room, null takes none. */
  roomId?: string | number | null | undefined;
  /** When it begins; required for another time. */
  startsAt?: string | null | undefined;
  /** With whom; left out of COVER, the cover therapist. */
  therapistId?: string | number | null | undefined;
};

/** What becomes of an appointment in somebody’s absence: COVER is the same time with a cover therapist or in another room. */
export const PlanStepKind = {
  /** Another time with the same therapist. */
  AnotherTime: 'ANOTHER_TIME',
  /** Cancelled, and the client is told. */
  Cancel: 'CANCEL',
  /** The same time, with a cover therapist or in another room. */
  Cover: 'COVER',
  /** Left standing, for the desk to look at. */
  Leave: 'LEAVE'
} as const;

export type PlanStepKind = typeof PlanStepKind[keyof typeof PlanStepKind];
/** Words that somebody is typing. Nothing is kept. */
export type PreviewMessageInput = {
  /** As typed so far. */
  body: string;
  /** Where it is read or heard. */
  channel: MessageChannel;
  /** What the message says. */
  kind: MessageKind;
  /** ISO 639-1. */
  language: string;
  /** As typed so far. */
  subject?: string | null | undefined;
};

/** What a feed with a token is of. */
export const PrivateFeedKind = {
  /** One client’s own appointments. */
  Client: 'CLIENT',
  /** One room’s calendar. */
  Room: 'ROOM',
  /** One therapist’s calendar. */
  Therapist: 'THERAPIST'
} as const;

export type PrivateFeedKind = typeof PrivateFeedKind[keyof typeof PrivateFeedKind];
/** Which event the public is to see. */
export type PublishEventInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** Whether the public sees it; what is archived has ended. */
export const PublishStatus = {
  /** Has ended; seen by the clinic alone. */
  Archived: 'ARCHIVED',
  /** Seen by the clinic alone. */
  Draft: 'DRAFT',
  /** Seen by everybody. */
  Published: 'PUBLISHED'
} as const;

export type PublishStatus = typeof PublishStatus[keyof typeof PublishStatus];
/** Who came to a session. */
export type RecordAttendanceInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Of whom it is noted, 1 to 1,000; of the others nothing changes. */
  entries: Array<AttendanceEntryInput>;
  /** To which session. */
  sessionId: string | number;
};

/** Why a record was not saved. */
export const RecordProblemCode = {
  /** Somebody else has that e-mail. */
  EmailTaken: 'EMAIL_TAKEN',
  /** The field at `path` cannot be so; the message says why. */
  Invalid: 'INVALID',
  /** Something still depends on it. */
  InUse: 'IN_USE',
  /** Nobody would be left who may change settings. */
  LastAdmin: 'LAST_ADMIN',
  /** Another of the clinic has that name or address. */
  NameTaken: 'NAME_TAKEN',
  /** Somebody changed it after the version that was seen. */
  StaleVersion: 'STALE_VERSION'
} as const;

export type RecordProblemCode = typeof RecordProblemCode[keyof typeof RecordProblemCode];
/** Who sent somebody to the clinic. */
export const ReferralSource = {
  /** Her family. */
  Family: 'FAMILY',
  /** A hospital. Adds 15 points to the score. */
  Hospital: 'HOSPITAL',
  /** An insurer. Adds 5 points to the score. */
  Insurer: 'INSURER',
  /** Somebody else. */
  Other: 'OTHER',
  /** A physician. Adds 10 points to the score. */
  Physician: 'PHYSICIAN',
  /** A school. Adds 5 points to the score. */
  School: 'SCHOOL',
  /** Nobody but herself. */
  Self: 'SELF'
} as const;

export type ReferralSource = typeof ReferralSource[keyof typeof ReferralSource];
/** How far a client has come since being referred. */
export const ReferralStatus = {
  /** Has a first appointment. */
  AcceptanceScheduled: 'ACCEPTANCE_SCHEDULED',
  /** Is a client. */
  Active: 'ACTIVE',
  /** Somebody has been in touch. */
  Contacted: 'CONTACTED',
  /** Comes no more. */
  Discharged: 'DISCHARGED',
  /** Referred, and nobody has been in touch. */
  New: 'NEW'
} as const;

export type ReferralStatus = typeof ReferralStatus[keyof typeof ReferralStatus];
/** A calendar that is to be read now. */
export type RefreshExternalCalendarInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Which. */
  id: string | number;
};

/** Who comes, and to what. */
export type RegisterForEventInput = {
  /** For the clinic: who comes is this client of it. */
  clientId?: string | number | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Asked for unless the client has one. */
  email?: string | null | undefined;
  /** To which event. */
  eventId: string | number;
  /** Of ISO 639-1: in which to write to her; `en` when left out. */
  language?: string | null | undefined;
  /** At most 200 characters; asked for unless clientId is given. */
  name?: string | null | undefined;
  /** With its country, like +1 202 555 0123. */
  phone?: string | null | undefined;
  /** For how many people, 1 to 10; 1 when left out. */
  places?: number | null | undefined;
  /** To which of its sessions; left out where there is but one, or where one registers for all. */
  sessionId?: string | number | null | undefined;
};

/** Whether one registers for each session by itself or for all of them. */
export const RegistersFor = {
  /** For all of them at once. */
  Event: 'EVENT',
  /** For each session by itself. */
  Session: 'SESSION'
} as const;

export type RegistersFor = typeof RegistersFor[keyof typeof RegistersFor];
/** Why somebody has no place, or no place in a group. */
export const RegistrationProblemCode = {
  /** She has a place, or a place in the line. */
  AlreadyRegistered: 'ALREADY_REGISTERED',
  /** One becomes a member of this group instead. */
  ByEnrolment: 'BY_ENROLMENT',
  /** The field at `path` cannot be so; the message says why. */
  Invalid: 'INVALID',
  /** It has begun. */
  InThePast: 'IN_THE_PAST',
  /** It is not published. */
  NotPublished: 'NOT_PUBLISHED',
  /** Every place is taken, and the line is full or there is none. */
  NoPlaceLeft: 'NO_PLACE_LEFT',
  /** Registration has not begun, or is over. */
  RegistrationClosed: 'REGISTRATION_CLOSED',
  /** The session does not take place. */
  SessionCancelled: 'SESSION_CANCELLED',
  /** Somebody changed it after the version that was seen. */
  StaleVersion: 'STALE_VERSION',
  /** It has ended and changes no more. */
  TerminalStatus: 'TERMINAL_STATUS'
} as const;

export type RegistrationProblemCode = typeof RegistrationProblemCode[keyof typeof RegistrationProblemCode];
/** By whom it came: the person herself, the desk for her, or a program. */
export const RegistrationSource = {
  /** Somebody of the clinic for her. */
  Desk: 'DESK',
  /** A program with a key. */
  Partner: 'PARTNER',
  /** The person herself. */
  Public: 'PUBLIC'
} as const;

export type RegistrationSource = typeof RegistrationSource[keyof typeof RegistrationSource];
/** Where a registration stands. */
export const RegistrationStatus = {
  /** Does not come. Final. */
  Cancelled: 'CANCELLED',
  /** A place is kept for her until she has answered. */
  Offered: 'OFFERED',
  /** Has a place. */
  Registered: 'REGISTERED',
  /** Stands in line. */
  Waitlisted: 'WAITLISTED'
} as const;

export type RegistrationStatus = typeof RegistrationStatus[keyof typeof RegistrationStatus];
/** Given back before its time. */
export type ReleaseHoldInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Which hold. */
  id: string | number;
  /** The token that holdSlot told. */
  token: string;
};

/** The end of a calendar that was imported. */
export type RemoveExternalCalendarInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
};

/** Removed for good; the logs remember it. */
export type RemoveInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
};

/** Another address for a feed. */
export type RenewFeedInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
};

/** Another link for a member who has not chosen a password yet. */
export type RenewInvitationInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Which member. */
  id: string | number;
};

/** What the client made of a message. */
export const Reply = {
  /** She does not come: the appointment was cancelled. */
  Cancelled: 'CANCELLED',
  /** She comes. */
  Confirmed: 'CONFIRMED',
  /** She asks for another time. */
  RescheduleRequested: 'RESCHEDULE_REQUESTED',
  /** Not understood; for the desk to read. */
  Unrecognised: 'UNRECOGNISED'
} as const;

export type Reply = typeof Reply[keyof typeof Reply];
/** As what a reply was understood; CHOICE is a number of what was offered. */
export const ReplyIntent = {
  /** That she does not come. */
  Cancel: 'CANCEL',
  /** A number of what was offered. */
  Choice: 'CHOICE',
  /** That she comes. */
  Confirm: 'CONFIRM',
  /** What can be answered. */
  Help: 'HELP',
  /** That she will be late. */
  Late: 'LATE',
  /** That she asks for another time. */
  Move: 'MOVE',
  /** That she wants messages again. */
  Start: 'START',
  /** That she wants no more messages by that way. */
  Stop: 'STOP',
  /** Thanks; nothing is to be done. */
  Thanks: 'THANKS',
  /** Not understood; for the desk to read. */
  Unrecognised: 'UNRECOGNISED'
} as const;

export type ReplyIntent = typeof ReplyIntent[keyof typeof ReplyIntent];
/** Who is to join which group. */
export type RequestEnrolmentInput = {
  /** Which client. */
  clientId: string | number;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Which group: an event that one comes to by enrolment. */
  eventId: string | number;
  /** For whoever screens; at most 2,000 characters. */
  note?: string | null | undefined;
};

/** Time off to be decided about. */
export type RequestTimeOffInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Who sees the clients meanwhile. */
  coverTherapistId?: string | number | null | undefined;
  /** When it ends, at most 366 days later. */
  endsAt: string;
  /** More about it, at most 1,000 characters. */
  note?: string | null | undefined;
  /** Why. */
  reason: TimeOffReason;
  /** Who or what will be away: a therapist, or a room out of use. */
  resourceId: string | number;
  /** When it begins. */
  startsAt: string;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** The same once more, as things stand now. */
export type ResendMessageInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Which message. */
  id: string | number;
};

/** Gives up the clinic’s own words for Daybook’s. */
export type ResetMessageTemplateInput = {
  /** Where it is read or heard. */
  channel: MessageChannel;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw; 0 for Daybook’s own words. */
  expectedVersion: number;
  /** What the message says. */
  kind: MessageKind;
  /** ISO 639-1. */
  language: string;
};

/** What can be booked. */
export const ResourceKind = {
  /** A room of the clinic. */
  Room: 'ROOM',
  /** Somebody who sees clients. */
  Therapist: 'THERAPIST'
} as const;

export type ResourceKind = typeof ResourceKind[keyof typeof ResourceKind];
/** Which session takes place after all. */
export type RestoreSessionInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which session. */
  id: string | number;
  /** Rules to set aside, by name; asks for the right to. */
  override?: Array<BookingProblemCode> | null | undefined;
  /** Why; required with override, and kept. */
  overrideReason?: string | null | undefined;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** A job that is to be done once more. */
export type RetryJobInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Which job. */
  id: string | number;
  /** Its queue. */
  queue: string;
};

/** The end of a key. */
export type RevokeApiKeyInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Which key. */
  id: string | number;
};

/** The end of a feed. */
export type RevokeFeedInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
};

/** What a caller may do. */
export const Right = {
  /** Grant, refuse or enter time off. */
  DecideTimeOff: 'DECIDE_TIME_OFF',
  /** Book, move, cancel and offer, with anybody. */
  EditAnyAppointment: 'EDIT_ANY_APPOINTMENT',
  /** Make and change clients. */
  EditClients: 'EDIT_CLIENTS',
  /** Make and change events and groups. */
  EditEvents: 'EDIT_EVENTS',
  /** Make and revoke calendar feeds. */
  EditFeeds: 'EDIT_FEEDS',
  /** Change what messages say. */
  EditMessages: 'EDIT_MESSAGES',
  /** Book, move and cancel in her own calendar. */
  EditOwnAppointments: 'EDIT_OWN_APPOINTMENTS',
  /** Change the events she runs. */
  EditOwnEvents: 'EDIT_OWN_EVENTS',
  /** Invite members and change what they may. */
  ManageMembers: 'MANAGE_MEMBERS',
  /** Change the clinic, its types, rooms, therapists and policies. */
  ManageSettings: 'MANAGE_SETTINGS',
  /** Set a rule aside by name, with a reason. No key may. */
  OverrideRules: 'OVERRIDE_RULES',
  /** Read the audit log. */
  ReadAudit: 'READ_AUDIT',
  /** Read the book and the waitlist. */
  ReadCalendar: 'READ_CALENDAR',
  /** See who comes to events. */
  ReadRosters: 'READ_ROSTERS',
  /** Ask for time off. */
  RequestOwnTimeOff: 'REQUEST_OWN_TIME_OFF',
  /** See what is done by itself, and have it done again. */
  SeeJobs: 'SEE_JOBS',
  /** Write to clients. */
  SendMessages: 'SEND_MESSAGES'
} as const;

export type Right = typeof Right[keyof typeof Right];
/** Whether somebody who asked joins. */
export type ScreenGroupMemberInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Yes or no. */
  decision: ScreeningDecision;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** In place of the note there is; at most 2,000 characters. */
  note?: string | null | undefined;
};

/** What screening comes to. */
export const ScreeningDecision = {
  /** She becomes a member. */
  Approve: 'APPROVE',
  /** She does not. */
  Decline: 'DECLINE'
} as const;

export type ScreeningDecision = typeof ScreeningDecision[keyof typeof ScreeningDecision];
/** A message to the client about her appointment. */
export type SendAppointmentMessageInput = {
  /** Which appointment it is about. */
  appointmentId: string | number;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** At most 4,000 characters; she is told by e-mail that it is there, without it. */
  text: string;
};

/** Shows somebody the words as they are kept, about an appointment that might be. */
export type SendTestMessageInput = {
  /** Where it is read or heard. */
  channel: MessageChannel;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** What the message says. */
  kind: MessageKind;
  /** ISO 639-1. */
  language: string;
  /** An e-mail address, or a telephone number with its country. */
  to: string;
};

/** What becomes of an occurrence whose place is taken. */
export const SeriesPolicy = {
  /** One clash, and nothing is booked. */
  AllOrNothing: 'ALL_OR_NOTHING',
  /** What is taken is booked at the nearest time that is free. */
  NearestAlternative: 'NEAREST_ALTERNATIVE',
  /** What is taken is left out, the rest is booked. */
  SkipClashes: 'SKIP_CLASHES'
} as const;

export type SeriesPolicy = typeof SeriesPolicy[keyof typeof SeriesPolicy];
/** How much of a series a change is meant for. */
export const SeriesScope = {
  /** All that are still to come. */
  All: 'ALL',
  /** That appointment alone. */
  This: 'THIS',
  /** That one and all after it. */
  ThisAndFollowing: 'THIS_AND_FOLLOWING'
} as const;

export type SeriesScope = typeof SeriesScope[keyof typeof SeriesScope];
/** Where a session stands, after schema.org EventStatusType. */
export const SessionStatus = {
  /** Does not take place. */
  Cancelled: 'CANCELLED',
  /** Takes place online instead. */
  MovedOnline: 'MOVED_ONLINE',
  /** Takes place later; when is not known yet. */
  Postponed: 'POSTPONED',
  /** Was moved to another time. */
  Rescheduled: 'RESCHEDULED',
  /** Takes place as planned. */
  Scheduled: 'SCHEDULED'
} as const;

export type SessionStatus = typeof SessionStatus[keyof typeof SessionStatus];
/** Arrived, seen, did not come, or confirmed. */
export type SetAppointmentStatusInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Whether the client has said yes. */
  confirmed?: boolean | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which appointment. */
  id: string | number;
  /** The new status; cancelling has its own mutation. */
  status?: AppointmentStatus | null | undefined;
};

/** Where a member stands from now on. */
export type SetGroupMemberStatusInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** Why she leaves; at most 1,000 characters. */
  reason?: string | null | undefined;
  /** ACTIVE, ON_HOLD or EXITED. */
  status: GroupMemberStatus;
};

/** Another exception; or, with its id, one that is replaced. */
export type SetHoursExceptionInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Until when; 00:00 is the midnight that ends the day. */
  endTime?: string | null | undefined;
  /** The version the caller saw of the one to replace. */
  expectedVersion?: number | null | undefined;
  /** Which one to replace; another one when left out. */
  id?: string | number | null | undefined;
  /** Closed then, or open. */
  kind: HoursExceptionKind;
  /** More about it, at most 1000 characters. */
  note?: string | null | undefined;
  /** On which date. */
  on: string;
  /** Whose hours: a therapist or a room. */
  resourceId: string | number;
  /** From when; all day when left out. */
  startTime?: string | null | undefined;
};

/** All the questions of a type, in their order, at most 20. */
export type SetIntakeQuestionsInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** None to ask nothing. */
  questions: Array<IntakeQuestionInput>;
};

/** Who comes first, by hand. */
export type SetWaitlistScoreInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** Why; required with a score, and kept. */
  reason?: string | null | undefined;
  /** 0 to 1000; null to let the parts count again. */
  score?: number | null | undefined;
};

/** When a therapist or a room is usually open. */
export type SetWeeklyHoursInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw of it. */
  expectedVersion: number;
  /** All of them: they replace those there were. */
  hours: Array<WeeklyHoursInput>;
  /** A therapist or a room. */
  resourceId: string | number;
  /** Only tells what would stand outside, and writes nothing. */
  validateOnly?: boolean | null | undefined;
};

/** By the start; or, day by day, the therapist with the least booked that day, then that week, first. */
export const SlotOrder = {
  /** Day by day, whoever has the least booked that day, then that week, first. */
  Balanced: 'BALANCED',
  /** By the start. */
  Soonest: 'SOONEST'
} as const;

export type SlotOrder = typeof SlotOrder[keyof typeof SlotOrder];
/** Time off that needs no asking, with what becomes of the appointments. */
export type TakeTimeOffInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Who sees the clients meanwhile. */
  coverTherapistId?: string | number | null | undefined;
  /** When it ends, at most 366 days later. */
  endsAt: string;
  /** More about it, at most 1,000 characters. */
  note?: string | null | undefined;
  /** At most 500 steps, done all or none; appointments without one stay and are flagged. */
  plan?: Array<PlanStepInput> | null | undefined;
  /** Why. */
  reason: TimeOffReason;
  /** Who or what will be away: a therapist, or a room out of use. */
  resourceId: string | number;
  /** When it begins. */
  startsAt: string;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** Yes or no to a request. */
export const TimeOffDecision = {
  /** Yes: the time is taken. */
  Approve: 'APPROVE',
  /** No. */
  Deny: 'DENY'
} as const;

export type TimeOffDecision = typeof TimeOffDecision[keyof typeof TimeOffDecision];
/** Which time off to list; all when left out. */
export type TimeOffFilter = {
  /** Not over by then. */
  from?: string | null | undefined;
  /** Of this therapist or room. */
  resourceId?: string | number | null | undefined;
  /** Where it stands. */
  status?: TimeOffStatus | null | undefined;
  /** Begun before then. */
  to?: string | null | undefined;
};

/** An absence to plan for, asked for or only thought of. */
export type TimeOffPlanInput = {
  /** Who sees the clients meanwhile. */
  coverTherapistId?: string | number | null | undefined;
  /** When it ends. */
  endsAt: string;
  /** Who or what will be away. */
  resourceId: string | number;
  /** When it begins. */
  startsAt: string;
};

/** Why somebody is away. */
export const TimeOffReason = {
  /** A conference or a training. */
  Conference: 'CONFERENCE',
  /** Something else. */
  Other: 'OTHER',
  /** A matter of her own. */
  Personal: 'PERSONAL',
  /** Ill. */
  Sick: 'SICK',
  /** Holidays. */
  Vacation: 'VACATION'
} as const;

export type TimeOffReason = typeof TimeOffReason[keyof typeof TimeOffReason];
/** Where a request for time off stands. */
export const TimeOffStatus = {
  /** Granted: nothing can be booked then. */
  Approved: 'APPROVED',
  /** Refused. Final. */
  Denied: 'DENIED',
  /** Asked for; the time can still be booked. */
  Requested: 'REQUESTED',
  /** Taken back; the time is free again. Final. */
  Withdrawn: 'WITHDRAWN'
} as const;

export type TimeOffStatus = typeof TimeOffStatus[keyof typeof TimeOffStatus];
/** The booking of an entry that is to be taken back, by the id and the version of the entry. */
export type UndoBookFromWaitlistInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
};

/** Which time off, at the version seen. */
export type UndoTimeOffInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** The time off stands, and only what its last plan did is put back. */
  onlyLastPlan?: boolean | null | undefined;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** Which event is to be a draft again. */
export type UnpublishEventInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** What is left out stays; null takes a price, a code or a limit away. */
export type UpdateAppointmentTypeInput = {
  /** Minutes kept free after, at most 120. */
  bufferAfterMinutes?: number | null | undefined;
  /** Minutes kept free before, at most 120. */
  bufferBeforeMinutes?: number | null | undefined;
  /** Individual, couple, assessment … */
  category?: string | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Code of the CPT, five characters. */
  cptCode?: string | null | undefined;
  /** How many of it a therapist takes on one date; null for no limit. */
  dailyLimit?: number | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Online: how many days ahead it may be booked, 1 to 1830. */
  horizonDays?: number | null | undefined;
  /** Its colour: OKLCH hue, 0 to 359 degrees. */
  hue?: number | null | undefined;
  /** Which one. */
  id: string | number;
  /** Online: how long before its start it must be booked. */
  leadMinutes?: number | null | undefined;
  /** How many people its room must hold, 1 to 500. */
  minCapacity?: number | null | undefined;
  /** How long it usually takes, 5 to 720. */
  minutes?: number | null | undefined;
  /** As shown when booking, at most 200 characters. */
  name?: string | null | undefined;
  /** Whether the desk should suggest a room. */
  needsRoom?: boolean | null | undefined;
  /** Whether it may be booked online. */
  online?: boolean | null | undefined;
  /** Order among the types. */
  position?: number | null | undefined;
  /** Price in hundredths of the currency. */
  priceCents?: number | null | undefined;
  /** What its room must have; at most 30. */
  requiredFeatures?: Array<string> | null | undefined;
  /** What a therapist must be able to do; at most 30. */
  requiredSkills?: Array<string> | null | undefined;
};

/** What is left out stays; null takes a text away, and of therapists shows everybody. */
export type UpdateBookingSettingsInput = {
  /** Minutes before the start, at most 30 days. */
  cancelNoticeMinutes?: number | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Whether an e-mail has to prove itself before a booking counts. */
  confirmsEmail?: boolean | null | undefined;
  /** At most 4000 characters. */
  consent?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Minutes before the start, at most 30 days. */
  moveNoticeMinutes?: number | null | undefined;
  /** Whether somebody whom no time suits may ask to be put on the waitlist. */
  offersWaitlist?: boolean | null | undefined;
  /** Whether it is booked from outside at all. */
  open?: boolean | null | undefined;
  /** Sites like https://www.harbor.example, at most 20. */
  origins?: Array<string> | null | undefined;
  /** At most 2000 characters. */
  policy?: string | null | undefined;
  /** The therapists who are shown; null for everybody. */
  therapistIds?: Array<string | number> | null | undefined;
};

/** What is left out stays; null takes an e-mail, a phone or a zone away. */
export type UpdateClientInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** On which channels the client lets the clinic write: EMAIL, SMS, VOICE. */
  consents?: Array<MessageChannel> | null | undefined;
  /** Where e-mail reaches the client. */
  email?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** Of ISO 639-1: in which messages are written. */
  language?: string | null | undefined;
  /** As the person is called, at most 200 characters. */
  name?: string | null | undefined;
  /** E.164. */
  phone?: string | null | undefined;
  /** How far the client has come since being referred. */
  referralStatus?: ReferralStatus | null | undefined;
  /** The client's own zone, when it is not the clinic's. */
  zone?: string | null | undefined;
};

/** What is left out stays. */
export type UpdateClinicInput = {
  /** For its public pages, at most 2,000 characters; null for none. */
  about?: string | null | undefined;
  /** Whether staff may put one appointment over another on purpose. */
  allowsOverbooking?: boolean | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** What its prices are in: a code of ISO 4217, like USD or EUR. */
  currency?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** events.example.org, without a port; null for none. */
  host?: string | null | undefined;
  /** The colour of its public pages, 0 to 359 degrees. */
  hue?: number | null | undefined;
  /** An image that was uploaded; null for none. */
  logoId?: string | number | null | undefined;
  /** As shown to people, at most 200 characters. */
  name?: string | null | undefined;
  /** The same for whoever books online. */
  publicHoldMinutes?: number | null | undefined;
  /** For how many months ahead series are booked, 1 to 24; those there are reach as far within a month. */
  seriesHorizonMonths?: number | null | undefined;
  /** How many minutes staff may hold a slot, 1 to 60. */
  staffHoldMinutes?: number | null | undefined;
  /** 5, 10, 15, 20, 30 or 60. */
  stepMinutes?: number | null | undefined;
};

/** What is left out stays. */
export type UpdateClosureInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** Until when; 00:00 is the midnight that ends the day. */
  endTime?: string | null | undefined;
  /** The last of the days. */
  endsOn?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** Why, at most 200 characters. */
  name?: string | null | undefined;
  /** From when on each of them. */
  startTime?: string | null | undefined;
  /** The first of the days. */
  startsOn?: string | null | undefined;
};

/** What is left out stays; what concerns sessions is for those to come. */
export type UpdateEventInput = {
  /** REGISTRATION when left out of a new one. */
  admission?: EventAdmission | null | undefined;
  /** How many places there are, 1 to 1,000; null for no limit. */
  capacity?: number | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** In Markdown, at most 20,000 characters. */
  description?: string | null | undefined;
  /** When that one is to end; as long as before when left out. */
  endsAt?: string | null | undefined;
  /** Occurrences of the rule that do not take place, at most 1,000. */
  except?: Array<string> | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** The therapists who run it, at most 20. */
  facilitatorIds?: Array<string | number> | null | undefined;
  /** OFFER when left out of a new one. */
  filling?: EventFilling | null | undefined;
  /** Which event. */
  id: string | number;
  /** Its picture; null for none. */
  imageId?: string | number | null | undefined;
  /** Whether people may register; a new one is open. */
  isOpen?: boolean | null | undefined;
  /** What it is. */
  kind?: EventKind | null | undefined;
  /** INHERIT when left out of a new one. */
  newSessions?: NewSessions | null | undefined;
  /** Where it takes place online: an address with https. */
  onlineUrl?: string | null | undefined;
  /** Rules to set aside, by name; asks for the right to. */
  override?: Array<BookingProblemCode> | null | undefined;
  /** Why; required with override, and kept. */
  overrideReason?: string | null | undefined;
  /** What a session costs, in cents; null to say nothing. */
  priceCents?: number | null | undefined;
  /** SESSION when left out of a new one; whoever enrols does so for the EVENT. */
  registersFor?: RegistersFor | null | undefined;
  /** Where; null for none. */
  roomId?: string | number | null | undefined;
  /** An RRULE of RFC 5545 on the clinic's wall clock: FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331T235959Z. */
  rrule?: string | null | undefined;
  /** Whether to go without the sessions that cannot take place; refused otherwise. */
  skipClashes?: boolean | null | undefined;
  /** Small letters, digits and hyphens, at most 80; made of the title when left out. */
  slug?: string | null | undefined;
  /** When its first session is to begin; those to come shift by as much on the wall clock. */
  startsAt?: string | null | undefined;
  /** At most 30 of 60 characters; kept in lower case. */
  tags?: Array<string> | null | undefined;
  /** At most 200 characters. */
  title?: string | null | undefined;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** Another name or other contents; what is left out stays. */
export type UpdateFeedInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** What it shows, at least one. */
  includes?: Array<FeedContent> | null | undefined;
  /** How calendars call it, at most 100 characters. */
  name?: string | null | undefined;
  /** How much it says. */
  privacy?: FeedPrivacy | null | undefined;
};

/** What is left out stays; null takes the address away. */
export type UpdateLocationInput = {
  /** Street and town, at most 500 characters. */
  address?: string | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** At most 200 characters. */
  name?: string | null | undefined;
};

/** What is left out stays. */
export type UpdateMemberInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** At most 200 characters. */
  name?: string | null | undefined;
  /** The clinic keeps at least one administrator. */
  role?: MemberRole | null | undefined;
  /** Null for no calendar. */
  therapistId?: string | number | null | undefined;
};

/** The clinic’s own words. */
export type UpdateMessageTemplateInput = {
  /** Plain text with variables: at most 10,000 characters, or 1,000 where it is texted or said. */
  body: string;
  /** Where it is read or heard. */
  channel: MessageChannel;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw; 0 for Daybook’s own words. */
  expectedVersion: number;
  /** What the message says. */
  kind: MessageKind;
  /** ISO 639-1. */
  language: string;
  /** At most 200 characters; asked for where the channel has subjects. */
  subject?: string | null | undefined;
};

/** What is left out stays; of notices, those that are named change. */
export type UpdateReminderPolicyInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Messages leave from then on … */
  leaveFrom?: string | null | undefined;
  /** … and before then. */
  leaveUntil?: string | null | undefined;
  /** How long a move or cancellation rests, 0 to 3600. */
  moveSettleSeconds?: number | null | undefined;
  /** Those that change. */
  notices?: Array<NoticeInput> | null | undefined;
  /** How long a booking rests before it is confirmed, 0 to 3600. */
  settleSeconds?: number | null | undefined;
  /** Whether they leave on Saturdays and Sundays. */
  weekends?: boolean | null | undefined;
};

/** What is left out stays. */
export type UpdateRoomInput = {
  /** How many people it holds. */
  capacity?: number | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** What it has, in words that types ask for; at most 30. */
  features?: Array<string> | null | undefined;
  /** Which one. */
  id: string | number;
  /** Where it is; null for nowhere in particular. */
  locationId?: string | number | null | undefined;
  /** As shown on the column, at most 200 characters. */
  name?: string | null | undefined;
  /** Order among the columns. */
  position?: number | null | undefined;
  /** All of them: they replace those there were. */
  weeklyHours?: Array<WeeklyHoursInput> | null | undefined;
};

/** What one session says otherwise than its event; what is left out stays. */
export type UpdateSessionInput = {
  /** How many places there are; null for as many as its event has. */
  capacity?: number | null | undefined;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which session. */
  id: string | number;
  /** Where it takes place online; null for where its event does. */
  onlineUrl?: string | null | undefined;
  /** Rules to set aside, by name; asks for the right to. */
  override?: Array<BookingProblemCode> | null | undefined;
  /** Why; required with override, and kept. */
  overrideReason?: string | null | undefined;
  /** DRAFT or PUBLISHED. */
  publishStatus?: PublishStatus | null | undefined;
  /** SCHEDULED, POSTPONED or MOVED_ONLINE, which leaves its room. */
  status?: SessionStatus | null | undefined;
  /** At most 200 characters; null to be called like its event. */
  title?: string | null | undefined;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

/** What is left out stays. */
export type UpdateTherapistInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** As shown on the column, at most 200 characters. */
  name?: string | null | undefined;
  /** Order among the columns. */
  position?: number | null | undefined;
  /** What she may do, in words that types ask for; at most 30. */
  skills?: Array<string> | null | undefined;
  /** All of them, at most 20. */
  specialties?: Array<string> | null | undefined;
  /** Psychologist, LCSW …; null for none. */
  title?: string | null | undefined;
  /** All of them: they replace those there were. */
  weeklyHours?: Array<WeeklyHoursInput> | null | undefined;
};

/** What would suit her now; what is left out stays. */
export type UpdateWaitlistEntryInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** On these days, 1 for Monday to 7 for Sunday; null for any. */
  days?: Array<number> | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Not before that date. */
  fromOn?: string | null | undefined;
  /** Which entry. */
  id: string | number;
  /** For the desk, at most 2,000 characters. */
  note?: string | null | undefined;
  /** How many minutes before the start she must know, at most 43200. */
  noticeMinutes?: number | null | undefined;
  /** In these parts of the day; null for any. */
  parts?: Array<DayPart> | null | undefined;
  /** Who pays, at most 200 characters. */
  payer?: string | null | undefined;
  /** Who sent her. */
  referralSource?: ReferralSource | null | undefined;
  /** With whoever can do this. */
  skill?: string | null | undefined;
  /** With any of these, at most 50; null or none for anybody. */
  therapistIds?: Array<string | number> | null | undefined;
  /** Not after that date. */
  untilOn?: string | null | undefined;
  /** How soon she must be seen; ROUTINE when left out. */
  urgency?: WaitlistUrgency | null | undefined;
};

/** What is left out stays; null hours are those of all messages. */
export type UpdateWaitlistPolicyInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Offers leave from then on … */
  leaveFrom?: string | null | undefined;
  /** … and before then. */
  leaveUntil?: string | null | undefined;
  /** The longest chain, 1 to 20. */
  longestChain?: number | null | undefined;
  /** The longest time to answer, 5 to 1440 minutes. */
  longestMinutes?: number | null | undefined;
  /** What is done about freed slots. */
  mode?: WaitlistMode | null | undefined;
  /** Minutes before the start, 0 to 2880. */
  notWithinMinutes?: number | null | undefined;
  /** Offers to a person a day, 1 to 20. */
  offersADay?: number | null | undefined;
  /** The shortest time to answer, 5 to 1440 minutes. */
  shortestMinutes?: number | null | undefined;
  /** To how many at once, 1 to 5. */
  together?: number | null | undefined;
};

/** A picture of at most 512 KiB: PNG, JPEG or WebP. */
export type UploadImageInput = {
  /** What it shows, for those who do not see it; 300 characters. */
  alt?: string | null | undefined;
  /** Its bytes in base64. */
  base64: string;
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
};

/** Which entries; everybody who waits when left out. */
export type WaitlistFilter = {
  /** One client's. */
  clientId?: string | number | null | undefined;
  /** In the client’s name; each character stands for itself. */
  search?: string | null | undefined;
  /** Came by that way. */
  source?: WaitlistSource | null | undefined;
  /** WAITING and OFFERED when left out. */
  statuses?: Array<WaitlistStatus> | null | undefined;
  /** Would come to this therapist: by name, or because anybody would do. */
  therapistId?: string | number | null | undefined;
  /** Waits for this. */
  typeId?: string | number | null | undefined;
  /** As urgent as that. */
  urgency?: WaitlistUrgency | null | undefined;
};

/** Whether what becomes free is left alone, told to the desk, or offered by itself. */
export const WaitlistMode = {
  /** What becomes free is left alone. */
  Off: 'OFF',
  /** What becomes free is held for whom it fits, who is written to by itself. */
  Offer: 'OFFER',
  /** The desk is shown what became free and whom it fits; nobody is written to. */
  Suggest: 'SUGGEST'
} as const;

export type WaitlistMode = typeof WaitlistMode[keyof typeof WaitlistMode];
/** What became of an offer. */
export const WaitlistOfferStatus = {
  /** Taken: an appointment was booked. */
  Accepted: 'ACCEPTED',
  /** Not wanted; it was passed on. */
  Declined: 'DECLINED',
  /** Not answered in time; it was passed on. */
  Expired: 'EXPIRED',
  /** The slot is held, and no answer has come. */
  Open: 'OPEN',
  /** Taken back: by the desk, or because somebody else was faster or she has another time. */
  Withdrawn: 'WITHDRAWN'
} as const;

export type WaitlistOfferStatus = typeof WaitlistOfferStatus[keyof typeof WaitlistOfferStatus];
/** By whom an entry came: the desk, the public page, a client by her link, or a program. */
export const WaitlistSource = {
  /** Asked for by a client who has an appointment, by its link. */
  Client: 'CLIENT',
  /** Entered by somebody of the clinic. */
  Desk: 'DESK',
  /** Entered by a program with a key. */
  Partner: 'PARTNER',
  /** Asked for on the public booking page. */
  Public: 'PUBLIC'
} as const;

export type WaitlistSource = typeof WaitlistSource[keyof typeof WaitlistSource];
/** Where an entry stands; EXPIRED once the last date that would suit is over. */
export const WaitlistStatus = {
  /** Has what she waited for. Final. */
  Booked: 'BOOKED',
  /** The last date that would suit is over, or she has had what she would have given up. Final. */
  Expired: 'EXPIRED',
  /** Was taken off the list. Final. */
  Left: 'LEFT',
  /** A slot is held for her; an answer is awaited. */
  Offered: 'OFFERED',
  /** Waits, and nothing is offered at the moment. */
  Waiting: 'WAITING'
} as const;

export type WaitlistStatus = typeof WaitlistStatus[keyof typeof WaitlistStatus];
/** How soon somebody must be seen: FHIR RequestPriority routine, urgent, asap and stat. */
export const WaitlistUrgency = {
  /** FHIR stat. Adds 100 points: before whoever waits, however long. */
  Emergency: 'EMERGENCY',
  /** FHIR routine. Adds nothing to the score. */
  Routine: 'ROUTINE',
  /** FHIR urgent. Adds 20 points to the score. */
  Soon: 'SOON',
  /** FHIR asap. Adds 45 points to the score. */
  Urgent: 'URGENT'
} as const;

export type WaitlistUrgency = typeof WaitlistUrgency[keyof typeof WaitlistUrgency];
/** Hours kept every week, on the wall clock of the clinic. */
export type WeeklyHoursInput = {
  /** The first date on which they are kept. */
  effectiveFrom?: string | null | undefined;
  /** The last date on which they are kept. */
  effectiveUntil?: string | null | undefined;
  /** The minute after the last; 00:00 is the midnight that ends the day. */
  endTime: string;
  /** At which location. */
  locationId?: string | number | null | undefined;
  /** How many appointments may begin in the block, 1 to 100. */
  mostAppointments?: number | null | undefined;
  /** The first minute. */
  startTime: string;
  /** Only for appointments of types that need no room. */
  telehealth?: boolean | null | undefined;
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  weekday: number;
};

/** Which time off, at the version seen. */
export type WithdrawTimeOffInput = {
  /** Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice. */
  clientMutationId?: string | null | undefined;
  /** The version the caller saw. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** Decide and answer, but write nothing. */
  validateOnly?: boolean | null | undefined;
};

export type AppointmentFullFragment = { __typename: 'Appointment', createdAt: string, updatedAt: string, overriddenRules: Array<BookingProblemCode>, overrideReason: string | null, id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, bufferBeforeMinutes: number, bufferAfterMinutes: number, overbooked: boolean, confirmedAt: string | null, originalStartsAt: string | null, notes: string | null, client: { id: string, name: string, phone: string | null, email: string | null }, therapist: { id: string, name: string }, room: { id: string, name: string } | null, series: { id: string, rrule: string, zone: string, clashes: Array<{ originalStartsAt: string, startsAt: string, endsAt: string, outcome: OccurrenceOutcome, problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternative: { startsAt: string, endsAt: string, therapist: { id: string }, room: { id: string } | null } | null }> } | null, cancellation: { reason: CancellationReason, note: string | null, cancelledAt: string, cancelledBy: string, late: boolean } | null, onlineBooking: { name: string, consent: string | null, createdAt: string, answers: Array<{ question: string, answer: string }> } | null, type: { id: string, name: string, hue: number }, mark: { version: number, state: MarkState | null, reply: Reply | null, repliedAt: string | null, lateMinutes: number | null, unread: number } };

export type BookingRefusalFragment = { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> };

export type AppointmentDetailsQueryVariables = Exact<{
  id: string | number;
}>;


export type AppointmentDetailsQuery = { appointment: { __typename: 'Appointment', createdAt: string, updatedAt: string, overriddenRules: Array<BookingProblemCode>, overrideReason: string | null, id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, bufferBeforeMinutes: number, bufferAfterMinutes: number, overbooked: boolean, confirmedAt: string | null, originalStartsAt: string | null, notes: string | null, client: { id: string, name: string, phone: string | null, email: string | null, consents: Array<MessageChannel>, smsStoppedAt: string | null }, therapist: { id: string, name: string }, room: { id: string, name: string } | null, series: { id: string, rrule: string, zone: string, clashes: Array<{ originalStartsAt: string, startsAt: string, endsAt: string, outcome: OccurrenceOutcome, problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternative: { startsAt: string, endsAt: string, therapist: { id: string }, room: { id: string } | null } | null }> } | null, cancellation: { reason: CancellationReason, note: string | null, cancelledAt: string, cancelledBy: string, late: boolean } | null, onlineBooking: { name: string, consent: string | null, createdAt: string, answers: Array<{ question: string, answer: string }> } | null, messages: Array<{ id: string, kind: MessageKind, channel: MessageChannel, audience: MessageAudience, recipient: string, status: MessageStatus, dueAt: string, sentAt: string | null, deliveredAt: string | null, endedAt: string | null, repliedAt: string | null, attempts: number, failure: string | null, failureCode: string | null, provider: MessageProvider | null, appointment: { id: string } | null }>, replies: Array<{ id: string, text: string, intent: ReplyIntent, receivedAt: string, answer: string | null }>, conversation: Array<{ id: string, text: string, writtenAt: string, readAt: string | null, author: { kind: ActorKind, name: string } }>, type: { id: string, name: string, hue: number }, mark: { version: number, state: MarkState | null, reply: Reply | null, repliedAt: string | null, lateMinutes: number | null, unread: number } } | null };

export type MoveAppointmentMutationVariables = Exact<{
  input: MoveAppointmentInput;
}>;


export type MoveAppointmentMutation = { moveAppointment:
    | { __typename: 'AppointmentMoved', appointment: { __typename: 'Appointment', id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, bufferBeforeMinutes: number, bufferAfterMinutes: number, overbooked: boolean, overriddenRules: Array<BookingProblemCode>, confirmedAt: string | null, originalStartsAt: string | null, notes: string | null, client: { id: string, name: string }, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string, hue: number }, mark: { version: number, state: MarkState | null, reply: Reply | null, repliedAt: string | null, lateMinutes: number | null, unread: number } } }
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
   };

export type SetAppointmentStatusMutationVariables = Exact<{
  input: SetAppointmentStatusInput;
}>;


export type SetAppointmentStatusMutation = { setAppointmentStatus:
    | { __typename: 'AppointmentStatusSet', appointment: { __typename: 'Appointment', id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, bufferBeforeMinutes: number, bufferAfterMinutes: number, overbooked: boolean, overriddenRules: Array<BookingProblemCode>, confirmedAt: string | null, originalStartsAt: string | null, notes: string | null, client: { id: string, name: string }, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string, hue: number }, mark: { version: number, state: MarkState | null, reply: Reply | null, repliedAt: string | null, lateMinutes: number | null, unread: number } } }
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
   };

export type CancelAppointmentMutationVariables = Exact<{
  input: CancelAppointmentInput;
}>;


export type CancelAppointmentMutation = { cancelAppointment:
    | { __typename: 'AppointmentCancelled', appointment: { __typename: 'Appointment', id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, bufferBeforeMinutes: number, bufferAfterMinutes: number, overbooked: boolean, overriddenRules: Array<BookingProblemCode>, confirmedAt: string | null, originalStartsAt: string | null, notes: string | null, client: { id: string, name: string }, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string, hue: number }, mark: { version: number, state: MarkState | null, reply: Reply | null, repliedAt: string | null, lateMinutes: number | null, unread: number } } }
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
   };

export type NotedFragment = { id: string, registrationId: string | null, memberId: string | null, status: AttendanceStatus, chargeCents: number, notedBy: string, notedAt: string };

export type AttendanceSheetQueryVariables = Exact<{
  id: string | number;
}>;


export type AttendanceSheetQuery = { session: { id: string, title: string, startsAt: string, endsAt: string, standing: SessionStatus, facilitators: Array<{ id: string, name: string }>, room: { id: string, name: string } | null, event: { id: string, title: string, admission: EventAdmission, priceCents: number | null, facilitators: Array<{ id: string }> }, roster: Array<{ registrationId: string | null, memberId: string | null, name: string, places: number, attendance: { id: string, registrationId: string | null, memberId: string | null, status: AttendanceStatus, chargeCents: number, notedBy: string, notedAt: string } | null }> } | null };

export type RecordAttendanceMutationVariables = Exact<{
  input: RecordAttendanceInput;
}>;


export type RecordAttendanceMutation = { recordAttendance:
    | { __typename: 'AttendanceRecorded', attendance: Array<{ id: string, registrationId: string | null, memberId: string | null, status: AttendanceStatus, chargeCents: number, notedBy: string, notedAt: string }> }
    | { __typename: 'RegistrationRefused', problems: Array<{ code: RegistrationProblemCode, message: string, path: Array<string> | null }> }
   };

export type BookAppointmentMutationVariables = Exact<{
  input: BookAppointmentInput;
}>;


export type BookAppointmentMutation = { bookAppointment:
    | { __typename: 'AppointmentBooked', appointment: { __typename: 'Appointment', id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, bufferBeforeMinutes: number, bufferAfterMinutes: number, overbooked: boolean, overriddenRules: Array<BookingProblemCode>, confirmedAt: string | null, originalStartsAt: string | null, notes: string | null, client: { id: string, name: string }, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string, hue: number }, mark: { version: number, state: MarkState | null, reply: Reply | null, repliedAt: string | null, lateMinutes: number | null, unread: number } } }
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
   };

export type CalendarDayQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type CalendarDayQuery = { clinic: { id: string, zone: string, stepMinutes: number, allowsOverbooking: boolean, staffHoldMinutes: number }, resources: Array<
    | { __typename: 'Room', capacity: number, id: string, kind: ResourceKind, name: string, active: boolean }
    | { __typename: 'Therapist', title: string | null, specialties: Array<string>, id: string, kind: ResourceKind, name: string, active: boolean }
  >, appointmentTypes: Array<{ id: string, name: string, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number, hue: number, needsRoom: boolean }>, calendar: { cursor: string, appointments: Array<{ __typename: 'Appointment', id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, bufferBeforeMinutes: number, bufferAfterMinutes: number, overbooked: boolean, overriddenRules: Array<BookingProblemCode>, confirmedAt: string | null, originalStartsAt: string | null, notes: string | null, client: { id: string, name: string }, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string, hue: number }, mark: { version: number, state: MarkState | null, reply: Reply | null, repliedAt: string | null, lateMinutes: number | null, unread: number } }>, sessions: Array<{ __typename: 'Session', id: string, version: number, title: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number, placesVersion: number, publishStatus: PublishStatus, overriddenRules: Array<BookingProblemCode>, standing: SessionStatus, facilitators: Array<{ id: string }>, room: { id: string } | null, event: { id: string, kind: EventKind, rrule: string | null, publishStatus: PublishStatus, facilitators: Array<{ id: string }> } }>, holds: Array<{ __typename: 'SlotHold', id: string, version: number, startsAt: string, endsAt: string, expiresAt: string, extended: boolean, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string }, heldBy: { kind: ActorKind, name: string } }>, openHours: Array<{ resourceId: string, startsAt: string, endsAt: string }>, closures: Array<{ name: string, startsAt: string, endsAt: string }>, timeOff: Array<{ __typename: 'TimeOff', id: string, version: number, startsAt: string, endsAt: string, reason: TimeOffReason, timeOffStatus: TimeOffStatus, resource:
        | { id: string }
        | { id: string }
       }>, externalBusy: Array<{ therapistId: string, startsAt: string, endsAt: string }> } };

export type BookableTypeFragment = { id: string, name: string, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number, hue: number, needsRoom: boolean };

export type ClientRecordFragment = { id: string, name: string, email: string | null, phone: string | null, zone: string | null, language: string, consents: Array<MessageChannel>, smsStoppedAt: string | null, referralStatus: ReferralStatus, firstSessionAt: string | null, active: boolean, version: number };

export type ClientsQueryVariables = Exact<{
  search?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
  activeOnly?: boolean | null | undefined;
}>;


export type ClientsQuery = { clients: { nodes: Array<{ id: string, name: string, email: string | null, phone: string | null, zone: string | null, language: string, consents: Array<MessageChannel>, smsStoppedAt: string | null, referralStatus: ReferralStatus, firstSessionAt: string | null, active: boolean, version: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ClientQueryVariables = Exact<{
  id: string | number;
}>;


export type ClientQuery = { client: { id: string, name: string, email: string | null, phone: string | null, zone: string | null, language: string, consents: Array<MessageChannel>, smsStoppedAt: string | null, referralStatus: ReferralStatus, firstSessionAt: string | null, active: boolean, version: number } | null };

export type ClientAppointmentsQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type ClientAppointmentsQuery = { client: { id: string, appointments: { nodes: Array<{ id: string, status: AppointmentStatus, startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null, type: { id: string, name: string, hue: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type CreateClientMutationVariables = Exact<{
  input: CreateClientInput;
}>;


export type CreateClientMutation = { createClient:
    | { __typename: 'ClientSaved', client: { id: string, name: string, email: string | null, phone: string | null, zone: string | null, language: string, consents: Array<MessageChannel>, smsStoppedAt: string | null, referralStatus: ReferralStatus, firstSessionAt: string | null, active: boolean, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type UpdateClientMutationVariables = Exact<{
  input: UpdateClientInput;
}>;


export type UpdateClientMutation = { updateClient:
    | { __typename: 'ClientSaved', client: { id: string, name: string, email: string | null, phone: string | null, zone: string | null, language: string, consents: Array<MessageChannel>, smsStoppedAt: string | null, referralStatus: ReferralStatus, firstSessionAt: string | null, active: boolean, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type ArchiveClientMutationVariables = Exact<{
  input: ArchiveInput;
}>;


export type ArchiveClientMutation = { archiveClient:
    | { __typename: 'ClientSaved', client: { id: string, name: string, email: string | null, phone: string | null, zone: string | null, language: string, consents: Array<MessageChannel>, smsStoppedAt: string | null, referralStatus: ReferralStatus, firstSessionAt: string | null, active: boolean, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type GroupMemberLineFragment = { id: string, version: number, status: GroupMemberStatus, askedAt: string, screenedAt: string | null, screenedBy: string | null, note: string | null, joinedOn: string | null, exitedOn: string | null, exitReason: string | null, chargedCents: number, client: { id: string, name: string, email: string | null, phone: string | null }, attendance: Array<{ id: string, status: AttendanceStatus }> };

export type EventMembersQueryVariables = Exact<{
  id: string | number;
}>;


export type EventMembersQuery = { event: { id: string, members: Array<{ id: string, version: number, status: GroupMemberStatus, askedAt: string, screenedAt: string | null, screenedBy: string | null, note: string | null, joinedOn: string | null, exitedOn: string | null, exitReason: string | null, chargedCents: number, client: { id: string, name: string, email: string | null, phone: string | null }, attendance: Array<{ id: string, status: AttendanceStatus }> }> } | null };

export type RequestEnrolmentMutationVariables = Exact<{
  input: RequestEnrolmentInput;
}>;


export type RequestEnrolmentMutation = { requestEnrolment:
    | { __typename: 'EnrolmentRequested', member: { id: string } }
    | { __typename: 'RegistrationRefused', problems: Array<{ code: RegistrationProblemCode, message: string, path: Array<string> | null }> }
   };

export type ScreenGroupMemberMutationVariables = Exact<{
  input: ScreenGroupMemberInput;
}>;


export type ScreenGroupMemberMutation = { screenGroupMember:
    | { __typename: 'GroupMemberScreened', member: { id: string } }
    | { __typename: 'RegistrationRefused', problems: Array<{ code: RegistrationProblemCode, message: string, path: Array<string> | null }> }
   };

export type SetGroupMemberStatusMutationVariables = Exact<{
  input: SetGroupMemberStatusInput;
}>;


export type SetGroupMemberStatusMutation = { setGroupMemberStatus:
    | { __typename: 'GroupMemberStatusSet', member: { id: string } }
    | { __typename: 'RegistrationRefused', problems: Array<{ code: RegistrationProblemCode, message: string, path: Array<string> | null }> }
   };

export type SessionRosterQueryVariables = Exact<{
  id: string | number;
}>;


export type SessionRosterQuery = { session: { id: string, roster: Array<{ name: string, places: number, registrationId: string | null, memberId: string | null }> } | null };

export type SessionDetailsQueryVariables = Exact<{
  id: string | number;
}>;


export type SessionDetailsQuery = { session: { __typename: 'Session', originalStartsAt: string, onlineUrl: string | null, cancellationNote: string | null, updatedAt: string, id: string, version: number, title: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number, placesVersion: number, publishStatus: PublishStatus, overriddenRules: Array<BookingProblemCode>, standing: SessionStatus, facilitators: Array<{ id: string, name: string }>, room: { id: string, name: string } | null, event: { id: string, title: string, kind: EventKind, rrule: string | null, publishStatus: PublishStatus, facilitators: Array<{ id: string }> } } | null };

export type MoveSessionMutationVariables = Exact<{
  input: MoveSessionInput;
}>;


export type MoveSessionMutation = { moveSession:
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
    | { __typename: 'SessionMoved', session: { __typename: 'Session', id: string, version: number, title: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number, placesVersion: number, publishStatus: PublishStatus, overriddenRules: Array<BookingProblemCode>, standing: SessionStatus, facilitators: Array<{ id: string }>, room: { id: string } | null, event: { id: string, kind: EventKind, rrule: string | null, publishStatus: PublishStatus, facilitators: Array<{ id: string }> } }, sessions: Array<{ id: string }> }
   };

export type CancelSessionMutationVariables = Exact<{
  input: CancelSessionInput;
}>;


export type CancelSessionMutation = { cancelSession:
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
    | { __typename: 'SessionCancelled', session: { __typename: 'Session', id: string, version: number, title: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number, placesVersion: number, publishStatus: PublishStatus, overriddenRules: Array<BookingProblemCode>, standing: SessionStatus, facilitators: Array<{ id: string }>, room: { id: string } | null, event: { id: string, kind: EventKind, rrule: string | null, publishStatus: PublishStatus, facilitators: Array<{ id: string }> } }, sessions: Array<{ id: string }> }
   };

export type RestoreSessionMutationVariables = Exact<{
  input: RestoreSessionInput;
}>;


export type RestoreSessionMutation = { restoreSession:
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
    | { __typename: 'SessionRestored', session: { __typename: 'Session', id: string, version: number, title: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number, placesVersion: number, publishStatus: PublishStatus, overriddenRules: Array<BookingProblemCode>, standing: SessionStatus, facilitators: Array<{ id: string }>, room: { id: string } | null, event: { id: string, kind: EventKind, rrule: string | null, publishStatus: PublishStatus, facilitators: Array<{ id: string }> } } }
   };

export type EventLineFragment = { id: string, version: number, kind: EventKind, title: string, tags: Array<string>, publishStatus: PublishStatus, registersFor: RegistersFor, capacity: number | null, placesTaken: number, rrule: string | null, zone: string, nextSession: { id: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number } | null };

export type EventRecordFragment = { description: string, descriptionHtml: string, slug: string, oldSlugs: Array<string>, admission: EventAdmission, isOpen: boolean, priceCents: number | null, onlineUrl: string | null, startsAt: string, minutes: number, until: string | null, excepted: Array<string>, newSessions: NewSessions, filling: EventFilling, waitlisted: number, url: string, updatedAt: string, id: string, version: number, kind: EventKind, title: string, tags: Array<string>, publishStatus: PublishStatus, registersFor: RegistersFor, capacity: number | null, placesTaken: number, rrule: string | null, zone: string, image: { id: string, url: string, width: number, height: number, alt: string } | null, facilitators: Array<{ id: string, name: string }>, room: { id: string, name: string } | null, clashes: Array<{ originalStartsAt: string, endsAt: string, problems: Array<{ message: string }> }>, nextSession: { id: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number } | null };

export type EventRefusalFragment = { __typename: 'EventRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null }>, alternatives: Array<{ startsAt: string, endsAt: string }>, sessions: Array<{ startsAt: string, outcome: OccurrenceOutcome, problems: Array<{ code: BookingProblemCode, message: string, overridable: boolean }> }> };

export type EventsQueryVariables = Exact<{
  filter?: EventFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type EventsQuery = { events: { nodes: Array<{ id: string, version: number, kind: EventKind, title: string, tags: Array<string>, publishStatus: PublishStatus, registersFor: RegistersFor, capacity: number | null, placesTaken: number, rrule: string | null, zone: string, nextSession: { id: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type EventQueryVariables = Exact<{
  id: string | number;
}>;


export type EventQuery = { event: { description: string, descriptionHtml: string, slug: string, oldSlugs: Array<string>, admission: EventAdmission, isOpen: boolean, priceCents: number | null, onlineUrl: string | null, startsAt: string, minutes: number, until: string | null, excepted: Array<string>, newSessions: NewSessions, filling: EventFilling, waitlisted: number, url: string, updatedAt: string, id: string, version: number, kind: EventKind, title: string, tags: Array<string>, publishStatus: PublishStatus, registersFor: RegistersFor, capacity: number | null, placesTaken: number, rrule: string | null, zone: string, image: { id: string, url: string, width: number, height: number, alt: string } | null, facilitators: Array<{ id: string, name: string }>, room: { id: string, name: string } | null, clashes: Array<{ originalStartsAt: string, endsAt: string, problems: Array<{ message: string }> }>, nextSession: { id: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number } | null } | null };

export type PublishEventMutationVariables = Exact<{
  input: PublishEventInput;
}>;


export type PublishEventMutation = { publishEvent:
    | { __typename: 'EventPublished', event: { id: string } }
    | { __typename: 'EventRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null }>, alternatives: Array<{ startsAt: string, endsAt: string }>, sessions: Array<{ startsAt: string, outcome: OccurrenceOutcome, problems: Array<{ code: BookingProblemCode, message: string, overridable: boolean }> }> }
   };

export type UnpublishEventMutationVariables = Exact<{
  input: UnpublishEventInput;
}>;


export type UnpublishEventMutation = { unpublishEvent:
    | { __typename: 'EventRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null }>, alternatives: Array<{ startsAt: string, endsAt: string }>, sessions: Array<{ startsAt: string, outcome: OccurrenceOutcome, problems: Array<{ code: BookingProblemCode, message: string, overridable: boolean }> }> }
    | { __typename: 'EventUnpublished', event: { id: string } }
   };

export type ArchiveEventMutationVariables = Exact<{
  input: ArchiveEventInput;
}>;


export type ArchiveEventMutation = { archiveEvent:
    | { __typename: 'EventArchived', event: { id: string } }
    | { __typename: 'EventRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null }>, alternatives: Array<{ startsAt: string, endsAt: string }>, sessions: Array<{ startsAt: string, outcome: OccurrenceOutcome, problems: Array<{ code: BookingProblemCode, message: string, overridable: boolean }> }> }
   };

export type CreateEventMutationVariables = Exact<{
  input: CreateEventInput;
}>;


export type CreateEventMutation = { createEvent:
    | { __typename: 'EventCreated', event: { description: string, descriptionHtml: string, slug: string, oldSlugs: Array<string>, admission: EventAdmission, isOpen: boolean, priceCents: number | null, onlineUrl: string | null, startsAt: string, minutes: number, until: string | null, excepted: Array<string>, newSessions: NewSessions, filling: EventFilling, waitlisted: number, url: string, updatedAt: string, id: string, version: number, kind: EventKind, title: string, tags: Array<string>, publishStatus: PublishStatus, registersFor: RegistersFor, capacity: number | null, placesTaken: number, rrule: string | null, zone: string, image: { id: string, url: string, width: number, height: number, alt: string } | null, facilitators: Array<{ id: string, name: string }>, room: { id: string, name: string } | null, clashes: Array<{ originalStartsAt: string, endsAt: string, problems: Array<{ message: string }> }>, nextSession: { id: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number } | null } }
    | { __typename: 'EventRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null }>, alternatives: Array<{ startsAt: string, endsAt: string }>, sessions: Array<{ startsAt: string, outcome: OccurrenceOutcome, problems: Array<{ code: BookingProblemCode, message: string, overridable: boolean }> }> }
   };

export type UpdateEventMutationVariables = Exact<{
  input: UpdateEventInput;
}>;


export type UpdateEventMutation = { updateEvent:
    | { __typename: 'EventRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null }>, alternatives: Array<{ startsAt: string, endsAt: string }>, sessions: Array<{ startsAt: string, outcome: OccurrenceOutcome, problems: Array<{ code: BookingProblemCode, message: string, overridable: boolean }> }> }
    | { __typename: 'EventUpdated', event: { description: string, descriptionHtml: string, slug: string, oldSlugs: Array<string>, admission: EventAdmission, isOpen: boolean, priceCents: number | null, onlineUrl: string | null, startsAt: string, minutes: number, until: string | null, excepted: Array<string>, newSessions: NewSessions, filling: EventFilling, waitlisted: number, url: string, updatedAt: string, id: string, version: number, kind: EventKind, title: string, tags: Array<string>, publishStatus: PublishStatus, registersFor: RegistersFor, capacity: number | null, placesTaken: number, rrule: string | null, zone: string, image: { id: string, url: string, width: number, height: number, alt: string } | null, facilitators: Array<{ id: string, name: string }>, room: { id: string, name: string } | null, clashes: Array<{ originalStartsAt: string, endsAt: string, problems: Array<{ message: string }> }>, nextSession: { id: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number } | null } }
   };

export type EventSessionFragment = { __typename: 'Session', originalStartsAt: string, cancellationNote: string | null, onTimeOff: boolean, waitlisted: number, id: string, version: number, title: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number, placesVersion: number, publishStatus: PublishStatus, overriddenRules: Array<BookingProblemCode>, standing: SessionStatus, facilitators: Array<{ id: string }>, room: { id: string } | null, event: { id: string, kind: EventKind, rrule: string | null, publishStatus: PublishStatus, facilitators: Array<{ id: string }> } };

export type EventSessionsQueryVariables = Exact<{
  id: string | number;
  from: string;
  first: number;
  after?: string | null | undefined;
}>;


export type EventSessionsQuery = { event: { id: string, sessions: { nodes: Array<{ __typename: 'Session', originalStartsAt: string, cancellationNote: string | null, onTimeOff: boolean, waitlisted: number, id: string, version: number, title: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number, placesVersion: number, publishStatus: PublishStatus, overriddenRules: Array<BookingProblemCode>, standing: SessionStatus, facilitators: Array<{ id: string }>, room: { id: string } | null, event: { id: string, kind: EventKind, rrule: string | null, publishStatus: PublishStatus, facilitators: Array<{ id: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type UpdateEventSessionMutationVariables = Exact<{
  input: UpdateSessionInput;
}>;


export type UpdateEventSessionMutation = { updateSession:
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
    | { __typename: 'SessionUpdated', session: { id: string } }
   };

export type AddEventSessionMutationVariables = Exact<{
  input: AddSessionInput;
}>;


export type AddEventSessionMutation = { addSession:
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
    | { __typename: 'SessionAdded', session: { id: string } }
   };

export type FeedsQueryVariables = Exact<{ [key: string]: never; }>;


export type FeedsQuery = { feeds: Array<{ id: string, version: number, kind: FeedKind, resourceId: string | null, clientId: string | null, subject: string | null, name: string, privacy: FeedPrivacy, includes: Array<FeedContent>, pulledAt: string | null, changesSince: number | null, createdBy: string, createdAt: string }> };

export type FeedSubjectsQueryVariables = Exact<{ [key: string]: never; }>;


export type FeedSubjectsQuery = { therapists: Array<{ id: string, name: string }>, rooms: Array<{ id: string, name: string }> };

export type CreateFeedMutationVariables = Exact<{
  input: CreateFeedInput;
}>;


export type CreateFeedMutation = { createFeed:
    | { __typename: 'FeedCreated', url: string, feed: { id: string, version: number, kind: FeedKind, resourceId: string | null, clientId: string | null, subject: string | null, name: string, privacy: FeedPrivacy, includes: Array<FeedContent>, pulledAt: string | null, changesSince: number | null, createdBy: string, createdAt: string } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type UpdateFeedMutationVariables = Exact<{
  input: UpdateFeedInput;
}>;


export type UpdateFeedMutation = { updateFeed:
    | { __typename: 'FeedUpdated', feed: { id: string, version: number, kind: FeedKind, resourceId: string | null, clientId: string | null, subject: string | null, name: string, privacy: FeedPrivacy, includes: Array<FeedContent>, pulledAt: string | null, changesSince: number | null, createdBy: string, createdAt: string } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type RenewFeedMutationVariables = Exact<{
  input: RenewFeedInput;
}>;


export type RenewFeedMutation = { renewFeed:
    | { __typename: 'FeedRenewed', url: string, feed: { id: string, version: number, kind: FeedKind, resourceId: string | null, clientId: string | null, subject: string | null, name: string, privacy: FeedPrivacy, includes: Array<FeedContent>, pulledAt: string | null, changesSince: number | null, createdBy: string, createdAt: string } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type RevokeFeedMutationVariables = Exact<{
  input: RevokeFeedInput;
}>;


export type RevokeFeedMutation = { revokeFeed:
    | { __typename: 'FeedRevoked', feed: { id: string, version: number, kind: FeedKind, resourceId: string | null, clientId: string | null, subject: string | null, name: string, privacy: FeedPrivacy, includes: Array<FeedContent>, pulledAt: string | null, changesSince: number | null, createdBy: string, createdAt: string } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type FeedRecordFragment = { id: string, version: number, kind: FeedKind, resourceId: string | null, clientId: string | null, subject: string | null, name: string, privacy: FeedPrivacy, includes: Array<FeedContent>, pulledAt: string | null, changesSince: number | null, createdBy: string, createdAt: string };

export type FoundSlotFragment = { startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null };

export type FindSlotsQueryVariables = Exact<{
  input: AvailableSlotsInput;
}>;


export type FindSlotsQuery = { availableSlots: { slots: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }>, reasons: Array<{ code: BookingProblemCode, message: string }>, nextFit: { startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null } | null } };

export type RoomFeaturesQueryVariables = Exact<{ [key: string]: never; }>;


export type RoomFeaturesQuery = { rooms: Array<{ id: string, features: Array<string> }> };

export type HoldBlockFragment = { __typename: 'SlotHold', id: string, version: number, startsAt: string, endsAt: string, expiresAt: string, extended: boolean, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string }, heldBy: { kind: ActorKind, name: string } };

export type HoldSlotMutationVariables = Exact<{
  input: HoldSlotInput;
}>;


export type HoldSlotMutation = { holdSlot:
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
    | { __typename: 'SlotHeld', token: string, hold: { __typename: 'SlotHold', id: string, version: number, startsAt: string, endsAt: string, expiresAt: string, extended: boolean, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string }, heldBy: { kind: ActorKind, name: string } } }
   };

export type ExtendHoldMutationVariables = Exact<{
  input: ExtendHoldInput;
}>;


export type ExtendHoldMutation = { extendHold:
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
    | { __typename: 'HoldExtended', hold: { __typename: 'SlotHold', id: string, version: number, startsAt: string, endsAt: string, expiresAt: string, extended: boolean, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string }, heldBy: { kind: ActorKind, name: string } } }
   };

export type ReleaseHoldMutationVariables = Exact<{
  input: ReleaseHoldInput;
}>;


export type ReleaseHoldMutation = { releaseHold:
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
    | { __typename: 'HoldReleased', hold: { __typename: 'SlotHold', id: string, version: number, startsAt: string, endsAt: string, expiresAt: string, extended: boolean, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string }, heldBy: { kind: ActorKind, name: string } } }
   };

export type ConfirmHoldMutationVariables = Exact<{
  input: ConfirmHoldInput;
}>;


export type ConfirmHoldMutation = { confirmHold:
    | { __typename: 'AppointmentBooked', appointment: { __typename: 'Appointment', id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, bufferBeforeMinutes: number, bufferAfterMinutes: number, overbooked: boolean, overriddenRules: Array<BookingProblemCode>, confirmedAt: string | null, originalStartsAt: string | null, notes: string | null, client: { id: string, name: string }, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string, hue: number }, mark: { version: number, state: MarkState | null, reply: Reply | null, repliedAt: string | null, lateMinutes: number | null, unread: number } } }
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
   };

export type BookedThenQueryVariables = Exact<{
  from: string;
  to: string;
  resourceIds?: Array<string | number> | string | number | null | undefined;
}>;


export type BookedThenQuery = { calendar: { appointments: Array<{ id: string, status: AppointmentStatus, startsAt: string, endsAt: string, client: { id: string, name: string } }> } };

export type SetHoursExceptionMutationVariables = Exact<{
  input: SetHoursExceptionInput;
}>;


export type SetHoursExceptionMutation = { setHoursException:
    | { __typename: 'HoursExceptionSaved', hoursException: { id: string, on: string, kind: HoursExceptionKind, startTime: string, endTime: string, note: string | null, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type RemoveHoursExceptionMutationVariables = Exact<{
  input: RemoveInput;
}>;


export type RemoveHoursExceptionMutation = { removeHoursException:
    | { __typename: 'HoursExceptionRemoved', hoursException: { id: string } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type HoursQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type HoursQuery = { clinic: { id: string, stepMinutes: number }, locations: Array<{ id: string, name: string, active: boolean }>, resources: Array<
    | { __typename: 'Room', id: string, name: string, kind: ResourceKind, active: boolean, version: number, weeklyHours: Array<{ weekday: number, startTime: string, endTime: string, effectiveFrom: string | null, effectiveUntil: string | null, telehealth: boolean, mostAppointments: number | null, location: { id: string, name: string } | null }>, hoursExceptions: Array<{ id: string, on: string, kind: HoursExceptionKind, startTime: string, endTime: string, note: string | null, version: number }> }
    | { __typename: 'Therapist', id: string, name: string, kind: ResourceKind, active: boolean, version: number, weeklyHours: Array<{ weekday: number, startTime: string, endTime: string, effectiveFrom: string | null, effectiveUntil: string | null, telehealth: boolean, mostAppointments: number | null, location: { id: string, name: string } | null }>, hoursExceptions: Array<{ id: string, on: string, kind: HoursExceptionKind, startTime: string, endTime: string, note: string | null, version: number }> }
  > };

export type HoursBlockFragment = { weekday: number, startTime: string, endTime: string, effectiveFrom: string | null, effectiveUntil: string | null, telehealth: boolean, mostAppointments: number | null, location: { id: string, name: string } | null };

export type ExceptionRecordFragment = { id: string, on: string, kind: HoursExceptionKind, startTime: string, endTime: string, note: string | null, version: number };

export type SetWeeklyHoursMutationVariables = Exact<{
  input: SetWeeklyHoursInput;
}>;


export type SetWeeklyHoursMutation = { setWeeklyHours:
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
    | { __typename: 'WeeklyHoursSet', resource:
        | { id: string, version: number }
        | { id: string, version: number }
      , outside: Array<{ id: string, startsAt: string, endsAt: string, client: { id: string, name: string }, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
   };

export type AppointmentCardFragment = { __typename: 'Appointment', id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, bufferBeforeMinutes: number, bufferAfterMinutes: number, overbooked: boolean, overriddenRules: Array<BookingProblemCode>, confirmedAt: string | null, originalStartsAt: string | null, notes: string | null, client: { id: string, name: string }, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string, hue: number }, mark: { version: number, state: MarkState | null, reply: Reply | null, repliedAt: string | null, lateMinutes: number | null, unread: number } };

export type SessionCardFragment = { __typename: 'Session', id: string, version: number, title: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number, placesVersion: number, publishStatus: PublishStatus, overriddenRules: Array<BookingProblemCode>, standing: SessionStatus, facilitators: Array<{ id: string }>, room: { id: string } | null, event: { id: string, kind: EventKind, rrule: string | null, publishStatus: PublishStatus, facilitators: Array<{ id: string }> } };

export type TimeOffBlockFragment = { __typename: 'TimeOff', id: string, version: number, startsAt: string, endsAt: string, reason: TimeOffReason, timeOffStatus: TimeOffStatus, resource:
    | { id: string }
    | { id: string }
   };

export type CalendarChangedSubscriptionVariables = Exact<{
  from: string;
  to: string;
  resourceIds?: Array<string | number> | string | number | null | undefined;
  after?: string | null | undefined;
}>;


export type CalendarChangedSubscription = { calendarChanged: { cursor: string, at: string, clientMutationId: string | null, removedId: string | null, snapshotRequired: boolean, actor: { kind: ActorKind, name: string }, upserted:
      | { __typename: 'Appointment', id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, bufferBeforeMinutes: number, bufferAfterMinutes: number, overbooked: boolean, overriddenRules: Array<BookingProblemCode>, confirmedAt: string | null, originalStartsAt: string | null, notes: string | null, client: { id: string, name: string }, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string, hue: number }, mark: { version: number, state: MarkState | null, reply: Reply | null, repliedAt: string | null, lateMinutes: number | null, unread: number } }
      | { __typename: 'Session', id: string, version: number, title: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number, placesVersion: number, publishStatus: PublishStatus, overriddenRules: Array<BookingProblemCode>, standing: SessionStatus, facilitators: Array<{ id: string }>, room: { id: string } | null, event: { id: string, kind: EventKind, rrule: string | null, publishStatus: PublishStatus, facilitators: Array<{ id: string }> } }
      | { __typename: 'SlotHold', id: string, version: number, startsAt: string, endsAt: string, expiresAt: string, extended: boolean, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string }, heldBy: { kind: ActorKind, name: string } }
      | { __typename: 'TimeOff', id: string, version: number, startsAt: string, endsAt: string, reason: TimeOffReason, timeOffStatus: TimeOffStatus, resource:
          | { id: string }
          | { id: string }
         }
     | null } };

export type EventsChangedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type EventsChangedSubscription = { eventsChanged: { cursor: string } };

export type WaitlistChangedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WaitlistChangedSubscription = { waitlistChanged: { cursor: string } };

export type TalkedAboutFragment = { client: { id: string, name: string, email: string | null, phone: string | null, consents: Array<MessageChannel>, smsStoppedAt: string | null }, messages: Array<{ id: string, kind: MessageKind, channel: MessageChannel, audience: MessageAudience, recipient: string, status: MessageStatus, dueAt: string, sentAt: string | null, deliveredAt: string | null, endedAt: string | null, repliedAt: string | null, attempts: number, failure: string | null, failureCode: string | null, provider: MessageProvider | null, appointment: { id: string } | null }>, replies: Array<{ id: string, text: string, intent: ReplyIntent, receivedAt: string, answer: string | null }>, conversation: Array<{ id: string, text: string, writtenAt: string, readAt: string | null, author: { kind: ActorKind, name: string } }> };

export type StoryMessageFragment = { id: string, kind: MessageKind, channel: MessageChannel, audience: MessageAudience, recipient: string, status: MessageStatus, dueAt: string, sentAt: string | null, deliveredAt: string | null, endedAt: string | null, repliedAt: string | null, attempts: number, failure: string | null, failureCode: string | null, provider: MessageProvider | null, appointment: { id: string } | null };

export type SendAppointmentMessageMutationVariables = Exact<{
  input: SendAppointmentMessageInput;
}>;


export type SendAppointmentMessageMutation = { sendAppointmentMessage:
    | { __typename: 'AppointmentMessageSent', message: { id: string } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type MarkConversationReadMutationVariables = Exact<{
  input: MarkConversationReadInput;
}>;


export type MarkConversationReadMutation = { markConversationRead:
    | { __typename: 'ConversationRead', appointment: { id: string } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type MessageRowFragment = { id: string, kind: MessageKind, channel: MessageChannel, audience: MessageAudience, recipient: string, status: MessageStatus, provider: MessageProvider | null, dueAt: string, sentAt: string | null, endedAt: string | null, reply: Reply | null, client: { id: string, name: string } | null };

export type MessagesQueryVariables = Exact<{
  filter?: MessageFilter | null | undefined;
  order?: MessageOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type MessagesQuery = { messages: { nodes: Array<{ id: string, kind: MessageKind, channel: MessageChannel, audience: MessageAudience, recipient: string, status: MessageStatus, provider: MessageProvider | null, dueAt: string, sentAt: string | null, endedAt: string | null, reply: Reply | null, client: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MessageQueryVariables = Exact<{
  id: string | number;
}>;


export type MessageQuery = { message: { language: string, deliveredAt: string | null, repliedAt: string | null, attempts: number, failure: string | null, failureCode: string | null, id: string, kind: MessageKind, channel: MessageChannel, audience: MessageAudience, recipient: string, status: MessageStatus, provider: MessageProvider | null, dueAt: string, sentAt: string | null, endedAt: string | null, reply: Reply | null, cost: { amount: number, currency: string } | null, appointment: { id: string, startsAt: string, endsAt: string, therapist: { id: string } } | null, content: { subject: string | null, text: string, html: string | null, attachments: Array<{ name: string }> }, client: { id: string, name: string } | null } | null };

export type ResendMessageMutationVariables = Exact<{
  input: ResendMessageInput;
}>;


export type ResendMessageMutation = { resendMessage:
    | { __typename: 'MessageScheduled', message: { id: string, recipient: string } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type MessageRoutesQueryVariables = Exact<{ [key: string]: never; }>;


export type MessageRoutesQuery = { messageRoutes: Array<{ channel: MessageChannel, provider: MessageProvider }> };

export type StrayTextRowFragment = { id: string, phone: string, text: string, intent: ReplyIntent, receivedAt: string, answer: string | null, client: { id: string, name: string } | null };

export type StrayTextsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  clientId?: string | number | null | undefined;
}>;


export type StrayTextsQuery = { strayTexts: { nodes: Array<{ id: string, phone: string, text: string, intent: ReplyIntent, receivedAt: string, answer: string | null, client: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ExternalCalendarsQueryVariables = Exact<{ [key: string]: never; }>;


export type ExternalCalendarsQuery = { externalCalendars: Array<{ id: string, version: number, therapistId: string, name: string, host: string | null, busyCount: number, readAt: string | null, failedAt: string | null, failure: string | null, nextReadAt: string | null, createdAt: string }>, therapists: Array<{ id: string, name: string, active: boolean }> };

export type ImportCalendarMutationVariables = Exact<{
  input: ImportCalendarInput;
}>;


export type ImportCalendarMutation = { importCalendar:
    | { __typename: 'CalendarImported', added: number, skipped: number, calendar: { id: string, version: number, therapistId: string, name: string, host: string | null, busyCount: number, readAt: string | null, failedAt: string | null, failure: string | null, nextReadAt: string | null, createdAt: string } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type RefreshExternalCalendarMutationVariables = Exact<{
  input: RefreshExternalCalendarInput;
}>;


export type RefreshExternalCalendarMutation = { refreshExternalCalendar:
    | { __typename: 'ExternalCalendarRefreshed', added: number, changed: number, removed: number, calendar: { id: string, version: number, therapistId: string, name: string, host: string | null, busyCount: number, readAt: string | null, failedAt: string | null, failure: string | null, nextReadAt: string | null, createdAt: string } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type RemoveExternalCalendarMutationVariables = Exact<{
  input: RemoveExternalCalendarInput;
}>;


export type RemoveExternalCalendarMutation = { removeExternalCalendar:
    | { __typename: 'ExternalCalendarRemoved', calendar: { id: string, version: number, therapistId: string, name: string, host: string | null, busyCount: number, readAt: string | null, failedAt: string | null, failure: string | null, nextReadAt: string | null, createdAt: string } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type ExternalCalendarRecordFragment = { id: string, version: number, therapistId: string, name: string, host: string | null, busyCount: number, readAt: string | null, failedAt: string | null, failure: string | null, nextReadAt: string | null, createdAt: string };

export type PictureFragment = { id: string, url: string, width: number, height: number, alt: string };

export type UploadImageMutationVariables = Exact<{
  input: UploadImageInput;
}>;


export type UploadImageMutation = { uploadImage:
    | { __typename: 'ImageUploaded', image: { id: string } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type JobsQueryVariables = Exact<{
  failures: number;
}>;


export type JobsQuery = { jobs: { queues: Array<{ name: string, waiting: number, active: number, failed: number, nextAt: string | null }>, failures: Array<{ id: string, queue: string, failedAt: string, attempts: number, error: string }>, nextHour: Array<{ at: string, queue: string, count: number }> } };

export type RetryJobMutationVariables = Exact<{
  input: RetryJobInput;
}>;


export type RetryJobMutation = { retryJob:
    | { __typename: 'JobRetried', id: string }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type PeopleEventFragment = { id: string, version: number, title: string, publishStatus: PublishStatus, admission: EventAdmission, registersFor: RegistersFor, isOpen: boolean, capacity: number | null, placesTaken: number, waitlisted: number, facilitators: Array<{ id: string }> };

export type PeopleSessionFragment = { id: string, title: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number, waitlisted: number, standing: SessionStatus };

export type EventPeopleQueryVariables = Exact<{
  id: string | number;
  from: string;
}>;


export type EventPeopleQuery = { event: { id: string, version: number, title: string, publishStatus: PublishStatus, admission: EventAdmission, registersFor: RegistersFor, isOpen: boolean, capacity: number | null, placesTaken: number, waitlisted: number, sessions: { nodes: Array<{ id: string, title: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number, waitlisted: number, standing: SessionStatus }> }, facilitators: Array<{ id: string }> } | null };

export type RegistrationLineFragment = { id: string, version: number, name: string, email: string, phone: string | null, language: string, places: number, status: RegistrationStatus, source: RegistrationSource, registeredAt: string, offerExpiresAt: string | null, passedAt: string | null, cancelledAt: string | null, client: { id: string } | null };

export type EventRegistrationsQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
  status?: RegistrationStatus | null | undefined;
}>;


export type EventRegistrationsQuery = { event: { id: string, registrations: { nodes: Array<{ id: string, version: number, name: string, email: string, phone: string | null, language: string, places: number, status: RegistrationStatus, source: RegistrationSource, registeredAt: string, offerExpiresAt: string | null, passedAt: string | null, cancelledAt: string | null, client: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type SessionRegistrationsQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
  status?: RegistrationStatus | null | undefined;
}>;


export type SessionRegistrationsQuery = { session: { id: string, registrations: { nodes: Array<{ id: string, version: number, name: string, email: string, phone: string | null, language: string, places: number, status: RegistrationStatus, source: RegistrationSource, registeredAt: string, offerExpiresAt: string | null, passedAt: string | null, cancelledAt: string | null, client: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type RegistrationRefusalFragment = { __typename: 'RegistrationRefused', problems: Array<{ code: RegistrationProblemCode, message: string, path: Array<string> | null }> };

export type RegisterAtDeskMutationVariables = Exact<{
  input: RegisterForEventInput;
}>;


export type RegisterAtDeskMutation = { registerForEvent:
    | { __typename: 'Registered', registration: { id: string, name: string } }
    | { __typename: 'RegistrationRefused', problems: Array<{ code: RegistrationProblemCode, message: string, path: Array<string> | null }> }
    | { __typename: 'Waitlisted', position: number, registration: { id: string, name: string } }
   };

export type MoveUpRegistrationMutationVariables = Exact<{
  input: MoveUpRegistrationInput;
}>;


export type MoveUpRegistrationMutation = { moveUpRegistration:
    | { __typename: 'RegistrationMovedUp', registration: { id: string, name: string, status: RegistrationStatus } }
    | { __typename: 'RegistrationRefused', problems: Array<{ code: RegistrationProblemCode, message: string, path: Array<string> | null }> }
   };

export type AcceptPlaceAtDeskMutationVariables = Exact<{
  input: AcceptPlaceInput;
}>;


export type AcceptPlaceAtDeskMutation = { acceptPlace:
    | { __typename: 'PlaceAccepted', registration: { id: string, name: string, status: RegistrationStatus } }
    | { __typename: 'RegistrationRefused', problems: Array<{ code: RegistrationProblemCode, message: string, path: Array<string> | null }> }
   };

export type CancelRegistrationMutationVariables = Exact<{
  input: CancelRegistrationInput;
}>;


export type CancelRegistrationMutation = { cancelRegistration:
    | { __typename: 'RegistrationCancelled', registration: { id: string, name: string } }
    | { __typename: 'RegistrationRefused', problems: Array<{ code: RegistrationProblemCode, message: string, path: Array<string> | null }> }
   };

export type ReminderPolicyRecordFragment = { version: number, leaveFrom: string, leaveUntil: string, weekends: boolean, settleSeconds: number, moveSettleSeconds: number, notices: Array<{ kind: MessageKind, on: boolean, offsetMinutes: number, channels: Array<MessageChannel> }> };

export type ReminderPolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type ReminderPolicyQuery = { reminderPolicy: { version: number, leaveFrom: string, leaveUntil: string, weekends: boolean, settleSeconds: number, moveSettleSeconds: number, notices: Array<{ kind: MessageKind, on: boolean, offsetMinutes: number, channels: Array<MessageChannel> }> } };

export type UpdateReminderPolicyMutationVariables = Exact<{
  input: UpdateReminderPolicyInput;
}>;


export type UpdateReminderPolicyMutation = { updateReminderPolicy:
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
    | { __typename: 'ReminderPolicyUpdated', policy: { version: number } }
   };

export type SeriesLineFragment = { originalStartsAt: string, startsAt: string, endsAt: string, outcome: OccurrenceOutcome, problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternative: { startsAt: string, endsAt: string, therapist: { id: string }, room: { id: string } | null } | null };

export type SeriesNotWrittenFragment = { __typename: 'SeriesRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, occurrences: Array<{ originalStartsAt: string, startsAt: string, endsAt: string, outcome: OccurrenceOutcome, problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternative: { startsAt: string, endsAt: string, therapist: { id: string }, room: { id: string } | null } | null }> };

export type BookSeriesMutationVariables = Exact<{
  input: BookSeriesInput;
}>;


export type BookSeriesMutation = { bookSeries:
    | { __typename: 'SeriesBooked', occurrences: Array<{ originalStartsAt: string, startsAt: string, endsAt: string, outcome: OccurrenceOutcome, appointment: { __typename: 'Appointment', id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, bufferBeforeMinutes: number, bufferAfterMinutes: number, overbooked: boolean, overriddenRules: Array<BookingProblemCode>, confirmedAt: string | null, originalStartsAt: string | null, notes: string | null, client: { id: string, name: string }, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string, hue: number }, mark: { version: number, state: MarkState | null, reply: Reply | null, repliedAt: string | null, lateMinutes: number | null, unread: number } } | null, problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternative: { startsAt: string, endsAt: string, therapist: { id: string }, room: { id: string } | null } | null }> }
    | { __typename: 'SeriesRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, occurrences: Array<{ originalStartsAt: string, startsAt: string, endsAt: string, outcome: OccurrenceOutcome, problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternative: { startsAt: string, endsAt: string, therapist: { id: string }, room: { id: string } | null } | null }> }
   };

export type ChangeSeriesMutationVariables = Exact<{
  input: ChangeSeriesInput;
}>;


export type ChangeSeriesMutation = { changeSeries:
    | { __typename: 'SeriesChanged', occurrences: Array<{ originalStartsAt: string, startsAt: string, endsAt: string, outcome: OccurrenceOutcome, appointment: { __typename: 'Appointment', id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, bufferBeforeMinutes: number, bufferAfterMinutes: number, overbooked: boolean, overriddenRules: Array<BookingProblemCode>, confirmedAt: string | null, originalStartsAt: string | null, notes: string | null, client: { id: string, name: string }, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string, hue: number }, mark: { version: number, state: MarkState | null, reply: Reply | null, repliedAt: string | null, lateMinutes: number | null, unread: number } } | null, problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternative: { startsAt: string, endsAt: string, therapist: { id: string }, room: { id: string } | null } | null }> }
    | { __typename: 'SeriesRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, occurrences: Array<{ originalStartsAt: string, startsAt: string, endsAt: string, outcome: OccurrenceOutcome, problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternative: { startsAt: string, endsAt: string, therapist: { id: string }, room: { id: string } | null } | null }> }
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { kind: CallerKind, name: string, email: string | null, role: MemberRole | null, therapistId: string | null, rights: Array<Right>, scopes: Array<ApiKeyScope>, clinic: { id: string, slug: string, name: string, zone: string, stepMinutes: number, allowsOverbooking: boolean, currency: string, version: number } }, messageRoutes: Array<{ channel: MessageChannel, provider: MessageProvider }> };

export type ApiKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiKeysQuery = { apiKeys: Array<{ id: string, name: string, scopes: Array<ApiKeyScope>, prefix: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null }> };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey:
    | { __typename: 'ApiKeyCreated', secret: string, apiKey: { id: string, name: string, scopes: Array<ApiKeyScope>, prefix: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { revokeApiKey:
    | { __typename: 'ApiKeyRevoked', apiKey: { id: string, name: string, scopes: Array<ApiKeyScope>, prefix: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type AppointmentTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type AppointmentTypesQuery = { appointmentTypes: Array<{ id: string, name: string, category: string, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number, hue: number, requiredSkills: Array<string>, needsRoom: boolean, requiredFeatures: Array<string>, minCapacity: number, dailyLimit: number | null, online: boolean, leadMinutes: number, horizonDays: number, priceCents: number | null, cptCode: string | null, position: number, active: boolean, version: number }> };

export type CreateAppointmentTypeMutationVariables = Exact<{
  input: CreateAppointmentTypeInput;
}>;


export type CreateAppointmentTypeMutation = { createAppointmentType:
    | { __typename: 'AppointmentTypeSaved', appointmentType: { id: string, name: string, category: string, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number, hue: number, requiredSkills: Array<string>, needsRoom: boolean, requiredFeatures: Array<string>, minCapacity: number, dailyLimit: number | null, online: boolean, leadMinutes: number, horizonDays: number, priceCents: number | null, cptCode: string | null, position: number, active: boolean, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type UpdateAppointmentTypeMutationVariables = Exact<{
  input: UpdateAppointmentTypeInput;
}>;


export type UpdateAppointmentTypeMutation = { updateAppointmentType:
    | { __typename: 'AppointmentTypeSaved', appointmentType: { id: string, name: string, category: string, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number, hue: number, requiredSkills: Array<string>, needsRoom: boolean, requiredFeatures: Array<string>, minCapacity: number, dailyLimit: number | null, online: boolean, leadMinutes: number, horizonDays: number, priceCents: number | null, cptCode: string | null, position: number, active: boolean, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type ArchiveAppointmentTypeMutationVariables = Exact<{
  input: ArchiveInput;
}>;


export type ArchiveAppointmentTypeMutation = { archiveAppointmentType:
    | { __typename: 'AppointmentTypeSaved', appointmentType: { id: string, name: string, category: string, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number, hue: number, requiredSkills: Array<string>, needsRoom: boolean, requiredFeatures: Array<string>, minCapacity: number, dailyLimit: number | null, online: boolean, leadMinutes: number, horizonDays: number, priceCents: number | null, cptCode: string | null, position: number, active: boolean, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type AuditEntriesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  subjectId?: string | number | null | undefined;
}>;


export type AuditEntriesQuery = { auditEntries: { nodes: Array<{ seq: string, at: string, ip: string | null, action: string, subjectKind: string, subjectId: string, before: string | null, after: string | null, hash: string, actor: { kind: ActorKind, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ClinicQueryVariables = Exact<{ [key: string]: never; }>;


export type ClinicQuery = { clinic: { id: string, slug: string, name: string, zone: string, stepMinutes: number, allowsOverbooking: boolean, currency: string, hue: number, about: string | null, host: string | null, version: number, logo: { id: string, url: string, width: number, height: number, alt: string } | null } };

export type UpdateClinicMutationVariables = Exact<{
  input: UpdateClinicInput;
}>;


export type UpdateClinicMutation = { updateClinic:
    | { __typename: 'ClinicSaved', clinic: { id: string, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type ClosuresQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type ClosuresQuery = { closures: Array<{ id: string, name: string, startsOn: string, endsOn: string, startTime: string, endTime: string, version: number }> };

export type ClosureRecordFragment = { id: string, name: string, startsOn: string, endsOn: string, startTime: string, endTime: string, version: number };

export type CreateClosureMutationVariables = Exact<{
  input: CreateClosureInput;
}>;


export type CreateClosureMutation = { createClosure:
    | { __typename: 'ClosureSaved', closure: { id: string, name: string, startsOn: string, endsOn: string, startTime: string, endTime: string, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type UpdateClosureMutationVariables = Exact<{
  input: UpdateClosureInput;
}>;


export type UpdateClosureMutation = { updateClosure:
    | { __typename: 'ClosureSaved', closure: { id: string, name: string, startsOn: string, endsOn: string, startTime: string, endTime: string, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type RemoveClosureMutationVariables = Exact<{
  input: RemoveInput;
}>;


export type RemoveClosureMutation = { removeClosure:
    | { __typename: 'ClosureRemoved', closure: { id: string } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type KnownTagsQueryVariables = Exact<{ [key: string]: never; }>;


export type KnownTagsQuery = { therapists: Array<{ id: string, skills: Array<string> }>, rooms: Array<{ id: string, features: Array<string> }>, appointmentTypes: Array<{ id: string, requiredSkills: Array<string>, requiredFeatures: Array<string> }> };

export type LocationsQueryVariables = Exact<{ [key: string]: never; }>;


export type LocationsQuery = { locations: Array<{ id: string, name: string, address: string | null, active: boolean, version: number }> };

export type CreateLocationMutationVariables = Exact<{
  input: CreateLocationInput;
}>;


export type CreateLocationMutation = { createLocation:
    | { __typename: 'LocationSaved', location: { id: string, name: string, address: string | null, active: boolean, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type UpdateLocationMutationVariables = Exact<{
  input: UpdateLocationInput;
}>;


export type UpdateLocationMutation = { updateLocation:
    | { __typename: 'LocationSaved', location: { id: string, name: string, address: string | null, active: boolean, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type ArchiveLocationMutationVariables = Exact<{
  input: ArchiveInput;
}>;


export type ArchiveLocationMutation = { archiveLocation:
    | { __typename: 'LocationSaved', location: { id: string, name: string, address: string | null, active: boolean, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type MembersQueryVariables = Exact<{ [key: string]: never; }>;


export type MembersQuery = { members: Array<{ id: string, name: string, email: string, role: MemberRole, therapistId: string | null, active: boolean, hasSignedIn: boolean, version: number }>, therapists: Array<{ id: string, name: string }> };

export type CreateMemberMutationVariables = Exact<{
  input: CreateMemberInput;
}>;


export type CreateMemberMutation = { createMember:
    | { __typename: 'MemberSaved', signInLink: string | null, member: { id: string, name: string, email: string, role: MemberRole, therapistId: string | null, active: boolean, hasSignedIn: boolean, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type UpdateMemberMutationVariables = Exact<{
  input: UpdateMemberInput;
}>;


export type UpdateMemberMutation = { updateMember:
    | { __typename: 'MemberSaved', member: { id: string, name: string, email: string, role: MemberRole, therapistId: string | null, active: boolean, hasSignedIn: boolean, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type ArchiveMemberMutationVariables = Exact<{
  input: ArchiveInput;
}>;


export type ArchiveMemberMutation = { archiveMember:
    | { __typename: 'MemberSaved', member: { id: string, name: string, email: string, role: MemberRole, therapistId: string | null, active: boolean, hasSignedIn: boolean, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type RenewInvitationMutationVariables = Exact<{
  input: RenewInvitationInput;
}>;


export type RenewInvitationMutation = { renewInvitation:
    | { __typename: 'MemberSaved', signInLink: string | null, member: { id: string, name: string, email: string, role: MemberRole, therapistId: string | null, active: boolean, hasSignedIn: boolean, version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type OnlineBookingQueryVariables = Exact<{ [key: string]: never; }>;


export type OnlineBookingQuery = { bookingSettings: { version: number, open: boolean, therapistIds: Array<string> | null, origins: Array<string>, confirmsEmail: boolean, offersWaitlist: boolean, moveNoticeMinutes: number, cancelNoticeMinutes: number, policy: string | null, consent: string | null }, clinic: { id: string, slug: string }, therapists: Array<{ id: string, name: string }>, appointmentTypes: Array<{ id: string, version: number, name: string, online: boolean, intakeQuestions: Array<{ id: string, label: string, kind: IntakeKind, required: boolean, choices: Array<string> }> }> };

export type BookingSettingsRecordFragment = { version: number, open: boolean, therapistIds: Array<string> | null, origins: Array<string>, confirmsEmail: boolean, offersWaitlist: boolean, moveNoticeMinutes: number, cancelNoticeMinutes: number, policy: string | null, consent: string | null };

export type TypeAskedFragment = { id: string, version: number, name: string, online: boolean, intakeQuestions: Array<{ id: string, label: string, kind: IntakeKind, required: boolean, choices: Array<string> }> };

export type UpdateBookingSettingsMutationVariables = Exact<{
  input: UpdateBookingSettingsInput;
}>;


export type UpdateBookingSettingsMutation = { updateBookingSettings:
    | { __typename: 'BookingSettingsUpdated', settings: { version: number, open: boolean, therapistIds: Array<string> | null, origins: Array<string>, confirmsEmail: boolean, offersWaitlist: boolean, moveNoticeMinutes: number, cancelNoticeMinutes: number, policy: string | null, consent: string | null } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type SetIntakeQuestionsMutationVariables = Exact<{
  input: SetIntakeQuestionsInput;
}>;


export type SetIntakeQuestionsMutation = { setIntakeQuestions:
    | { __typename: 'IntakeQuestionsSet', appointmentType: { id: string, version: number, name: string, online: boolean, intakeQuestions: Array<{ id: string, label: string, kind: IntakeKind, required: boolean, choices: Array<string> }> } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type RoomsQueryVariables = Exact<{ [key: string]: never; }>;


export type RoomsQuery = { rooms: Array<{ id: string, name: string, capacity: number, features: Array<string>, active: boolean, position: number, version: number, location: { id: string, name: string } | null, weeklyHours: Array<{ weekday: number, startTime: string, endTime: string, effectiveFrom: string | null, effectiveUntil: string | null, telehealth: boolean, mostAppointments: number | null, location: { id: string, name: string } | null }> }> };

export type CreateRoomMutationVariables = Exact<{
  input: CreateRoomInput;
}>;


export type CreateRoomMutation = { createRoom:
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
    | { __typename: 'RoomSaved', room: { id: string, name: string, capacity: number, features: Array<string>, active: boolean, position: number, version: number, location: { id: string, name: string } | null, weeklyHours: Array<{ weekday: number, startTime: string, endTime: string, effectiveFrom: string | null, effectiveUntil: string | null, telehealth: boolean, mostAppointments: number | null, location: { id: string, name: string } | null }> } }
   };

export type UpdateRoomMutationVariables = Exact<{
  input: UpdateRoomInput;
}>;


export type UpdateRoomMutation = { updateRoom:
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
    | { __typename: 'RoomSaved', room: { id: string, name: string, capacity: number, features: Array<string>, active: boolean, position: number, version: number, location: { id: string, name: string } | null, weeklyHours: Array<{ weekday: number, startTime: string, endTime: string, effectiveFrom: string | null, effectiveUntil: string | null, telehealth: boolean, mostAppointments: number | null, location: { id: string, name: string } | null }> } }
   };

export type ArchiveRoomMutationVariables = Exact<{
  input: ArchiveInput;
}>;


export type ArchiveRoomMutation = { archiveRoom:
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
    | { __typename: 'RoomSaved', room: { id: string, name: string, capacity: number, features: Array<string>, active: boolean, position: number, version: number, location: { id: string, name: string } | null, weeklyHours: Array<{ weekday: number, startTime: string, endTime: string, effectiveFrom: string | null, effectiveUntil: string | null, telehealth: boolean, mostAppointments: number | null, location: { id: string, name: string } | null }> } }
   };

export type TherapistRecordFragment = { id: string, name: string, title: string | null, specialties: Array<string>, skills: Array<string>, active: boolean, position: number, version: number, weeklyHours: Array<{ weekday: number, startTime: string, endTime: string, effectiveFrom: string | null, effectiveUntil: string | null, telehealth: boolean, mostAppointments: number | null, location: { id: string, name: string } | null }> };

export type RoomRecordFragment = { id: string, name: string, capacity: number, features: Array<string>, active: boolean, position: number, version: number, location: { id: string, name: string } | null, weeklyHours: Array<{ weekday: number, startTime: string, endTime: string, effectiveFrom: string | null, effectiveUntil: string | null, telehealth: boolean, mostAppointments: number | null, location: { id: string, name: string } | null }> };

export type AppointmentTypeRecordFragment = { id: string, name: string, category: string, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number, hue: number, requiredSkills: Array<string>, needsRoom: boolean, requiredFeatures: Array<string>, minCapacity: number, dailyLimit: number | null, online: boolean, leadMinutes: number, horizonDays: number, priceCents: number | null, cptCode: string | null, position: number, active: boolean, version: number };

export type MemberRecordFragment = { id: string, name: string, email: string, role: MemberRole, therapistId: string | null, active: boolean, hasSignedIn: boolean, version: number };

export type ApiKeyRecordFragment = { id: string, name: string, scopes: Array<ApiKeyScope>, prefix: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null };

export type RefusalFragment = { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> };

export type LocationRecordFragment = { id: string, name: string, address: string | null, active: boolean, version: number };

export type TherapistsQueryVariables = Exact<{ [key: string]: never; }>;


export type TherapistsQuery = { therapists: Array<{ id: string, name: string, title: string | null, specialties: Array<string>, skills: Array<string>, active: boolean, position: number, version: number, weeklyHours: Array<{ weekday: number, startTime: string, endTime: string, effectiveFrom: string | null, effectiveUntil: string | null, telehealth: boolean, mostAppointments: number | null, location: { id: string, name: string } | null }> }> };

export type CreateTherapistMutationVariables = Exact<{
  input: CreateTherapistInput;
}>;


export type CreateTherapistMutation = { createTherapist:
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
    | { __typename: 'TherapistSaved', therapist: { id: string, name: string, title: string | null, specialties: Array<string>, skills: Array<string>, active: boolean, position: number, version: number, weeklyHours: Array<{ weekday: number, startTime: string, endTime: string, effectiveFrom: string | null, effectiveUntil: string | null, telehealth: boolean, mostAppointments: number | null, location: { id: string, name: string } | null }> } }
   };

export type UpdateTherapistMutationVariables = Exact<{
  input: UpdateTherapistInput;
}>;


export type UpdateTherapistMutation = { updateTherapist:
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
    | { __typename: 'TherapistSaved', therapist: { id: string, name: string, title: string | null, specialties: Array<string>, skills: Array<string>, active: boolean, position: number, version: number, weeklyHours: Array<{ weekday: number, startTime: string, endTime: string, effectiveFrom: string | null, effectiveUntil: string | null, telehealth: boolean, mostAppointments: number | null, location: { id: string, name: string } | null }> } }
   };

export type ArchiveTherapistMutationVariables = Exact<{
  input: ArchiveInput;
}>;


export type ArchiveTherapistMutation = { archiveTherapist:
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
    | { __typename: 'TherapistSaved', therapist: { id: string, name: string, title: string | null, specialties: Array<string>, skills: Array<string>, active: boolean, position: number, version: number, weeklyHours: Array<{ weekday: number, startTime: string, endTime: string, effectiveFrom: string | null, effectiveUntil: string | null, telehealth: boolean, mostAppointments: number | null, location: { id: string, name: string } | null }> } }
   };

export type MessageTemplateRecordFragment = { kind: MessageKind, channel: MessageChannel, language: string, subject: string | null, body: string, version: number, custom: boolean };

export type MessageTemplatesQueryVariables = Exact<{ [key: string]: never; }>;


export type MessageTemplatesQuery = { messageTemplates: Array<{ kind: MessageKind, channel: MessageChannel, language: string, subject: string | null, body: string, version: number, custom: boolean }> };

export type MessageVariablesQueryVariables = Exact<{ [key: string]: never; }>;


export type MessageVariablesQuery = { messageVariables: Array<{ name: string, description: string, example: string }> };

export type PreviewMessageQueryVariables = Exact<{
  input: PreviewMessageInput;
}>;


export type PreviewMessageQuery = { previewMessage: { subject: string | null, text: string, html: string | null, segments: number | null, characters: number, encoding: string | null, problems: Array<string> } };

export type UpdateMessageTemplateMutationVariables = Exact<{
  input: UpdateMessageTemplateInput;
}>;


export type UpdateMessageTemplateMutation = { updateMessageTemplate:
    | { __typename: 'MessageTemplateUpdated', template: { version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type ResetMessageTemplateMutationVariables = Exact<{
  input: ResetMessageTemplateInput;
}>;


export type ResetMessageTemplateMutation = { resetMessageTemplate:
    | { __typename: 'MessageTemplateReset', template: { version: number } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type SendTestMessageMutationVariables = Exact<{
  input: SendTestMessageInput;
}>;


export type SendTestMessageMutation = { sendTestMessage:
    | { __typename: 'MessageScheduled', message: { id: string, recipient: string } }
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
   };

export type TimeOffRecordFragment = { __typename: 'TimeOff', id: string, version: number, startsAt: string, endsAt: string, reason: TimeOffReason, status: TimeOffStatus, note: string | null, requestedBy: string | null, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null, resource:
    | { __typename: 'Room', id: string, name: string }
    | { __typename: 'Therapist', id: string, name: string }
  , coverTherapist: { id: string, name: string } | null };

export type PlanSlotFragment = { startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null };

export type PlanStepFragment = { kind: PlanStepKind, why: string | null, appointment: { id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, client: { id: string, name: string, phone: string | null }, therapist: { id: string, name: string }, room: { id: string, name: string } | null, type: { id: string, name: string, hue: number } }, slot: { startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null } | null, choices: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> };

export type TimeOffsQueryVariables = Exact<{
  filter?: TimeOffFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type TimeOffsQuery = { timeOffs: { nodes: Array<{ __typename: 'TimeOff', id: string, version: number, startsAt: string, endsAt: string, reason: TimeOffReason, status: TimeOffStatus, note: string | null, requestedBy: string | null, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null, resource:
        | { __typename: 'Room', id: string, name: string }
        | { __typename: 'Therapist', id: string, name: string }
      , coverTherapist: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TimeOffPlanQueryVariables = Exact<{
  input: TimeOffPlanInput;
}>;


export type TimeOffPlanQuery = { timeOffPlan: { steps: Array<{ kind: PlanStepKind, why: string | null, appointment: { id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, client: { id: string, name: string, phone: string | null }, therapist: { id: string, name: string }, room: { id: string, name: string } | null, type: { id: string, name: string, hue: number } }, slot: { startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null } | null, choices: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }> } };

export type SessionsThenQueryVariables = Exact<{
  from: string;
  to: string;
  resourceIds?: Array<string | number> | string | number | null | undefined;
}>;


export type SessionsThenQuery = { calendar: { sessions: Array<{ __typename: 'Session', id: string, version: number, title: string, startsAt: string, endsAt: string, capacity: number | null, placesTaken: number, placesVersion: number, publishStatus: PublishStatus, overriddenRules: Array<BookingProblemCode>, standing: SessionStatus, facilitators: Array<{ id: string }>, room: { id: string } | null, event: { id: string, kind: EventKind, rrule: string | null, publishStatus: PublishStatus, facilitators: Array<{ id: string }> } }> } };

export type AwayResourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type AwayResourcesQuery = { resources: Array<
    | { __typename: 'Room', id: string, kind: ResourceKind, name: string, active: boolean }
    | { __typename: 'Therapist', id: string, kind: ResourceKind, name: string, active: boolean }
  > };

export type TimeOffRefusalFragment = { __typename: 'TimeOffRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, appointment: { id: string } | null }> };

export type RequestTimeOffMutationVariables = Exact<{
  input: RequestTimeOffInput;
}>;


export type RequestTimeOffMutation = { requestTimeOff:
    | { __typename: 'TimeOffRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, appointment: { id: string } | null }> }
    | { __typename: 'TimeOffRequested', timeOff: { __typename: 'TimeOff', id: string, version: number, startsAt: string, endsAt: string, reason: TimeOffReason, status: TimeOffStatus, note: string | null, requestedBy: string | null, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null, resource:
          | { __typename: 'Room', id: string, name: string }
          | { __typename: 'Therapist', id: string, name: string }
        , coverTherapist: { id: string, name: string } | null } }
   };

export type TakeTimeOffMutationVariables = Exact<{
  input: TakeTimeOffInput;
}>;


export type TakeTimeOffMutation = { takeTimeOff:
    | { __typename: 'TimeOffDecided', timeOff: { __typename: 'TimeOff', id: string, version: number, startsAt: string, endsAt: string, reason: TimeOffReason, status: TimeOffStatus, note: string | null, requestedBy: string | null, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null, resource:
          | { __typename: 'Room', id: string, name: string }
          | { __typename: 'Therapist', id: string, name: string }
        , coverTherapist: { id: string, name: string } | null } }
    | { __typename: 'TimeOffRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, appointment: { id: string } | null }> }
   };

export type DecideTimeOffMutationVariables = Exact<{
  input: DecideTimeOffInput;
}>;


export type DecideTimeOffMutation = { decideTimeOff:
    | { __typename: 'TimeOffDecided', timeOff: { __typename: 'TimeOff', id: string, version: number, startsAt: string, endsAt: string, reason: TimeOffReason, status: TimeOffStatus, note: string | null, requestedBy: string | null, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null, resource:
          | { __typename: 'Room', id: string, name: string }
          | { __typename: 'Therapist', id: string, name: string }
        , coverTherapist: { id: string, name: string } | null } }
    | { __typename: 'TimeOffRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, appointment: { id: string } | null }> }
   };

export type ApplyTimeOffPlanMutationVariables = Exact<{
  input: ApplyTimeOffPlanInput;
}>;


export type ApplyTimeOffPlanMutation = { applyTimeOffPlan:
    | { __typename: 'TimeOffDecided', timeOff: { __typename: 'TimeOff', id: string, version: number, startsAt: string, endsAt: string, reason: TimeOffReason, status: TimeOffStatus, note: string | null, requestedBy: string | null, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null, resource:
          | { __typename: 'Room', id: string, name: string }
          | { __typename: 'Therapist', id: string, name: string }
        , coverTherapist: { id: string, name: string } | null } }
    | { __typename: 'TimeOffRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, appointment: { id: string } | null }> }
   };

export type WithdrawTimeOffMutationVariables = Exact<{
  input: WithdrawTimeOffInput;
}>;


export type WithdrawTimeOffMutation = { withdrawTimeOff:
    | { __typename: 'TimeOffRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, appointment: { id: string } | null }> }
    | { __typename: 'TimeOffWithdrawn', timeOff: { __typename: 'TimeOff', id: string, version: number, startsAt: string, endsAt: string, reason: TimeOffReason, status: TimeOffStatus, note: string | null, requestedBy: string | null, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null, resource:
          | { __typename: 'Room', id: string, name: string }
          | { __typename: 'Therapist', id: string, name: string }
        , coverTherapist: { id: string, name: string } | null } }
   };

export type UndoTimeOffMutationVariables = Exact<{
  input: UndoTimeOffInput;
}>;


export type UndoTimeOffMutation = { undoTimeOff:
    | { __typename: 'TimeOffRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, appointment: { id: string } | null }> }
    | { __typename: 'TimeOffUndone', timeOff: { __typename: 'TimeOff', id: string, version: number, startsAt: string, endsAt: string, reason: TimeOffReason, status: TimeOffStatus, note: string | null, requestedBy: string | null, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null, resource:
          | { __typename: 'Room', id: string, name: string }
          | { __typename: 'Therapist', id: string, name: string }
        , coverTherapist: { id: string, name: string } | null }, left: Array<{ message: string }> }
   };

export type WaitlistRefusalFragment = { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> };

export type JoinWaitlistMutationVariables = Exact<{
  input: JoinWaitlistInput;
}>;


export type JoinWaitlistMutation = { joinWaitlist:
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
    | { __typename: 'WaitlistJoined', entry: { id: string, version: number, status: WaitlistStatus, source: WaitlistSource, urgency: WaitlistUrgency, days: Array<number> | null, parts: Array<DayPart> | null, fromOn: string | null, untilOn: string | null, noticeMinutes: number, skill: string | null, payer: string | null, note: string | null, referralSource: ReferralSource | null, createdAt: string, endedAt: string | null, waitingDays: number, client: { id: string, name: string, phone: string | null, email: string | null }, type: { id: string, name: string, hue: number, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number }, therapists: Array<{ id: string, name: string }> | null, appointment: { id: string, startsAt: string, therapist: { name: string } } | null, bookedAppointment: { id: string, startsAt: string } | null, score: { total: number, overriddenBy: string | null, overrideReason: string | null, parts: Array<{ name: string, points: number, why: string }> } } }
   };

export type UpdateWaitlistEntryMutationVariables = Exact<{
  input: UpdateWaitlistEntryInput;
}>;


export type UpdateWaitlistEntryMutation = { updateWaitlistEntry:
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
    | { __typename: 'WaitlistEntryUpdated', entry: { id: string, version: number, status: WaitlistStatus, source: WaitlistSource, urgency: WaitlistUrgency, days: Array<number> | null, parts: Array<DayPart> | null, fromOn: string | null, untilOn: string | null, noticeMinutes: number, skill: string | null, payer: string | null, note: string | null, referralSource: ReferralSource | null, createdAt: string, endedAt: string | null, waitingDays: number, client: { id: string, name: string, phone: string | null, email: string | null }, type: { id: string, name: string, hue: number, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number }, therapists: Array<{ id: string, name: string }> | null, appointment: { id: string, startsAt: string, therapist: { name: string } } | null, bookedAppointment: { id: string, startsAt: string } | null, score: { total: number, overriddenBy: string | null, overrideReason: string | null, parts: Array<{ name: string, points: number, why: string }> } } }
   };

export type LeaveWaitlistMutationVariables = Exact<{
  input: LeaveWaitlistInput;
}>;


export type LeaveWaitlistMutation = { leaveWaitlist:
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
    | { __typename: 'WaitlistLeft', entry: { id: string } }
   };

export type SetWaitlistScoreMutationVariables = Exact<{
  input: SetWaitlistScoreInput;
}>;


export type SetWaitlistScoreMutation = { setWaitlistScore:
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
    | { __typename: 'WaitlistScoreSet', entry: { id: string, version: number, status: WaitlistStatus, source: WaitlistSource, urgency: WaitlistUrgency, days: Array<number> | null, parts: Array<DayPart> | null, fromOn: string | null, untilOn: string | null, noticeMinutes: number, skill: string | null, payer: string | null, note: string | null, referralSource: ReferralSource | null, createdAt: string, endedAt: string | null, waitingDays: number, client: { id: string, name: string, phone: string | null, email: string | null }, type: { id: string, name: string, hue: number, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number }, therapists: Array<{ id: string, name: string }> | null, appointment: { id: string, startsAt: string, therapist: { name: string } } | null, bookedAppointment: { id: string, startsAt: string } | null, score: { total: number, overriddenBy: string | null, overrideReason: string | null, parts: Array<{ name: string, points: number, why: string }> } } }
   };

export type OfferSlotMutationVariables = Exact<{
  input: OfferSlotInput;
}>;


export type OfferSlotMutation = { offerSlot:
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
    | { __typename: 'SlotOffered', offer: { id: string, version: number, status: WaitlistOfferStatus, offeredAt: string, offeredBy: string, expiresAt: string, decidedAt: string | null, decidedBy: string | null, chainLink: number, slot: { startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }, entry: { id: string, client: { id: string, name: string }, type: { id: string, name: string, hue: number } } } }
   };

export type WithdrawOfferMutationVariables = Exact<{
  input: DecideOfferInput;
}>;


export type WithdrawOfferMutation = { withdrawOffer:
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
    | { __typename: 'OfferWithdrawn', offer: { id: string } }
   };

export type AcceptOfferMutationVariables = Exact<{
  input: DecideOfferInput;
}>;


export type AcceptOfferMutation = { acceptOffer:
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
    | { __typename: 'OfferAccepted', offer: { id: string } }
   };

export type DeclineOfferMutationVariables = Exact<{
  input: DecideOfferInput;
}>;


export type DeclineOfferMutation = { declineOffer:
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
    | { __typename: 'OfferDeclined', offer: { id: string } }
   };

export type CloseFreedSlotMutationVariables = Exact<{
  input: CloseFreedSlotInput;
}>;


export type CloseFreedSlotMutation = { closeFreedSlot:
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
    | { __typename: 'FreedSlotClosed', freedSlot: { id: string } }
   };

export type BookFromWaitlistMutationVariables = Exact<{
  input: BookFromWaitlistInput;
}>;


export type BookFromWaitlistMutation = { bookFromWaitlist:
    | { __typename: 'BookedFromWaitlist', appointment: { __typename: 'Appointment', id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, bufferBeforeMinutes: number, bufferAfterMinutes: number, overbooked: boolean, overriddenRules: Array<BookingProblemCode>, confirmedAt: string | null, originalStartsAt: string | null, notes: string | null, client: { id: string, name: string }, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string, hue: number }, mark: { version: number, state: MarkState | null, reply: Reply | null, repliedAt: string | null, lateMinutes: number | null, unread: number } }, entry: { id: string, version: number } }
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
   };

export type UndoBookFromWaitlistMutationVariables = Exact<{
  input: UndoBookFromWaitlistInput;
}>;


export type UndoBookFromWaitlistMutation = { undoBookFromWaitlist:
    | { __typename: 'BookFromWaitlistUndone', appointment: { __typename: 'Appointment', id: string, version: number, status: AppointmentStatus, startsAt: string, endsAt: string, bufferBeforeMinutes: number, bufferAfterMinutes: number, overbooked: boolean, overriddenRules: Array<BookingProblemCode>, confirmedAt: string | null, originalStartsAt: string | null, notes: string | null, client: { id: string, name: string }, therapist: { id: string }, room: { id: string } | null, type: { id: string, name: string, hue: number }, mark: { version: number, state: MarkState | null, reply: Reply | null, repliedAt: string | null, lateMinutes: number | null, unread: number } } }
    | { __typename: 'BookingRefused', problems: Array<{ code: BookingProblemCode, message: string, path: Array<string> | null, overridable: boolean }>, alternatives: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> }
   };

export type WaitlistPolicyRecordFragment = { version: number, mode: WaitlistMode, together: number, longestMinutes: number, shortestMinutes: number, offersADay: number, notWithinMinutes: number, longestChain: number, leaveFrom: string | null, leaveUntil: string | null };

export type WaitlistPolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitlistPolicyQuery = { waitlistPolicy: { version: number, mode: WaitlistMode, together: number, longestMinutes: number, shortestMinutes: number, offersADay: number, notWithinMinutes: number, longestChain: number, leaveFrom: string | null, leaveUntil: string | null } };

export type UpdateWaitlistPolicyMutationVariables = Exact<{
  input: UpdateWaitlistPolicyInput;
}>;


export type UpdateWaitlistPolicyMutation = { updateWaitlistPolicy:
    | { __typename: 'RecordRefused', problems: Array<{ code: RecordProblemCode, message: string, path: Array<string> | null }> }
    | { __typename: 'WaitlistPolicyUpdated', policy: { version: number, mode: WaitlistMode, together: number, longestMinutes: number, shortestMinutes: number, offersADay: number, notWithinMinutes: number, longestChain: number, leaveFrom: string | null, leaveUntil: string | null } }
   };

export type WaitlistScorePartsFragment = { total: number, overriddenBy: string | null, overrideReason: string | null, parts: Array<{ name: string, points: number, why: string }> };

export type WaitlistLineFragment = { id: string, version: number, status: WaitlistStatus, source: WaitlistSource, urgency: WaitlistUrgency, days: Array<number> | null, parts: Array<DayPart> | null, fromOn: string | null, untilOn: string | null, noticeMinutes: number, skill: string | null, payer: string | null, note: string | null, referralSource: ReferralSource | null, createdAt: string, endedAt: string | null, waitingDays: number, client: { id: string, name: string, phone: string | null, email: string | null }, type: { id: string, name: string, hue: number, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number }, therapists: Array<{ id: string, name: string }> | null, appointment: { id: string, startsAt: string, therapist: { name: string } } | null, bookedAppointment: { id: string, startsAt: string } | null, score: { total: number, overriddenBy: string | null, overrideReason: string | null, parts: Array<{ name: string, points: number, why: string }> } };

export type OfferLineFragment = { id: string, version: number, status: WaitlistOfferStatus, offeredAt: string, offeredBy: string, expiresAt: string, decidedAt: string | null, decidedBy: string | null, chainLink: number, slot: { startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }, entry: { id: string, client: { id: string, name: string }, type: { id: string, name: string, hue: number } } };

export type CandidateLineFragment = { fits: boolean, reasons: Array<string>, score: { total: number }, entry: { id: string, version: number, status: WaitlistStatus, source: WaitlistSource, urgency: WaitlistUrgency, days: Array<number> | null, parts: Array<DayPart> | null, fromOn: string | null, untilOn: string | null, noticeMinutes: number, skill: string | null, payer: string | null, note: string | null, referralSource: ReferralSource | null, createdAt: string, endedAt: string | null, waitingDays: number, offers: Array<{ id: string, status: WaitlistOfferStatus, expiresAt: string, slot: { startsAt: string, endsAt: string, therapist: { id: string, name: string } } }>, client: { id: string, name: string, phone: string | null, email: string | null }, type: { id: string, name: string, hue: number, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number }, therapists: Array<{ id: string, name: string }> | null, appointment: { id: string, startsAt: string, therapist: { name: string } } | null, bookedAppointment: { id: string, startsAt: string } | null, score: { total: number, overriddenBy: string | null, overrideReason: string | null, parts: Array<{ name: string, points: number, why: string }> } } };

export type FreedLineFragment = { id: string, version: number, cause: FreedSlotCause, status: FreedSlotStatus, notBefore: string | null, createdAt: string, endedAt: string | null, chainLink: number, slot: { startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null } };

export type WaitlistQueryVariables = Exact<{
  filter?: WaitlistFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type WaitlistQuery = { waitlist: { nodes: Array<{ id: string, version: number, status: WaitlistStatus, source: WaitlistSource, urgency: WaitlistUrgency, days: Array<number> | null, parts: Array<DayPart> | null, fromOn: string | null, untilOn: string | null, noticeMinutes: number, skill: string | null, payer: string | null, note: string | null, referralSource: ReferralSource | null, createdAt: string, endedAt: string | null, waitingDays: number, client: { id: string, name: string, phone: string | null, email: string | null }, type: { id: string, name: string, hue: number, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number }, therapists: Array<{ id: string, name: string }> | null, appointment: { id: string, startsAt: string, therapist: { name: string } } | null, bookedAppointment: { id: string, startsAt: string } | null, score: { total: number, overriddenBy: string | null, overrideReason: string | null, parts: Array<{ name: string, points: number, why: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WaitlistEntryQueryVariables = Exact<{
  id: string | number;
}>;


export type WaitlistEntryQuery = { waitlistEntry: { id: string, version: number, status: WaitlistStatus, source: WaitlistSource, urgency: WaitlistUrgency, days: Array<number> | null, parts: Array<DayPart> | null, fromOn: string | null, untilOn: string | null, noticeMinutes: number, skill: string | null, payer: string | null, note: string | null, referralSource: ReferralSource | null, createdAt: string, endedAt: string | null, waitingDays: number, offers: Array<{ id: string, version: number, status: WaitlistOfferStatus, offeredAt: string, offeredBy: string, expiresAt: string, decidedAt: string | null, decidedBy: string | null, chainLink: number, slot: { startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }, entry: { id: string, client: { id: string, name: string }, type: { id: string, name: string, hue: number } } }>, client: { id: string, name: string, phone: string | null, email: string | null }, type: { id: string, name: string, hue: number, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number }, therapists: Array<{ id: string, name: string }> | null, appointment: { id: string, startsAt: string, therapist: { name: string } } | null, bookedAppointment: { id: string, startsAt: string } | null, score: { total: number, overriddenBy: string | null, overrideReason: string | null, parts: Array<{ name: string, points: number, why: string }> } } | null };

export type FreedSlotsQueryVariables = Exact<{
  status?: Array<FreedSlotStatus> | FreedSlotStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
  candidates: number;
}>;


export type FreedSlotsQuery = { freedSlots: { nodes: Array<{ id: string, version: number, cause: FreedSlotCause, status: FreedSlotStatus, notBefore: string | null, createdAt: string, endedAt: string | null, chainLink: number, candidates: Array<{ fits: boolean, reasons: Array<string>, score: { total: number }, entry: { id: string, version: number, status: WaitlistStatus, source: WaitlistSource, urgency: WaitlistUrgency, days: Array<number> | null, parts: Array<DayPart> | null, fromOn: string | null, untilOn: string | null, noticeMinutes: number, skill: string | null, payer: string | null, note: string | null, referralSource: ReferralSource | null, createdAt: string, endedAt: string | null, waitingDays: number, offers: Array<{ id: string, status: WaitlistOfferStatus, expiresAt: string, slot: { startsAt: string, endsAt: string, therapist: { id: string, name: string } } }>, client: { id: string, name: string, phone: string | null, email: string | null }, type: { id: string, name: string, hue: number, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number }, therapists: Array<{ id: string, name: string }> | null, appointment: { id: string, startsAt: string, therapist: { name: string } } | null, bookedAppointment: { id: string, startsAt: string } | null, score: { total: number, overriddenBy: string | null, overrideReason: string | null, parts: Array<{ name: string, points: number, why: string }> } } }>, slot: { startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WaitlistOffersQueryVariables = Exact<{
  status?: Array<WaitlistOfferStatus> | WaitlistOfferStatus | null | undefined;
  from?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type WaitlistOffersQuery = { waitlistOffers: { nodes: Array<{ id: string, version: number, status: WaitlistOfferStatus, offeredAt: string, offeredBy: string, expiresAt: string, decidedAt: string | null, decidedBy: string | null, chainLink: number, slot: { startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }, entry: { id: string, client: { id: string, name: string }, type: { id: string, name: string, hue: number } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WaitlistFiguresQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type WaitlistFiguresQuery = { waitlistFigures: { entries: number, offered: number, open: number, accepted: number, declined: number, expired: number, withdrawn: number, conversion: number | null, medianMinutesToFill: number | null } };

export type WaitingForQueryVariables = Exact<{
  therapistId: string | number;
  roomId?: string | number | null | undefined;
  startsAt: string;
  endsAt: string;
  first: number;
}>;


export type WaitingForQuery = { waitingFor: Array<{ fits: boolean, reasons: Array<string>, score: { total: number }, entry: { id: string, version: number, status: WaitlistStatus, source: WaitlistSource, urgency: WaitlistUrgency, days: Array<number> | null, parts: Array<DayPart> | null, fromOn: string | null, untilOn: string | null, noticeMinutes: number, skill: string | null, payer: string | null, note: string | null, referralSource: ReferralSource | null, createdAt: string, endedAt: string | null, waitingDays: number, offers: Array<{ id: string, status: WaitlistOfferStatus, expiresAt: string, slot: { startsAt: string, endsAt: string, therapist: { id: string, name: string } } }>, client: { id: string, name: string, phone: string | null, email: string | null }, type: { id: string, name: string, hue: number, minutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number }, therapists: Array<{ id: string, name: string }> | null, appointment: { id: string, startsAt: string, therapist: { name: string } } | null, bookedAppointment: { id: string, startsAt: string } | null, score: { total: number, overriddenBy: string | null, overrideReason: string | null, parts: Array<{ name: string, points: number, why: string }> } } }> };

export type FittingSlotsQueryVariables = Exact<{
  entryId: string | number;
  from: string;
  to: string;
  first: number;
}>;


export type FittingSlotsQuery = { fittingSlots: Array<{ startsAt: string, endsAt: string, therapist: { id: string, name: string }, room: { id: string, name: string } | null }> };

export type WaitlistChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitlistChoicesQuery = { resources: Array<
    | { __typename: 'Room', id: string, kind: ResourceKind, name: string, active: boolean }
    | { __typename: 'Therapist', skills: Array<string>, id: string, kind: ResourceKind, name: string, active: boolean }
  >, appointmentTypes: Array<{ id: string, name: string, minutes: number }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AppointmentCardFragmentDoc = new TypedDocumentString(`
    fragment AppointmentCard on Appointment {
  __typename
  id
  version
  status
  startsAt
  endsAt
  client {
    id
    name
  }
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
    hue
  }
  bufferBeforeMinutes
  bufferAfterMinutes
  overbooked
  overriddenRules
  confirmedAt
  originalStartsAt
  notes
  mark {
    version
    state
    reply
    repliedAt
    lateMinutes
    unread
  }
}
    `, {"fragmentName":"AppointmentCard"}) as unknown as TypedDocumentString<AppointmentCardFragment, unknown>;
export const SeriesLineFragmentDoc = new TypedDocumentString(`
    fragment SeriesLine on SeriesOccurrence {
  originalStartsAt
  startsAt
  endsAt
  outcome
  problems {
    code
    message
    path
    overridable
  }
  alternative {
    startsAt
    endsAt
    therapist {
      id
    }
    room {
      id
    }
  }
}
    `, {"fragmentName":"SeriesLine"}) as unknown as TypedDocumentString<SeriesLineFragment, unknown>;
export const AppointmentFullFragmentDoc = new TypedDocumentString(`
    fragment AppointmentFull on Appointment {
  ...AppointmentCard
  client {
    id
    name
    phone
    email
  }
  therapist {
    id
    name
  }
  room {
    id
    name
  }
  series {
    id
    rrule
    zone
    clashes {
      ...SeriesLine
    }
  }
  createdAt
  updatedAt
  overriddenRules
  overrideReason
  cancellation {
    reason
    note
    cancelledAt
    cancelledBy
    late
  }
  onlineBooking {
    name
    answers {
      question
      answer
    }
    consent
    createdAt
  }
}
    fragment AppointmentCard on Appointment {
  __typename
  id
  version
  status
  startsAt
  endsAt
  client {
    id
    name
  }
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
    hue
  }
  bufferBeforeMinutes
  bufferAfterMinutes
  overbooked
  overriddenRules
  confirmedAt
  originalStartsAt
  notes
  mark {
    version
    state
    reply
    repliedAt
    lateMinutes
    unread
  }
}
fragment SeriesLine on SeriesOccurrence {
  originalStartsAt
  startsAt
  endsAt
  outcome
  problems {
    code
    message
    path
    overridable
  }
  alternative {
    startsAt
    endsAt
    therapist {
      id
    }
    room {
      id
    }
  }
}`, {"fragmentName":"AppointmentFull"}) as unknown as TypedDocumentString<AppointmentFullFragment, unknown>;
export const BookingRefusalFragmentDoc = new TypedDocumentString(`
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
    `, {"fragmentName":"BookingRefusal"}) as unknown as TypedDocumentString<BookingRefusalFragment, unknown>;
export const NotedFragmentDoc = new TypedDocumentString(`
    fragment Noted on Attendance {
  id
  registrationId
  memberId
  status
  chargeCents
  notedBy
  notedAt
}
    `, {"fragmentName":"Noted"}) as unknown as TypedDocumentString<NotedFragment, unknown>;
export const BookableTypeFragmentDoc = new TypedDocumentString(`
    fragment BookableType on AppointmentType {
  id
  name
  minutes
  bufferBeforeMinutes
  bufferAfterMinutes
  hue
  needsRoom
}
    `, {"fragmentName":"BookableType"}) as unknown as TypedDocumentString<BookableTypeFragment, unknown>;
export const ClientRecordFragmentDoc = new TypedDocumentString(`
    fragment ClientRecord on Client {
  id
  name
  email
  phone
  zone
  language
  consents
  smsStoppedAt
  referralStatus
  firstSessionAt
  active
  version
}
    `, {"fragmentName":"ClientRecord"}) as unknown as TypedDocumentString<ClientRecordFragment, unknown>;
export const GroupMemberLineFragmentDoc = new TypedDocumentString(`
    fragment GroupMemberLine on GroupMember {
  id
  version
  status
  askedAt
  screenedAt
  screenedBy
  note
  joinedOn
  exitedOn
  exitReason
  chargedCents
  client {
    id
    name
    email
    phone
  }
  attendance {
    id
    status
  }
}
    `, {"fragmentName":"GroupMemberLine"}) as unknown as TypedDocumentString<GroupMemberLineFragment, unknown>;
export const EventLineFragmentDoc = new TypedDocumentString(`
    fragment EventLine on Event {
  id
  version
  kind
  title
  tags
  publishStatus
  registersFor
  capacity
  placesTaken
  rrule
  zone
  nextSession {
    id
    startsAt
    endsAt
    capacity
    placesTaken
  }
}
    `, {"fragmentName":"EventLine"}) as unknown as TypedDocumentString<EventLineFragment, unknown>;
export const PictureFragmentDoc = new TypedDocumentString(`
    fragment Picture on Image {
  id
  url
  width
  height
  alt
}
    `, {"fragmentName":"Picture"}) as unknown as TypedDocumentString<PictureFragment, unknown>;
export const EventRecordFragmentDoc = new TypedDocumentString(`
    fragment EventRecord on Event {
  ...EventLine
  description
  descriptionHtml
  slug
  oldSlugs
  image {
    ...Picture
  }
  admission
  isOpen
  priceCents
  onlineUrl
  startsAt
  minutes
  until
  excepted
  newSessions
  filling
  waitlisted
  url
  updatedAt
  facilitators {
    id
    name
  }
  room {
    id
    name
  }
  clashes {
    originalStartsAt
    endsAt
    problems {
      message
    }
  }
}
    fragment EventLine on Event {
  id
  version
  kind
  title
  tags
  publishStatus
  registersFor
  capacity
  placesTaken
  rrule
  zone
  nextSession {
    id
    startsAt
    endsAt
    capacity
    placesTaken
  }
}
fragment Picture on Image {
  id
  url
  width
  height
  alt
}`, {"fragmentName":"EventRecord"}) as unknown as TypedDocumentString<EventRecordFragment, unknown>;
export const EventRefusalFragmentDoc = new TypedDocumentString(`
    fragment EventRefusal on EventRefused {
  __typename
  problems {
    code
    message
    path
  }
  alternatives {
    startsAt
    endsAt
  }
  sessions {
    startsAt
    outcome
    problems {
      code
      message
      overridable
    }
  }
}
    `, {"fragmentName":"EventRefusal"}) as unknown as TypedDocumentString<EventRefusalFragment, unknown>;
export const SessionCardFragmentDoc = new TypedDocumentString(`
    fragment SessionCard on Session {
  __typename
  id
  version
  title
  startsAt
  endsAt
  facilitators {
    id
  }
  room {
    id
  }
  capacity
  placesTaken
  placesVersion
  publishStatus
  overriddenRules
  standing: status
  event {
    id
    kind
    rrule
    publishStatus
    facilitators {
      id
    }
  }
}
    `, {"fragmentName":"SessionCard"}) as unknown as TypedDocumentString<SessionCardFragment, unknown>;
export const EventSessionFragmentDoc = new TypedDocumentString(`
    fragment EventSession on Session {
  ...SessionCard
  originalStartsAt
  cancellationNote
  onTimeOff
  waitlisted
}
    fragment SessionCard on Session {
  __typename
  id
  version
  title
  startsAt
  endsAt
  facilitators {
    id
  }
  room {
    id
  }
  capacity
  placesTaken
  placesVersion
  publishStatus
  overriddenRules
  standing: status
  event {
    id
    kind
    rrule
    publishStatus
    facilitators {
      id
    }
  }
}`, {"fragmentName":"EventSession"}) as unknown as TypedDocumentString<EventSessionFragment, unknown>;
export const FeedRecordFragmentDoc = new TypedDocumentString(`
    fragment FeedRecord on Feed {
  id
  version
  kind
  resourceId
  clientId
  subject
  name
  privacy
  includes
  pulledAt
  changesSince
  createdBy
  createdAt
}
    `, {"fragmentName":"FeedRecord"}) as unknown as TypedDocumentString<FeedRecordFragment, unknown>;
export const FoundSlotFragmentDoc = new TypedDocumentString(`
    fragment FoundSlot on Slot {
  startsAt
  endsAt
  therapist {
    id
    name
  }
  room {
    id
    name
  }
}
    `, {"fragmentName":"FoundSlot"}) as unknown as TypedDocumentString<FoundSlotFragment, unknown>;
export const HoldBlockFragmentDoc = new TypedDocumentString(`
    fragment HoldBlock on SlotHold {
  __typename
  id
  version
  startsAt
  endsAt
  expiresAt
  extended
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
  }
  heldBy {
    kind
    name
  }
}
    `, {"fragmentName":"HoldBlock"}) as unknown as TypedDocumentString<HoldBlockFragment, unknown>;
export const ExceptionRecordFragmentDoc = new TypedDocumentString(`
    fragment ExceptionRecord on HoursException {
  id
  on
  kind
  startTime
  endTime
  note
  version
}
    `, {"fragmentName":"ExceptionRecord"}) as unknown as TypedDocumentString<ExceptionRecordFragment, unknown>;
export const TimeOffBlockFragmentDoc = new TypedDocumentString(`
    fragment TimeOffBlock on TimeOff {
  __typename
  id
  version
  resource {
    id
  }
  startsAt
  endsAt
  reason
  timeOffStatus: status
}
    `, {"fragmentName":"TimeOffBlock"}) as unknown as TypedDocumentString<TimeOffBlockFragment, unknown>;
export const StoryMessageFragmentDoc = new TypedDocumentString(`
    fragment StoryMessage on Message {
  id
  kind
  channel
  audience
  recipient
  status
  dueAt
  sentAt
  deliveredAt
  endedAt
  repliedAt
  attempts
  failure
  failureCode
  provider
  appointment {
    id
  }
}
    `, {"fragmentName":"StoryMessage"}) as unknown as TypedDocumentString<StoryMessageFragment, unknown>;
export const TalkedAboutFragmentDoc = new TypedDocumentString(`
    fragment TalkedAbout on Appointment {
  client {
    id
    name
    email
    phone
    consents
    smsStoppedAt
  }
  messages {
    ...StoryMessage
  }
  replies {
    id
    text
    intent
    receivedAt
    answer
  }
  conversation {
    id
    author {
      kind
      name
    }
    text
    writtenAt
    readAt
  }
}
    fragment StoryMessage on Message {
  id
  kind
  channel
  audience
  recipient
  status
  dueAt
  sentAt
  deliveredAt
  endedAt
  repliedAt
  attempts
  failure
  failureCode
  provider
  appointment {
    id
  }
}`, {"fragmentName":"TalkedAbout"}) as unknown as TypedDocumentString<TalkedAboutFragment, unknown>;
export const MessageRowFragmentDoc = new TypedDocumentString(`
    fragment MessageRow on Message {
  id
  kind
  channel
  audience
  recipient
  status
  provider
  dueAt
  sentAt
  endedAt
  reply
  client {
    id
    name
  }
}
    `, {"fragmentName":"MessageRow"}) as unknown as TypedDocumentString<MessageRowFragment, unknown>;
export const StrayTextRowFragmentDoc = new TypedDocumentString(`
    fragment StrayTextRow on StrayText {
  id
  phone
  text
  intent
  receivedAt
  answer
  client {
    id
    name
  }
}
    `, {"fragmentName":"StrayTextRow"}) as unknown as TypedDocumentString<StrayTextRowFragment, unknown>;
export const ExternalCalendarRecordFragmentDoc = new TypedDocumentString(`
    fragment ExternalCalendarRecord on ExternalCalendar {
  id
  version
  therapistId
  name
  host
  busyCount
  readAt
  failedAt
  failure
  nextReadAt
  createdAt
}
    `, {"fragmentName":"ExternalCalendarRecord"}) as unknown as TypedDocumentString<ExternalCalendarRecordFragment, unknown>;
export const PeopleEventFragmentDoc = new TypedDocumentString(`
    fragment PeopleEvent on Event {
  id
  version
  title
  publishStatus
  admission
  registersFor
  isOpen
  capacity
  placesTaken
  waitlisted
  facilitators {
    id
  }
}
    `, {"fragmentName":"PeopleEvent"}) as unknown as TypedDocumentString<PeopleEventFragment, unknown>;
export const PeopleSessionFragmentDoc = new TypedDocumentString(`
    fragment PeopleSession on Session {
  id
  title
  startsAt
  endsAt
  standing: status
  capacity
  placesTaken
  waitlisted
}
    `, {"fragmentName":"PeopleSession"}) as unknown as TypedDocumentString<PeopleSessionFragment, unknown>;
export const RegistrationLineFragmentDoc = new TypedDocumentString(`
    fragment RegistrationLine on Registration {
  id
  version
  name
  email
  phone
  language
  places
  status
  source
  registeredAt
  offerExpiresAt
  passedAt
  cancelledAt
  client {
    id
  }
}
    `, {"fragmentName":"RegistrationLine"}) as unknown as TypedDocumentString<RegistrationLineFragment, unknown>;
export const RegistrationRefusalFragmentDoc = new TypedDocumentString(`
    fragment RegistrationRefusal on RegistrationRefused {
  __typename
  problems {
    code
    message
    path
  }
}
    `, {"fragmentName":"RegistrationRefusal"}) as unknown as TypedDocumentString<RegistrationRefusalFragment, unknown>;
export const ReminderPolicyRecordFragmentDoc = new TypedDocumentString(`
    fragment ReminderPolicyRecord on ReminderPolicy {
  version
  leaveFrom
  leaveUntil
  weekends
  settleSeconds
  moveSettleSeconds
  notices {
    kind
    on
    offsetMinutes
    channels
  }
}
    `, {"fragmentName":"ReminderPolicyRecord"}) as unknown as TypedDocumentString<ReminderPolicyRecordFragment, unknown>;
export const SeriesNotWrittenFragmentDoc = new TypedDocumentString(`
    fragment SeriesNotWritten on SeriesRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  occurrences {
    ...SeriesLine
  }
}
    fragment SeriesLine on SeriesOccurrence {
  originalStartsAt
  startsAt
  endsAt
  outcome
  problems {
    code
    message
    path
    overridable
  }
  alternative {
    startsAt
    endsAt
    therapist {
      id
    }
    room {
      id
    }
  }
}`, {"fragmentName":"SeriesNotWritten"}) as unknown as TypedDocumentString<SeriesNotWrittenFragment, unknown>;
export const ClosureRecordFragmentDoc = new TypedDocumentString(`
    fragment ClosureRecord on Closure {
  id
  name
  startsOn
  endsOn
  startTime
  endTime
  version
}
    `, {"fragmentName":"ClosureRecord"}) as unknown as TypedDocumentString<ClosureRecordFragment, unknown>;
export const BookingSettingsRecordFragmentDoc = new TypedDocumentString(`
    fragment BookingSettingsRecord on BookingSettings {
  version
  open
  therapistIds
  origins
  confirmsEmail
  offersWaitlist
  moveNoticeMinutes
  cancelNoticeMinutes
  policy
  consent
}
    `, {"fragmentName":"BookingSettingsRecord"}) as unknown as TypedDocumentString<BookingSettingsRecordFragment, unknown>;
export const TypeAskedFragmentDoc = new TypedDocumentString(`
    fragment TypeAsked on AppointmentType {
  id
  version
  name
  online
  intakeQuestions {
    id
    label
    kind
    required
    choices
  }
}
    `, {"fragmentName":"TypeAsked"}) as unknown as TypedDocumentString<TypeAskedFragment, unknown>;
export const HoursBlockFragmentDoc = new TypedDocumentString(`
    fragment HoursBlock on WeeklyHours {
  weekday
  startTime
  endTime
  effectiveFrom
  effectiveUntil
  location {
    id
    name
  }
  telehealth
  mostAppointments
}
    `, {"fragmentName":"HoursBlock"}) as unknown as TypedDocumentString<HoursBlockFragment, unknown>;
export const TherapistRecordFragmentDoc = new TypedDocumentString(`
    fragment TherapistRecord on Therapist {
  id
  name
  title
  specialties
  skills
  active
  position
  version
  weeklyHours {
    ...HoursBlock
  }
}
    fragment HoursBlock on WeeklyHours {
  weekday
  startTime
  endTime
  effectiveFrom
  effectiveUntil
  location {
    id
    name
  }
  telehealth
  mostAppointments
}`, {"fragmentName":"TherapistRecord"}) as unknown as TypedDocumentString<TherapistRecordFragment, unknown>;
export const RoomRecordFragmentDoc = new TypedDocumentString(`
    fragment RoomRecord on Room {
  id
  name
  capacity
  features
  location {
    id
    name
  }
  active
  position
  version
  weeklyHours {
    ...HoursBlock
  }
}
    fragment HoursBlock on WeeklyHours {
  weekday
  startTime
  endTime
  effectiveFrom
  effectiveUntil
  location {
    id
    name
  }
  telehealth
  mostAppointments
}`, {"fragmentName":"RoomRecord"}) as unknown as TypedDocumentString<RoomRecordFragment, unknown>;
export const AppointmentTypeRecordFragmentDoc = new TypedDocumentString(`
    fragment AppointmentTypeRecord on AppointmentType {
  id
  name
  category
  minutes
  bufferBeforeMinutes
  bufferAfterMinutes
  hue
  requiredSkills
  needsRoom
  requiredFeatures
  minCapacity
  dailyLimit
  online
  leadMinutes
  horizonDays
  priceCents
  cptCode
  position
  active
  version
}
    `, {"fragmentName":"AppointmentTypeRecord"}) as unknown as TypedDocumentString<AppointmentTypeRecordFragment, unknown>;
export const MemberRecordFragmentDoc = new TypedDocumentString(`
    fragment MemberRecord on Member {
  id
  name
  email
  role
  therapistId
  active
  hasSignedIn
  version
}
    `, {"fragmentName":"MemberRecord"}) as unknown as TypedDocumentString<MemberRecordFragment, unknown>;
export const ApiKeyRecordFragmentDoc = new TypedDocumentString(`
    fragment ApiKeyRecord on ApiKey {
  id
  name
  scopes
  prefix
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}
    `, {"fragmentName":"ApiKeyRecord"}) as unknown as TypedDocumentString<ApiKeyRecordFragment, unknown>;
export const RefusalFragmentDoc = new TypedDocumentString(`
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const LocationRecordFragmentDoc = new TypedDocumentString(`
    fragment LocationRecord on Location {
  id
  name
  address
  active
  version
}
    `, {"fragmentName":"LocationRecord"}) as unknown as TypedDocumentString<LocationRecordFragment, unknown>;
export const MessageTemplateRecordFragmentDoc = new TypedDocumentString(`
    fragment MessageTemplateRecord on MessageTemplate {
  kind
  channel
  language
  subject
  body
  version
  custom
}
    `, {"fragmentName":"MessageTemplateRecord"}) as unknown as TypedDocumentString<MessageTemplateRecordFragment, unknown>;
export const TimeOffRecordFragmentDoc = new TypedDocumentString(`
    fragment TimeOffRecord on TimeOff {
  __typename
  id
  version
  resource {
    __typename
    id
    name
  }
  startsAt
  endsAt
  reason
  status
  note
  coverTherapist {
    id
    name
  }
  requestedBy
  decidedBy
  decidedAt
  decisionNote
}
    `, {"fragmentName":"TimeOffRecord"}) as unknown as TypedDocumentString<TimeOffRecordFragment, unknown>;
export const PlanSlotFragmentDoc = new TypedDocumentString(`
    fragment PlanSlot on Slot {
  startsAt
  endsAt
  therapist {
    id
    name
  }
  room {
    id
    name
  }
}
    `, {"fragmentName":"PlanSlot"}) as unknown as TypedDocumentString<PlanSlotFragment, unknown>;
export const PlanStepFragmentDoc = new TypedDocumentString(`
    fragment PlanStep on PlannedStep {
  appointment {
    id
    version
    status
    startsAt
    endsAt
    client {
      id
      name
      phone
    }
    therapist {
      id
      name
    }
    room {
      id
      name
    }
    type {
      id
      name
      hue
    }
  }
  kind
  slot {
    ...PlanSlot
  }
  choices {
    ...PlanSlot
  }
  why
}
    fragment PlanSlot on Slot {
  startsAt
  endsAt
  therapist {
    id
    name
  }
  room {
    id
    name
  }
}`, {"fragmentName":"PlanStep"}) as unknown as TypedDocumentString<PlanStepFragment, unknown>;
export const TimeOffRefusalFragmentDoc = new TypedDocumentString(`
    fragment TimeOffRefusal on TimeOffRefused {
  __typename
  problems {
    code
    message
    path
    appointment {
      id
    }
  }
}
    `, {"fragmentName":"TimeOffRefusal"}) as unknown as TypedDocumentString<TimeOffRefusalFragment, unknown>;
export const WaitlistRefusalFragmentDoc = new TypedDocumentString(`
    fragment WaitlistRefusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}
    `, {"fragmentName":"WaitlistRefusal"}) as unknown as TypedDocumentString<WaitlistRefusalFragment, unknown>;
export const WaitlistPolicyRecordFragmentDoc = new TypedDocumentString(`
    fragment WaitlistPolicyRecord on WaitlistPolicy {
  version
  mode
  together
  longestMinutes
  shortestMinutes
  offersADay
  notWithinMinutes
  longestChain
  leaveFrom
  leaveUntil
}
    `, {"fragmentName":"WaitlistPolicyRecord"}) as unknown as TypedDocumentString<WaitlistPolicyRecordFragment, unknown>;
export const OfferLineFragmentDoc = new TypedDocumentString(`
    fragment OfferLine on WaitlistOffer {
  id
  version
  status
  offeredAt
  offeredBy
  expiresAt
  decidedAt
  decidedBy
  chainLink
  slot {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
  entry {
    id
    client {
      id
      name
    }
    type {
      id
      name
      hue
    }
  }
}
    `, {"fragmentName":"OfferLine"}) as unknown as TypedDocumentString<OfferLineFragment, unknown>;
export const WaitlistScorePartsFragmentDoc = new TypedDocumentString(`
    fragment WaitlistScoreParts on WaitlistScore {
  total
  overriddenBy
  overrideReason
  parts {
    name
    points
    why
  }
}
    `, {"fragmentName":"WaitlistScoreParts"}) as unknown as TypedDocumentString<WaitlistScorePartsFragment, unknown>;
export const WaitlistLineFragmentDoc = new TypedDocumentString(`
    fragment WaitlistLine on WaitlistEntry {
  id
  version
  status
  source
  urgency
  days
  parts
  fromOn
  untilOn
  noticeMinutes
  skill
  payer
  note
  referralSource
  createdAt
  endedAt
  waitingDays
  client {
    id
    name
    phone
    email
  }
  type {
    id
    name
    hue
    minutes
    bufferBeforeMinutes
    bufferAfterMinutes
  }
  therapists {
    id
    name
  }
  appointment {
    id
    startsAt
    therapist {
      name
    }
  }
  bookedAppointment {
    id
    startsAt
  }
  score {
    ...WaitlistScoreParts
  }
}
    fragment WaitlistScoreParts on WaitlistScore {
  total
  overriddenBy
  overrideReason
  parts {
    name
    points
    why
  }
}`, {"fragmentName":"WaitlistLine"}) as unknown as TypedDocumentString<WaitlistLineFragment, unknown>;
export const CandidateLineFragmentDoc = new TypedDocumentString(`
    fragment CandidateLine on WaitlistCandidate {
  fits
  reasons
  score {
    total
  }
  entry {
    ...WaitlistLine
    offers {
      id
      status
      expiresAt
      slot {
        startsAt
        endsAt
        therapist {
          id
          name
        }
      }
    }
  }
}
    fragment WaitlistScoreParts on WaitlistScore {
  total
  overriddenBy
  overrideReason
  parts {
    name
    points
    why
  }
}
fragment WaitlistLine on WaitlistEntry {
  id
  version
  status
  source
  urgency
  days
  parts
  fromOn
  untilOn
  noticeMinutes
  skill
  payer
  note
  referralSource
  createdAt
  endedAt
  waitingDays
  client {
    id
    name
    phone
    email
  }
  type {
    id
    name
    hue
    minutes
    bufferBeforeMinutes
    bufferAfterMinutes
  }
  therapists {
    id
    name
  }
  appointment {
    id
    startsAt
    therapist {
      name
    }
  }
  bookedAppointment {
    id
    startsAt
  }
  score {
    ...WaitlistScoreParts
  }
}`, {"fragmentName":"CandidateLine"}) as unknown as TypedDocumentString<CandidateLineFragment, unknown>;
export const FreedLineFragmentDoc = new TypedDocumentString(`
    fragment FreedLine on FreedSlot {
  id
  version
  cause
  status
  notBefore
  createdAt
  endedAt
  chainLink
  slot {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
    `, {"fragmentName":"FreedLine"}) as unknown as TypedDocumentString<FreedLineFragment, unknown>;
export const AppointmentDetailsDocument = new TypedDocumentString(`
    query AppointmentDetails($id: ID!) {
  appointment(id: $id) {
    ...AppointmentFull
    ...TalkedAbout
  }
}
    fragment AppointmentFull on Appointment {
  ...AppointmentCard
  client {
    id
    name
    phone
    email
  }
  therapist {
    id
    name
  }
  room {
    id
    name
  }
  series {
    id
    rrule
    zone
    clashes {
      ...SeriesLine
    }
  }
  createdAt
  updatedAt
  overriddenRules
  overrideReason
  cancellation {
    reason
    note
    cancelledAt
    cancelledBy
    late
  }
  onlineBooking {
    name
    answers {
      question
      answer
    }
    consent
    createdAt
  }
}
fragment AppointmentCard on Appointment {
  __typename
  id
  version
  status
  startsAt
  endsAt
  client {
    id
    name
  }
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
    hue
  }
  bufferBeforeMinutes
  bufferAfterMinutes
  overbooked
  overriddenRules
  confirmedAt
  originalStartsAt
  notes
  mark {
    version
    state
    reply
    repliedAt
    lateMinutes
    unread
  }
}
fragment TalkedAbout on Appointment {
  client {
    id
    name
    email
    phone
    consents
    smsStoppedAt
  }
  messages {
    ...StoryMessage
  }
  replies {
    id
    text
    intent
    receivedAt
    answer
  }
  conversation {
    id
    author {
      kind
      name
    }
    text
    writtenAt
    readAt
  }
}
fragment StoryMessage on Message {
  id
  kind
  channel
  audience
  recipient
  status
  dueAt
  sentAt
  deliveredAt
  endedAt
  repliedAt
  attempts
  failure
  failureCode
  provider
  appointment {
    id
  }
}
fragment SeriesLine on SeriesOccurrence {
  originalStartsAt
  startsAt
  endsAt
  outcome
  problems {
    code
    message
    path
    overridable
  }
  alternative {
    startsAt
    endsAt
    therapist {
      id
    }
    room {
      id
    }
  }
}`) as unknown as TypedDocumentString<AppointmentDetailsQuery, AppointmentDetailsQueryVariables>;
export const MoveAppointmentDocument = new TypedDocumentString(`
    mutation MoveAppointment($input: MoveAppointmentInput!) {
  moveAppointment(input: $input) {
    ... on AppointmentMoved {
      __typename
      appointment {
        ...AppointmentCard
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
fragment AppointmentCard on Appointment {
  __typename
  id
  version
  status
  startsAt
  endsAt
  client {
    id
    name
  }
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
    hue
  }
  bufferBeforeMinutes
  bufferAfterMinutes
  overbooked
  overriddenRules
  confirmedAt
  originalStartsAt
  notes
  mark {
    version
    state
    reply
    repliedAt
    lateMinutes
    unread
  }
}`) as unknown as TypedDocumentString<MoveAppointmentMutation, MoveAppointmentMutationVariables>;
export const SetAppointmentStatusDocument = new TypedDocumentString(`
    mutation SetAppointmentStatus($input: SetAppointmentStatusInput!) {
  setAppointmentStatus(input: $input) {
    ... on AppointmentStatusSet {
      __typename
      appointment {
        ...AppointmentCard
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
fragment AppointmentCard on Appointment {
  __typename
  id
  version
  status
  startsAt
  endsAt
  client {
    id
    name
  }
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
    hue
  }
  bufferBeforeMinutes
  bufferAfterMinutes
  overbooked
  overriddenRules
  confirmedAt
  originalStartsAt
  notes
  mark {
    version
    state
    reply
    repliedAt
    lateMinutes
    unread
  }
}`) as unknown as TypedDocumentString<SetAppointmentStatusMutation, SetAppointmentStatusMutationVariables>;
export const CancelAppointmentDocument = new TypedDocumentString(`
    mutation CancelAppointment($input: CancelAppointmentInput!) {
  cancelAppointment(input: $input) {
    ... on AppointmentCancelled {
      __typename
      appointment {
        ...AppointmentCard
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
fragment AppointmentCard on Appointment {
  __typename
  id
  version
  status
  startsAt
  endsAt
  client {
    id
    name
  }
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
    hue
  }
  bufferBeforeMinutes
  bufferAfterMinutes
  overbooked
  overriddenRules
  confirmedAt
  originalStartsAt
  notes
  mark {
    version
    state
    reply
    repliedAt
    lateMinutes
    unread
  }
}`) as unknown as TypedDocumentString<CancelAppointmentMutation, CancelAppointmentMutationVariables>;
export const AttendanceSheetDocument = new TypedDocumentString(`
    query AttendanceSheet($id: ID!) {
  session(id: $id) {
    id
    title
    startsAt
    endsAt
    standing: status
    facilitators {
      id
      name
    }
    room {
      id
      name
    }
    event {
      id
      title
      admission
      priceCents
      facilitators {
        id
      }
    }
    roster {
      registrationId
      memberId
      name
      places
      attendance {
        ...Noted
      }
    }
  }
}
    fragment Noted on Attendance {
  id
  registrationId
  memberId
  status
  chargeCents
  notedBy
  notedAt
}`) as unknown as TypedDocumentString<AttendanceSheetQuery, AttendanceSheetQueryVariables>;
export const RecordAttendanceDocument = new TypedDocumentString(`
    mutation RecordAttendance($input: RecordAttendanceInput!) {
  recordAttendance(input: $input) {
    ... on AttendanceRecorded {
      __typename
      attendance {
        ...Noted
      }
    }
    ...RegistrationRefusal
  }
}
    fragment Noted on Attendance {
  id
  registrationId
  memberId
  status
  chargeCents
  notedBy
  notedAt
}
fragment RegistrationRefusal on RegistrationRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<RecordAttendanceMutation, RecordAttendanceMutationVariables>;
export const BookAppointmentDocument = new TypedDocumentString(`
    mutation BookAppointment($input: BookAppointmentInput!) {
  bookAppointment(input: $input) {
    ... on AppointmentBooked {
      __typename
      appointment {
        ...AppointmentCard
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
fragment AppointmentCard on Appointment {
  __typename
  id
  version
  status
  startsAt
  endsAt
  client {
    id
    name
  }
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
    hue
  }
  bufferBeforeMinutes
  bufferAfterMinutes
  overbooked
  overriddenRules
  confirmedAt
  originalStartsAt
  notes
  mark {
    version
    state
    reply
    repliedAt
    lateMinutes
    unread
  }
}`) as unknown as TypedDocumentString<BookAppointmentMutation, BookAppointmentMutationVariables>;
export const CalendarDayDocument = new TypedDocumentString(`
    query CalendarDay($from: DateTime!, $to: DateTime!) {
  clinic {
    id
    zone
    stepMinutes
    allowsOverbooking
    staffHoldMinutes
  }
  resources {
    __typename
    id
    kind
    name
    active
    ... on Therapist {
      title
      specialties
    }
    ... on Room {
      capacity
    }
  }
  appointmentTypes(activeOnly: true) {
    ...BookableType
  }
  calendar(from: $from, to: $to) {
    cursor
    appointments {
      ...AppointmentCard
    }
    sessions {
      ...SessionCard
    }
    holds {
      ...HoldBlock
    }
    openHours {
      resourceId
      startsAt
      endsAt
    }
    closures {
      name
      startsAt
      endsAt
    }
    timeOff {
      ...TimeOffBlock
    }
    externalBusy {
      therapistId
      startsAt
      endsAt
    }
  }
}
    fragment BookableType on AppointmentType {
  id
  name
  minutes
  bufferBeforeMinutes
  bufferAfterMinutes
  hue
  needsRoom
}
fragment HoldBlock on SlotHold {
  __typename
  id
  version
  startsAt
  endsAt
  expiresAt
  extended
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
  }
  heldBy {
    kind
    name
  }
}
fragment AppointmentCard on Appointment {
  __typename
  id
  version
  status
  startsAt
  endsAt
  client {
    id
    name
  }
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
    hue
  }
  bufferBeforeMinutes
  bufferAfterMinutes
  overbooked
  overriddenRules
  confirmedAt
  originalStartsAt
  notes
  mark {
    version
    state
    reply
    repliedAt
    lateMinutes
    unread
  }
}
fragment SessionCard on Session {
  __typename
  id
  version
  title
  startsAt
  endsAt
  facilitators {
    id
  }
  room {
    id
  }
  capacity
  placesTaken
  placesVersion
  publishStatus
  overriddenRules
  standing: status
  event {
    id
    kind
    rrule
    publishStatus
    facilitators {
      id
    }
  }
}
fragment TimeOffBlock on TimeOff {
  __typename
  id
  version
  resource {
    id
  }
  startsAt
  endsAt
  reason
  timeOffStatus: status
}`) as unknown as TypedDocumentString<CalendarDayQuery, CalendarDayQueryVariables>;
export const ClientsDocument = new TypedDocumentString(`
    query Clients($search: String, $first: Int!, $after: String, $activeOnly: Boolean) {
  clients(search: $search, first: $first, after: $after, activeOnly: $activeOnly) {
    nodes {
      ...ClientRecord
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ClientRecord on Client {
  id
  name
  email
  phone
  zone
  language
  consents
  smsStoppedAt
  referralStatus
  firstSessionAt
  active
  version
}`) as unknown as TypedDocumentString<ClientsQuery, ClientsQueryVariables>;
export const ClientDocument = new TypedDocumentString(`
    query Client($id: ID!) {
  client(id: $id) {
    ...ClientRecord
  }
}
    fragment ClientRecord on Client {
  id
  name
  email
  phone
  zone
  language
  consents
  smsStoppedAt
  referralStatus
  firstSessionAt
  active
  version
}`) as unknown as TypedDocumentString<ClientQuery, ClientQueryVariables>;
export const ClientAppointmentsDocument = new TypedDocumentString(`
    query ClientAppointments($id: ID!, $first: Int!, $after: String) {
  client(id: $id) {
    id
    appointments(first: $first, after: $after) {
      nodes {
        id
        status
        startsAt
        endsAt
        therapist {
          id
          name
        }
        room {
          id
          name
        }
        type {
          id
          name
          hue
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClientAppointmentsQuery, ClientAppointmentsQueryVariables>;
export const CreateClientDocument = new TypedDocumentString(`
    mutation CreateClient($input: CreateClientInput!) {
  createClient(input: $input) {
    ... on ClientSaved {
      __typename
      client {
        ...ClientRecord
      }
    }
    ...Refusal
  }
}
    fragment ClientRecord on Client {
  id
  name
  email
  phone
  zone
  language
  consents
  smsStoppedAt
  referralStatus
  firstSessionAt
  active
  version
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<CreateClientMutation, CreateClientMutationVariables>;
export const UpdateClientDocument = new TypedDocumentString(`
    mutation UpdateClient($input: UpdateClientInput!) {
  updateClient(input: $input) {
    ... on ClientSaved {
      __typename
      client {
        ...ClientRecord
      }
    }
    ...Refusal
  }
}
    fragment ClientRecord on Client {
  id
  name
  email
  phone
  zone
  language
  consents
  smsStoppedAt
  referralStatus
  firstSessionAt
  active
  version
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<UpdateClientMutation, UpdateClientMutationVariables>;
export const ArchiveClientDocument = new TypedDocumentString(`
    mutation ArchiveClient($input: ArchiveInput!) {
  archiveClient(input: $input) {
    ... on ClientSaved {
      __typename
      client {
        ...ClientRecord
      }
    }
    ...Refusal
  }
}
    fragment ClientRecord on Client {
  id
  name
  email
  phone
  zone
  language
  consents
  smsStoppedAt
  referralStatus
  firstSessionAt
  active
  version
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<ArchiveClientMutation, ArchiveClientMutationVariables>;
export const EventMembersDocument = new TypedDocumentString(`
    query EventMembers($id: ID!) {
  event(id: $id) {
    id
    members {
      ...GroupMemberLine
    }
  }
}
    fragment GroupMemberLine on GroupMember {
  id
  version
  status
  askedAt
  screenedAt
  screenedBy
  note
  joinedOn
  exitedOn
  exitReason
  chargedCents
  client {
    id
    name
    email
    phone
  }
  attendance {
    id
    status
  }
}`) as unknown as TypedDocumentString<EventMembersQuery, EventMembersQueryVariables>;
export const RequestEnrolmentDocument = new TypedDocumentString(`
    mutation RequestEnrolment($input: RequestEnrolmentInput!) {
  requestEnrolment(input: $input) {
    ... on EnrolmentRequested {
      __typename
      member {
        id
      }
    }
    ...RegistrationRefusal
  }
}
    fragment RegistrationRefusal on RegistrationRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<RequestEnrolmentMutation, RequestEnrolmentMutationVariables>;
export const ScreenGroupMemberDocument = new TypedDocumentString(`
    mutation ScreenGroupMember($input: ScreenGroupMemberInput!) {
  screenGroupMember(input: $input) {
    ... on GroupMemberScreened {
      __typename
      member {
        id
      }
    }
    ...RegistrationRefusal
  }
}
    fragment RegistrationRefusal on RegistrationRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<ScreenGroupMemberMutation, ScreenGroupMemberMutationVariables>;
export const SetGroupMemberStatusDocument = new TypedDocumentString(`
    mutation SetGroupMemberStatus($input: SetGroupMemberStatusInput!) {
  setGroupMemberStatus(input: $input) {
    ... on GroupMemberStatusSet {
      __typename
      member {
        id
      }
    }
    ...RegistrationRefusal
  }
}
    fragment RegistrationRefusal on RegistrationRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<SetGroupMemberStatusMutation, SetGroupMemberStatusMutationVariables>;
export const SessionRosterDocument = new TypedDocumentString(`
    query SessionRoster($id: ID!) {
  session(id: $id) {
    id
    roster {
      name
      places
      registrationId
      memberId
    }
  }
}
    `) as unknown as TypedDocumentString<SessionRosterQuery, SessionRosterQueryVariables>;
export const SessionDetailsDocument = new TypedDocumentString(`
    query SessionDetails($id: ID!) {
  session(id: $id) {
    ...SessionCard
    originalStartsAt
    onlineUrl
    cancellationNote
    updatedAt
    facilitators {
      id
      name
    }
    room {
      id
      name
    }
    event {
      id
      title
    }
  }
}
    fragment SessionCard on Session {
  __typename
  id
  version
  title
  startsAt
  endsAt
  facilitators {
    id
  }
  room {
    id
  }
  capacity
  placesTaken
  placesVersion
  publishStatus
  overriddenRules
  standing: status
  event {
    id
    kind
    rrule
    publishStatus
    facilitators {
      id
    }
  }
}`) as unknown as TypedDocumentString<SessionDetailsQuery, SessionDetailsQueryVariables>;
export const MoveSessionDocument = new TypedDocumentString(`
    mutation MoveSession($input: MoveSessionInput!) {
  moveSession(input: $input) {
    ... on SessionMoved {
      __typename
      session {
        ...SessionCard
      }
      sessions {
        id
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
fragment SessionCard on Session {
  __typename
  id
  version
  title
  startsAt
  endsAt
  facilitators {
    id
  }
  room {
    id
  }
  capacity
  placesTaken
  placesVersion
  publishStatus
  overriddenRules
  standing: status
  event {
    id
    kind
    rrule
    publishStatus
    facilitators {
      id
    }
  }
}`) as unknown as TypedDocumentString<MoveSessionMutation, MoveSessionMutationVariables>;
export const CancelSessionDocument = new TypedDocumentString(`
    mutation CancelSession($input: CancelSessionInput!) {
  cancelSession(input: $input) {
    ... on SessionCancelled {
      __typename
      session {
        ...SessionCard
      }
      sessions {
        id
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
fragment SessionCard on Session {
  __typename
  id
  version
  title
  startsAt
  endsAt
  facilitators {
    id
  }
  room {
    id
  }
  capacity
  placesTaken
  placesVersion
  publishStatus
  overriddenRules
  standing: status
  event {
    id
    kind
    rrule
    publishStatus
    facilitators {
      id
    }
  }
}`) as unknown as TypedDocumentString<CancelSessionMutation, CancelSessionMutationVariables>;
export const RestoreSessionDocument = new TypedDocumentString(`
    mutation RestoreSession($input: RestoreSessionInput!) {
  restoreSession(input: $input) {
    ... on SessionRestored {
      __typename
      session {
        ...SessionCard
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
fragment SessionCard on Session {
  __typename
  id
  version
  title
  startsAt
  endsAt
  facilitators {
    id
  }
  room {
    id
  }
  capacity
  placesTaken
  placesVersion
  publishStatus
  overriddenRules
  standing: status
  event {
    id
    kind
    rrule
    publishStatus
    facilitators {
      id
    }
  }
}`) as unknown as TypedDocumentString<RestoreSessionMutation, RestoreSessionMutationVariables>;
export const EventsDocument = new TypedDocumentString(`
    query Events($filter: EventFilter, $first: Int!, $after: String) {
  events(filter: $filter, first: $first, after: $after) {
    nodes {
      ...EventLine
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment EventLine on Event {
  id
  version
  kind
  title
  tags
  publishStatus
  registersFor
  capacity
  placesTaken
  rrule
  zone
  nextSession {
    id
    startsAt
    endsAt
    capacity
    placesTaken
  }
}`) as unknown as TypedDocumentString<EventsQuery, EventsQueryVariables>;
export const EventDocument = new TypedDocumentString(`
    query Event($id: ID!) {
  event(id: $id) {
    ...EventRecord
  }
}
    fragment EventLine on Event {
  id
  version
  kind
  title
  tags
  publishStatus
  registersFor
  capacity
  placesTaken
  rrule
  zone
  nextSession {
    id
    startsAt
    endsAt
    capacity
    placesTaken
  }
}
fragment EventRecord on Event {
  ...EventLine
  description
  descriptionHtml
  slug
  oldSlugs
  image {
    ...Picture
  }
  admission
  isOpen
  priceCents
  onlineUrl
  startsAt
  minutes
  until
  excepted
  newSessions
  filling
  waitlisted
  url
  updatedAt
  facilitators {
    id
    name
  }
  room {
    id
    name
  }
  clashes {
    originalStartsAt
    endsAt
    problems {
      message
    }
  }
}
fragment Picture on Image {
  id
  url
  width
  height
  alt
}`) as unknown as TypedDocumentString<EventQuery, EventQueryVariables>;
export const PublishEventDocument = new TypedDocumentString(`
    mutation PublishEvent($input: PublishEventInput!) {
  publishEvent(input: $input) {
    ... on EventPublished {
      __typename
      event {
        id
      }
    }
    ...EventRefusal
  }
}
    fragment EventRefusal on EventRefused {
  __typename
  problems {
    code
    message
    path
  }
  alternatives {
    startsAt
    endsAt
  }
  sessions {
    startsAt
    outcome
    problems {
      code
      message
      overridable
    }
  }
}`) as unknown as TypedDocumentString<PublishEventMutation, PublishEventMutationVariables>;
export const UnpublishEventDocument = new TypedDocumentString(`
    mutation UnpublishEvent($input: UnpublishEventInput!) {
  unpublishEvent(input: $input) {
    ... on EventUnpublished {
      __typename
      event {
        id
      }
    }
    ...EventRefusal
  }
}
    fragment EventRefusal on EventRefused {
  __typename
  problems {
    code
    message
    path
  }
  alternatives {
    startsAt
    endsAt
  }
  sessions {
    startsAt
    outcome
    problems {
      code
      message
      overridable
    }
  }
}`) as unknown as TypedDocumentString<UnpublishEventMutation, UnpublishEventMutationVariables>;
export const ArchiveEventDocument = new TypedDocumentString(`
    mutation ArchiveEvent($input: ArchiveEventInput!) {
  archiveEvent(input: $input) {
    ... on EventArchived {
      __typename
      event {
        id
      }
    }
    ...EventRefusal
  }
}
    fragment EventRefusal on EventRefused {
  __typename
  problems {
    code
    message
    path
  }
  alternatives {
    startsAt
    endsAt
  }
  sessions {
    startsAt
    outcome
    problems {
      code
      message
      overridable
    }
  }
}`) as unknown as TypedDocumentString<ArchiveEventMutation, ArchiveEventMutationVariables>;
export const CreateEventDocument = new TypedDocumentString(`
    mutation CreateEvent($input: CreateEventInput!) {
  createEvent(input: $input) {
    ... on EventCreated {
      __typename
      event {
        ...EventRecord
      }
    }
    ...EventRefusal
  }
}
    fragment EventLine on Event {
  id
  version
  kind
  title
  tags
  publishStatus
  registersFor
  capacity
  placesTaken
  rrule
  zone
  nextSession {
    id
    startsAt
    endsAt
    capacity
    placesTaken
  }
}
fragment EventRecord on Event {
  ...EventLine
  description
  descriptionHtml
  slug
  oldSlugs
  image {
    ...Picture
  }
  admission
  isOpen
  priceCents
  onlineUrl
  startsAt
  minutes
  until
  excepted
  newSessions
  filling
  waitlisted
  url
  updatedAt
  facilitators {
    id
    name
  }
  room {
    id
    name
  }
  clashes {
    originalStartsAt
    endsAt
    problems {
      message
    }
  }
}
fragment EventRefusal on EventRefused {
  __typename
  problems {
    code
    message
    path
  }
  alternatives {
    startsAt
    endsAt
  }
  sessions {
    startsAt
    outcome
    problems {
      code
      message
      overridable
    }
  }
}
fragment Picture on Image {
  id
  url
  width
  height
  alt
}`) as unknown as TypedDocumentString<CreateEventMutation, CreateEventMutationVariables>;
export const UpdateEventDocument = new TypedDocumentString(`
    mutation UpdateEvent($input: UpdateEventInput!) {
  updateEvent(input: $input) {
    ... on EventUpdated {
      __typename
      event {
        ...EventRecord
      }
    }
    ...EventRefusal
  }
}
    fragment EventLine on Event {
  id
  version
  kind
  title
  tags
  publishStatus
  registersFor
  capacity
  placesTaken
  rrule
  zone
  nextSession {
    id
    startsAt
    endsAt
    capacity
    placesTaken
  }
}
fragment EventRecord on Event {
  ...EventLine
  description
  descriptionHtml
  slug
  oldSlugs
  image {
    ...Picture
  }
  admission
  isOpen
  priceCents
  onlineUrl
  startsAt
  minutes
  until
  excepted
  newSessions
  filling
  waitlisted
  url
  updatedAt
  facilitators {
    id
    name
  }
  room {
    id
    name
  }
  clashes {
    originalStartsAt
    endsAt
    problems {
      message
    }
  }
}
fragment EventRefusal on EventRefused {
  __typename
  problems {
    code
    message
    path
  }
  alternatives {
    startsAt
    endsAt
  }
  sessions {
    startsAt
    outcome
    problems {
      code
      message
      overridable
    }
  }
}
fragment Picture on Image {
  id
  url
  width
  height
  alt
}`) as unknown as TypedDocumentString<UpdateEventMutation, UpdateEventMutationVariables>;
export const EventSessionsDocument = new TypedDocumentString(`
    query EventSessions($id: ID!, $from: DateTime!, $first: Int!, $after: String) {
  event(id: $id) {
    id
    sessions(from: $from, first: $first, after: $after) {
      nodes {
        ...EventSession
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment EventSession on Session {
  ...SessionCard
  originalStartsAt
  cancellationNote
  onTimeOff
  waitlisted
}
fragment SessionCard on Session {
  __typename
  id
  version
  title
  startsAt
  endsAt
  facilitators {
    id
  }
  room {
    id
  }
  capacity
  placesTaken
  placesVersion
  publishStatus
  overriddenRules
  standing: status
  event {
    id
    kind
    rrule
    publishStatus
    facilitators {
      id
    }
  }
}`) as unknown as TypedDocumentString<EventSessionsQuery, EventSessionsQueryVariables>;
export const UpdateEventSessionDocument = new TypedDocumentString(`
    mutation UpdateEventSession($input: UpdateSessionInput!) {
  updateSession(input: $input) {
    ... on SessionUpdated {
      __typename
      session {
        id
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<UpdateEventSessionMutation, UpdateEventSessionMutationVariables>;
export const AddEventSessionDocument = new TypedDocumentString(`
    mutation AddEventSession($input: AddSessionInput!) {
  addSession(input: $input) {
    ... on SessionAdded {
      __typename
      session {
        id
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<AddEventSessionMutation, AddEventSessionMutationVariables>;
export const FeedsDocument = new TypedDocumentString(`
    query Feeds {
  feeds {
    ...FeedRecord
  }
}
    fragment FeedRecord on Feed {
  id
  version
  kind
  resourceId
  clientId
  subject
  name
  privacy
  includes
  pulledAt
  changesSince
  createdBy
  createdAt
}`) as unknown as TypedDocumentString<FeedsQuery, FeedsQueryVariables>;
export const FeedSubjectsDocument = new TypedDocumentString(`
    query FeedSubjects {
  therapists(activeOnly: true) {
    id
    name
  }
  rooms(activeOnly: true) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<FeedSubjectsQuery, FeedSubjectsQueryVariables>;
export const CreateFeedDocument = new TypedDocumentString(`
    mutation CreateFeed($input: CreateFeedInput!) {
  createFeed(input: $input) {
    ... on FeedCreated {
      __typename
      feed {
        ...FeedRecord
      }
      url
    }
    ...Refusal
  }
}
    fragment FeedRecord on Feed {
  id
  version
  kind
  resourceId
  clientId
  subject
  name
  privacy
  includes
  pulledAt
  changesSince
  createdBy
  createdAt
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<CreateFeedMutation, CreateFeedMutationVariables>;
export const UpdateFeedDocument = new TypedDocumentString(`
    mutation UpdateFeed($input: UpdateFeedInput!) {
  updateFeed(input: $input) {
    ... on FeedUpdated {
      __typename
      feed {
        ...FeedRecord
      }
    }
    ...Refusal
  }
}
    fragment FeedRecord on Feed {
  id
  version
  kind
  resourceId
  clientId
  subject
  name
  privacy
  includes
  pulledAt
  changesSince
  createdBy
  createdAt
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<UpdateFeedMutation, UpdateFeedMutationVariables>;
export const RenewFeedDocument = new TypedDocumentString(`
    mutation RenewFeed($input: RenewFeedInput!) {
  renewFeed(input: $input) {
    ... on FeedRenewed {
      __typename
      feed {
        ...FeedRecord
      }
      url
    }
    ...Refusal
  }
}
    fragment FeedRecord on Feed {
  id
  version
  kind
  resourceId
  clientId
  subject
  name
  privacy
  includes
  pulledAt
  changesSince
  createdBy
  createdAt
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<RenewFeedMutation, RenewFeedMutationVariables>;
export const RevokeFeedDocument = new TypedDocumentString(`
    mutation RevokeFeed($input: RevokeFeedInput!) {
  revokeFeed(input: $input) {
    ... on FeedRevoked {
      __typename
      feed {
        ...FeedRecord
      }
    }
    ...Refusal
  }
}
    fragment FeedRecord on Feed {
  id
  version
  kind
  resourceId
  clientId
  subject
  name
  privacy
  includes
  pulledAt
  changesSince
  createdBy
  createdAt
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<RevokeFeedMutation, RevokeFeedMutationVariables>;
export const FindSlotsDocument = new TypedDocumentString(`
    query FindSlots($input: AvailableSlotsInput!) {
  availableSlots(input: $input) {
    slots {
      ...FoundSlot
    }
    reasons {
      code
      message
    }
    nextFit {
      ...FoundSlot
    }
  }
}
    fragment FoundSlot on Slot {
  startsAt
  endsAt
  therapist {
    id
    name
  }
  room {
    id
    name
  }
}`) as unknown as TypedDocumentString<FindSlotsQuery, FindSlotsQueryVariables>;
export const RoomFeaturesDocument = new TypedDocumentString(`
    query RoomFeatures {
  rooms(activeOnly: true) {
    id
    features
  }
}
    `) as unknown as TypedDocumentString<RoomFeaturesQuery, RoomFeaturesQueryVariables>;
export const HoldSlotDocument = new TypedDocumentString(`
    mutation HoldSlot($input: HoldSlotInput!) {
  holdSlot(input: $input) {
    ... on SlotHeld {
      __typename
      token
      hold {
        ...HoldBlock
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
fragment HoldBlock on SlotHold {
  __typename
  id
  version
  startsAt
  endsAt
  expiresAt
  extended
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
  }
  heldBy {
    kind
    name
  }
}`) as unknown as TypedDocumentString<HoldSlotMutation, HoldSlotMutationVariables>;
export const ExtendHoldDocument = new TypedDocumentString(`
    mutation ExtendHold($input: ExtendHoldInput!) {
  extendHold(input: $input) {
    ... on HoldExtended {
      __typename
      hold {
        ...HoldBlock
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
fragment HoldBlock on SlotHold {
  __typename
  id
  version
  startsAt
  endsAt
  expiresAt
  extended
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
  }
  heldBy {
    kind
    name
  }
}`) as unknown as TypedDocumentString<ExtendHoldMutation, ExtendHoldMutationVariables>;
export const ReleaseHoldDocument = new TypedDocumentString(`
    mutation ReleaseHold($input: ReleaseHoldInput!) {
  releaseHold(input: $input) {
    ... on HoldReleased {
      __typename
      hold {
        ...HoldBlock
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
fragment HoldBlock on SlotHold {
  __typename
  id
  version
  startsAt
  endsAt
  expiresAt
  extended
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
  }
  heldBy {
    kind
    name
  }
}`) as unknown as TypedDocumentString<ReleaseHoldMutation, ReleaseHoldMutationVariables>;
export const ConfirmHoldDocument = new TypedDocumentString(`
    mutation ConfirmHold($input: ConfirmHoldInput!) {
  confirmHold(input: $input) {
    ... on AppointmentBooked {
      __typename
      appointment {
        ...AppointmentCard
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
fragment AppointmentCard on Appointment {
  __typename
  id
  version
  status
  startsAt
  endsAt
  client {
    id
    name
  }
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
    hue
  }
  bufferBeforeMinutes
  bufferAfterMinutes
  overbooked
  overriddenRules
  confirmedAt
  originalStartsAt
  notes
  mark {
    version
    state
    reply
    repliedAt
    lateMinutes
    unread
  }
}`) as unknown as TypedDocumentString<ConfirmHoldMutation, ConfirmHoldMutationVariables>;
export const BookedThenDocument = new TypedDocumentString(`
    query BookedThen($from: DateTime!, $to: DateTime!, $resourceIds: [ID!]) {
  calendar(from: $from, to: $to, resourceIds: $resourceIds) {
    appointments {
      id
      status
      startsAt
      endsAt
      client {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BookedThenQuery, BookedThenQueryVariables>;
export const SetHoursExceptionDocument = new TypedDocumentString(`
    mutation SetHoursException($input: SetHoursExceptionInput!) {
  setHoursException(input: $input) {
    ... on HoursExceptionSaved {
      __typename
      hoursException {
        ...ExceptionRecord
      }
    }
    ...Refusal
  }
}
    fragment ExceptionRecord on HoursException {
  id
  on
  kind
  startTime
  endTime
  note
  version
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<SetHoursExceptionMutation, SetHoursExceptionMutationVariables>;
export const RemoveHoursExceptionDocument = new TypedDocumentString(`
    mutation RemoveHoursException($input: RemoveInput!) {
  removeHoursException(input: $input) {
    ... on HoursExceptionRemoved {
      __typename
      hoursException {
        id
      }
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<RemoveHoursExceptionMutation, RemoveHoursExceptionMutationVariables>;
export const HoursDocument = new TypedDocumentString(`
    query Hours($from: LocalDate!, $to: LocalDate!) {
  clinic {
    id
    stepMinutes
  }
  locations(activeOnly: false) {
    id
    name
    active
  }
  resources {
    __typename
    id
    name
    kind
    active
    version
    weeklyHours {
      ...HoursBlock
    }
    hoursExceptions(from: $from, to: $to) {
      ...ExceptionRecord
    }
  }
}
    fragment HoursBlock on WeeklyHours {
  weekday
  startTime
  endTime
  effectiveFrom
  effectiveUntil
  location {
    id
    name
  }
  telehealth
  mostAppointments
}
fragment ExceptionRecord on HoursException {
  id
  on
  kind
  startTime
  endTime
  note
  version
}`) as unknown as TypedDocumentString<HoursQuery, HoursQueryVariables>;
export const SetWeeklyHoursDocument = new TypedDocumentString(`
    mutation SetWeeklyHours($input: SetWeeklyHoursInput!) {
  setWeeklyHours(input: $input) {
    ... on WeeklyHoursSet {
      __typename
      resource {
        id
        version
      }
      outside {
        id
        startsAt
        endsAt
        client {
          id
          name
        }
        therapist {
          id
          name
        }
        room {
          id
          name
        }
      }
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<SetWeeklyHoursMutation, SetWeeklyHoursMutationVariables>;
export const CalendarChangedDocument = new TypedDocumentString(`
    subscription CalendarChanged($from: DateTime!, $to: DateTime!, $resourceIds: [ID!], $after: String) {
  calendarChanged(from: $from, to: $to, resourceIds: $resourceIds, after: $after) {
    cursor
    at
    actor {
      kind
      name
    }
    clientMutationId
    upserted {
      ...AppointmentCard
      ...SessionCard
      ...TimeOffBlock
      ...HoldBlock
    }
    removedId
    snapshotRequired
  }
}
    fragment HoldBlock on SlotHold {
  __typename
  id
  version
  startsAt
  endsAt
  expiresAt
  extended
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
  }
  heldBy {
    kind
    name
  }
}
fragment AppointmentCard on Appointment {
  __typename
  id
  version
  status
  startsAt
  endsAt
  client {
    id
    name
  }
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
    hue
  }
  bufferBeforeMinutes
  bufferAfterMinutes
  overbooked
  overriddenRules
  confirmedAt
  originalStartsAt
  notes
  mark {
    version
    state
    reply
    repliedAt
    lateMinutes
    unread
  }
}
fragment SessionCard on Session {
  __typename
  id
  version
  title
  startsAt
  endsAt
  facilitators {
    id
  }
  room {
    id
  }
  capacity
  placesTaken
  placesVersion
  publishStatus
  overriddenRules
  standing: status
  event {
    id
    kind
    rrule
    publishStatus
    facilitators {
      id
    }
  }
}
fragment TimeOffBlock on TimeOff {
  __typename
  id
  version
  resource {
    id
  }
  startsAt
  endsAt
  reason
  timeOffStatus: status
}`) as unknown as TypedDocumentString<CalendarChangedSubscription, CalendarChangedSubscriptionVariables>;
export const EventsChangedDocument = new TypedDocumentString(`
    subscription EventsChanged($after: String) {
  eventsChanged(after: $after) {
    cursor
  }
}
    `) as unknown as TypedDocumentString<EventsChangedSubscription, EventsChangedSubscriptionVariables>;
export const WaitlistChangedDocument = new TypedDocumentString(`
    subscription WaitlistChanged($after: String) {
  waitlistChanged(after: $after) {
    cursor
  }
}
    `) as unknown as TypedDocumentString<WaitlistChangedSubscription, WaitlistChangedSubscriptionVariables>;
export const SendAppointmentMessageDocument = new TypedDocumentString(`
    mutation SendAppointmentMessage($input: SendAppointmentMessageInput!) {
  sendAppointmentMessage(input: $input) {
    ... on AppointmentMessageSent {
      __typename
      message {
        id
      }
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<SendAppointmentMessageMutation, SendAppointmentMessageMutationVariables>;
export const MarkConversationReadDocument = new TypedDocumentString(`
    mutation MarkConversationRead($input: MarkConversationReadInput!) {
  markConversationRead(input: $input) {
    ... on ConversationRead {
      __typename
      appointment {
        id
      }
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<MarkConversationReadMutation, MarkConversationReadMutationVariables>;
export const MessagesDocument = new TypedDocumentString(`
    query Messages($filter: MessageFilter, $order: MessageOrder, $first: Int!, $after: String) {
  messages(filter: $filter, order: $order, first: $first, after: $after) {
    nodes {
      ...MessageRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment MessageRow on Message {
  id
  kind
  channel
  audience
  recipient
  status
  provider
  dueAt
  sentAt
  endedAt
  reply
  client {
    id
    name
  }
}`) as unknown as TypedDocumentString<MessagesQuery, MessagesQueryVariables>;
export const MessageDocument = new TypedDocumentString(`
    query Message($id: ID!) {
  message(id: $id) {
    ...MessageRow
    language
    deliveredAt
    repliedAt
    attempts
    failure
    failureCode
    cost {
      amount
      currency
    }
    appointment {
      id
      startsAt
      endsAt
      therapist {
        id
      }
    }
    content {
      subject
      text
      html
      attachments {
        name
      }
    }
  }
}
    fragment MessageRow on Message {
  id
  kind
  channel
  audience
  recipient
  status
  provider
  dueAt
  sentAt
  endedAt
  reply
  client {
    id
    name
  }
}`) as unknown as TypedDocumentString<MessageQuery, MessageQueryVariables>;
export const ResendMessageDocument = new TypedDocumentString(`
    mutation ResendMessage($input: ResendMessageInput!) {
  resendMessage(input: $input) {
    ... on MessageScheduled {
      __typename
      message {
        id
        recipient
      }
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<ResendMessageMutation, ResendMessageMutationVariables>;
export const MessageRoutesDocument = new TypedDocumentString(`
    query MessageRoutes {
  messageRoutes {
    channel
    provider
  }
}
    `) as unknown as TypedDocumentString<MessageRoutesQuery, MessageRoutesQueryVariables>;
export const StrayTextsDocument = new TypedDocumentString(`
    query StrayTexts($first: Int!, $after: String, $clientId: ID) {
  strayTexts(first: $first, after: $after, clientId: $clientId) {
    nodes {
      ...StrayTextRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment StrayTextRow on StrayText {
  id
  phone
  text
  intent
  receivedAt
  answer
  client {
    id
    name
  }
}`) as unknown as TypedDocumentString<StrayTextsQuery, StrayTextsQueryVariables>;
export const ExternalCalendarsDocument = new TypedDocumentString(`
    query ExternalCalendars {
  externalCalendars {
    ...ExternalCalendarRecord
  }
  therapists {
    id
    name
    active
  }
}
    fragment ExternalCalendarRecord on ExternalCalendar {
  id
  version
  therapistId
  name
  host
  busyCount
  readAt
  failedAt
  failure
  nextReadAt
  createdAt
}`) as unknown as TypedDocumentString<ExternalCalendarsQuery, ExternalCalendarsQueryVariables>;
export const ImportCalendarDocument = new TypedDocumentString(`
    mutation ImportCalendar($input: ImportCalendarInput!) {
  importCalendar(input: $input) {
    ... on CalendarImported {
      __typename
      calendar {
        ...ExternalCalendarRecord
      }
      added
      skipped
    }
    ...Refusal
  }
}
    fragment ExternalCalendarRecord on ExternalCalendar {
  id
  version
  therapistId
  name
  host
  busyCount
  readAt
  failedAt
  failure
  nextReadAt
  createdAt
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<ImportCalendarMutation, ImportCalendarMutationVariables>;
export const RefreshExternalCalendarDocument = new TypedDocumentString(`
    mutation RefreshExternalCalendar($input: RefreshExternalCalendarInput!) {
  refreshExternalCalendar(input: $input) {
    ... on ExternalCalendarRefreshed {
      __typename
      calendar {
        ...ExternalCalendarRecord
      }
      added
      changed
      removed
    }
    ...Refusal
  }
}
    fragment ExternalCalendarRecord on ExternalCalendar {
  id
  version
  therapistId
  name
  host
  busyCount
  readAt
  failedAt
  failure
  nextReadAt
  createdAt
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<RefreshExternalCalendarMutation, RefreshExternalCalendarMutationVariables>;
export const RemoveExternalCalendarDocument = new TypedDocumentString(`
    mutation RemoveExternalCalendar($input: RemoveExternalCalendarInput!) {
  removeExternalCalendar(input: $input) {
    ... on ExternalCalendarRemoved {
      __typename
      calendar {
        ...ExternalCalendarRecord
      }
    }
    ...Refusal
  }
}
    fragment ExternalCalendarRecord on ExternalCalendar {
  id
  version
  therapistId
  name
  host
  busyCount
  readAt
  failedAt
  failure
  nextReadAt
  createdAt
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<RemoveExternalCalendarMutation, RemoveExternalCalendarMutationVariables>;
export const UploadImageDocument = new TypedDocumentString(`
    mutation UploadImage($input: UploadImageInput!) {
  uploadImage(input: $input) {
    ... on ImageUploaded {
      __typename
      image {
        id
      }
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<UploadImageMutation, UploadImageMutationVariables>;
export const JobsDocument = new TypedDocumentString(`
    query Jobs($failures: Int!) {
  jobs {
    queues {
      name
      waiting
      active
      failed
      nextAt
    }
    failures(first: $failures) {
      id
      queue
      failedAt
      attempts
      error
    }
    nextHour {
      at
      queue
      count
    }
  }
}
    `) as unknown as TypedDocumentString<JobsQuery, JobsQueryVariables>;
export const RetryJobDocument = new TypedDocumentString(`
    mutation RetryJob($input: RetryJobInput!) {
  retryJob(input: $input) {
    ... on JobRetried {
      __typename
      id
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<RetryJobMutation, RetryJobMutationVariables>;
export const EventPeopleDocument = new TypedDocumentString(`
    query EventPeople($id: ID!, $from: DateTime!) {
  event(id: $id) {
    ...PeopleEvent
    sessions(from: $from, first: 100) {
      nodes {
        ...PeopleSession
      }
    }
  }
}
    fragment PeopleEvent on Event {
  id
  version
  title
  publishStatus
  admission
  registersFor
  isOpen
  capacity
  placesTaken
  waitlisted
  facilitators {
    id
  }
}
fragment PeopleSession on Session {
  id
  title
  startsAt
  endsAt
  standing: status
  capacity
  placesTaken
  waitlisted
}`) as unknown as TypedDocumentString<EventPeopleQuery, EventPeopleQueryVariables>;
export const EventRegistrationsDocument = new TypedDocumentString(`
    query EventRegistrations($id: ID!, $first: Int!, $after: String, $status: RegistrationStatus) {
  event(id: $id) {
    id
    registrations(first: $first, after: $after, status: $status) {
      nodes {
        ...RegistrationLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment RegistrationLine on Registration {
  id
  version
  name
  email
  phone
  language
  places
  status
  source
  registeredAt
  offerExpiresAt
  passedAt
  cancelledAt
  client {
    id
  }
}`) as unknown as TypedDocumentString<EventRegistrationsQuery, EventRegistrationsQueryVariables>;
export const SessionRegistrationsDocument = new TypedDocumentString(`
    query SessionRegistrations($id: ID!, $first: Int!, $after: String, $status: RegistrationStatus) {
  session(id: $id) {
    id
    registrations(first: $first, after: $after, status: $status) {
      nodes {
        ...RegistrationLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment RegistrationLine on Registration {
  id
  version
  name
  email
  phone
  language
  places
  status
  source
  registeredAt
  offerExpiresAt
  passedAt
  cancelledAt
  client {
    id
  }
}`) as unknown as TypedDocumentString<SessionRegistrationsQuery, SessionRegistrationsQueryVariables>;
export const RegisterAtDeskDocument = new TypedDocumentString(`
    mutation RegisterAtDesk($input: RegisterForEventInput!) {
  registerForEvent(input: $input) {
    ... on Registered {
      __typename
      registration {
        id
        name
      }
    }
    ... on Waitlisted {
      __typename
      position
      registration {
        id
        name
      }
    }
    ...RegistrationRefusal
  }
}
    fragment RegistrationRefusal on RegistrationRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<RegisterAtDeskMutation, RegisterAtDeskMutationVariables>;
export const MoveUpRegistrationDocument = new TypedDocumentString(`
    mutation MoveUpRegistration($input: MoveUpRegistrationInput!) {
  moveUpRegistration(input: $input) {
    ... on RegistrationMovedUp {
      __typename
      registration {
        id
        name
        status
      }
    }
    ...RegistrationRefusal
  }
}
    fragment RegistrationRefusal on RegistrationRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<MoveUpRegistrationMutation, MoveUpRegistrationMutationVariables>;
export const AcceptPlaceAtDeskDocument = new TypedDocumentString(`
    mutation AcceptPlaceAtDesk($input: AcceptPlaceInput!) {
  acceptPlace(input: $input) {
    ... on PlaceAccepted {
      __typename
      registration {
        id
        name
        status
      }
    }
    ...RegistrationRefusal
  }
}
    fragment RegistrationRefusal on RegistrationRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<AcceptPlaceAtDeskMutation, AcceptPlaceAtDeskMutationVariables>;
export const CancelRegistrationDocument = new TypedDocumentString(`
    mutation CancelRegistration($input: CancelRegistrationInput!) {
  cancelRegistration(input: $input) {
    ... on RegistrationCancelled {
      __typename
      registration {
        id
        name
      }
    }
    ...RegistrationRefusal
  }
}
    fragment RegistrationRefusal on RegistrationRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<CancelRegistrationMutation, CancelRegistrationMutationVariables>;
export const ReminderPolicyDocument = new TypedDocumentString(`
    query ReminderPolicy {
  reminderPolicy {
    ...ReminderPolicyRecord
  }
}
    fragment ReminderPolicyRecord on ReminderPolicy {
  version
  leaveFrom
  leaveUntil
  weekends
  settleSeconds
  moveSettleSeconds
  notices {
    kind
    on
    offsetMinutes
    channels
  }
}`) as unknown as TypedDocumentString<ReminderPolicyQuery, ReminderPolicyQueryVariables>;
export const UpdateReminderPolicyDocument = new TypedDocumentString(`
    mutation UpdateReminderPolicy($input: UpdateReminderPolicyInput!) {
  updateReminderPolicy(input: $input) {
    ... on ReminderPolicyUpdated {
      __typename
      policy {
        version
      }
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<UpdateReminderPolicyMutation, UpdateReminderPolicyMutationVariables>;
export const BookSeriesDocument = new TypedDocumentString(`
    mutation BookSeries($input: BookSeriesInput!) {
  bookSeries(input: $input) {
    ... on SeriesBooked {
      __typename
      occurrences {
        ...SeriesLine
        appointment {
          ...AppointmentCard
        }
      }
    }
    ...SeriesNotWritten
  }
}
    fragment AppointmentCard on Appointment {
  __typename
  id
  version
  status
  startsAt
  endsAt
  client {
    id
    name
  }
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
    hue
  }
  bufferBeforeMinutes
  bufferAfterMinutes
  overbooked
  overriddenRules
  confirmedAt
  originalStartsAt
  notes
  mark {
    version
    state
    reply
    repliedAt
    lateMinutes
    unread
  }
}
fragment SeriesLine on SeriesOccurrence {
  originalStartsAt
  startsAt
  endsAt
  outcome
  problems {
    code
    message
    path
    overridable
  }
  alternative {
    startsAt
    endsAt
    therapist {
      id
    }
    room {
      id
    }
  }
}
fragment SeriesNotWritten on SeriesRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  occurrences {
    ...SeriesLine
  }
}`) as unknown as TypedDocumentString<BookSeriesMutation, BookSeriesMutationVariables>;
export const ChangeSeriesDocument = new TypedDocumentString(`
    mutation ChangeSeries($input: ChangeSeriesInput!) {
  changeSeries(input: $input) {
    ... on SeriesChanged {
      __typename
      occurrences {
        ...SeriesLine
        appointment {
          ...AppointmentCard
        }
      }
    }
    ...SeriesNotWritten
  }
}
    fragment AppointmentCard on Appointment {
  __typename
  id
  version
  status
  startsAt
  endsAt
  client {
    id
    name
  }
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
    hue
  }
  bufferBeforeMinutes
  bufferAfterMinutes
  overbooked
  overriddenRules
  confirmedAt
  originalStartsAt
  notes
  mark {
    version
    state
    reply
    repliedAt
    lateMinutes
    unread
  }
}
fragment SeriesLine on SeriesOccurrence {
  originalStartsAt
  startsAt
  endsAt
  outcome
  problems {
    code
    message
    path
    overridable
  }
  alternative {
    startsAt
    endsAt
    therapist {
      id
    }
    room {
      id
    }
  }
}
fragment SeriesNotWritten on SeriesRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  occurrences {
    ...SeriesLine
  }
}`) as unknown as TypedDocumentString<ChangeSeriesMutation, ChangeSeriesMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    kind
    name
    email
    role
    therapistId
    rights
    scopes
    clinic {
      id
      slug
      name
      zone
      stepMinutes
      allowsOverbooking
      currency
      version
    }
  }
  messageRoutes {
    channel
    provider
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const ApiKeysDocument = new TypedDocumentString(`
    query ApiKeys {
  apiKeys {
    ...ApiKeyRecord
  }
}
    fragment ApiKeyRecord on ApiKey {
  id
  name
  scopes
  prefix
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    ... on ApiKeyCreated {
      __typename
      apiKey {
        ...ApiKeyRecord
      }
      secret
    }
    ...Refusal
  }
}
    fragment ApiKeyRecord on ApiKey {
  id
  name
  scopes
  prefix
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = new TypedDocumentString(`
    mutation RevokeApiKey($input: RevokeApiKeyInput!) {
  revokeApiKey(input: $input) {
    ... on ApiKeyRevoked {
      __typename
      apiKey {
        ...ApiKeyRecord
      }
    }
    ...Refusal
  }
}
    fragment ApiKeyRecord on ApiKey {
  id
  name
  scopes
  prefix
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const AppointmentTypesDocument = new TypedDocumentString(`
    query AppointmentTypes {
  appointmentTypes {
    ...AppointmentTypeRecord
  }
}
    fragment AppointmentTypeRecord on AppointmentType {
  id
  name
  category
  minutes
  bufferBeforeMinutes
  bufferAfterMinutes
  hue
  requiredSkills
  needsRoom
  requiredFeatures
  minCapacity
  dailyLimit
  online
  leadMinutes
  horizonDays
  priceCents
  cptCode
  position
  active
  version
}`) as unknown as TypedDocumentString<AppointmentTypesQuery, AppointmentTypesQueryVariables>;
export const CreateAppointmentTypeDocument = new TypedDocumentString(`
    mutation CreateAppointmentType($input: CreateAppointmentTypeInput!) {
  createAppointmentType(input: $input) {
    ... on AppointmentTypeSaved {
      __typename
      appointmentType {
        ...AppointmentTypeRecord
      }
    }
    ...Refusal
  }
}
    fragment AppointmentTypeRecord on AppointmentType {
  id
  name
  category
  minutes
  bufferBeforeMinutes
  bufferAfterMinutes
  hue
  requiredSkills
  needsRoom
  requiredFeatures
  minCapacity
  dailyLimit
  online
  leadMinutes
  horizonDays
  priceCents
  cptCode
  position
  active
  version
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<CreateAppointmentTypeMutation, CreateAppointmentTypeMutationVariables>;
export const UpdateAppointmentTypeDocument = new TypedDocumentString(`
    mutation UpdateAppointmentType($input: UpdateAppointmentTypeInput!) {
  updateAppointmentType(input: $input) {
    ... on AppointmentTypeSaved {
      __typename
      appointmentType {
        ...AppointmentTypeRecord
      }
    }
    ...Refusal
  }
}
    fragment AppointmentTypeRecord on AppointmentType {
  id
  name
  category
  minutes
  bufferBeforeMinutes
  bufferAfterMinutes
  hue
  requiredSkills
  needsRoom
  requiredFeatures
  minCapacity
  dailyLimit
  online
  leadMinutes
  horizonDays
  priceCents
  cptCode
  position
  active
  version
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<UpdateAppointmentTypeMutation, UpdateAppointmentTypeMutationVariables>;
export const ArchiveAppointmentTypeDocument = new TypedDocumentString(`
    mutation ArchiveAppointmentType($input: ArchiveInput!) {
  archiveAppointmentType(input: $input) {
    ... on AppointmentTypeSaved {
      __typename
      appointmentType {
        ...AppointmentTypeRecord
      }
    }
    ...Refusal
  }
}
    fragment AppointmentTypeRecord on AppointmentType {
  id
  name
  category
  minutes
  bufferBeforeMinutes
  bufferAfterMinutes
  hue
  requiredSkills
  needsRoom
  requiredFeatures
  minCapacity
  dailyLimit
  online
  leadMinutes
  horizonDays
  priceCents
  cptCode
  position
  active
  version
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<ArchiveAppointmentTypeMutation, ArchiveAppointmentTypeMutationVariables>;
export const AuditEntriesDocument = new TypedDocumentString(`
    query AuditEntries($first: Int!, $after: String, $subjectId: ID) {
  auditEntries(first: $first, after: $after, subjectId: $subjectId) {
    nodes {
      seq
      at
      actor {
        kind
        name
      }
      ip
      action
      subjectKind
      subjectId
      before
      after
      hash
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AuditEntriesQuery, AuditEntriesQueryVariables>;
export const ClinicDocument = new TypedDocumentString(`
    query Clinic {
  clinic {
    id
    slug
    name
    zone
    stepMinutes
    allowsOverbooking
    currency
    hue
    about
    host
    logo {
      ...Picture
    }
    version
  }
}
    fragment Picture on Image {
  id
  url
  width
  height
  alt
}`) as unknown as TypedDocumentString<ClinicQuery, ClinicQueryVariables>;
export const UpdateClinicDocument = new TypedDocumentString(`
    mutation UpdateClinic($input: UpdateClinicInput!) {
  updateClinic(input: $input) {
    ... on ClinicSaved {
      __typename
      clinic {
        id
        version
      }
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<UpdateClinicMutation, UpdateClinicMutationVariables>;
export const ClosuresDocument = new TypedDocumentString(`
    query Closures($from: LocalDate!, $to: LocalDate!) {
  closures(from: $from, to: $to) {
    ...ClosureRecord
  }
}
    fragment ClosureRecord on Closure {
  id
  name
  startsOn
  endsOn
  startTime
  endTime
  version
}`) as unknown as TypedDocumentString<ClosuresQuery, ClosuresQueryVariables>;
export const CreateClosureDocument = new TypedDocumentString(`
    mutation CreateClosure($input: CreateClosureInput!) {
  createClosure(input: $input) {
    ... on ClosureSaved {
      __typename
      closure {
        ...ClosureRecord
      }
    }
    ...Refusal
  }
}
    fragment ClosureRecord on Closure {
  id
  name
  startsOn
  endsOn
  startTime
  endTime
  version
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<CreateClosureMutation, CreateClosureMutationVariables>;
export const UpdateClosureDocument = new TypedDocumentString(`
    mutation UpdateClosure($input: UpdateClosureInput!) {
  updateClosure(input: $input) {
    ... on ClosureSaved {
      __typename
      closure {
        ...ClosureRecord
      }
    }
    ...Refusal
  }
}
    fragment ClosureRecord on Closure {
  id
  name
  startsOn
  endsOn
  startTime
  endTime
  version
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<UpdateClosureMutation, UpdateClosureMutationVariables>;
export const RemoveClosureDocument = new TypedDocumentString(`
    mutation RemoveClosure($input: RemoveInput!) {
  removeClosure(input: $input) {
    ... on ClosureRemoved {
      __typename
      closure {
        id
      }
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<RemoveClosureMutation, RemoveClosureMutationVariables>;
export const KnownTagsDocument = new TypedDocumentString(`
    query KnownTags {
  therapists {
    id
    skills
  }
  rooms {
    id
    features
  }
  appointmentTypes {
    id
    requiredSkills
    requiredFeatures
  }
}
    `) as unknown as TypedDocumentString<KnownTagsQuery, KnownTagsQueryVariables>;
export const LocationsDocument = new TypedDocumentString(`
    query Locations {
  locations(activeOnly: false) {
    ...LocationRecord
  }
}
    fragment LocationRecord on Location {
  id
  name
  address
  active
  version
}`) as unknown as TypedDocumentString<LocationsQuery, LocationsQueryVariables>;
export const CreateLocationDocument = new TypedDocumentString(`
    mutation CreateLocation($input: CreateLocationInput!) {
  createLocation(input: $input) {
    ... on LocationSaved {
      __typename
      location {
        ...LocationRecord
      }
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}
fragment LocationRecord on Location {
  id
  name
  address
  active
  version
}`) as unknown as TypedDocumentString<CreateLocationMutation, CreateLocationMutationVariables>;
export const UpdateLocationDocument = new TypedDocumentString(`
    mutation UpdateLocation($input: UpdateLocationInput!) {
  updateLocation(input: $input) {
    ... on LocationSaved {
      __typename
      location {
        ...LocationRecord
      }
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}
fragment LocationRecord on Location {
  id
  name
  address
  active
  version
}`) as unknown as TypedDocumentString<UpdateLocationMutation, UpdateLocationMutationVariables>;
export const ArchiveLocationDocument = new TypedDocumentString(`
    mutation ArchiveLocation($input: ArchiveInput!) {
  archiveLocation(input: $input) {
    ... on LocationSaved {
      __typename
      location {
        ...LocationRecord
      }
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}
fragment LocationRecord on Location {
  id
  name
  address
  active
  version
}`) as unknown as TypedDocumentString<ArchiveLocationMutation, ArchiveLocationMutationVariables>;
export const MembersDocument = new TypedDocumentString(`
    query Members {
  members {
    ...MemberRecord
  }
  therapists {
    id
    name
  }
}
    fragment MemberRecord on Member {
  id
  name
  email
  role
  therapistId
  active
  hasSignedIn
  version
}`) as unknown as TypedDocumentString<MembersQuery, MembersQueryVariables>;
export const CreateMemberDocument = new TypedDocumentString(`
    mutation CreateMember($input: CreateMemberInput!) {
  createMember(input: $input) {
    ... on MemberSaved {
      __typename
      member {
        ...MemberRecord
      }
      signInLink
    }
    ...Refusal
  }
}
    fragment MemberRecord on Member {
  id
  name
  email
  role
  therapistId
  active
  hasSignedIn
  version
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<CreateMemberMutation, CreateMemberMutationVariables>;
export const UpdateMemberDocument = new TypedDocumentString(`
    mutation UpdateMember($input: UpdateMemberInput!) {
  updateMember(input: $input) {
    ... on MemberSaved {
      __typename
      member {
        ...MemberRecord
      }
    }
    ...Refusal
  }
}
    fragment MemberRecord on Member {
  id
  name
  email
  role
  therapistId
  active
  hasSignedIn
  version
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<UpdateMemberMutation, UpdateMemberMutationVariables>;
export const ArchiveMemberDocument = new TypedDocumentString(`
    mutation ArchiveMember($input: ArchiveInput!) {
  archiveMember(input: $input) {
    ... on MemberSaved {
      __typename
      member {
        ...MemberRecord
      }
    }
    ...Refusal
  }
}
    fragment MemberRecord on Member {
  id
  name
  email
  role
  therapistId
  active
  hasSignedIn
  version
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<ArchiveMemberMutation, ArchiveMemberMutationVariables>;
export const RenewInvitationDocument = new TypedDocumentString(`
    mutation RenewInvitation($input: RenewInvitationInput!) {
  renewInvitation(input: $input) {
    ... on MemberSaved {
      __typename
      member {
        ...MemberRecord
      }
      signInLink
    }
    ...Refusal
  }
}
    fragment MemberRecord on Member {
  id
  name
  email
  role
  therapistId
  active
  hasSignedIn
  version
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<RenewInvitationMutation, RenewInvitationMutationVariables>;
export const OnlineBookingDocument = new TypedDocumentString(`
    query OnlineBooking {
  bookingSettings {
    ...BookingSettingsRecord
  }
  clinic {
    id
    slug
  }
  therapists(activeOnly: true) {
    id
    name
  }
  appointmentTypes(activeOnly: true) {
    ...TypeAsked
  }
}
    fragment BookingSettingsRecord on BookingSettings {
  version
  open
  therapistIds
  origins
  confirmsEmail
  offersWaitlist
  moveNoticeMinutes
  cancelNoticeMinutes
  policy
  consent
}
fragment TypeAsked on AppointmentType {
  id
  version
  name
  online
  intakeQuestions {
    id
    label
    kind
    required
    choices
  }
}`) as unknown as TypedDocumentString<OnlineBookingQuery, OnlineBookingQueryVariables>;
export const UpdateBookingSettingsDocument = new TypedDocumentString(`
    mutation UpdateBookingSettings($input: UpdateBookingSettingsInput!) {
  updateBookingSettings(input: $input) {
    ... on BookingSettingsUpdated {
      __typename
      settings {
        ...BookingSettingsRecord
      }
    }
    ...Refusal
  }
}
    fragment BookingSettingsRecord on BookingSettings {
  version
  open
  therapistIds
  origins
  confirmsEmail
  offersWaitlist
  moveNoticeMinutes
  cancelNoticeMinutes
  policy
  consent
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<UpdateBookingSettingsMutation, UpdateBookingSettingsMutationVariables>;
export const SetIntakeQuestionsDocument = new TypedDocumentString(`
    mutation SetIntakeQuestions($input: SetIntakeQuestionsInput!) {
  setIntakeQuestions(input: $input) {
    ... on IntakeQuestionsSet {
      __typename
      appointmentType {
        ...TypeAsked
      }
    }
    ...Refusal
  }
}
    fragment TypeAsked on AppointmentType {
  id
  version
  name
  online
  intakeQuestions {
    id
    label
    kind
    required
    choices
  }
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<SetIntakeQuestionsMutation, SetIntakeQuestionsMutationVariables>;
export const RoomsDocument = new TypedDocumentString(`
    query Rooms {
  rooms {
    ...RoomRecord
  }
}
    fragment HoursBlock on WeeklyHours {
  weekday
  startTime
  endTime
  effectiveFrom
  effectiveUntil
  location {
    id
    name
  }
  telehealth
  mostAppointments
}
fragment RoomRecord on Room {
  id
  name
  capacity
  features
  location {
    id
    name
  }
  active
  position
  version
  weeklyHours {
    ...HoursBlock
  }
}`) as unknown as TypedDocumentString<RoomsQuery, RoomsQueryVariables>;
export const CreateRoomDocument = new TypedDocumentString(`
    mutation CreateRoom($input: CreateRoomInput!) {
  createRoom(input: $input) {
    ... on RoomSaved {
      __typename
      room {
        ...RoomRecord
      }
    }
    ...Refusal
  }
}
    fragment HoursBlock on WeeklyHours {
  weekday
  startTime
  endTime
  effectiveFrom
  effectiveUntil
  location {
    id
    name
  }
  telehealth
  mostAppointments
}
fragment RoomRecord on Room {
  id
  name
  capacity
  features
  location {
    id
    name
  }
  active
  position
  version
  weeklyHours {
    ...HoursBlock
  }
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<CreateRoomMutation, CreateRoomMutationVariables>;
export const UpdateRoomDocument = new TypedDocumentString(`
    mutation UpdateRoom($input: UpdateRoomInput!) {
  updateRoom(input: $input) {
    ... on RoomSaved {
      __typename
      room {
        ...RoomRecord
      }
    }
    ...Refusal
  }
}
    fragment HoursBlock on WeeklyHours {
  weekday
  startTime
  endTime
  effectiveFrom
  effectiveUntil
  location {
    id
    name
  }
  telehealth
  mostAppointments
}
fragment RoomRecord on Room {
  id
  name
  capacity
  features
  location {
    id
    name
  }
  active
  position
  version
  weeklyHours {
    ...HoursBlock
  }
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<UpdateRoomMutation, UpdateRoomMutationVariables>;
export const ArchiveRoomDocument = new TypedDocumentString(`
    mutation ArchiveRoom($input: ArchiveInput!) {
  archiveRoom(input: $input) {
    ... on RoomSaved {
      __typename
      room {
        ...RoomRecord
      }
    }
    ...Refusal
  }
}
    fragment HoursBlock on WeeklyHours {
  weekday
  startTime
  endTime
  effectiveFrom
  effectiveUntil
  location {
    id
    name
  }
  telehealth
  mostAppointments
}
fragment RoomRecord on Room {
  id
  name
  capacity
  features
  location {
    id
    name
  }
  active
  position
  version
  weeklyHours {
    ...HoursBlock
  }
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<ArchiveRoomMutation, ArchiveRoomMutationVariables>;
export const TherapistsDocument = new TypedDocumentString(`
    query Therapists {
  therapists {
    ...TherapistRecord
  }
}
    fragment HoursBlock on WeeklyHours {
  weekday
  startTime
  endTime
  effectiveFrom
  effectiveUntil
  location {
    id
    name
  }
  telehealth
  mostAppointments
}
fragment TherapistRecord on Therapist {
  id
  name
  title
  specialties
  skills
  active
  position
  version
  weeklyHours {
    ...HoursBlock
  }
}`) as unknown as TypedDocumentString<TherapistsQuery, TherapistsQueryVariables>;
export const CreateTherapistDocument = new TypedDocumentString(`
    mutation CreateTherapist($input: CreateTherapistInput!) {
  createTherapist(input: $input) {
    ... on TherapistSaved {
      __typename
      therapist {
        ...TherapistRecord
      }
    }
    ...Refusal
  }
}
    fragment HoursBlock on WeeklyHours {
  weekday
  startTime
  endTime
  effectiveFrom
  effectiveUntil
  location {
    id
    name
  }
  telehealth
  mostAppointments
}
fragment TherapistRecord on Therapist {
  id
  name
  title
  specialties
  skills
  active
  position
  version
  weeklyHours {
    ...HoursBlock
  }
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<CreateTherapistMutation, CreateTherapistMutationVariables>;
export const UpdateTherapistDocument = new TypedDocumentString(`
    mutation UpdateTherapist($input: UpdateTherapistInput!) {
  updateTherapist(input: $input) {
    ... on TherapistSaved {
      __typename
      therapist {
        ...TherapistRecord
      }
    }
    ...Refusal
  }
}
    fragment HoursBlock on WeeklyHours {
  weekday
  startTime
  endTime
  effectiveFrom
  effectiveUntil
  location {
    id
    name
  }
  telehealth
  mostAppointments
}
fragment TherapistRecord on Therapist {
  id
  name
  title
  specialties
  skills
  active
  position
  version
  weeklyHours {
    ...HoursBlock
  }
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<UpdateTherapistMutation, UpdateTherapistMutationVariables>;
export const ArchiveTherapistDocument = new TypedDocumentString(`
    mutation ArchiveTherapist($input: ArchiveInput!) {
  archiveTherapist(input: $input) {
    ... on TherapistSaved {
      __typename
      therapist {
        ...TherapistRecord
      }
    }
    ...Refusal
  }
}
    fragment HoursBlock on WeeklyHours {
  weekday
  startTime
  endTime
  effectiveFrom
  effectiveUntil
  location {
    id
    name
  }
  telehealth
  mostAppointments
}
fragment TherapistRecord on Therapist {
  id
  name
  title
  specialties
  skills
  active
  position
  version
  weeklyHours {
    ...HoursBlock
  }
}
fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<ArchiveTherapistMutation, ArchiveTherapistMutationVariables>;
export const MessageTemplatesDocument = new TypedDocumentString(`
    query MessageTemplates {
  messageTemplates {
    ...MessageTemplateRecord
  }
}
    fragment MessageTemplateRecord on MessageTemplate {
  kind
  channel
  language
  subject
  body
  version
  custom
}`) as unknown as TypedDocumentString<MessageTemplatesQuery, MessageTemplatesQueryVariables>;
export const MessageVariablesDocument = new TypedDocumentString(`
    query MessageVariables {
  messageVariables {
    name
    description
    example
  }
}
    `) as unknown as TypedDocumentString<MessageVariablesQuery, MessageVariablesQueryVariables>;
export const PreviewMessageDocument = new TypedDocumentString(`
    query PreviewMessage($input: PreviewMessageInput!) {
  previewMessage(input: $input) {
    subject
    text
    html
    segments
    characters
    encoding
    problems
  }
}
    `) as unknown as TypedDocumentString<PreviewMessageQuery, PreviewMessageQueryVariables>;
export const UpdateMessageTemplateDocument = new TypedDocumentString(`
    mutation UpdateMessageTemplate($input: UpdateMessageTemplateInput!) {
  updateMessageTemplate(input: $input) {
    ... on MessageTemplateUpdated {
      __typename
      template {
        version
      }
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<UpdateMessageTemplateMutation, UpdateMessageTemplateMutationVariables>;
export const ResetMessageTemplateDocument = new TypedDocumentString(`
    mutation ResetMessageTemplate($input: ResetMessageTemplateInput!) {
  resetMessageTemplate(input: $input) {
    ... on MessageTemplateReset {
      __typename
      template {
        version
      }
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<ResetMessageTemplateMutation, ResetMessageTemplateMutationVariables>;
export const SendTestMessageDocument = new TypedDocumentString(`
    mutation SendTestMessage($input: SendTestMessageInput!) {
  sendTestMessage(input: $input) {
    ... on MessageScheduled {
      __typename
      message {
        id
        recipient
      }
    }
    ...Refusal
  }
}
    fragment Refusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<SendTestMessageMutation, SendTestMessageMutationVariables>;
export const TimeOffsDocument = new TypedDocumentString(`
    query TimeOffs($filter: TimeOffFilter, $first: Int!, $after: String) {
  timeOffs(filter: $filter, first: $first, after: $after) {
    nodes {
      ...TimeOffRecord
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment TimeOffRecord on TimeOff {
  __typename
  id
  version
  resource {
    __typename
    id
    name
  }
  startsAt
  endsAt
  reason
  status
  note
  coverTherapist {
    id
    name
  }
  requestedBy
  decidedBy
  decidedAt
  decisionNote
}`) as unknown as TypedDocumentString<TimeOffsQuery, TimeOffsQueryVariables>;
export const TimeOffPlanDocument = new TypedDocumentString(`
    query TimeOffPlan($input: TimeOffPlanInput!) {
  timeOffPlan(input: $input) {
    steps {
      ...PlanStep
    }
  }
}
    fragment PlanSlot on Slot {
  startsAt
  endsAt
  therapist {
    id
    name
  }
  room {
    id
    name
  }
}
fragment PlanStep on PlannedStep {
  appointment {
    id
    version
    status
    startsAt
    endsAt
    client {
      id
      name
      phone
    }
    therapist {
      id
      name
    }
    room {
      id
      name
    }
    type {
      id
      name
      hue
    }
  }
  kind
  slot {
    ...PlanSlot
  }
  choices {
    ...PlanSlot
  }
  why
}`) as unknown as TypedDocumentString<TimeOffPlanQuery, TimeOffPlanQueryVariables>;
export const SessionsThenDocument = new TypedDocumentString(`
    query SessionsThen($from: DateTime!, $to: DateTime!, $resourceIds: [ID!]) {
  calendar(from: $from, to: $to, resourceIds: $resourceIds) {
    sessions {
      ...SessionCard
    }
  }
}
    fragment SessionCard on Session {
  __typename
  id
  version
  title
  startsAt
  endsAt
  facilitators {
    id
  }
  room {
    id
  }
  capacity
  placesTaken
  placesVersion
  publishStatus
  overriddenRules
  standing: status
  event {
    id
    kind
    rrule
    publishStatus
    facilitators {
      id
    }
  }
}`) as unknown as TypedDocumentString<SessionsThenQuery, SessionsThenQueryVariables>;
export const AwayResourcesDocument = new TypedDocumentString(`
    query AwayResources {
  resources {
    __typename
    id
    kind
    name
    active
  }
}
    `) as unknown as TypedDocumentString<AwayResourcesQuery, AwayResourcesQueryVariables>;
export const RequestTimeOffDocument = new TypedDocumentString(`
    mutation RequestTimeOff($input: RequestTimeOffInput!) {
  requestTimeOff(input: $input) {
    ... on TimeOffRequested {
      __typename
      timeOff {
        ...TimeOffRecord
      }
    }
    ...TimeOffRefusal
  }
}
    fragment TimeOffRecord on TimeOff {
  __typename
  id
  version
  resource {
    __typename
    id
    name
  }
  startsAt
  endsAt
  reason
  status
  note
  coverTherapist {
    id
    name
  }
  requestedBy
  decidedBy
  decidedAt
  decisionNote
}
fragment TimeOffRefusal on TimeOffRefused {
  __typename
  problems {
    code
    message
    path
    appointment {
      id
    }
  }
}`) as unknown as TypedDocumentString<RequestTimeOffMutation, RequestTimeOffMutationVariables>;
export const TakeTimeOffDocument = new TypedDocumentString(`
    mutation TakeTimeOff($input: TakeTimeOffInput!) {
  takeTimeOff(input: $input) {
    ... on TimeOffDecided {
      __typename
      timeOff {
        ...TimeOffRecord
      }
    }
    ...TimeOffRefusal
  }
}
    fragment TimeOffRecord on TimeOff {
  __typename
  id
  version
  resource {
    __typename
    id
    name
  }
  startsAt
  endsAt
  reason
  status
  note
  coverTherapist {
    id
    name
  }
  requestedBy
  decidedBy
  decidedAt
  decisionNote
}
fragment TimeOffRefusal on TimeOffRefused {
  __typename
  problems {
    code
    message
    path
    appointment {
      id
    }
  }
}`) as unknown as TypedDocumentString<TakeTimeOffMutation, TakeTimeOffMutationVariables>;
export const DecideTimeOffDocument = new TypedDocumentString(`
    mutation DecideTimeOff($input: DecideTimeOffInput!) {
  decideTimeOff(input: $input) {
    ... on TimeOffDecided {
      __typename
      timeOff {
        ...TimeOffRecord
      }
    }
    ...TimeOffRefusal
  }
}
    fragment TimeOffRecord on TimeOff {
  __typename
  id
  version
  resource {
    __typename
    id
    name
  }
  startsAt
  endsAt
  reason
  status
  note
  coverTherapist {
    id
    name
  }
  requestedBy
  decidedBy
  decidedAt
  decisionNote
}
fragment TimeOffRefusal on TimeOffRefused {
  __typename
  problems {
    code
    message
    path
    appointment {
      id
    }
  }
}`) as unknown as TypedDocumentString<DecideTimeOffMutation, DecideTimeOffMutationVariables>;
export const ApplyTimeOffPlanDocument = new TypedDocumentString(`
    mutation ApplyTimeOffPlan($input: ApplyTimeOffPlanInput!) {
  applyTimeOffPlan(input: $input) {
    ... on TimeOffDecided {
      __typename
      timeOff {
        ...TimeOffRecord
      }
    }
    ...TimeOffRefusal
  }
}
    fragment TimeOffRecord on TimeOff {
  __typename
  id
  version
  resource {
    __typename
    id
    name
  }
  startsAt
  endsAt
  reason
  status
  note
  coverTherapist {
    id
    name
  }
  requestedBy
  decidedBy
  decidedAt
  decisionNote
}
fragment TimeOffRefusal on TimeOffRefused {
  __typename
  problems {
    code
    message
    path
    appointment {
      id
    }
  }
}`) as unknown as TypedDocumentString<ApplyTimeOffPlanMutation, ApplyTimeOffPlanMutationVariables>;
export const WithdrawTimeOffDocument = new TypedDocumentString(`
    mutation WithdrawTimeOff($input: WithdrawTimeOffInput!) {
  withdrawTimeOff(input: $input) {
    ... on TimeOffWithdrawn {
      __typename
      timeOff {
        ...TimeOffRecord
      }
    }
    ...TimeOffRefusal
  }
}
    fragment TimeOffRecord on TimeOff {
  __typename
  id
  version
  resource {
    __typename
    id
    name
  }
  startsAt
  endsAt
  reason
  status
  note
  coverTherapist {
    id
    name
  }
  requestedBy
  decidedBy
  decidedAt
  decisionNote
}
fragment TimeOffRefusal on TimeOffRefused {
  __typename
  problems {
    code
    message
    path
    appointment {
      id
    }
  }
}`) as unknown as TypedDocumentString<WithdrawTimeOffMutation, WithdrawTimeOffMutationVariables>;
export const UndoTimeOffDocument = new TypedDocumentString(`
    mutation UndoTimeOff($input: UndoTimeOffInput!) {
  undoTimeOff(input: $input) {
    ... on TimeOffUndone {
      __typename
      timeOff {
        ...TimeOffRecord
      }
      left {
        message
      }
    }
    ...TimeOffRefusal
  }
}
    fragment TimeOffRecord on TimeOff {
  __typename
  id
  version
  resource {
    __typename
    id
    name
  }
  startsAt
  endsAt
  reason
  status
  note
  coverTherapist {
    id
    name
  }
  requestedBy
  decidedBy
  decidedAt
  decisionNote
}
fragment TimeOffRefusal on TimeOffRefused {
  __typename
  problems {
    code
    message
    path
    appointment {
      id
    }
  }
}`) as unknown as TypedDocumentString<UndoTimeOffMutation, UndoTimeOffMutationVariables>;
export const JoinWaitlistDocument = new TypedDocumentString(`
    mutation JoinWaitlist($input: JoinWaitlistInput!) {
  joinWaitlist(input: $input) {
    ... on WaitlistJoined {
      __typename
      entry {
        ...WaitlistLine
      }
    }
    ...WaitlistRefusal
  }
}
    fragment WaitlistRefusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}
fragment WaitlistScoreParts on WaitlistScore {
  total
  overriddenBy
  overrideReason
  parts {
    name
    points
    why
  }
}
fragment WaitlistLine on WaitlistEntry {
  id
  version
  status
  source
  urgency
  days
  parts
  fromOn
  untilOn
  noticeMinutes
  skill
  payer
  note
  referralSource
  createdAt
  endedAt
  waitingDays
  client {
    id
    name
    phone
    email
  }
  type {
    id
    name
    hue
    minutes
    bufferBeforeMinutes
    bufferAfterMinutes
  }
  therapists {
    id
    name
  }
  appointment {
    id
    startsAt
    therapist {
      name
    }
  }
  bookedAppointment {
    id
    startsAt
  }
  score {
    ...WaitlistScoreParts
  }
}`) as unknown as TypedDocumentString<JoinWaitlistMutation, JoinWaitlistMutationVariables>;
export const UpdateWaitlistEntryDocument = new TypedDocumentString(`
    mutation UpdateWaitlistEntry($input: UpdateWaitlistEntryInput!) {
  updateWaitlistEntry(input: $input) {
    ... on WaitlistEntryUpdated {
      __typename
      entry {
        ...WaitlistLine
      }
    }
    ...WaitlistRefusal
  }
}
    fragment WaitlistRefusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}
fragment WaitlistScoreParts on WaitlistScore {
  total
  overriddenBy
  overrideReason
  parts {
    name
    points
    why
  }
}
fragment WaitlistLine on WaitlistEntry {
  id
  version
  status
  source
  urgency
  days
  parts
  fromOn
  untilOn
  noticeMinutes
  skill
  payer
  note
  referralSource
  createdAt
  endedAt
  waitingDays
  client {
    id
    name
    phone
    email
  }
  type {
    id
    name
    hue
    minutes
    bufferBeforeMinutes
    bufferAfterMinutes
  }
  therapists {
    id
    name
  }
  appointment {
    id
    startsAt
    therapist {
      name
    }
  }
  bookedAppointment {
    id
    startsAt
  }
  score {
    ...WaitlistScoreParts
  }
}`) as unknown as TypedDocumentString<UpdateWaitlistEntryMutation, UpdateWaitlistEntryMutationVariables>;
export const LeaveWaitlistDocument = new TypedDocumentString(`
    mutation LeaveWaitlist($input: LeaveWaitlistInput!) {
  leaveWaitlist(input: $input) {
    ... on WaitlistLeft {
      __typename
      entry {
        id
      }
    }
    ...WaitlistRefusal
  }
}
    fragment WaitlistRefusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}`) as unknown as TypedDocumentString<LeaveWaitlistMutation, LeaveWaitlistMutationVariables>;
export const SetWaitlistScoreDocument = new TypedDocumentString(`
    mutation SetWaitlistScore($input: SetWaitlistScoreInput!) {
  setWaitlistScore(input: $input) {
    ... on WaitlistScoreSet {
      __typename
      entry {
        ...WaitlistLine
      }
    }
    ...WaitlistRefusal
  }
}
    fragment WaitlistRefusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}
fragment WaitlistScoreParts on WaitlistScore {
  total
  overriddenBy
  overrideReason
  parts {
    name
    points
    why
  }
}
fragment WaitlistLine on WaitlistEntry {
  id
  version
  status
  source
  urgency
  days
  parts
  fromOn
  untilOn
  noticeMinutes
  skill
  payer
  note
  referralSource
  createdAt
  endedAt
  waitingDays
  client {
    id
    name
    phone
    email
  }
  type {
    id
    name
    hue
    minutes
    bufferBeforeMinutes
    bufferAfterMinutes
  }
  therapists {
    id
    name
  }
  appointment {
    id
    startsAt
    therapist {
      name
    }
  }
  bookedAppointment {
    id
    startsAt
  }
  score {
    ...WaitlistScoreParts
  }
}`) as unknown as TypedDocumentString<SetWaitlistScoreMutation, SetWaitlistScoreMutationVariables>;
export const OfferSlotDocument = new TypedDocumentString(`
    mutation OfferSlot($input: OfferSlotInput!) {
  offerSlot(input: $input) {
    ... on SlotOffered {
      __typename
      offer {
        ...OfferLine
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
fragment OfferLine on WaitlistOffer {
  id
  version
  status
  offeredAt
  offeredBy
  expiresAt
  decidedAt
  decidedBy
  chainLink
  slot {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
  entry {
    id
    client {
      id
      name
    }
    type {
      id
      name
      hue
    }
  }
}`) as unknown as TypedDocumentString<OfferSlotMutation, OfferSlotMutationVariables>;
export const WithdrawOfferDocument = new TypedDocumentString(`
    mutation WithdrawOffer($input: DecideOfferInput!) {
  withdrawOffer(input: $input) {
    ... on OfferWithdrawn {
      __typename
      offer {
        id
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<WithdrawOfferMutation, WithdrawOfferMutationVariables>;
export const AcceptOfferDocument = new TypedDocumentString(`
    mutation AcceptOffer($input: DecideOfferInput!) {
  acceptOffer(input: $input) {
    ... on OfferAccepted {
      __typename
      offer {
        id
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<AcceptOfferMutation, AcceptOfferMutationVariables>;
export const DeclineOfferDocument = new TypedDocumentString(`
    mutation DeclineOffer($input: DecideOfferInput!) {
  declineOffer(input: $input) {
    ... on OfferDeclined {
      __typename
      offer {
        id
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<DeclineOfferMutation, DeclineOfferMutationVariables>;
export const CloseFreedSlotDocument = new TypedDocumentString(`
    mutation CloseFreedSlot($input: CloseFreedSlotInput!) {
  closeFreedSlot(input: $input) {
    ... on FreedSlotClosed {
      __typename
      freedSlot {
        id
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<CloseFreedSlotMutation, CloseFreedSlotMutationVariables>;
export const BookFromWaitlistDocument = new TypedDocumentString(`
    mutation BookFromWaitlist($input: BookFromWaitlistInput!) {
  bookFromWaitlist(input: $input) {
    ... on BookedFromWaitlist {
      __typename
      appointment {
        ...AppointmentCard
      }
      entry {
        id
        version
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
fragment AppointmentCard on Appointment {
  __typename
  id
  version
  status
  startsAt
  endsAt
  client {
    id
    name
  }
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
    hue
  }
  bufferBeforeMinutes
  bufferAfterMinutes
  overbooked
  overriddenRules
  confirmedAt
  originalStartsAt
  notes
  mark {
    version
    state
    reply
    repliedAt
    lateMinutes
    unread
  }
}`) as unknown as TypedDocumentString<BookFromWaitlistMutation, BookFromWaitlistMutationVariables>;
export const UndoBookFromWaitlistDocument = new TypedDocumentString(`
    mutation UndoBookFromWaitlist($input: UndoBookFromWaitlistInput!) {
  undoBookFromWaitlist(input: $input) {
    ... on BookFromWaitlistUndone {
      __typename
      appointment {
        ...AppointmentCard
      }
    }
    ...BookingRefusal
  }
}
    fragment BookingRefusal on BookingRefused {
  __typename
  problems {
    code
    message
    path
    overridable
  }
  alternatives {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
fragment AppointmentCard on Appointment {
  __typename
  id
  version
  status
  startsAt
  endsAt
  client {
    id
    name
  }
  therapist {
    id
  }
  room {
    id
  }
  type {
    id
    name
    hue
  }
  bufferBeforeMinutes
  bufferAfterMinutes
  overbooked
  overriddenRules
  confirmedAt
  originalStartsAt
  notes
  mark {
    version
    state
    reply
    repliedAt
    lateMinutes
    unread
  }
}`) as unknown as TypedDocumentString<UndoBookFromWaitlistMutation, UndoBookFromWaitlistMutationVariables>;
export const WaitlistPolicyDocument = new TypedDocumentString(`
    query WaitlistPolicy {
  waitlistPolicy {
    ...WaitlistPolicyRecord
  }
}
    fragment WaitlistPolicyRecord on WaitlistPolicy {
  version
  mode
  together
  longestMinutes
  shortestMinutes
  offersADay
  notWithinMinutes
  longestChain
  leaveFrom
  leaveUntil
}`) as unknown as TypedDocumentString<WaitlistPolicyQuery, WaitlistPolicyQueryVariables>;
export const UpdateWaitlistPolicyDocument = new TypedDocumentString(`
    mutation UpdateWaitlistPolicy($input: UpdateWaitlistPolicyInput!) {
  updateWaitlistPolicy(input: $input) {
    ... on WaitlistPolicyUpdated {
      __typename
      policy {
        ...WaitlistPolicyRecord
      }
    }
    ...WaitlistRefusal
  }
}
    fragment WaitlistRefusal on RecordRefused {
  __typename
  problems {
    code
    message
    path
  }
}
fragment WaitlistPolicyRecord on WaitlistPolicy {
  version
  mode
  together
  longestMinutes
  shortestMinutes
  offersADay
  notWithinMinutes
  longestChain
  leaveFrom
  leaveUntil
}`) as unknown as TypedDocumentString<UpdateWaitlistPolicyMutation, UpdateWaitlistPolicyMutationVariables>;
export const WaitlistDocument = new TypedDocumentString(`
    query Waitlist($filter: WaitlistFilter, $first: Int!, $after: String) {
  waitlist(filter: $filter, first: $first, after: $after) {
    nodes {
      ...WaitlistLine
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment WaitlistScoreParts on WaitlistScore {
  total
  overriddenBy
  overrideReason
  parts {
    name
    points
    why
  }
}
fragment WaitlistLine on WaitlistEntry {
  id
  version
  status
  source
  urgency
  days
  parts
  fromOn
  untilOn
  noticeMinutes
  skill
  payer
  note
  referralSource
  createdAt
  endedAt
  waitingDays
  client {
    id
    name
    phone
    email
  }
  type {
    id
    name
    hue
    minutes
    bufferBeforeMinutes
    bufferAfterMinutes
  }
  therapists {
    id
    name
  }
  appointment {
    id
    startsAt
    therapist {
      name
    }
  }
  bookedAppointment {
    id
    startsAt
  }
  score {
    ...WaitlistScoreParts
  }
}`) as unknown as TypedDocumentString<WaitlistQuery, WaitlistQueryVariables>;
export const WaitlistEntryDocument = new TypedDocumentString(`
    query WaitlistEntry($id: ID!) {
  waitlistEntry(id: $id) {
    ...WaitlistLine
    offers {
      ...OfferLine
    }
  }
}
    fragment WaitlistScoreParts on WaitlistScore {
  total
  overriddenBy
  overrideReason
  parts {
    name
    points
    why
  }
}
fragment WaitlistLine on WaitlistEntry {
  id
  version
  status
  source
  urgency
  days
  parts
  fromOn
  untilOn
  noticeMinutes
  skill
  payer
  note
  referralSource
  createdAt
  endedAt
  waitingDays
  client {
    id
    name
    phone
    email
  }
  type {
    id
    name
    hue
    minutes
    bufferBeforeMinutes
    bufferAfterMinutes
  }
  therapists {
    id
    name
  }
  appointment {
    id
    startsAt
    therapist {
      name
    }
  }
  bookedAppointment {
    id
    startsAt
  }
  score {
    ...WaitlistScoreParts
  }
}
fragment OfferLine on WaitlistOffer {
  id
  version
  status
  offeredAt
  offeredBy
  expiresAt
  decidedAt
  decidedBy
  chainLink
  slot {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
  entry {
    id
    client {
      id
      name
    }
    type {
      id
      name
      hue
    }
  }
}`) as unknown as TypedDocumentString<WaitlistEntryQuery, WaitlistEntryQueryVariables>;
export const FreedSlotsDocument = new TypedDocumentString(`
    query FreedSlots($status: [FreedSlotStatus!], $first: Int!, $after: String, $candidates: Int!) {
  freedSlots(status: $status, first: $first, after: $after) {
    nodes {
      ...FreedLine
      candidates(first: $candidates) {
        ...CandidateLine
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment WaitlistScoreParts on WaitlistScore {
  total
  overriddenBy
  overrideReason
  parts {
    name
    points
    why
  }
}
fragment WaitlistLine on WaitlistEntry {
  id
  version
  status
  source
  urgency
  days
  parts
  fromOn
  untilOn
  noticeMinutes
  skill
  payer
  note
  referralSource
  createdAt
  endedAt
  waitingDays
  client {
    id
    name
    phone
    email
  }
  type {
    id
    name
    hue
    minutes
    bufferBeforeMinutes
    bufferAfterMinutes
  }
  therapists {
    id
    name
  }
  appointment {
    id
    startsAt
    therapist {
      name
    }
  }
  bookedAppointment {
    id
    startsAt
  }
  score {
    ...WaitlistScoreParts
  }
}
fragment CandidateLine on WaitlistCandidate {
  fits
  reasons
  score {
    total
  }
  entry {
    ...WaitlistLine
    offers {
      id
      status
      expiresAt
      slot {
        startsAt
        endsAt
        therapist {
          id
          name
        }
      }
    }
  }
}
fragment FreedLine on FreedSlot {
  id
  version
  cause
  status
  notBefore
  createdAt
  endedAt
  chainLink
  slot {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<FreedSlotsQuery, FreedSlotsQueryVariables>;
export const WaitlistOffersDocument = new TypedDocumentString(`
    query WaitlistOffers($status: [WaitlistOfferStatus!], $from: DateTime, $first: Int!, $after: String) {
  waitlistOffers(status: $status, from: $from, first: $first, after: $after) {
    nodes {
      ...OfferLine
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment OfferLine on WaitlistOffer {
  id
  version
  status
  offeredAt
  offeredBy
  expiresAt
  decidedAt
  decidedBy
  chainLink
  slot {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
  entry {
    id
    client {
      id
      name
    }
    type {
      id
      name
      hue
    }
  }
}`) as unknown as TypedDocumentString<WaitlistOffersQuery, WaitlistOffersQueryVariables>;
export const WaitlistFiguresDocument = new TypedDocumentString(`
    query WaitlistFigures($from: DateTime!, $to: DateTime!) {
  waitlistFigures(from: $from, to: $to) {
    entries
    offered
    open
    accepted
    declined
    expired
    withdrawn
    conversion
    medianMinutesToFill
  }
}
    `) as unknown as TypedDocumentString<WaitlistFiguresQuery, WaitlistFiguresQueryVariables>;
export const WaitingForDocument = new TypedDocumentString(`
    query WaitingFor($therapistId: ID!, $roomId: ID, $startsAt: DateTime!, $endsAt: DateTime!, $first: Int!) {
  waitingFor(
    therapistId: $therapistId
    roomId: $roomId
    startsAt: $startsAt
    endsAt: $endsAt
    first: $first
  ) {
    ...CandidateLine
  }
}
    fragment WaitlistScoreParts on WaitlistScore {
  total
  overriddenBy
  overrideReason
  parts {
    name
    points
    why
  }
}
fragment WaitlistLine on WaitlistEntry {
  id
  version
  status
  source
  urgency
  days
  parts
  fromOn
  untilOn
  noticeMinutes
  skill
  payer
  note
  referralSource
  createdAt
  endedAt
  waitingDays
  client {
    id
    name
    phone
    email
  }
  type {
    id
    name
    hue
    minutes
    bufferBeforeMinutes
    bufferAfterMinutes
  }
  therapists {
    id
    name
  }
  appointment {
    id
    startsAt
    therapist {
      name
    }
  }
  bookedAppointment {
    id
    startsAt
  }
  score {
    ...WaitlistScoreParts
  }
}
fragment CandidateLine on WaitlistCandidate {
  fits
  reasons
  score {
    total
  }
  entry {
    ...WaitlistLine
    offers {
      id
      status
      expiresAt
      slot {
        startsAt
        endsAt
        therapist {
          id
          name
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<WaitingForQuery, WaitingForQueryVariables>;
export const FittingSlotsDocument = new TypedDocumentString(`
    query FittingSlots($entryId: ID!, $from: DateTime!, $to: DateTime!, $first: Int!) {
  fittingSlots(entryId: $entryId, from: $from, to: $to, first: $first) {
    startsAt
    endsAt
    therapist {
      id
      name
    }
    room {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<FittingSlotsQuery, FittingSlotsQueryVariables>;
export const WaitlistChoicesDocument = new TypedDocumentString(`
    query WaitlistChoices {
  resources {
    __typename
    id
    kind
    name
    active
    ... on Therapist {
      skills
    }
  }
  appointmentTypes {
    id
    name
    minutes
  }
}
    `) as unknown as TypedDocumentString<WaitlistChoicesQuery, WaitlistChoicesQueryVariables>;