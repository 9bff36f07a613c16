import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../domain/zone.ts'
import { groupTimeOff } from '../../../web/time-off/group-time-off.ts'
import {
  type Affected,
  choiceOf,
  clashesOf,
  type NamedPlace,
  noPicks,
  pickedOf,
  type Step,
  sentPlan,
  stepOf,
} from '../../../web/time-off/plan.ts'
import { changesBetween, keptPicks } from '../../../web/time-off/plan-changes.ts'
import { summaryOf } from '../../../web/time-off/plan-summary.ts'

const NAMES: Record<string, string> = { chen: 'Dr. Chen', johnson: 'Dr. Johnson', oak: 'Oak', elm: 'Elm' }

function place(date: string, time: string, therapistId: string, roomId: string | null = 'oak'): NamedPlace {
  const startsAt = instantOf(date, time, 'America/New_York')
  const names = { therapistName: NAMES[therapistId]!, roomName: roomId && NAMES[roomId]! }
  return { startsAt, endsAt: startsAt + 50 * 60_000, therapistId, roomId, ...names }
}

function affected(id: string, time: string, version = 1): Affected {
  return {
    ...place('2026-03-03', time, 'chen'),
    ...{ id, version, status: 'booked', clientName: `Client ${id}`, phone: null, typeName: 'Therapy', hue: 200 },
  }
}

function covered(id: string, time: string, version = 1): Step {
  const proposal = { kind: 'COVER' as const, place: place('2026-03-03', time, 'johnson') }
  return stepOf(affected(id, time, version), proposal, [place('2026-03-05', '14:00', 'chen')], null)
}

function bare(id: string, time: string, kind: 'CANCEL' | 'LEAVE'): Step {
  return stepOf(affected(id, time), { kind, place: undefined }, [], 'Nobody is free.')
}

const later = (step: Step) => choiceOf(step.affected, place('2026-03-05', '14:00', 'chen')).key

describe('a plan', () => {
  it('offers each slot once, the proposed first, then to cancel and to leave', () => {
    const step = stepOf(
      affected('a', '10:00'),
      { kind: 'COVER', place: place('2026-03-03', '10:00', 'johnson') },
      [place('2026-03-03', '10:00', 'johnson'), place('2026-03-05', '14:00', 'chen')],
      null,
    )
    expect(step.choices.map((each) => each.kind)).toEqual(['COVER', 'ANOTHER_TIME', 'CANCEL', 'LEAVE'])
    expect(pickedOf(step, noPicks).kind).toBe('COVER')
    expect(pickedOf(step, new Map([['a', later(step)]])).kind).toBe('ANOTHER_TIME')
  })

  it('is summed up in one line', () => {
    const steps = [covered('a', '10:00'), covered('b', '11:00'), covered('c', '12:00'), bare('d', '13:00', 'CANCEL')]
    const picks = new Map([['c', later(steps[2]!)]])
    expect(summaryOf(steps, picks)).toBe('2 moved to Dr. Johnson, 1 to another time, 1 cancelled')
    expect(summaryOf([bare('e', '14:00', 'LEAVE')], noPicks)).toBe('1 left on leave time')
    expect(summaryOf([steps[2]!], picks)).toBe('1 moved to another time')
    expect(summaryOf([], noPicks)).toBe('Nobody is booked then')
  })

  it('names the room that an appointment moves to when its therapist stays', () => {
    const elm = place('2026-03-03', '10:00', 'chen', 'elm')
    const step = stepOf(affected('a', '10:00'), { kind: 'COVER', place: elm }, [], null)
    expect(summaryOf([step], noPicks)).toBe('1 moved to Elm')
  })

  it('tells of two steps that would take one time', () => {
    const steps = [covered('a', '10:00'), covered('b', '11:00'), covered('c', '12:00')]
    expect(clashesOf(steps, noPicks).size).toBe(0)
    const clashes = clashesOf(
      steps,
      new Map([
        ['a', later(steps[0]!)],
        ['c', later(steps[2]!)],
      ]),
    )
    expect([...clashes]).toEqual([
      ['a', 'At the same time as Client c in this plan.'],
      ['c', 'At the same time as Client a in this plan.'],
    ])
  })

  it('is sent with the versions that were seen', () => {
    expect(sentPlan([covered('a', '10:00', 3), bare('b', '11:00', 'CANCEL')], noPicks)).toEqual([
      {
        appointmentId: 'a',
        expectedVersion: 3,
        kind: 'COVER',
        startsAt: '2026-03-03T15:00:00.000Z',
        endsAt: '2026-03-03T15:50:00.000Z',
        therapistId: 'johnson',
        roomId: 'oak',
      },
      { appointmentId: 'b', expectedVersion: 1, kind: 'CANCEL' },
    ])
  })
})

describe('a plan that is asked for again', () => {
  it('says what others did meanwhile', () => {
    const before = [covered('a', '10:00'), covered('b', '11:00')]
    const after = [covered('b', '11:30', 2), covered('c', '12:00')]
    const { words, changed } = changesBetween(before, after, noPicks)
    expect(words).toEqual([
      'Client a is no longer booked then.',
      'Client c has been booked then meanwhile.',
      'The appointment of Client b has been changed.',
    ])
    expect([...changed]).toEqual(['c', 'b'])
  })

  it('says of whom what was picked is no longer free', () => {
    const before = [covered('a', '10:00'), covered('b', '11:00'), covered('c', '12:00')]
    const after = [bare('a', '10:00', 'CANCEL'), bare('b', '11:00', 'CANCEL'), covered('c', '12:00')]
    const { words, changed } = changesBetween(before, after, new Map([['b', 'CANCEL']]))
    expect(words).toEqual(['What was picked for Client a is no longer free.'])
    expect([...changed]).toEqual(['a'])
  })

  it('keeps what was picked where it can still be had', () => {
    const before = [covered('a', '10:00'), covered('b', '11:00'), covered('c', '12:00')]
    const after = [covered('a', '10:00'), covered('b', '11:00', 2), bare('c', '12:00', 'CANCEL')]
    const picks = new Map([
      ['a', later(before[0]!)],
      ['b', 'CANCEL'],
      ['c', later(before[2]!)],
    ])
    expect([...keptPicks(picks, after, changesBetween(before, after, noPicks))]).toEqual([['a', later(before[0]!)]])
  })
})

it('puts what waits first, then what is to come, then what is over', () => {
  const row = (id: string, status: string, startsAt: string, endsAt: string) => ({ id, status, startsAt, endsAt })
  const rows = [
    row('over', 'APPROVED', '2026-02-01T05:00Z', '2026-02-02T05:00Z'),
    row('denied', 'DENIED', '2026-05-01T05:00Z', '2026-05-02T05:00Z'),
    row('later', 'APPROVED', '2026-04-01T05:00Z', '2026-04-02T05:00Z'),
    row('under way', 'APPROVED', '2026-03-01T05:00Z', '2026-03-04T05:00Z'),
    row('second', 'REQUESTED', '2026-06-01T05:00Z', '2026-06-02T05:00Z'),
    row('first', 'REQUESTED', '2026-01-01T05:00Z', '2026-01-02T05:00Z'),
  ]
  const groups = groupTimeOff(rows, Date.parse('2026-03-03T12:00Z'))
  const ids = (list: readonly { id: string }[]) => list.map((each) => each.id)
  expect(ids(groups.waiting)).toEqual(['first', 'second'])
  expect(ids(groups.upcoming)).toEqual(['under way', 'later'])
  expect(ids(groups.past)).toEqual(['denied', 'over'])
})
