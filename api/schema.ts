import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import { ApiKeysResolver } from './api-keys/api-keys.resolver.ts'
import { AppointmentTypesResolver } from './appointment-types/appointment-types.resolver.ts'
import { AppointmentsResolver } from './appointments/appointments.resolver.ts'
import { AuditResolver } from './audit/audit.resolver.ts'
import { AvailabilityResolver } from './availability/availability.resolver.ts'
import { BookingSettingsResolver } from './booking/booking-settings.resolver.ts'
import { IntakeAnswersResolver, IntakeQuestionsResolver, OnlineBookingResolver } from './booking/intake.resolver.ts'
import { CalendarResolver } from './calendar/calendar.resolver.ts'
import { ClientAppointmentsResolver } from './clients/client-appointments.resolver.ts'
import { ClientsResolver } from './clients/clients.resolver.ts'
import { ClinicResolver } from './clinic/clinic.resolver.ts'
import { ViewerResolver } from './clinic/viewer.resolver.ts'
import { ClosuresResolver } from './closures/closures.resolver.ts'
import { ConversationsResolver } from './conversations/conversations.resolver.ts'
import { StrayTextsResolver } from './conversations/stray-texts.resolver.ts'
import { EventFieldsResolver } from './events/event-fields.resolver.ts'
import { EventsResolver } from './events/events.resolver.ts'
import { ImageResolver } from './events/image.resolver.ts'
import { SessionFieldsResolver } from './events/session-fields.resolver.ts'
import { SessionsResolver } from './events/sessions.resolver.ts'
import { ExternalCalendarsResolver } from './external-calendars/external-calendars.resolver.ts'
import { FeedsResolver } from './feeds/feeds.resolver.ts'
import { describeArguments } from './graphql/argument-texts.ts'
import {
  AttendanceFieldsResolver,
  EventMembersResolver,
  GroupMemberFieldsResolver,
  SessionAttendanceResolver,
} from './groups/group-fields.resolver.ts'
import { GroupsResolver } from './groups/groups.resolver.ts'
import { HoldsResolver } from './holds/holds.resolver.ts'
import { HoursExceptionsResolver } from './hours/hours-exceptions.resolver.ts'
import { WeeklyHoursResolver } from './hours/weekly-hours.resolver.ts'
import { JobsResolver } from './jobs/jobs.resolver.ts'
import { LiveResolver } from './live/live.resolver.ts'
import { WaitlistLiveResolver } from './live/waitlist-live.resolver.ts'
import { LocationsResolver } from './locations/locations.resolver.ts'
import { MembersResolver } from './members/members.resolver.ts'
import { AppointmentMessagesResolver } from './messages/appointment-messages.resolver.ts'
import { MessagesResolver } from './messages/messages.resolver.ts'
import { ReminderPolicyResolver } from './messages/policy/reminder-policy.resolver.ts'
import { MessageRoutesResolver } from './messages/routes/message-routes.resolver.ts'
import { MessageTemplatesResolver } from './messages/templates/message-templates.resolver.ts'
import { RegistrationFieldsResolver } from './registrations/registration-fields.resolver.ts'
import { RegistrationsResolver } from './registrations/registrations.resolver.ts'
import { EventRosterResolver, SessionRosterResolver } from './registrations/rosters.resolver.ts'
import { ResourceHoursResolver } from './resources/resource-hours.resolver.ts'
import { ResourcesResolver } from './resources/resources.resolver.ts'
import { RoomsResolver } from './resources/rooms.resolver.ts'
import { TherapistsResolver } from './resources/therapists.resolver.ts'
import { AppointmentSeriesResolver } from './series/appointment-series.resolver.ts'
import { SeriesResolver } from './series/series.resolver.ts'
import { TimeOffResolver } from './time-off/time-off.resolver.ts'
import { TimeOffPlanResolver } from './time-off/time-off-plan.resolver.ts'
import { CandidatesResolver } from './waitlist/candidates.resolver.ts'
import { OffersResolver } from './waitlist/offers.resolver.ts'
import { WaitlistResolver } from './waitlist/waitlist.resolver.ts'
import { WaitlistChangesResolver } from './waitlist/waitlist-changes.resolver.ts'
import {
  FreedSlotFieldsResolver,
  WaitlistEntryFieldsResolver,
  WaitlistOfferFieldsResolver,
} from './waitlist/waitlist-fields.resolver.ts'

/** The whole contract, from the classes that describe it. */
export function makeSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      ApiKeysResolver,
      AppointmentMessagesResolver,
      AppointmentSeriesResolver,
      AppointmentsResolver,
      AppointmentTypesResolver,
      AttendanceFieldsResolver,
      AuditResolver,
      AvailabilityResolver,
      CalendarResolver,
      CandidatesResolver,
      ClientAppointmentsResolver,
      ClientsResolver,
      ClinicResolver,
      ClosuresResolver,
      ConversationsResolver,
      EventFieldsResolver,
      EventMembersResolver,
      EventRosterResolver,
      EventsResolver,
      ExternalCalendarsResolver,
      FeedsResolver,
      FreedSlotFieldsResolver,
      GroupMemberFieldsResolver,
      GroupsResolver,
      StrayTextsResolver,
      HoldsResolver,
      HoursExceptionsResolver,
      ImageResolver,
      JobsResolver,
      LiveResolver,
      LocationsResolver,
      MembersResolver,
      MessageRoutesResolver,
      MessagesResolver,
      MessageTemplatesResolver,
      OffersResolver,
      RegistrationFieldsResolver,
      RegistrationsResolver,
      BookingSettingsResolver,
      IntakeQuestionsResolver,
      OnlineBookingResolver,
      IntakeAnswersResolver,
      ReminderPolicyResolver,
      ResourceHoursResolver,
      ResourcesResolver,
      RoomsResolver,
      SeriesResolver,
      SessionAttendanceResolver,
      SessionFieldsResolver,
      SessionRosterResolver,
      SessionsResolver,
      TherapistsResolver,
      TimeOffPlanResolver,
      TimeOffResolver,
      ViewerResolver,
      WaitlistChangesResolver,
      WaitlistEntryFieldsResolver,
      WaitlistLiveResolver,
      WaitlistOfferFieldsResolver,
      WaitlistResolver,
      WeeklyHoursResolver,
    ],
    validate: false,
    pubSub: noTopics,
  })
  return describeArguments(schema)
}

/** type-graphql asks for a broker of topics; our subscriptions bring their own source and never use it. */
const noTopics = {
  publish: refuseTopics,
  subscribe: refuseTopics,
}

function refuseTopics(): never {
  throw new Error('a subscription must bring its own source of changes')
}
