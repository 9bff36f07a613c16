/** Whether somebody came. */
export const attendanceStatuses = ['present', 'late', 'absent', 'excused'] as const
export type AttendanceStatus = (typeof attendanceStatuses)[number]

/** What a session costs somebody: its price for each place, for those who came. An amount; nothing is paid here. */
export function chargeOf(status: AttendanceStatus, priceCents: number | null, places: number): number {
  const came = status === 'present' || status === 'late'
  return came ? (priceCents ?? 0) * places : 0
}
