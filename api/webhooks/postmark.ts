import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { hashOfSecret } from '../../actions/one-time-secret.ts'
import { recordDelivery } from '../../actions/record-delivery.ts'
import type { Services } from '../context.ts'
import { plainBody, refuseRequest } from '../http-errors.ts'
import { readPostmark } from './postmark-delivery.ts'
import type { WebhookProofs } from './proofs.ts'
import { replying } from './replying.ts'

/** What became of e-mails, and what their readers told their mail companies: by Basic credentials, or refused. */
export function addPostmarkWebhook(scope: FastifyInstance, services: Services, proof: WebhookProofs['postmark']): void {
  scope.addHook('onRequest', async (request, reply) => {
    if (!isProven(request.headers.authorization, proof))
      return refuseRequest(reply, 403, 'These are not the credentials of this webhook.', plainBody)
  })
  scope.post('/webhooks/postmark', async ({ body, id }, reply) => {
    const delivery = readPostmark(body)
    if (delivery) await recordDelivery(replying(services, id), delivery)
    return reply.code(204).send()
  })
}

function isProven(authorization: string | undefined, proof: WebhookProofs['postmark']): boolean {
  const sent = /^Basic +([\w+/=-]+) *$/i.exec(authorization ?? '')?.[1]
  if (!proof || sent === undefined) return false
  const given = Buffer.from(sent, 'base64').toString()
  // Of equal length, so that the time it takes tells nothing.
  return timingSafeEqual(hashOfSecret(given), hashOfSecret(`${proof.user}:${proof.password}`))
}
