import { describe, expect, it } from 'vitest'
import { leftInWords } from '../../../web/waitlist/create-ending-clock.ts'
import { daysInWords, endInWords, noticeInWords, waitingInWords } from '../../../web/waitlist/waitlist-words.ts'
import { litBy } from '../../../web/waitlist-drawer/fitting.ts'

const MINUTE = 60_000

describe('the words of the waitlist', () => {
  it('tells days in a row by their ends', () => {
    expect(daysInWords([1, 2, 3, 5])).toBe('Mon – Wed, Fri')
    expect(daysInWords([2, 1])).toBe('Mon, Tue')
    expect(daysInWords([7])).toBe('Sun')
  })

  it('tells a notice and a wait in the largest unit that is whole', () => {
    expect([30, 60, 90, 1440, 2880].map(noticeInWords)).toEqual([
      '30 minutes',
      '1 hour',
      '90 minutes',
      '1 day',
      '2 days',
    ])
    expect([0, 1, 12].map(waitingInWords)).toEqual(['today', '1 day', '12 days'])
  })

  it('tells what is left in hours while there are some', () => {
    expect([200, 120, 119, 2, 1].map((left) => leftInWords(left * MINUTE, 0))).toEqual([
      '3 h 20 min',
      '2 h',
      '119 min',
      '2 min',
      '60 s',
    ])
  })
})

it('slots that overlap with one therapist are one light', () => {
  const slot = (startsAt: number, therapistId: string) => ({
    startsAt,
    endsAt: startsAt + 50,
    therapistId,
    roomId: null,
  })
  expect(litBy([slot(0, 'a'), slot(15, 'a'), slot(15, 'b'), slot(100, 'a')])).toEqual([
    { start: 0, end: 65, resourceId: 'a' },
    { start: 100, end: 150, resourceId: 'a' },
    { start: 15, end: 65, resourceId: 'b' },
  ])
})

it('says whether somebody had what she would have given up, or her last date came first', () => {
  const appointment = { id: 'a', startsAt: '2026-03-05T19:00:00Z', therapist: { name: 'Dr. Chen' } }
  expect(endInWords({ appointment, untilOn: null })).toContain('has had the appointment')
  expect(endInWords({ appointment, untilOn: '2026-03-05' })).toContain('has had the appointment')
  expect(endInWords({ appointment, untilOn: '2026-03-04' })).toContain('last date')
  expect(endInWords({ appointment: null, untilOn: '2026-03-04' })).toContain('last date')
})
