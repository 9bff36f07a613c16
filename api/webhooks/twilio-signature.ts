import twilio from 'twilio'

interface SignedRequest {
  readonly signature: string | string[] | undefined
  /** Where Twilio was told to send it, with everything after the path. */
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
}

/** Whether whoever has the token signed exactly this, for exactly that address. Nothing is signed where there is no token. */
export function isSignedByTwilio(authToken: string | undefined, { fields, signature, url }: SignedRequest): boolean {
  if (authToken === undefined || typeof signature !== 'string') return false
  return twilio.validateRequest(authToken, signature, url, { ...fields })
}
