/** FHIR AppointmentStatus, with the values kept in the database. */
export const appointmentStatuses = [
  'pending',
  'booked',
  'arrived',
  'fulfilled',
  'cancelled',
  'noshow',
  'entered_in_error',
] as const

export type AppointmentStatus = (typeof appointmentStatuses)[number]

const next: Record<AppointmentStatus, readonly AppointmentStatus[]> = {
  pending: ['booked', 'cancelled', 'entered_in_error'],
  booked: ['arrived', 'fulfilled', 'noshow', 'cancelled', 'entered_in_error'],
  arrived: ['booked', 'fulfilled', 'cancelled', 'entered_in_error'],
  fulfilled: [],
  cancelled: [],
  noshow: [],
  entered_in_error: [],
}

/** Whether nothing may follow: fulfilled, cancelled, no-show and entered in error. */
export function isTerminal(status: AppointmentStatus): boolean {
  return next[status].length === 0
}

/** Whether an appointment may go from one status to the other. */
export function mayBecome(from: AppointmentStatus, to: AppointmentStatus): boolean {
  return next[from].includes(to)
}

/** Whether the appointment may still be given another time, therapist or room: not once the client is there. */
export function isMovable(status: AppointmentStatus): boolean {
  return status === 'pending' || status === 'booked'
}

/** Whether an appointment of this status takes its resources' time. */
export function takesTime(status: AppointmentStatus): boolean {
  return status !== 'cancelled' && status !== 'noshow' && status !== 'entered_in_error'
}

/** Whether an appointment of this status is shown in the calendar. */
export function isShown(status: AppointmentStatus): boolean {
  return status !== 'cancelled' && status !== 'entered_in_error'
}

/** The word for people: "no-show", "entered in error". */
export function statusWord(status: AppointmentStatus): string {
  return status === 'noshow' ? 'no-show' : status.replaceAll('_', ' ')
}
