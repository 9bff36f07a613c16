import { describe, expect, it } from 'vitest'
import { readEnv } from '../../api/env.ts'
import { unheardOf } from '../../api/providers.ts'

const postmark = { POSTMARK_SERVER_TOKEN: 'token', POSTMARK_FROM: 'book@example.com' }
const twilio = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'token', TWILIO_FROM: '+12025550100' }

describe('the settings of those who take messages', () => {
  it('are none when nothing is set', () => {
    const none = { postmark: undefined, postmarkWebhook: undefined, twilio: undefined }
    expect(readEnv({}).providers).toEqual(none)
  })

  it('name the account, the sender and, where they differ, the host and where Twilio calls back', () => {
    const other = { POSTMARK_API_URL: 'http://127.0.0.1:8025/', TWILIO_API_URL: 'https://twilio.example/' }
    const { providers } = readEnv({ ...postmark, ...twilio, ...other, DAYBOOK_URL: 'https://book.example.com/' })
    expect(providers).toEqual({
      postmark: { serverToken: 'token', from: 'book@example.com', apiUrl: 'http://127.0.0.1:8025' },
      postmarkWebhook: undefined,
      twilio: {
        ...{ accountSid: 'AC1', authToken: 'token', from: '+12025550100' },
        ...{ apiUrl: 'https://twilio.example', publicUrl: 'https://book.example.com' },
      },
    })
  })

  it.each([
    [{ POSTMARK_SERVER_TOKEN: 'token' }, 'missing: POSTMARK_FROM'],
    [{ ...twilio, TWILIO_FROM: ' ' }, 'missing: TWILIO_FROM'],
    [{ POSTMARK_WEBHOOK_USER: 'postmark' }, 'missing: POSTMARK_WEBHOOK_PASSWORD'],
    [{ ...twilio, TWILIO_ACCOUNT_SID: 'SK1' }, 'TWILIO_ACCOUNT_SID begins with AC'],
    [{ ...postmark, POSTMARK_API_URL: 'postmark' }, 'POSTMARK_API_URL is no http(s) URL'],
  ])('are refused in part or in disorder: %o', (settings, told) => {
    expect(() => readEnv(settings)).toThrow(told)
  })

  it('say what will not be heard of messages that leave', () => {
    const webhook = { POSTMARK_WEBHOOK_USER: 'postmark', POSTMARK_WEBHOOK_PASSWORD: 'word' }
    const warned = (settings: Record<string, string>) => unheardOf(readEnv(settings).providers)
    expect(warned({})).toEqual([])
    expect(warned({ ...postmark, ...webhook, ...twilio, DAYBOOK_URL: 'https://book.example.com' })).toEqual([])
    expect(warned({ ...postmark, ...twilio })).toEqual([
      expect.stringContaining('POSTMARK_WEBHOOK_USER is not set'),
      expect.stringContaining('DAYBOOK_URL is not set'),
    ])
  })
})
