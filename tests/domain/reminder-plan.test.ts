import { describe, expect, it } from 'vitest'
import { reconcileMessages } from '../../domain/reconcile-messages.ts'
import { planMessages } from '../../domain/reminder-plan.ts'
import { defaultReminderPolicy } from '../../domain/reminder-policy.ts'
import {
  appointment,
  asPlanned,
  changed,
  forTherapist,
  local,
  NEW_YORK,
  policyWith,
  told,
  wanted,
} from '../support/plan-desk.ts'

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

describe('a move', () => {
  const knows = { told: told('2026-03-20 10:00'), therapistTold: told('2026-03-20 10:00') }

  it('is told after it has settled, on each channel', () => {
    const moved = appointment('2026-03-21 11:00', { ...knows, change: changed('2026-03-04 15:00') })
    expect(wanted(moved, '2026-03-04 15:00')).toEqual([
      'changed email Wed 2026-03-04 15:01:30',
      'changed sms Wed 2026-03-04 15:01:30',
    ])
  })

  it('twice within the settle window is one message, about where it stands at last', () => {
    const first = appointment('2026-03-21 11:00', { ...knows, version: 2, change: changed('2026-03-04 15:00') })
    const planned = asPlanned(first, '2026-03-04 15:00')
    const second = { ...planned, ...appointmentAt('2026-03-22 12:00'), version: 3, change: changed('2026-03-04 15:01') }
    const { insert, update, cancel } = reconcileMessages(
      second,
      planMessages([second], at('2026-03-04 15:01'))[0]!.wanted,
    )
    expect(insert).toEqual([])
    expect(cancel).toEqual([])
    expect(update.map((each) => [each.kind, each.channel, each.dueAt, each.aboutStartsAt])).toEqual([
      ['changed', 'email', local('2026-03-04 15:02:30'), local('2026-03-22 12:00')],
      ['changed', 'sms', local('2026-03-04 15:02:30'), local('2026-03-22 12:00')],
      ['therapist_changed', 'email', local('2026-03-04 15:02:30'), local('2026-03-22 12:00')],
    ])
  })

  it('undone within the settle window is told to nobody', () => {
    const first = appointment('2026-03-21 11:00', { ...knows, version: 2, change: changed('2026-03-04 15:00') })
    const planned = asPlanned(first, '2026-03-04 15:00')
    const back = { ...planned, ...appointmentAt('2026-03-20 10:00'), version: 3, change: changed('2026-03-04 15:01') }
    expect(asPlanned(back, '2026-03-04 15:01').standing.map((each) => each.status)).toEqual([
      'cancelled',
      'cancelled',
      'cancelled',
    ])
  })

  it('undone after it was told is told again', () => {
    const first = appointment('2026-03-21 11:00', { ...knows, version: 2, change: changed('2026-03-04 15:00') })
    const sent = asPlanned(first, '2026-03-04 15:00', '2026-03-04 15:02')
    const back = { ...sent, ...appointmentAt('2026-03-20 10:00'), version: 3, change: changed('2026-03-04 15:05') }
    expect(wanted(back, '2026-03-04 15:05')).toEqual([
      'changed email Wed 2026-03-04 15:06:30',
      'changed sms Wed 2026-03-04 15:06:30',
    ])
  })

  it('before anything was told is part of the confirmation', () => {
    const booked = asPlanned(
      appointment('2026-03-20 10:00', { change: changed('2026-03-04 15:00') }),
      '2026-03-04 15:00',
    )
    const moved = {
      ...booked,
      ...appointmentAt('2026-03-21 11:00'),
      version: 2,
      change: changed('2026-03-04 15:00:10'),
    }
    const after = asPlanned(moved, '2026-03-04 15:00:10')
    expect(after.standing.filter((each) => each.audience === 'client')).toMatchObject([
      { kind: 'confirmation', status: 'scheduled', dueAt: local('2026-03-04 15:00:30'), appointmentVersion: 2 },
    ])
  })

  it('to another room, or a note, changes nothing that was told', () => {
    const noted = appointment('2026-03-20 10:00', { ...knows, version: 4 })
    expect(wanted(noted, '2026-03-04 15:00')).toEqual([])
  })

  it('takes its reminders along, and those that were sent about a time it comes back to are not sent again', () => {
    const facts = appointment('2026-03-12 12:00', { told: told('2026-03-12 12:00') })
    const reminded = asPlanned(facts, '2026-03-11 09:00', '2026-03-11 12:30')
    const moved = { ...reminded, ...appointmentAt('2026-03-13 12:00'), version: 2, change: changed('2026-03-11 13:00') }
    const there = asPlanned(moved, '2026-03-11 13:00', '2026-03-11 13:05')
    expect(wanted(there, '2026-03-11 13:05')).toEqual([
      'day_before sms Thu 2026-03-12 12:00',
      'two_hours_before sms Fri 2026-03-13 10:00',
    ])
    const back = { ...there, ...appointmentAt('2026-03-12 12:00'), version: 3, change: changed('2026-03-11 14:00') }
    expect(wanted(back, '2026-03-11 14:00')).toEqual([
      'changed email Wed 2026-03-11 14:01:30',
      'changed sms Wed 2026-03-11 14:01:30',
      'two_hours_before sms Thu 2026-03-12 10:00',
    ])
  })

  it('by the client herself is told by e-mail, for her calendar', () => {
    const change = changed('2026-03-04 15:00', { by: 'client' })
    expect(wanted(appointment('2026-03-21 11:00', { ...knows, change }), '2026-03-04 15:00')).toEqual([
      'changed email Wed 2026-03-04 15:01:30',
    ])
  })

  it('in the evening is told the next morning', () => {
    const moved = appointment('2026-03-21 11:00', { ...knows, change: changed('2026-03-04 22:00') })
    expect(wanted(moved, '2026-03-04 22:00')).toEqual([
      'changed email Thu 2026-03-05 08:00',
      'changed sms Thu 2026-03-05 08:00',
    ])
  })

  it('told on one channel is told on the other too', () => {
    const first = appointment('2026-03-21 11:00', { ...knows, version: 2, change: changed('2026-03-04 15:00') })
    const planned = asPlanned(first, '2026-03-04 15:00')
    const half = {
      ...planned,
      told: told('2026-03-21 11:00', '2026-03-04 15:01'),
      standing: planned.standing.map((each) => (each.channel === 'sms' ? each : { ...each, status: 'sent' as const })),
    }
    expect(wanted(half, '2026-03-04 15:02')).toEqual(['changed sms Wed 2026-03-04 15:01:30'])
  })
})

