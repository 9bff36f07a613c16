import { describe, expect, it } from 'vitest'
import { appointment, changed, forTherapist, told, wanted } from '../support/plan-desk.ts'

describe('the therapist', () => {
  const knows = { told: told('2026-03-20 10:00'), therapistTold: told('2026-03-20 10:00') }
  const lines = (facts: Parameters<typeof appointment>[1], start = '2026-03-20 10:00') =>
    wanted(appointment(start, facts), '2026-03-04 15:00', { only: forTherapist })
  const byDesk = { change: changed('2026-03-04 15:00') }
  const byChen = { change: changed('2026-03-04 15:00', { byTherapistId: 'chen' }) }

  it('hears of what others do in the own calendar, and not of what she does herself', () => {
    expect(lines(byDesk)).toEqual(['therapist_booked email Wed 2026-03-04 15:00:20'])
    expect(lines({ ...knows, ...byDesk }, '2026-03-21 11:00')).toEqual([
      'therapist_changed email Wed 2026-03-04 15:01:30',
    ])
    expect(lines({ ...knows, ...byDesk, status: 'cancelled', formerTherapistEmail: 'chen@example.com' })).toEqual([
      'therapist_cancelled email Wed 2026-03-04 15:01:30',
    ])
    expect(lines(byChen)).toEqual([])
    expect(lines({ ...knows, ...byChen }, '2026-03-21 11:00')).toEqual([])
    expect(lines({ ...knows, ...byChen, status: 'cancelled' })).toEqual([])
  })

  it('who loses an appointment and the one who gets it both hear of it', () => {
    const given = { ...knows, ...byDesk, therapistId: 'okafor', therapistEmail: 'okafor@example.com' }
    expect(lines({ ...given, formerTherapistEmail: 'chen@example.com' })).toEqual([
      'therapist_booked email Wed 2026-03-04 15:00:20',
      'therapist_cancelled email Wed 2026-03-04 15:01:30',
    ])
    expect(lines({ ...given, ...byChen, formerTherapistEmail: 'chen@example.com' })).toEqual([
      'therapist_booked email Wed 2026-03-04 15:00:20',
    ])
  })

  it('without an address hears nothing', () => {
    expect(lines({ ...byDesk, therapistEmail: null })).toEqual([])
  })
})
