import { describe, expect, it } from 'vitest'
import { mayGive, repeatOf } from '../../../web/events/rule-entry.ts'
import { ruleOf } from '../../../web/repeat/repeat.ts'

const ZONE = 'America/New_York'
/** The first Tuesday of its month. */
const TUESDAY = '2027-01-05'

describe('a rule as it is entered', () => {
  it.each([
    ['week', 'FREQ=WEEKLY;BYDAY=TU;COUNT=8'],
    ['two-weeks', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
    ['month-date', 'FREQ=MONTHLY;BYMONTHDAY=5;UNTIL=20270605T235959'],
    ['month-weekday', 'FREQ=MONTHLY;BYDAY=1TU;COUNT=3'],
  ])('is %s for %s, and says the same again', (kind, rrule) => {
    const repeat = repeatOf(rrule, TUESDAY, ZONE)
    expect(repeat?.kind).toBe(kind)
    const again = ruleOf(repeat!, TUESDAY)
    expect(repeatOf(again!, TUESDAY, ZONE)).toEqual(repeat)
  })

  it('ends on the day that the zone of the clinic gives its end', () => {
    expect(repeatOf('FREQ=WEEKLY;BYDAY=TU;UNTIL=20270310T045959Z', TUESDAY, ZONE)).toMatchObject({
      ends: 'date',
      until: '2027-03-09',
    })
  })

  it.each([
    ['FREQ=WEEKLY;BYDAY=TU', '2027-01-12', true],
    ['FREQ=WEEKLY;BYDAY=TU', '2027-01-13', false],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2027-01-12', false],
    ['FREQ=WEEKLY;BYDAY=TU;COUNT=2', '2027-01-19', false],
    ['FREQ=WEEKLY;BYDAY=TU', '2026-12-29', false],
    ['FREQ=MONTHLY;BYMONTHDAY=5', '2027-02-06', true],
  ])('of %s may be left out %s: %s, where it is plain to see', (rrule, day, may) => {
    expect(mayGive(rrule, TUESDAY, day)).toBe(may)
  })

  it('is none for what takes place once', () => {
    expect(repeatOf(null, TUESDAY, ZONE)?.kind).toBe('never')
  })

  it('is unknown where the fields have no words for it', () => {
    expect(repeatOf('FREQ=WEEKLY;BYDAY=TU,TH', TUESDAY, ZONE)).toBeUndefined()
    expect(repeatOf('FREQ=DAILY', TUESDAY, ZONE)).toBeUndefined()
  })
})
