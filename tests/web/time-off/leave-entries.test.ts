import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../domain/zone.ts'
import {
  intervalOf,
  type LeaveSpan,
  restOfDay,
  spanOf,
  spanProblems,
  wholeDay,
  withFirstDay,
} from '../../../web/time-off/leave-entries.ts'
import { lengthInWords, spanInWords } from '../../../web/time-off/leave-words.ts'

const zone = 'America/New_York'
const at = (date: string, time = '00:00') => instantOf(date, time, zone)
const whole = (fromDate: string, untilDate: string): LeaveSpan => ({ ...wholeDay(fromDate), untilDate })
const exact = (fromDate: string, fromTime: string, untilDate: string, untilTime: string): LeaveSpan => ({
  isWhole: false,
  ...{ fromDate, fromTime, untilDate, untilTime },
})

describe('time off that is entered', () => {
  it.each([
    ['one whole day', whole('2026-03-03', '2026-03-03'), 24],
    ['three whole days', whole('2026-03-03', '2026-03-05'), 72],
    ['the day the clocks go forward', whole('2026-03-08', '2026-03-08'), 23],
    ['the day the clocks go back', whole('2026-11-01', '2026-11-01'), 25],
    ['an afternoon', exact('2026-03-03', '13:00', '2026-03-03', '17:30'), 4.5],
    ['a night', exact('2026-03-03', '22:00', '2026-03-04', '06:00'), 8],
  ])('has the hours of the clinic’s clock: %s', (_, span, hours) => {
    const { start, end } = intervalOf(span, zone)!
    expect((end - start) / 3_600_000).toBe(hours)
    expect(spanProblems(span, zone)).toEqual({})
  })

  it.each([
    ['a last day before the first', whole('2026-03-05', '2026-03-03'), 'untilDate'],
    ['an end before the beginning', exact('2026-03-03', '13:00', '2026-03-03', '12:00'), 'untilTime'],
    ['no first day', whole('', '2026-03-03'), 'fromDate'],
    ['no last day', whole('2026-03-03', ''), 'untilDate'],
    ['a year half typed', whole('0002-03-03', '2026-03-03'), 'fromDate'],
    ['no time', exact('2026-03-03', '', '2026-03-03', '12:00'), 'fromTime'],
  ])('is kept back at its field: %s', (_, span, field) => {
    expect(intervalOf(span, zone)).toBeUndefined()
    expect(Object.keys(spanProblems(span, zone))).toEqual([field])
  })

  it('that the clocks skip when they go forward is said to be no time', () => {
    const skipped = exact('2026-03-08', '02:30', '2026-03-08', '03:30')
    expect(intervalOf(skipped, zone)).toBeUndefined()
    expect(spanProblems(skipped, zone).untilTime).toContain('The clocks go forward then')
  })

  it('is shown again as it was entered', () => {
    for (const span of [whole('2026-03-07', '2026-03-09'), exact('2026-03-03', '13:00', '2026-03-03', '17:30')]) {
      expect(intervalOf(spanOf(intervalOf(span, zone)!, zone), zone)).toEqual(intervalOf(span, zone))
    }
  })

  it('takes the last day along with a later first one', () => {
    expect(withFirstDay(wholeDay('2026-03-03'), '2026-03-06')).toEqual({
      fromDate: '2026-03-06',
      untilDate: '2026-03-06',
    })
    expect(withFirstDay(whole('2026-03-03', '2026-03-09'), '2026-03-06').untilDate).toBe('2026-03-09')
  })
})

describe('the rest of today', () => {
  it('goes from now to the end of what is still to come', () => {
    const busy = [
      { start: at('2026-03-03', '09:00'), end: at('2026-03-03', '12:00') },
      { start: at('2026-03-03', '13:00'), end: at('2026-03-03', '17:00') },
    ]
    expect(restOfDay(at('2026-03-03', '10:20') + 31_000, busy, zone)).toEqual(
      exact('2026-03-03', '10:20', '2026-03-03', '17:00'),
    )
  })

  it('goes to midnight where nothing more is to come', () => {
    const busy = [{ start: at('2026-03-03', '09:00'), end: at('2026-03-03', '12:00') }]
    expect(restOfDay(at('2026-03-03', '18:05'), busy, zone)).toEqual(
      exact('2026-03-03', '18:05', '2026-03-04', '00:00'),
    )
  })
})

describe('time off in words', () => {
  it.each([
    [whole('2026-03-03', '2026-03-03'), 'Tue, Mar 3, 2026', '1 day'],
    [whole('2026-03-03', '2026-03-06'), 'Mar 3 – 6, 2026', '4 days'],
    [whole('2026-11-01', '2026-11-01'), 'Sun, Nov 1, 2026', '1 day'],
    [exact('2026-03-03', '13:00', '2026-03-03', '17:30'), 'Tue, Mar 3, 2026, 1:00 – 5:30 PM', '4 h 30 min'],
    [exact('2026-03-03', '13:00', '2026-03-05', '12:00'), 'Mar 3, 2026, 1:00 PM – Mar 5, 2026, 12:00 PM', '47 h'],
    [exact('2026-03-03', '13:00', '2026-03-03', '13:45'), 'Tue, Mar 3, 2026, 1:00 – 1:45 PM', '45 min'],
  ])('says when and how long', (span, when, length) => {
    const interval = intervalOf(span, zone)!
    expect(spanInWords(interval, zone)).toBe(when)
    expect(lengthInWords(interval, zone)).toBe(length)
  })
})
