import { betterAuth } from 'better-auth'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../db/connect.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../domain/password.ts'
import { isLoopback } from './origin.ts'

export interface LibraryOptions {
  readonly db: Db
  readonly secret: string
  readonly baseUrl: string
}

const A_WEEK_IN_SECONDS = 7 * 24 * 3600

/** The one header by which the routes tell better-auth a caller's address; nothing from outside reaches it. */
export const IP_HEADER = 'x-daybook-ip'

export type Library = ReturnType<typeof makeLibrary>

/**
 * better-auth keeps passwords (scrypt) and makes sessions. Its own routes are never served: ours call it. A session
 * ends after a week, or when it was not used for 12 hours (auth.live_sessions).
 */
export function makeLibrary({ db, secret, baseUrl }: LibraryOptions) {
  const url = new URL(baseUrl)
  return betterAuth({
    baseURL: url.origin,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db, type: 'postgres', schemaName: 'auth', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: A_WEEK_IN_SECONDS,
      disableSessionRefresh: true,
    },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'accounts',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshToken: 'refresh_token',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        idToken: 'id_token',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    advanced: {
      cookiePrefix: 'daybook',
      useSecureCookies: url.protocol === 'https:' || !isLoopback(url),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
      ipAddress: { ipAddressHeaders: [IP_HEADER] },
      database: { generateId: () => uuid(), validateSchema: false },
    },
  })
}
