import { expect, it } from 'vitest'
import { headOfLine, offerEndsAt } from '../../domain/place-offer.ts'
import { decideAcceptance } from '../../domain/registration.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

it.each([
  ['a fortnight', 14 * DAY, DAY],
  ['four days', 4 * DAY, DAY],
  ['a day', DAY, 6 * HOUR],
  ['three hours', 3 * HOUR, 45 * MINUTE],
  ['an hour', HOUR, 30 * MINUTE],
  ['half an hour', 30 * MINUTE, 30 * MINUTE],
])('with %s left, an offer stands for a quarter of it, half an hour at least and a day at most', (_, left, length) => {
  expect(offerEndsAt(1000, 1000 + left)).toBe(1000 + length)
})

it('with less than half an hour left nobody is asked', () => {
  expect(offerEndsAt(0, 30 * MINUTE - 1)).toBeUndefined()
})

it('lets in the head of the line, and nobody past somebody who needs more places than there are', () => {
  const line = [1, 2, 3, 1].map((places, at) => ({ places, at }))
  const come = (left: number | null) => headOfLine(line, left).map(({ at }) => at)
  expect([0, 1, 2, 3, 5, 6, 7].map(come)).toEqual([[], [0], [0], [0, 1], [0, 1], [0, 1, 2], [0, 1, 2, 3]])
  expect(come(null)).toEqual([0, 1, 2, 3])
})

it.each([
  ['kept for her', { status: 'offered' }, { left: 0, isAwaited: true }, 9, 'kept'],
  ['kept for her, late and wanted by nobody', { status: 'offered' }, { left: 0, isAwaited: false }, 10, 'kept'],
  ['kept for her, late and wanted', { status: 'offered' }, { left: 0, isAwaited: true }, 10, 'refused'],
  ['passed on and free again', { passedAt: 10 }, { left: 1, isAwaited: false }, 20, 'free'],
  ['passed on and free, but wanted', { passedAt: 10 }, { left: 1, isAwaited: true }, 20, 'refused'],
  ['passed on and taken', { passedAt: 10 }, { left: 0, isAwaited: false }, 20, 'refused'],
  ['never offered', { offerExpiresAt: null }, { left: 1, isAwaited: true }, 5, 'refused'],
  ['hers already', { status: 'registered' }, { left: 0, isAwaited: true }, 20, 'has'],
  ['given back', { status: 'cancelled' }, { left: 9, isAwaited: false }, 5, 'refused'],
] as const)('a place that is %s', (_, change, beside, now, outcome) => {
  const waiting = { status: 'waitlisted', offerExpiresAt: 10, passedAt: null, places: 1 } as const
  expect(decideAcceptance({ ...waiting, ...change }, beside, now).kind).toBe(outcome)
})