function appointmentAt(start: string) {
  const { startsAt, endsAt } = appointment(start)
  return { startsAt, endsAt }
}

describe('a cancellation', () => {
  it('before anything was told is told to nobody', () => {
    const booked = asPlanned(
      appointment('2026-03-06 10:00', { change: changed('2026-03-04 15:00') }),
      '2026-03-04 15:00',
    )
    const off = { ...booked, version: 2, status: 'cancelled' as const, change: changed('2026-03-04 15:00:10') }
    const after = asPlanned(off, '2026-03-04 15:00:10')
    expect(new Set(after.standing.map((each) => each.status))).toEqual(new Set(['cancelled']))
  })

  it('is told once it has settled, and nothing reminds of what is off', () => {
    const known = { told: told('2026-03-06 10:00') }
    const off = appointment('2026-03-06 10:00', { ...known, status: 'cancelled', change: changed('2026-03-04 15:00') })
    expect(wanted(off, '2026-03-04 15:00')).toEqual([
      'cancelled email Wed 2026-03-04 15:01:30',
      'cancelled sms Wed 2026-03-04 15:01:30',
    ])
  })

  it('of a move that was not told yet is told of the time that was', () => {
    const change = changed('2026-03-04 15:01')
    const off = appointment('2026-03-21 11:00', { told: told('2026-03-20 10:00'), status: 'cancelled', change })
    const [plan] = planMessages([off], at('2026-03-04 15:01'))
    expect(plan!.wanted.map((each) => each.aboutStartsAt)).toEqual([
      local('2026-03-20 10:00'),
      local('2026-03-20 10:00'),
    ])
  })

  it('by the client herself is told to her nowhere else', () => {
    const change = changed('2026-03-04 15:00', { by: 'client' })
    const off = appointment('2026-03-06 10:00', { told: told('2026-03-06 10:00'), status: 'cancelled', change })
    expect(wanted(off, '2026-03-04 15:00')).toEqual([])
    expect(planMessages([off], at('2026-03-04 15:00'))[0]!.told).toEqual({ startsAt: null, therapistId: null })
  })

  it('that was told and then taken back is confirmed anew', () => {
    const back = appointment('2026-03-20 10:00', { told: told(null), change: changed('2026-03-04 15:00') })
    expect(wanted(back, '2026-03-04 15:00')).toEqual(['confirmation email Wed 2026-03-04 15:00:20'])
  })

  it('of an appointment whose start is past is told to nobody', () => {
    const known = { told: told('2026-03-04 10:00') }
    const off = appointment('2026-03-04 10:00', { ...known, status: 'cancelled', change: changed('2026-03-04 15:00') })
    expect(wanted(off, '2026-03-04 15:00')).toEqual([])
  })
})

