import type { FastifyInstance } from 'fastify'
import type { Services } from '../context.ts'
import { addPostmarkWebhook } from './postmark.ts'
import type { WebhookProofs } from './proofs.ts'
import { addTwilioWebhooks } from './twilio.ts'

export interface WebhookOptions {
  readonly services: Services
  readonly webhookProofs?: WebhookProofs
}

/** Where those who take our messages out of the building tell what became of them, and what was answered. */
export async function addWebhooks(app: FastifyInstance, { services, webhookProofs = {} }: WebhookOptions) {
  await app.register(async (scope) => addTwilioWebhooks(scope, services, webhookProofs.twilioAuthToken))
  await app.register(async (scope) => addPostmarkWebhook(scope, services, webhookProofs.postmark))
}
