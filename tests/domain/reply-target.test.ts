import { expect, test } from 'vitest'
import { type ReplyCandidate, targetOf } from '../../domain/reply-target.ts'

const NOW = Date.parse('2026-03-02T13:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const about = (
  appointmentId: string,
  startsIn: number,
  sentAgo: number | null,
  more: Partial<ReplyCandidate> = {},
) => ({
  appointmentId,
  startsAt: NOW + startsIn,
  sentAt: sentAgo === null ? null : NOW - sentAgo,
  aboutStartsAt: sentAgo === null ? null : NOW + startsIn,
  repliedAt: null,
  isConfirmed: false,
  ...more,
})
const one = (appointmentId: string) => ({ kind: 'one', appointmentId })
const unclear = (...appointmentIds: string[]) => ({ kind: 'unclear', appointmentIds })

test('a reply with nothing ahead is about nothing', () => {
  expect(targetOf('confirm', [], NOW)).toEqual({ kind: 'none' })
})

test('a reply is about what was written about last', () => {
  const candidates = [about('a', 24 * HOUR, 2 * HOUR), about('b', 48 * HOUR, HOUR)]
  expect(targetOf('cancel', candidates, NOW)).toEqual(one('b'))
})

test('what was written about within half an hour is unclear, soonest first', () => {
  const candidates = [
    about('b', 48 * HOUR, 10 * MINUTE),
    about('a', 24 * HOUR, 40 * MINUTE),
    about('c', 9 * HOUR, 41 * MINUTE),
  ]
  expect(targetOf('cancel', candidates, NOW)).toEqual(unclear('a', 'b'))
})

test('a yes goes to the one that has none; a no is never guessed', () => {
  const candidates = [about('a', 24 * HOUR, HOUR, { repliedAt: NOW - MINUTE }), about('b', 48 * HOUR, HOUR)]
  expect(targetOf('confirm', candidates, NOW)).toEqual(one('b'))
  expect(targetOf('cancel', candidates, NOW)).toEqual(unclear('a', 'b'))
  expect(targetOf('move', candidates, NOW)).toEqual(unclear('a', 'b'))
})

test('an answer to an earlier message is no answer to the last', () => {
  const candidates = [about('a', 24 * HOUR, HOUR, { repliedAt: NOW - 2 * HOUR }), about('b', 48 * HOUR, HOUR)]
  expect(targetOf('confirm', candidates, NOW)).toEqual(unclear('a', 'b'))
})

test('what has moved since it was told of must be looked at first', () => {
  const candidates = [about('a', 24 * HOUR, HOUR, { aboutStartsAt: NOW + 20 * HOUR })]
  expect(targetOf('confirm', candidates, NOW)).toEqual(unclear('a'))
  expect(targetOf('cancel', candidates, NOW)).toEqual(unclear('a'))
})

test('what takes nothing away is asked of nobody who has one appointment', () => {
  const moved = about('a', 24 * HOUR, HOUR, { aboutStartsAt: NOW + 20 * HOUR })
  for (const intent of ['move', 'late', 'unrecognised'] as const)
    expect(targetOf(intent, [moved], NOW)).toEqual(one('a'))
  expect(targetOf('confirm', [{ ...moved, isConfirmed: true }], NOW)).toEqual(one('a'))
})

test('what nobody was written to about is never meant without asking', () => {
  expect(targetOf('cancel', [about('a', 24 * HOUR, null)], NOW)).toEqual(unclear('a'))
  expect(targetOf('cancel', [about('a', 24 * HOUR, null), about('b', 30 * HOUR, 5 * HOUR)], NOW)).toEqual(one('b'))
})

test('who is late means what begins soon, whatever was written since', () => {
  const candidates = [about('a', -5 * MINUTE, 20 * HOUR), about('b', 48 * HOUR, MINUTE)]
  expect(targetOf('late', candidates, NOW)).toEqual(one('a'))
  expect(targetOf('confirm', candidates, NOW)).toEqual(one('b'))
})
