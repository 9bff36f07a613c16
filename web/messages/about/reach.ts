import type { MessageChannel } from '../../generated/graphql.ts'

/** Where a client is reached, and how she lets herself be. */
export interface Reached {
  readonly email: string | null
  readonly phone: string | null
  readonly consents: readonly MessageChannel[]
  readonly smsStoppedAt: string | null
}

/** Why no message whatever leaves for the client; undefined when one may. */
export function whyUnreached(client: Reached): string | undefined {
  const { email, phone, consents, smsStoppedAt } = client
  const isReached =
    (email !== null && consents.includes('EMAIL')) ||
    (phone !== null && (consents.includes('VOICE') || (consents.includes('SMS') && smsStoppedAt === null)))
  if (isReached) return undefined
  if (consents.length === 0) return 'none was agreed to'
  if (email === null && phone === null) return 'there is neither a phone number nor an e-mail address'
  if (smsStoppedAt !== null) return 'texts were stopped by STOP, and there is no other way'
  return 'what was agreed to has no number or address'
}

/** Why nobody tells the client that something was written; undefined when an e-mail does. */
export function whyUntold({ email, consents }: Reached): string | undefined {
  if (email === null) return 'there is no e-mail address'
  return consents.includes('EMAIL') ? undefined : 'e-mail was not agreed to'
}
