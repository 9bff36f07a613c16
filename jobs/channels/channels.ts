import type { MessageChannel } from '../../domain/message.ts'
import { type Channel, type Channels, LONGEST_CALL } from './channel.ts'
import type { Keeper } from './kept.ts'
import { openOutbox } from './outbox.ts'
import { openPortal } from './portal.ts'
import { openPostmark, type PostmarkSettings } from './postmark.ts'
import { openTwilio } from './twilio.ts'
import type { TwilioSettings } from './twilio-client.ts'
import { openTwilioVoice } from './twilio-voice.ts'

export interface ProviderSettings {
  readonly postmark: PostmarkSettings | undefined
  readonly twilio: TwilioSettings | undefined
}

/** The ways out that there are credentials for; what nobody takes goes to the outbox. */
export function openChannels(
  { postmark, twilio }: ProviderSettings,
  keeper: Keeper,
  longestCall = LONGEST_CALL,
): Channels {
  const outbox = openOutbox(keeper)
  return {
    email: postmark ? openPostmark(postmark, longestCall) : outbox,
    sms: twilio ? openTwilio(twilio, longestCall) : outbox,
    voice: twilio ? openTwilioVoice(twilio, longestCall) : outbox,
    portal: openPortal(keeper),
  }
}

/** Who takes what is read or heard there. */
export type Routes = Readonly<Record<MessageChannel, Channel['provider']>>

/** The same, for those who only want to know it. */
export function routesOf({ postmark, twilio }: ProviderSettings): Routes {
  const phone = twilio ? 'twilio' : 'outbox'
  return { email: postmark ? 'postmark' : 'outbox', sms: phone, voice: phone, portal: 'portal' }
}
