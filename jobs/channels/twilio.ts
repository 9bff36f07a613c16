import type { Instant } from '../../domain/interval.ts'
import { type Channel, LONGEST_CALL } from './channel.ts'
import { type Exchange, watching } from './exchange.ts'
import { callbackUrl, costOf, judgeTwilio, makeTwilioClient, type TwilioSettings } from './twilio-client.ts'

/** Texts by Twilio. */
export function openTwilio(settings: TwilioSettings, longestCall = LONGEST_CALL): Channel {
  const client = makeTwilioClient(settings, longestCall)
  const { from } = settings
  const sender = from.startsWith('MG') ? { messagingServiceSid: from } : { from }
  return {
    provider: 'twilio',
    async send(message) {
      const exchange: Exchange = {}
      const statusCallback = callbackUrl(settings, 'status', message)
      try {
        const { sid, price, priceUnit } = await watching(exchange, () =>
          client.messages.create({ ...sender, to: message.to, body: message.text, statusCallback }),
        )
        return { outcome: 'sent', providerId: sid, ...costOf(price, priceUnit) }
      } catch (error) {
        return judgeTwilio(exchange, error)
      }
    },
    async find({ to, text }, since) {
      const sent = await client.messages.list({ to, limit: LOOKED_AT })
      const said = linksAside(text)
      return sent
        .filter((each) => isSince(each.dateCreated, since) && each.direction !== 'inbound')
        .filter((each) => linksAside(each.body).endsWith(said))
        .reverse()
        .map(({ sid, price, priceUnit }) => ({ providerId: sid, ...costOf(price, priceUnit) }))
    },
  }
}

/** How many of the last texts to a number are looked through. */
const LOOKED_AT = 100

/** A link is made anew for every try. */
function linksAside(text: string): string {
  return text.replace(/https?:\/\/\S+/g, 'https://')
}

/** Twilio's dates have no parts of a second. */
export function isSince(date: Date, since: Instant): boolean {
  return date.getTime() >= since - 1000
}
