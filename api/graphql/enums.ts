import { cancellationReasons } from '../../actions/cancel-appointment.ts'
import {
  eventAdmissions,
  eventKinds,
  newSessionsChoices,
  publishStatuses,
  registersForChoices,
  sessionStatuses,
} from '../../domain/event.ts'
import { feedContents, feedKinds, feedPrivacies, privateFeedKinds } from '../../domain/feed.ts'
import { messageAudiences, messageChannels, messageKinds, messageStatuses, replies } from '../../domain/message.ts'
import { eventFillings } from '../../domain/place-offer.ts'
import { bookingProblemCodes } from '../../domain/problem.ts'
import { referralStatuses } from '../../domain/referral.ts'
import { replyIntents } from '../../domain/reply.ts'
import { occurrenceOutcomes, seriesPolicies, seriesScopes } from '../../domain/series.ts'
import { appointmentStatuses } from '../../domain/status.ts'
import { timeOffReasons, timeOffStatuses } from '../../domain/time-off.ts'
import { planStepKinds } from '../../domain/time-off-plan.ts'
import { registerEnum } from './register-enum.ts'

/** The database's lower-case words under their GraphQL names, as `{ BOOKED: 'booked' }`. */
export function named<Word extends string>(words: readonly Word[]): Record<string, Word> {
  return Object.fromEntries(words.map((word) => [word.toUpperCase(), word]))
}

export const ActorKind = named(['member', 'partner', 'client', 'system'])
registerEnum(ActorKind, { name: 'ActorKind', description: 'Who made a change.' })

export const ApiKeyScope = named(['read', 'write'])
registerEnum(ApiKeyScope, { name: 'ApiKeyScope', description: 'What a key may be used for.' })

export const AppointmentStatus = named(appointmentStatuses)
registerEnum(AppointmentStatus, {
  name: 'AppointmentStatus',
  description: 'After FHIR AppointmentStatus; fulfilled, cancelled, no-show and entered in error are final.',
})

export const BookingProblemCode = named(bookingProblemCodes)
registerEnum(BookingProblemCode, {
  name: 'BookingProblemCode',
  description: 'Why a booking, a hold, a series or time off was refused.',
})

export const CallerKind = named(['member', 'partner'])
registerEnum(CallerKind, { name: 'CallerKind', description: 'A signed-in person or a program with a key.' })

export const CancellationReason = named(cancellationReasons)
registerEnum(CancellationReason, {
  name: 'CancellationReason',
  description: 'Why an appointment was cancelled, after FHIR appointment-cancellation-reason.',
})

export const EventKind = named(eventKinds)
registerEnum(EventKind, { name: 'EventKind', description: 'What an event is.' })

export const PublishStatus = named(publishStatuses)
registerEnum(PublishStatus, {
  name: 'PublishStatus',
  description: 'Whether the public sees it; what is archived has ended.',
})

export const SessionStatus = named(sessionStatuses)
registerEnum(SessionStatus, {
  name: 'SessionStatus',
  description: 'Where a session stands, after schema.org EventStatusType.',
})

export const EventAdmission = named(eventAdmissions)
registerEnum(EventAdmission, {
  name: 'EventAdmission',
  description: 'Whoever registers has a place at once; who enrols is screened first and becomes a member of the group.',
})

export const RegistersFor = named(registersForChoices)
registerEnum(RegistersFor, {
  name: 'RegistersFor',
  description: 'Whether one registers for each session by itself or for all of them.',
})

export const NewSessions = named(newSessionsChoices)
registerEnum(NewSessions, {
  name: 'NewSessions',
  description: 'Sessions that are added as time goes on are published when the event is, or wait as drafts.',
})

export const EventFilling = named(eventFillings)
registerEnum(EventFilling, {
  name: 'EventFilling',
  description:
    'A place that is freed is offered to the first in line for a while, is hers at once, or waits for somebody of the clinic.',
})

export const FeedKind = named(feedKinds)
registerEnum(FeedKind, { name: 'FeedKind', description: 'What a calendar feed is of.' })

export const PrivateFeedKind = named(privateFeedKinds)
registerEnum(PrivateFeedKind, { name: 'PrivateFeedKind', description: 'What a feed with a token is of.' })

export const FeedPrivacy = named(feedPrivacies)
registerEnum(FeedPrivacy, {
  name: 'FeedPrivacy',
  description: 'What a feed says: that time is taken, with whose initials, or names and types. Notes never.',
})

export const FeedContent = named(feedContents)
registerEnum(FeedContent, { name: 'FeedContent', description: 'What a feed shows.' })

