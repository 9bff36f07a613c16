import { expect, it } from 'vitest'
import { referralAfterBooking } from '../../domain/referral.ts'
import { type AppointmentStatus, appointmentStatuses, isMovable, isTerminal, mayBecome } from '../../domain/status.ts'

it('lets nothing follow what has ended', () => {
  const ended: AppointmentStatus[] = ['fulfilled', 'cancelled', 'noshow', 'entered_in_error']
  expect(appointmentStatuses.filter(isTerminal)).toEqual(ended)
  for (const from of ended) for (const to of appointmentStatuses) expect(mayBecome(from, to)).toBe(false)
})

it('locks an appointment once the client is there, but takes a mistaken arrival back', () => {
  expect(appointmentStatuses.filter(isMovable)).toEqual(['pending', 'booked'])
  expect(mayBecome('arrived', 'booked')).toBe(true)
})

it.each([
  [{ status: 'new', firstSessionAt: undefined }, 5, { status: 'acceptance_scheduled', firstSessionAt: 5 }],
  [{ status: 'contacted', firstSessionAt: undefined }, 5, { status: 'acceptance_scheduled', firstSessionAt: 5 }],
  [{ status: 'active', firstSessionAt: undefined }, 5, { status: 'active', firstSessionAt: 5 }],
  [{ status: 'acceptance_scheduled', firstSessionAt: 9 }, 5, { status: 'acceptance_scheduled', firstSessionAt: 5 }],
  [{ status: 'acceptance_scheduled', firstSessionAt: 3 }, 5, undefined],
] as const)('a referral %o booked at %i becomes %o', (referral, startsAt, expected) => {
  expect(referralAfterBooking(referral, startsAt)).toEqual(expected)
})
