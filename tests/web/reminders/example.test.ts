import { describe, expect, it } from 'vitest'
import { wallClock } from '../../../domain/zone.ts'
import { exampleStart, exampleTime } from '../../../web/reminders/example.ts'
import type { NoticeEntries } from '../../../web/reminders/policy-entries.ts'

const ZONE = 'America/New_York'
/** Monday 9 March 2026, 09:00: the day after the clocks went forward. */
const MONDAY_NINE = Date.parse('2026-03-09T13:00:00Z')
const hours = { leaveFrom: '08:00', leaveUntil: '20:00', weekends: true }

function reminder(amount: string, unit: 'minutes' | 'hours' | 'days' = 'hours'): NoticeEntries {
  return { kind: 'DAY_BEFORE', on: true, offset: { amount, unit }, channels: ['SMS'] }
}

function leaves(notice: NoticeEntries, open = hours): string | undefined {
  const at = exampleTime(notice, open, MONDAY_NINE, ZONE)?.leaves
  if (at === undefined) return undefined
  const { date, time } = wallClock(at, ZONE)
  return `${date} ${time}`
}

describe('the example of a policy', () => {
  it('tells the time itself where messages may leave then', () => {
    expect(leaves(reminder('24'))).toBe('2026-03-08 09:00')
  })

  it('tells the nearest allowed time where they may not', () => {
    expect(leaves(reminder('2'))).toBe('2026-03-09 08:00')
    expect(leaves(reminder('24'), { ...hours, weekends: false })).toBe('2026-03-09 08:00')
    expect(leaves(reminder('48'), { ...hours, weekends: false })).toBe('2026-03-06 19:59')
  })

  it('tells a follow-up after the end', () => {
    const notice = { ...reminder('1', 'days'), kind: 'FOLLOW_UP' as const }
    expect(leaves(notice)).toBe('2026-03-10 09:50')
  })

  it('says nothing while an entry is wrong, or of what is sent at once', () => {
    expect(leaves(reminder(''))).toBeUndefined()
    expect(leaves(reminder('24'), { ...hours, leaveUntil: '07:00' })).toBeUndefined()
    expect(leaves({ ...reminder('24'), kind: 'CONFIRMATION', offset: undefined })).toBeUndefined()
  })

  it('is for a day at least a week ahead, at that time on the clinic’s clock', () => {
    const at = exampleStart({ weekday: 7, time: '14:30' }, MONDAY_NINE, ZONE)
    expect(wallClock(at, ZONE)).toMatchObject({ date: '2026-03-22', time: '14:30' })
  })
})