describe('appointments of a series', () => {
  const together = { together: 'series' }
  const three = ['2026-03-20', '2026-03-27', '2026-04-03']

  it('booked together have one confirmation, for the first', () => {
    const change = changed('2026-03-04 15:00', together)
    const booked = three.map((date) => appointment(`${date} 10:00`, { id: date, change }))
    expect(wanted(booked.toReversed(), '2026-03-04 15:00')).toEqual([
      '2026-03-20: confirmation email Wed 2026-03-04 15:00:20',
    ])
    expect(wanted(booked, '2026-03-04 15:00', { only: forTherapist })).toHaveLength(1)
  })

  it('moved or cancelled together have one message, about the earliest', () => {
    const change = changed('2026-03-04 15:00', together)
    const moved = three.map((date) => appointment(`${date} 11:00`, { id: date, change, told: told(`${date} 10:00`) }))
    expect(wanted(moved, '2026-03-04 15:00')).toEqual([
      '2026-03-20: changed email Wed 2026-03-04 15:01:30',
      '2026-03-20: changed sms Wed 2026-03-04 15:01:30',
    ])
    const off = moved.map((each) => ({ ...each, status: 'cancelled' as const }))
    expect(wanted(off, '2026-03-04 15:00')).toEqual([
      '2026-03-20: cancelled email Wed 2026-03-04 15:01:30',
      '2026-03-20: cancelled sms Wed 2026-03-04 15:01:30',
    ])
  })
})

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

describe('a follow-up', () => {
  const policy = policyWith({ kind: 'follow_up', on: true })
  it('comes after those who were there, within the hours', () => {
    const seen = appointment('2026-03-12 10:00', { status: 'fulfilled', told: told('2026-03-12 10:00') })
    expect(wanted(seen, '2026-03-12 11:00', { policy })).toEqual(['follow_up email Fri 2026-03-13 10:50'])
    const missed = { ...seen, status: 'noshow' as const }
    expect(wanted(missed, '2026-03-12 11:00', { policy })).toEqual([])
    const evening = appointment('2026-03-12 19:30', { status: 'arrived' })
    expect(wanted(evening, '2026-03-12 19:40', { policy })).toEqual(['follow_up email Sat 2026-03-14 08:00'])
  })

  it('comes no more when days have passed', () => {
    const seen = appointment('2026-03-02 10:00', { status: 'fulfilled' })
    expect(wanted(seen, '2026-03-12 11:00', { policy })).toEqual([])
  })
})
