import { HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { ActionContext } from '../../actions/context.ts'
import { hashOfSecret } from '../../actions/one-time-secret.ts'
import { chargeSignInFailure } from '../../db/queries/sign-in-failures.ts'
import { networkOf } from '../auth/network.ts'
import { type ApiContext, acting } from '../context.ts'
import { audienceOf } from '../events/audience.ts'
import { clientError } from '../graphql/errors.ts'

/** Within 15 minutes. A school or a conference shares one address. */
const REQUESTS_A_NETWORK = 100
const REQUESTS_AN_EMAIL = 10

interface Visit {
  readonly services: ApiContext['services']
  readonly clinicId: string
  readonly requestId: string
  readonly ip: string | undefined
}

/** What an action needs of the request of somebody whom nobody knows. */
export function visiting({ services, clinicId, requestId, ip }: Visit): ActionContext {
  const { db, now, announce, secret, jobs } = services
  const visitorId = hashOfSecret(`visitor ${clinicId} ${ip}`).toString('base64url')
  const caller = { kind: 'visitor', clinicId, visitorId, name: 'Online registration' } as const
  return { db, now, announce, secret, jobs, caller, requestId, ip }
}

/** The seconds to wait when so many came from there, or for that e-mail, within 15 minutes. */
export async function chargeVisit({ services, ip }: Visit, email: string | undefined): Promise<number | undefined> {
  const { db } = services
  const network = hashOfSecret(`registering from ${networkOf(ip ?? '')}`)
  const wait = await chargeSignInFailure(db, network, REQUESTS_A_NETWORK)
  if (wait !== undefined || email === undefined) return wait
  return chargeSignInFailure(db, hashOfSecret(`registering ${email.toLowerCase()}`), REQUESTS_AN_EMAIL)
}

/** The caller as an action knows her: of the clinic, with a key, or a visitor within the limits. */
export async function actingForAll(context: ApiContext, email?: string): Promise<ActionContext> {
  if (context.caller) return acting(context)
  const { clinicId } = await audienceOf(context)
  const { ip, requestId, services } = context
  const visit = { services, clinicId, requestId, ip }
  const wait = await chargeVisit(visit, email)
  if (wait !== undefined) throw tooMany(wait)
  return visiting(visit)
}

export function tooMany(seconds: number): GraphQLError {
  const { message, extensions } = clientError('RATE_LIMITED', 'Too many requests. Wait a little.', 429)
  const headers = new HeaderMap([['retry-after', String(seconds)]])
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 429, headers } } })
}
