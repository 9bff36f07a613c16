import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { recordAttendance } from '../../actions/record-attendance.ts'
import { requestEnrolment } from '../../actions/request-enrolment.ts'
import { screenGroupMember } from '../../actions/screen-group-member.ts'
import { setGroupMemberStatus } from '../../actions/set-group-member-status.ts'
import { type ApiContext, acting } from '../context.ts'
import {
  RecordAttendanceInput,
  RequestEnrolmentInput,
  ScreenGroupMemberInput,
  SetGroupMemberStatusInput,
} from './group.inputs.ts'
import {
  RecordAttendanceResult,
  RequestEnrolmentResult,
  ScreenGroupMemberResult,
  SetGroupMemberStatusResult,
} from './group-results.ts'

@Resolver()
export class GroupsResolver {
  @Mutation(() => RequestEnrolmentResult, {
    description: 'Asks for a client to join a group. REGISTRATION_CLOSED where it takes no new members.',
  })
  requestEnrolment(
    @Ctx() context: ApiContext,
    @Arg('input', () => RequestEnrolmentInput) input: RequestEnrolmentInput,
  ) {
    return requestEnrolment(acting(context), input)
  }

  @Mutation(() => ScreenGroupMemberResult, {
    description: 'Says whether she joins. NO_PLACE_LEFT where members and those on hold have all places.',
  })
  screenGroupMember(
    @Ctx() context: ApiContext,
    @Arg('input', () => ScreenGroupMemberInput) input: ScreenGroupMemberInput,
  ) {
    return screenGroupMember(acting(context), input)
  }

  @Mutation(() => SetGroupMemberStatusResult, {
    description: 'Puts a member on hold, brings her back or lets her leave. Who left asks to join anew.',
  })
  setGroupMemberStatus(
    @Ctx() context: ApiContext,
    @Arg('input', () => SetGroupMemberStatusInput) input: SetGroupMemberStatusInput,
  ) {
    return setGroupMemberStatus(acting(context), input)
  }

  @Mutation(() => RecordAttendanceResult, {
    description:
      'Notes who came to a session, and by its price what each is charged. It can be noted again, and taken back.',
  })
  recordAttendance(
    @Ctx() context: ApiContext,
    @Arg('input', () => RecordAttendanceInput) input: RecordAttendanceInput,
  ) {
    return recordAttendance(acting(context), input)
  }
}
