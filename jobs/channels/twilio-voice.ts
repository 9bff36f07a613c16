import twilio from 'twilio'
import { type Channel, LONGEST_CALL, type Outgoing } from './channel.ts'
import { type Exchange, watching } from './exchange.ts'
import { isSince } from './twilio.ts'
import { callbackUrl, costOf, judgeTwilio, makeTwilioClient, type TwilioSettings } from './twilio-client.ts'

/** Calls by Twilio that read the message aloud, twice. */
export function openTwilioVoice(settings: TwilioSettings, longestCall = LONGEST_CALL): Channel {
  const client = makeTwilioClient(settings, longestCall)
  const { from } = settings
  return {
    provider: 'twilio',
    async send(message) {
      const exchange: Exchange = {}
      const call = {
        to: message.to,
        from,
        twiml: spoken(message),
        statusCallback: callbackUrl(settings, 'status', message),
        statusCallbackEvent: ['completed'],
      }
      try {
        const { sid, price, priceUnit } = await watching(exchange, () => client.calls.create(call))
        return { outcome: 'sent', providerId: sid, ...costOf(price, priceUnit) }
      } catch (error) {
        return judgeTwilio(exchange, error)
      }
    },
    async find({ to }, since) {
      const made = await client.calls.list({ to, limit: LOOKED_AT })
      return made
        .filter((each) => isSince(each.dateCreated, since) && each.direction.startsWith('outbound'))
        .reverse()
        .map(({ sid, price, priceUnit }) => ({ providerId: sid, ...costOf(price, priceUnit) }))
    },
  }
}

const LOOKED_AT = 50

function spoken({ text, language = 'en' }: Outgoing): string {
  const response = new twilio.twiml.VoiceResponse()
  for (const pause of [1, 2]) {
    response.pause({ length: pause })
    response.say({ language: VOICES[language] }, text)
  }
  return response.toString()
}

/** Twilio's own voice is used for a language that is not here. */
const VOICES: Readonly<Record<string, 'en-US' | 'es-US' | 'fr-FR' | 'de-DE' | undefined>> = {
  en: 'en-US',
  es: 'es-US',
  fr: 'fr-FR',
  de: 'de-DE',
}
