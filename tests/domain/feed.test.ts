import { describe, expect, it } from 'vitest'
import { feedWindow, initialsOf, mayKeepFeed } from '../../domain/feed.ts'
import { rightsOf, rightsOfScopes } from '../../domain/rights.ts'

const DAY = 24 * 60 * 60_000

describe('initials', () => {
  it.each([
    ['Maya Alvarez', 'M. A.'],
    ['Maya de la Cruz', 'M. C.'],
    ['  maya  ', 'M.'],
    ['Ñandú (Ño) Żółć', 'Ñ. Ż.'],
    ['𝒳avier Ω', '𝒳. Ω.'],
    ['-- !', ''],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})

describe('a feed', () => {
  const ofChen = { kind: 'therapist', resourceId: 'chen' } as const
  it.each([
    ['an administrator', rightsOf('admin'), undefined, ofChen, true],
    ['a receptionist', rightsOf('receptionist'), undefined, { kind: 'client', resourceId: null } as const, true],
    ['the therapist herself', rightsOf('therapist'), 'chen', ofChen, true],
    ['another therapist', rightsOf('therapist'), 'okafor', ofChen, false],
    ['a therapist, of a room', rightsOf('therapist'), 'chen', { kind: 'room', resourceId: 'chen' } as const, false],
    [
      'a therapist without a calendar',
      rightsOf('therapist'),
      undefined,
      { kind: 'therapist', resourceId: null } as const,
      false,
    ],
    ['a program', rightsOfScopes(['read', 'write']), undefined, ofChen, false],
  ])('may be kept by %s or not', (_, rights, own, subject, may) => {
    expect(mayKeepFeed(rights, subject, own)).toBe(may)
  })

  it('covers two months back and more than a year ahead, and what was cancelled for 30 days', () => {
    const { start, end, cancelledSince } = feedWindow(1000 * DAY)
    expect([start / DAY, end / DAY, cancelledSince / DAY]).toEqual([940, 1400, 970])
  })
})
