import { describe, expect, it } from 'vitest'
import { reconcileMessages } from '../../domain/reconcile-messages.ts'
import { planMessages } from '../../domain/reminder-plan.ts'
import { defaultReminderPolicy } from '../../domain/reminder-policy.ts'
import { appointment, asPlanned, changed, local, NEW_YORK, policyWith, told, wanted } from '../support/plan-desk.ts'

const everything = policyWith(
  { kind: 'week_before', on: true },
  { kind: 'hour_before', on: true },
  { kind: 'follow_up', on: true },
)

describe('a booking', () => {
  it('is confirmed after it has settled, and reminded of as far ahead as rows are made', () => {
    const booked = appointment('2026-03-12 10:00', { change: changed('2026-03-04 15:00') })
    expect(wanted(booked, '2026-03-04 15:00', { policy: everything })).toEqual([
      'confirmation email Wed 2026-03-04 15:00:20',
      // The clocks go forward in between.
      'week_before email Thu 2026-03-05 09:00',
      'two_days_before email Tue 2026-03-10 10:00',
      'day_before sms Wed 2026-03-11 10:00',
      'two_hours_before sms Thu 2026-03-12 08:00',
      'hour_before sms Thu 2026-03-12 09:00',
    ])
    const later = appointment('2026-03-20 10:00', { change: changed('2026-03-04 15:00') })
    expect(wanted(later, '2026-03-04 15:00')).toEqual(['confirmation email Wed 2026-03-04 15:00:20'])
  })

  const late: [start: string, bookedAt: string, ...lines: string[]][] = [
    // Two hours and a minute before: a reminder a minute later would say nothing new.
    ['2026-03-12 12:00', '2026-03-12 09:59', 'confirmation email Thu 2026-03-12 09:59:20'],
    // 24 hours and ten minutes before.
    [
      '2026-03-12 12:00',
      '2026-03-11 11:50',
      'confirmation email Wed 2026-03-11 11:50:20',
      'two_hours_before sms Thu 2026-03-12 10:00',
    ],
    // Late in the evening for the next morning: the desk has told her; nothing may leave before she comes.
    ['2026-03-12 08:00', '2026-03-11 21:30'],
    // The same for 10:00: she reads of it in the morning, and needs no reminder at the same time.
    ['2026-03-12 10:00', '2026-03-11 21:30', 'confirmation email Thu 2026-03-12 08:00'],
    // For right now.
    ['2026-03-12 10:00', '2026-03-12 09:58', 'confirmation email Thu 2026-03-12 09:58:20'],
    // Written into the book afterwards.
    ['2026-03-12 10:00', '2026-03-12 10:30'],
  ]
  it.each(late)('for %s made at %s is told in time or not at all', (start, bookedAt, ...lines) => {
    expect(wanted(appointment(start, { change: changed(bookedAt) }), bookedAt)).toEqual(lines)
  })

  it('with a yes to an offer at night is confirmed at once by mail, and by nothing that rings', () => {
    const taken = { change: changed('2026-03-11 22:58', { by: 'client' }), isAcceptedOffer: true }
    expect(wanted(appointment('2026-03-12 15:00', taken), '2026-03-11 22:58')).toEqual([
      'confirmation email Wed 2026-03-11 22:58',
      'two_hours_before sms Thu 2026-03-12 13:00',
    ])
    const silent = policyWith({ kind: 'confirmation', on: false })
    expect(wanted(appointment('2026-03-12 15:00', taken), '2026-03-11 22:58', { policy: silent })).toEqual([
      'two_hours_before sms Thu 2026-03-12 13:00',
    ])
  })

  it('by Daybook itself, of a series that goes on, is confirmed to nobody and known', () => {
    const extended = appointment('2026-03-12 10:00', { change: changed('2026-03-04 15:00', { by: 'system' }) })
    const [plan] = planMessages([extended], {
      ...{ policy: defaultReminderPolicy, zone: NEW_YORK, now: local('2026-03-04 15:00') },
    })
    expect(plan!.told).toEqual({ startsAt: extended.startsAt, therapistId: 'chen' })
    expect(wanted(extended, '2026-03-04 15:00')).not.toContain('confirmation email Wed 2026-03-04 15:00:20')
  })
})

