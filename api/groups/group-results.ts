import { Field, ObjectType } from 'type-graphql'
import { registrationResult } from '../registrations/registration-results.ts'
import { Attendance, GroupMember } from './group.type.ts'

@ObjectType({ description: 'She waits to be screened.' })
export class EnrolmentRequested {
  @Field(() => GroupMember, { description: 'As kept.' })
  member!: GroupMember
}

@ObjectType({ description: 'She is in the group, or declined.' })
export class GroupMemberScreened {
  @Field(() => GroupMember, { description: 'As kept.' })
  member!: GroupMember
}

@ObjectType({ description: 'She stands where it was said.' })
export class GroupMemberStatusSet {
  @Field(() => GroupMember, { description: 'As kept.' })
  member!: GroupMember
}

@ObjectType({ description: 'It is noted who came.' })
export class AttendanceRecorded {
  @Field(() => [Attendance], {
    description: 'Of everybody of whom it was noted now; those of whom it was taken back are not among them.',
  })
  attendance!: Attendance[]
}

export const RequestEnrolmentResult = registrationResult('RequestEnrolmentResult', EnrolmentRequested)
export const ScreenGroupMemberResult = registrationResult('ScreenGroupMemberResult', GroupMemberScreened)
export const SetGroupMemberStatusResult = registrationResult('SetGroupMemberStatusResult', GroupMemberStatusSet)
export const RecordAttendanceResult = registrationResult('RecordAttendanceResult', AttendanceRecorded)
