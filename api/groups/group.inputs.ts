import { Field, ID, InputType } from 'type-graphql'
import type { AttendanceEntry as Entry, RecordAttendanceInput as Record } from '../../actions/record-attendance.ts'
import type { RequestEnrolmentInput as RequestIn } from '../../actions/request-enrolment.ts'
import type { ScreenGroupMemberInput as Screen } from '../../actions/screen-group-member.ts'
import type { SetGroupMemberStatusInput as SetStatus } from '../../actions/set-group-member-status.ts'
import { Repeatable, Versioned } from '../graphql/repeatable.ts'
import { AttendanceStatus, GroupMemberStatus, ScreeningDecision } from './group.enums.ts'

@InputType({ description: 'Who is to join which group.' })
export class RequestEnrolmentInput extends Repeatable implements RequestIn {
  @Field(() => ID, { description: 'Which group: an event that one comes to by enrolment.' })
  eventId!: string

  @Field(() => ID, { description: 'Which client.' })
  clientId!: string

  @Field(() => String, { nullable: true, description: 'For whoever screens; at most 2,000 characters.' })
  note?: string | null
}

@InputType({ description: 'Whether somebody who asked joins.' })
export class ScreenGroupMemberInput extends Versioned implements Screen {
  @Field(() => ScreeningDecision, { description: 'Yes or no.' })
  decision!: Screen['decision']

  @Field(() => String, { nullable: true, description: 'In place of the note there is; at most 2,000 characters.' })
  note?: string | null
}

@InputType({ description: 'Where a member stands from now on.' })
export class SetGroupMemberStatusInput extends Versioned implements SetStatus {
  @Field(() => GroupMemberStatus, { description: 'ACTIVE, ON_HOLD or EXITED.' })
  status!: SetStatus['status']

  @Field(() => String, { nullable: true, description: 'Why she leaves; at most 1,000 characters.' })
  reason?: string | null
}

@InputType({ description: 'Whether one person came: a registration or a group member.' })
export class AttendanceEntryInput implements Entry {
  @Field(() => ID, { nullable: true, description: 'Of a session one registers for.' })
  registrationId?: string | null

  @Field(() => ID, { nullable: true, description: 'Of a group.' })
  memberId?: string | null

  @Field(() => AttendanceStatus, {
    nullable: true,
    description: 'Whether she came; null takes back what was noted of her.',
  })
  status!: Entry['status']
}

@InputType({ description: 'Who came to a session.' })
export class RecordAttendanceInput extends Repeatable implements Record {
  @Field(() => ID, { description: 'To which session.' })
  sessionId!: string

  @Field(() => [AttendanceEntryInput], {
    description: 'Of whom it is noted, 1 to 1,000; of the others nothing changes.',
  })
  entries!: AttendanceEntryInput[]
}
