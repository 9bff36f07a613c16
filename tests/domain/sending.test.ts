import { expect, it } from 'vitest'
import { afterAttempt, MOST_ATTEMPTS, type Sending } from '../../domain/sending.ts'

const now = Date.parse('2026-03-02T13:00:00Z')
const later = (more: Partial<Extract<Sending, { outcome: 'later' }>> = {}): Sending => ({
  ...{ outcome: 'later', code: '500', message: 'down', unsure: false },
  ...more,
})

const aboutNothing = { dueAt: now, aboutStartsAt: null }

function pauseOf(sending: Sending, attempts: number): number {
  const after = afterAttempt(sending, attempts, now, aboutNothing)
  if (after.status !== 'sending') throw new Error(`it is ${after.status}`)
  return (after.attemptAt - now) / 1000
}

it('tries again after pauses that grow to half an hour', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempts) => pauseOf(later(), attempts))
  expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1800, 1800, 1800])
})

it('gives up in the end, with what the provider said last', () => {
  const after = afterAttempt(later(), MOST_ATTEMPTS, now, aboutNothing)
  expect(after).toEqual({ status: 'failed', code: '500', message: 'down' })
})

it('waits at least as long as the provider asks for', () => {
  expect(pauseOf(later({ retryAfterSeconds: 7 }), 1)).toBe(30)
  expect(pauseOf(later({ retryAfterSeconds: 77 }), 1)).toBe(77)
})

it('leaves the provider a minute before it is asked what it took', () => {
  expect(pauseOf(later({ unsure: true }), 1)).toBe(60)
  expect(afterAttempt(later({ unsure: true }), 1, now, aboutNothing)).toMatchObject({ unsure: true })
})

it('tries no more what was refused for good', () => {
  const refused: Sending = { outcome: 'refused', code: '21610', message: 'unsubscribed' }
  expect(afterAttempt(refused, 1, now, aboutNothing)).toEqual({
    status: 'failed',
    code: '21610',
    message: 'unsubscribed',
  })
})

it('knows a next try for late from half-way between when it was due and the start', () => {
  const isLate = (attempts: number, dueAt: number, aboutStartsAt: number | null) => {
    const after = afterAttempt(later(), attempts, now, { dueAt, aboutStartsAt })
    return after.status === 'sending' && after.isLate
  }
  const MINUTE = 60_000
  expect(isLate(6, now - 44 * MINUTE, now + 76 * MINUTE)).toBe(false)
  expect(isLate(6, now - 45 * MINUTE, now + 75 * MINUTE)).toBe(true)
  expect(isLate(9, now, now + 24 * 60 * MINUTE)).toBe(false)
  expect(isLate(9, now, now - 60 * MINUTE)).toBe(false)
  expect(isLate(9, now, null)).toBe(false)
})
