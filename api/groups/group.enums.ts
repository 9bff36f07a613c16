import { attendanceStatuses } from '../../domain/attendance.ts'
import { groupMemberStatuses, screeningDecisions } from '../../domain/group.ts'
import { named } from '../graphql/enums.ts'
import { registerEnum } from '../graphql/register-enum.ts'

export const GroupMemberStatus = named(groupMemberStatuses)
registerEnum(GroupMemberStatus, {
  name: 'GroupMemberStatus',
  description: 'Where somebody stands in a group. Who is active or on hold keeps a place.',
})

export const ScreeningDecision = named(screeningDecisions)
registerEnum(ScreeningDecision, { name: 'ScreeningDecision', description: 'What screening comes to.' })

export const AttendanceStatus = named(attendanceStatuses)
registerEnum(AttendanceStatus, {
  name: 'AttendanceStatus',
  description: 'Whether somebody came. PRESENT and LATE are charged.',
})
