import { describe, expect, it } from 'vitest'
import { reconcileMessages } from '../../domain/reconcile-messages.ts'
import { planMessages } from '../../domain/reminder-plan.ts'
import { defaultReminderPolicy } from '../../domain/reminder-policy.ts'
import { appointment, asPlanned, changed, forTherapist, local, NEW_YORK, told, wanted } from '../support/plan-desk.ts'

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

  it('by a client who has no e-mail is known to her, so that moving it back is told', () => {
    const reach = { sms: '+12025550123' }
    const own = appointment('2026-03-21 11:00', {
      ...knows,
      change: changed('2026-03-04 15:00', { by: 'client' }),
      reach,
    })
    expect(wanted(own, '2026-03-04 15:00')).toEqual([])
    expect(planMessages([own], at('2026-03-04 15:00'))[0]!.told).toMatchObject({ startsAt: own.startsAt })
  })

  it('by the client herself is known to her before its mail leaves: moved back meanwhile, she is told', () => {
    const own = appointment('2026-03-21 11:00', { ...knows, change: changed('2026-03-04 15:00', { by: 'client' }) })
    const planned = asPlanned(own, '2026-03-04 15:00')
    const back = { ...planned, ...appointmentAt('2026-03-20 10:00'), version: 3, change: changed('2026-03-04 15:01') }
    expect(wanted(back, '2026-03-04 15:01')).toEqual([
      'changed email Wed 2026-03-04 15:02:30',
      'changed sms Wed 2026-03-04 15:02:30',
    ])
  })

  it('by the client herself, moved back before anything was planned, is told too', () => {
    const afterOwn = told('2026-03-21 11:00', '2026-03-04 15:00')
    const back = appointment('2026-03-20 10:00', { ...knows, change: changed('2026-03-04 15:00:30', { afterOwn }) })
    expect(wanted(back, '2026-03-04 15:00:30')).toEqual([
      'changed email Wed 2026-03-04 15:02',
      'changed sms Wed 2026-03-04 15:02',
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

  it('by the client herself is told by e-mail, for her calendar', () => {
    const change = changed('2026-03-04 15:00', { by: 'client' })
    const off = appointment('2026-03-06 10:00', { told: told('2026-03-06 10:00'), status: 'cancelled', change })
    expect(wanted(off, '2026-03-04 15:00')).toEqual(['cancelled email Wed 2026-03-04 15:01:30'])
  })

  it('by a client who has no e-mail is told to her nowhere else', () => {
    const change = changed('2026-03-04 15:00', { by: 'client' })
    const reach = { sms: '+12025550123' }
    const off = appointment('2026-03-06 10:00', { told: told('2026-03-06 10:00'), status: 'cancelled', change, reach })
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