export const HoursExceptionKind = named(['open', 'closed'])
registerEnum(HoursExceptionKind, {
  name: 'HoursExceptionKind',
  description: 'Open where the week is closed, or closed where it is open.',
})

export const MemberRole = named(['admin', 'receptionist', 'therapist'])
registerEnum(MemberRole, { name: 'MemberRole', description: 'What a member does in the clinic.' })

export const MessageChannel = named(messageChannels)
registerEnum(MessageChannel, { name: 'MessageChannel', description: 'Where a message is read or heard.' })

export const MessageAudience = named(messageAudiences)
registerEnum(MessageAudience, { name: 'MessageAudience', description: 'Whom a message is for.' })

export const MessageKind = named(messageKinds)
registerEnum(MessageKind, { name: 'MessageKind', description: 'What a message says.' })

export const MessageOrder = named(['latest_first', 'soonest_first'])
registerEnum(MessageOrder, { name: 'MessageOrder', description: 'By when messages are due.' })

export const MessageProvider = named(['postmark', 'twilio', 'outbox', 'portal'])
registerEnum(MessageProvider, {
  name: 'MessageProvider',
  description: 'Who takes a message to its reader; what is in the outbox is taken nowhere.',
})

export const MessageStatus = named(messageStatuses)
registerEnum(MessageStatus, { name: 'MessageStatus', description: 'How far a message is; it only goes forward.' })

export const MarkState = named(['scheduled', 'sent', 'delivered', 'failed'])
registerEnum(MarkState, {
  name: 'MarkState',
  description: 'What became of the last message to the client; SCHEDULED while none has left.',
})

export const Reply = named(replies)
registerEnum(Reply, { name: 'Reply', description: 'What the client made of a message.' })

export const ReplyIntent = named(replyIntents)
registerEnum(ReplyIntent, {
  name: 'ReplyIntent',
  description: 'As what a reply was understood; CHOICE is a number of what was offered.',
})

export const RecordProblemCode = named([
  'STALE_VERSION',
  'NAME_TAKEN',
  'EMAIL_TAKEN',
  'IN_USE',
  'LAST_ADMIN',
  'INVALID',
])
registerEnum(RecordProblemCode, { name: 'RecordProblemCode', description: 'Why a record was not saved.' })

export const PlanStepKind = named(planStepKinds)
registerEnum(PlanStepKind, {
  name: 'PlanStepKind',
  description:
    'What becomes of an appointment in somebody’s absence: COVER is the same time with a cover therapist or in another room.',
})

export const ReferralStatus = named(referralStatuses)
registerEnum(ReferralStatus, {
  name: 'ReferralStatus',
  description: 'How far a client has come since being referred.',
})

export const ResourceKind = named(['therapist', 'room'])
registerEnum(ResourceKind, { name: 'ResourceKind', description: 'What can be booked.' })

export const Right = named([
  'read_calendar',
  'edit_any_appointment',
  'edit_own_appointments',
  'override_rules',
  'decide_time_off',
  'request_own_time_off',
  'edit_clients',
  'manage_settings',
  'manage_members',
  'read_audit',
  'edit_messages',
  'send_messages',
  'see_jobs',
  'edit_events',
  'edit_own_events',
  'edit_feeds',
  'read_rosters',
])
registerEnum(Right, { name: 'Right', description: 'What a caller may do.' })

export const SlotOrder = named(['soonest', 'balanced'])
registerEnum(SlotOrder, {
  name: 'SlotOrder',
  description: 'By the start; or, day by day, the therapist with the least booked that day, then that week, first.',
})

export const TimeOffDecision = named(['approve', 'deny'])
registerEnum(TimeOffDecision, { name: 'TimeOffDecision', description: 'Yes or no to a request.' })

export const OccurrenceOutcome = named(occurrenceOutcomes)
registerEnum(OccurrenceOutcome, {
  name: 'OccurrenceOutcome',
  description: 'What became of one occurrence of a series, or would.',
})

export const SeriesPolicy = named(seriesPolicies)
registerEnum(SeriesPolicy, {
  name: 'SeriesPolicy',
  description: 'What becomes of an occurrence whose place is taken.',
})

export const SeriesScope = named(seriesScopes)
registerEnum(SeriesScope, { name: 'SeriesScope', description: 'How much of a series a change is meant for.' })

export const TimeOffReason = named(timeOffReasons)
registerEnum(TimeOffReason, { name: 'TimeOffReason', description: 'Why somebody is away.' })

export const TimeOffStatus = named(timeOffStatuses)
registerEnum(TimeOffStatus, { name: 'TimeOffStatus', description: 'Where a request for time off stands.' })
