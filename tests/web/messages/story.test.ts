import { describe, expect, it } from 'vitest'
import type { StoryMessageFragment } from '../../../web/generated/graphql.ts'
import { type Story, storyOf } from '../../../web/messages/about/story.ts'
import { failureWords } from '../../../web/messages/failure-words.ts'

function message(id: string, status: StoryMessageFragment['status'], at: string): StoryMessageFragment {
  const time = `2026-03-${at}:00Z`
  const [sentAt, endedAt] = [
    ['SENT', 'DELIVERED'].includes(status) ? time : null,
    ['FAILED', 'CANCELLED'].includes(status) ? time : null,
  ]
  return {
    ...{ id, status, kind: 'DAY_BEFORE', channel: 'SMS', audience: 'CLIENT', recipient: '+12025550123', dueAt: time },
    ...{ sentAt, endedAt, deliveredAt: null, repliedAt: null, attempts: 1, failure: null, failureCode: null },
    ...{ provider: null, appointment: null },
  }
}

function reply(id: string, at: string) {
  return { id, text: 'Y', intent: 'CONFIRM', receivedAt: `2026-03-${at}:00Z`, answer: null } as const
}

function idsOf({ ahead, past, dropped }: Story): string[][] {
  return [ahead, past, dropped].map((entries) => entries.map((each) => each.id))
}

describe('the story of an appointment’s messages', () => {
  it('has what is due with the next first, and what happened, replies among it, with the latest first', () => {
    const messages = [
      message('two hours', 'SCHEDULED', '04T08:00'),
      message('week', 'DELIVERED', '01T10:00'),
      message('day', 'FAILED', '03T10:00'),
      message('day by mail', 'SENDING', '03T10:05'),
      message('changed', 'CANCELLED', '02T10:00'),
    ]
    const replies = [reply('yes', '01T11:00')]
    expect(idsOf(storyOf({ messages, replies }))).toEqual([
      ['day by mail', 'two hours'],
      ['day', 'yes', 'week'],
      ['changed'],
    ])
  })

  it('is empty when there is nothing', () => {
    expect(idsOf(storyOf({ messages: [], replies: [] }))).toEqual([[], [], []])
  })
})

describe('why a message failed', () => {
  it.each([
    ['30005', 'Twilio: undelivered', 'The number does not exist, or no longer.'],
    ['HardBounce', null, 'There is no such e-mail address.'],
    ['99999', 'Something only Twilio knows', 'Something only Twilio knows'],
    ['toString', null, 'The provider gave no reason.'],
    [null, null, 'The provider gave no reason.'],
  ])('with the code %s and the words %s is: %s', (failureCode, failure, words) => {
    expect(failureWords({ failureCode, failure })).toBe(words)
  })
})
