import twilio from 'twilio'
import { actionsOf } from '../templates/email-actions.ts'
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
        twiml: spoken(message, callbackUrl(settings, 'voice', message)),
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

/** Read aloud twice. Where a press can be told to us, and there is something to agree to, the call asks for one. */
function spoken({ kind, text, language = 'en' }: Outgoing, pressedUrl: string | undefined): string {
  const response = new twilio.twiml.VoiceResponse()
  const keys = actionsOf(kind).includes('confirm') ? KEYS[language] : undefined
  const voice = { language: VOICES[language] }
  for (const pause of [1, 2]) {
    const part = pressedUrl && keys ? response.gather({ numDigits: 1, timeout: 4, action: pressedUrl }) : response
    part.pause({ length: pause })
    part.say(voice, text)
    if (pressedUrl && keys) part.say(voice, keys)
  }
  return response.toString()
}

/** What the keys do, where somebody has written it down. */
const KEYS: Readonly<Record<string, string | undefined>> = {
  en: 'Press 1 to say that you are coming. Press 2 to cancel.',
  es: 'Marque 1 para confirmar que viene. Marque 2 para cancelar.',
}

/** Twilio's own voice is used for a language that is not here. */
const VOICES: Readonly<Record<string, 'en-US' | 'es-US' | 'fr-FR' | 'de-DE' | undefined>> = {
  en: 'en-US',
  es: 'es-US',
  fr: 'fr-FR',
  de: 'de-DE',
}
