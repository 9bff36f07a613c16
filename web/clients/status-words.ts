import type { AppointmentStatus } from '../generated/graphql.ts'

export const statusWords: Record<AppointmentStatus, string> = {
  PENDING: 'Pending',
  BOOKED: 'Booked',
  ARRIVED: 'Arrived',
  FULFILLED: 'Fulfilled',
  CANCELLED: 'Cancelled',
  NOSHOW: 'Did not come',
  ENTERED_IN_ERROR: 'Entered in error',
}
