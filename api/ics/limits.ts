import fastifyRateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { networkOf } from '../auth/network.ts'
import { plainBody, refuseRequest } from '../http-errors.ts'

export interface LimitOptions {
  readonly feedRequestsAMinute?: number
  readonly feedMissesAMinute?: number
}

const A_MINUTE = 60_000
/** Calendars of many people ask from one address: those of a provider, or of a clinic. */
const REQUESTS_A_MINUTE = 600
/** Whoever guesses tokens comes nowhere with so few. */
const MISSES_A_MINUTE = 60

type Answer = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** Limits what one network may ask for. Answers what is said where there is no calendar: the same whatever the cause. */
export async function limitRequests(
  scope: FastifyInstance,
  { feedMissesAMinute = MISSES_A_MINUTE, feedRequestsAMinute = REQUESTS_A_MINUTE }: LimitOptions,
): Promise<Answer> {
  await scope.register(fastifyRateLimit, { global: false })
  const counted = (max: number) => {
    const keyGenerator = ({ ip }: FastifyRequest) => networkOf(ip)
    const count = scope.createRateLimit({ max, timeWindow: A_MINUTE, keyGenerator })
    return async (request: FastifyRequest, reply: FastifyReply) => {
      const limit = await count(request)
      if (limit.isAllowed || !limit.isExceeded) return undefined
      reply.header('retry-after', limit.ttlInSeconds)
      return refuseRequest(reply, 429, 'Too many requests. Try again in a minute.', plainBody)
    }
  }
  scope.addHook('onRequest', counted(feedRequestsAMinute))
  const refuseGuesser = counted(feedMissesAMinute)
  return async (request, reply) =>
    (await refuseGuesser(request, reply)) ?? refuseRequest(reply, 404, 'There is no such calendar.', plainBody)
}
