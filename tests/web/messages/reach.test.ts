import { expect, it } from 'vitest'
import { type Reached, whyUnreached, whyUntold } from '../../../web/messages/about/reach.ts'

const reached: Reached = {
  email: 'maya@example.com',
  phone: '+12025550123',
  consents: ['EMAIL', 'SMS'],
  smsStoppedAt: null,
}
const STOPPED = '2026-03-02T13:00:00Z'

it.each<[string, Partial<Reached>, string | undefined]>([
  ['with both', {}, undefined],
  ['by text alone', { email: null }, undefined],
  ['by mail alone', { phone: null }, undefined],
  ['by call, though texts are stopped', { email: null, consents: ['VOICE'], smsStoppedAt: STOPPED }, undefined],
  ['without an address', { email: null, phone: null }, 'there is neither a phone number nor an e-mail address'],
  ['without consent', { consents: [] }, 'none was agreed to'],
  ['after STOP', { email: null, smsStoppedAt: STOPPED }, 'texts were stopped by STOP, and there is no other way'],
  ['with a number for mail alone', { email: null, consents: ['EMAIL'] }, 'what was agreed to has no number or address'],
])('a client %s is reached, or it is said why not', (_, change, why) => {
  expect(whyUnreached({ ...reached, ...change })).toBe(why)
})

it('what is written to a client is told by e-mail alone', () => {
  expect(whyUntold(reached)).toBeUndefined()
  expect(whyUntold({ ...reached, email: null })).toBe('there is no e-mail address')
  expect(whyUntold({ ...reached, consents: ['SMS'] })).toBe('e-mail was not agreed to')
})
