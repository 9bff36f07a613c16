import { describe, expect, it } from 'vitest'
import { historyOf } from '../../../web/messages/history.ts'

const due = '2026-03-03T15:00:00Z'
const none = { sentAt: null, deliveredAt: null, endedAt: null, repliedAt: null, provider: null, attempts: 0 } as const

function told(message: Partial<Parameters<typeof historyOf>[0]>): string[] {
  return historyOf({ ...none, status: 'SCHEDULED', dueAt: due, ...message }).map(({ what }) => what)
}

describe('the history of a message', () => {
  it('begins with when it is due', () => {
    expect(told({})).toEqual(['Due'])
  })

  it('tells who sent it at which try, that it arrived and was answered', () => {
    const times = {
      sentAt: '2026-03-03T15:01:00Z',
      deliveredAt: '2026-03-03T15:02:00Z',
      repliedAt: '2026-03-03T16:00:00Z',
    }
    const message = { ...times, status: 'DELIVERED', provider: 'TWILIO', attempts: 2 } as const
    expect(told(message)).toEqual(['Due', 'Sent by Twilio, at the second try', 'Delivered', 'Answered'])
  })

  it('tells after how many tries it was given up', () => {
    expect(told({ status: 'FAILED', endedAt: '2026-03-03T15:30:00Z', attempts: 6 })).toEqual([
      'Due',
      'Given up after 6 tries',
    ])
  })

  it('tells that it stayed here, and that it was not needed any more', () => {
    expect(told({ status: 'SENT', sentAt: '2026-03-03T15:00:01Z', provider: 'OUTBOX', attempts: 1 })).toEqual([
      'Due',
      'Kept here',
    ])
    expect(told({ status: 'CANCELLED', endedAt: '2026-03-03T14:00:00Z' })).toEqual(['No longer needed', 'Due'])
  })
})
