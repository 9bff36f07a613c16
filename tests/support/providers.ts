import type { ProviderSettings } from '../../jobs/channels/channels.ts'
import { POSTMARK_TOKEN, type PostmarkDouble, startPostmarkDouble } from './postmark-double.ts'
import { startTwilioDouble, TWILIO_SID, TWILIO_TOKEN, type TwilioDouble } from './twilio-double.ts'

export interface Providers {
  readonly postmark: PostmarkDouble
  readonly twilio: TwilioDouble
  readonly settings: ProviderSettings
  /** The same as a program's environment. */
  readonly env: Record<string, string>
  stop(): Promise<void>
}

const SENDER = 'book@harbor.example'
const NUMBER = '+12025550100'
const PUBLIC_URL = 'https://book.harbor.example'

/** Both providers, and how to reach them. */
export async function startProviders(): Promise<Providers> {
  const [postmark, twilio] = await Promise.all([startPostmarkDouble(), startTwilioDouble()])
  return {
    postmark,
    twilio,
    settings: {
      postmark: { serverToken: POSTMARK_TOKEN, from: SENDER, apiUrl: postmark.url },
      twilio: {
        accountSid: TWILIO_SID,
        authToken: TWILIO_TOKEN,
        from: NUMBER,
        apiUrl: twilio.url,
        publicUrl: PUBLIC_URL,
      },
    },
    env: {
      POSTMARK_SERVER_TOKEN: POSTMARK_TOKEN,
      POSTMARK_FROM: SENDER,
      POSTMARK_API_URL: postmark.url,
      TWILIO_ACCOUNT_SID: TWILIO_SID,
      TWILIO_AUTH_TOKEN: TWILIO_TOKEN,
      TWILIO_FROM: NUMBER,
      TWILIO_API_URL: twilio.url,
      DAYBOOK_URL: PUBLIC_URL,
    },
    async stop() {
      await Promise.all([postmark.stop(), twilio.stop()])
    },
  }
}
