import { createHash, randomBytes } from 'node:crypto'

export interface ApiKeySecret {
  /** Shown once, then known to its holder alone. */
  readonly secret: string
  /** Tells one key of a clinic from another in a list. */
  readonly prefix: string
  readonly hash: Buffer
}

export function makeApiKeySecret(): ApiKeySecret {
  const prefix = randomBytes(4).toString('hex')
  const secret = `daybook_${prefix}_${randomBytes(32).toString('base64url')}`
  return { secret, prefix, hash: hashOfSecret(secret) }
}

/** For a link that acts once. */
export function makeLinkToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOfSecret(token) }
}

/** Enough for secrets of 256 random bits, which nobody can guess however fast the hash is; not for passwords. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
