import { expect, it } from 'vitest'
import { afterAttempt, MOST_ATTEMPTS, type Sending } from '../../domain/sending.ts'

const now = Date.parse('2026-03-02T13:00:00Z')
const later = (more: Partial<Extract<Sending, { outcome: 'later' }>> = {}): Sending => ({
  ...{ outcome: 'later', code: '500', message: 'down', unsure: false },
  ...more,
})

function pauseOf(sending: Sending, attempts: number): number {
  const after = afterAttempt(sending, attempts, now)
  if (after.status !== 'sending') throw new Error(`it is ${after.status}`)
  return (after.attemptAt - now) / 1000
}

it('tries again after pauses that grow to half an hour', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempts) => pauseOf(later(), attempts))
  expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1800, 1800, 1800])
})

it('gives up in the end, with what the provider said last', () => {
  const after = afterAttempt(later(), MOST_ATTEMPTS, now)
  expect(after).toEqual({ status: 'failed', code: '500', message: 'down' })
})

it('waits at least as long as the provider asks for', () => {
  expect(pauseOf(later({ retryAfterSeconds: 7 }), 1)).toBe(30)
  expect(pauseOf(later({ retryAfterSeconds: 77 }), 1)).toBe(77)
})

it('leaves the provider a minute before it is asked what it took', () => {
  expect(pauseOf(later({ unsure: true }), 1)).toBe(60)
  expect(afterAttempt(later({ unsure: true }), 1, now)).toMatchObject({ unsure: true })
})

it('tries no more what was refused for good', () => {
  const refused: Sending = { outcome: 'refused', code: '21610', message: 'unsubscribed' }
  expect(afterAttempt(refused, 1, now)).toEqual({ status: 'failed', code: '21610', message: 'unsubscribed' })
})
