import { validate } from 'uuid'
import type { Delivery } from '../../actions/record-delivery.ts'

/** Bounces after which nothing is lost yet, or that are no bounces. */
const HARMLESS: ReadonlySet<unknown> = new Set([
  ...['Transient', 'AutoResponder', 'AddressChange', 'Subscribe', 'Unsubscribe', 'OpenRelayTest', 'Unconfirmed'],
  ...['ChallengeVerification', 'DMARCPolicy', 'TemplateRenderingFailed'],
])

type Told = Readonly<Record<string, unknown>>

/** What Postmark tells of a message of ours; undefined for anything else. */
export function readPostmark(body: unknown): Delivery | undefined {
  const told = recordOf(body)
  const { clinic, message } = recordOf(told.Metadata)
  if (typeof clinic !== 'string' || typeof message !== 'string' || !validate(clinic) || !validate(message))
    return undefined
  const word = wordOf(told)
  if (!word) return undefined
  const providerId = textOf(told.MessageID) ?? null
  return { provider: 'postmark', clinicId: clinic, messageId: message, providerId, ...word }
}

function wordOf(told: Told): Pick<Delivery, 'status' | 'reader' | 'failure' | 'failureCode'> | undefined {
  switch (told.RecordType) {
    case 'Delivery':
      return { status: 'delivered' }
    case 'Bounce':
      if (HARMLESS.has(told.Type)) return undefined
      return { status: 'bounced', failureCode: textOf(told.Type) ?? 'Bounce', failure: textOf(told.Description) }
    case 'SpamComplaint':
      return { reader: 'stopped' }
    case 'SubscriptionChange':
      // That an address does not work is no wish of its reader's, and that the clinic lets it be tried again is none either.
      if (told.SuppressionReason === 'HardBounce' || (told.Origin !== undefined && told.Origin !== 'Recipient'))
        return undefined
      return { reader: told.SuppressSending === true ? 'stopped' : 'allowed' }
    default:
      return undefined
  }
}

function recordOf(value: unknown): Told {
  return typeof value === 'object' && value !== null ? (value as Told) : {}
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
