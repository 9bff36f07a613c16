import { describe, expect, it } from 'vitest'
import { spell, spellDay, spellUntil } from '../../domain/tell-problem.ts'

const zone = 'America/New_York'
const at = (wall: string) => Date.parse(`${wall}-05:00`)

describe('an interval as it is read aloud', () => {
  it.each([
    ['2026-03-03T09:00', '2026-03-03T09:50', 'Tue, Mar 3, 9:00 AM to 9:50 AM'],
    ['2026-03-03T00:00', '2026-03-04T00:00', 'Tue, Mar 3'],
    ['2026-03-03T00:00', '2026-03-06T00:00', 'Tue, Mar 3 to Thu, Mar 5'],
    ['2026-03-03T14:00', '2026-03-06T00:00', 'Tue, Mar 3, 2:00 PM to Thu, Mar 5'],
    ['2026-03-03T14:00', '2026-03-04T00:00', 'Tue, Mar 3, 2:00 PM to Wed, Mar 4, 12:00 AM'],
    ['2026-03-03T14:00', '2026-03-04T09:00', 'Tue, Mar 3, 2:00 PM to Wed, Mar 4, 9:00 AM'],
  ])('from %s to %s is %s', (start, end, words) => {
    expect(spell({ start: at(start), end: at(end) }, zone)).toBe(words)
  })

  it('is over when a day begins, or at a time of it', () => {
    expect(spellUntil(at('2026-03-04T00:00'), zone)).toBe('Wed, Mar 4')
    expect(spellUntil(at('2026-03-04T12:30'), zone)).toBe('Wed, Mar 4, 12:30 PM')
  })
})

it('names the year of a day that is not in this one', () => {
  expect(spellDay(at('2026-11-21T12:00'), at('2026-03-03T09:00'), zone)).toBe('Sat, Nov 21')
  expect(spellDay(at('2027-11-21T12:00'), at('2026-11-21T09:00'), zone)).toBe('Sun, Nov 21, 2027')
})
