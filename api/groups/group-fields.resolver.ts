import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql'
import type { AttendanceRow } from '../../db/queries/attendance.ts'
import type { Session as SessionData } from '../../db/queries/event-sessions.ts'
import type { EventRow } from '../../db/queries/events.ts'
import { type GroupMemberRow, listGroupMembers } from '../../db/queries/group-members.ts'
import type { GroupMemberStatus as Status } from '../../domain/group.ts'
import { Client } from '../clients/client.type.ts'
import { type ApiContext, reading } from '../context.ts'
import { Event, Session } from '../events/event.type.ts'
import { registrationLoaders } from '../registrations/registration-loaders.ts'
import { checkRoster, facilitatorsOf } from '../registrations/roster.ts'
import { GroupMemberStatus } from './group.enums.ts'
import { Attendance, GroupMember, RosterEntry } from './group.type.ts'
import { groupLoaders } from './group-loaders.ts'

@Resolver(() => Event)
export class EventMembersResolver {
  @FieldResolver(() => [GroupMember], {
    description:
      'Of an event one comes to by enrolment, by when they asked. For the desk, for keys that read and for those who run it.',
  })
  members(
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
    @Root() event: EventRow,
    @Arg('status', () => GroupMemberStatus, { nullable: true }) status?: Status | null,
  ) {
    checkRoster(context, info, event.facilitatorIds)
    return reading(context, 'read_calendar', (trx, clinicId) =>
      listGroupMembers(trx, clinicId, event.id, status ?? null),
    )
  }
}

@Resolver(() => GroupMember)
export class GroupMemberFieldsResolver {
  @FieldResolver(() => Client, { description: 'Who it is.' })
  client(@Ctx() context: ApiContext, @Root() { clientId }: GroupMemberRow) {
    return registrationLoaders(context).client.load(clientId)
  }

  @FieldResolver(() => Event, { description: 'Which group.' })
  event(@Ctx() context: ApiContext, @Root() { eventId }: GroupMemberRow) {
    return registrationLoaders(context).event.load(eventId)
  }

  @FieldResolver(() => [Attendance], { description: 'Session by session: a line for what she is charged.' })
  attendance(@Ctx() context: ApiContext, @Root() { id }: GroupMemberRow) {
    return groupLoaders(context).attendanceOfMember.load(id)
  }

  @FieldResolver(() => Int, { description: 'What she is charged for all sessions, in cents.' })
  async chargedCents(@Ctx() context: ApiContext, @Root() { id }: GroupMemberRow): Promise<number> {
    const lines = await groupLoaders(context).attendanceOfMember.load(id)
    return lines.reduce((sum, each) => sum + each.chargeCents, 0)
  }
}

@Resolver(() => Attendance)
export class AttendanceFieldsResolver {
  @FieldResolver(() => Session, { description: 'To what she came, or did not.' })
  session(@Ctx() context: ApiContext, @Root() { sessionId }: AttendanceRow) {
    return registrationLoaders(context).session.load(sessionId)
  }
}

const WHO = 'For the desk, for keys that read and for those who run it; never told live.'

@Resolver(() => Session)
export class SessionAttendanceResolver {
  @FieldResolver(() => [RosterEntry], { description: `Who is expected, by name, and whether each came. ${WHO}` })
  async roster(@Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo, @Root() session: SessionData) {
    checkRoster(context, info, facilitatorsOf(session))
    const [people, noted] = await Promise.all([
      groupLoaders(context).roster.load(session.id),
      groupLoaders(context).attendance.load(session.id),
    ])
    const ofPerson = new Map(noted.map((each) => [each.registrationId ?? each.memberId, each]))
    return people.map((each) => ({ ...each, attendance: ofPerson.get(each.registrationId ?? each.memberId) ?? null }))
  }

  @FieldResolver(() => [Attendance], { description: `What was noted of it. ${WHO}` })
  attendance(@Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo, @Root() session: SessionData) {
    checkRoster(context, info, facilitatorsOf(session))
    return groupLoaders(context).attendance.load(session.id)
  }
}