describe('a reminder goes', () => {
  const start = '2026-03-12 08:00'
  const known = { told: told(start) }
  it('two hours before 08:00 the evening before, and an hour before it no second time', () => {
    expect(wanted(appointment(start, known), '2026-03-10 09:00', { policy: everything })).toEqual([
      'day_before sms Wed 2026-03-11 08:00',
      'two_hours_before sms Wed 2026-03-11 19:59',
    ])
  })

  it('so many hours before the start on the day the clocks go forward, and on the day they go back', () => {
    // 24 hours before 10:00 on either day are 09:00 and 11:00 of the day before.
    expect(wanted(appointment('2026-03-08 10:00', { told: told('2026-03-08 10:00') }), '2026-03-05 12:00')).toEqual([
      'two_days_before email Fri 2026-03-06 09:00',
      'day_before sms Sat 2026-03-07 09:00',
      'two_hours_before sms Sun 2026-03-08 08:00',
    ])
    expect(wanted(appointment('2026-11-01 10:00', { told: told('2026-11-01 10:00') }), '2026-10-29 12:00')).toEqual([
      'two_days_before email Fri 2026-10-30 11:00',
      'day_before sms Sat 2026-10-31 11:00',
      'two_hours_before sms Sun 2026-11-01 08:00',
    ])
  })

  it('on Friday where nothing leaves on weekends', () => {
    const monday = appointment('2026-03-09 10:00', { told: told('2026-03-09 10:00') })
    expect(wanted(monday, '2026-03-05 09:00', { policy: { ...defaultReminderPolicy, weekends: false } })).toEqual([
      'two_days_before email Fri 2026-03-06 19:59',
      'day_before sms Mon 2026-03-09 08:00',
    ])
  })

  it('by e-mail to who cannot be texted, and to nobody who cannot be reached', () => {
    const facts = appointment('2026-03-12 12:00', { told: told('2026-03-12 12:00') })
    const mailed = { ...facts, reach: { email: 'maya@example.com' } }
    expect(wanted(mailed, '2026-03-11 09:00')).toEqual([
      'day_before email Wed 2026-03-11 12:00',
      'two_hours_before email Thu 2026-03-12 10:00',
    ])
    expect(wanted({ ...facts, reach: {} }, '2026-03-11 09:00')).toEqual([])
  })

  it('to who may not come once more, where the clinic wants that', () => {
    const policy = policyWith({ kind: 'high_risk', on: true })
    const facts = appointment('2026-03-12 12:00', { told: told('2026-03-12 12:00') })
    const lines = (highRisk: boolean) => wanted({ ...facts, highRisk }, '2026-03-08 13:00', { policy })
    expect(lines(true)).toEqual(['high_risk sms Mon 2026-03-09 12:00', ...lines(false)])
  })

  it('for nobody who is there, or is not coming', () => {
    for (const status of ['arrived', 'fulfilled', 'cancelled', 'noshow', 'entered_in_error'] as const) {
      const lines = wanted(appointment('2026-03-12 12:00', { status }), '2026-03-11 09:00')
      expect(lines.filter((each) => each.includes('before'))).toEqual([])
    }
  })

  it('late rather than not at all when it could not leave in time', () => {
    const planned = asPlanned(appointment('2026-03-12 12:00', { told: told('2026-03-12 12:00') }), '2026-03-11 09:00')
    expect(wanted(planned, '2026-03-11 14:00')).toContain('day_before sms Wed 2026-03-11 12:00')
  })

  it('once, however often it is planned', () => {
    const facts = appointment('2026-03-12 12:00', { told: told('2026-03-12 12:00') })
    const sent = asPlanned(facts, '2026-03-11 09:00', '2026-03-11 13:00')
    const again = reconcileMessages(sent, planMessages([sent], at('2026-03-11 14:00'))[0]!.wanted)
    expect(again).toEqual({ insert: [], update: [], cancel: [] })
  })
})

function at(now: string) {
  return { policy: defaultReminderPolicy, zone: NEW_YORK, now: local(now) }
}
