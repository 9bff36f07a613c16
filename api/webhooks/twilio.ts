import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import twilio from 'twilio'
import { validate } from 'uuid'
import { answerCall } from '../../actions/answer-call.ts'
import { answerText } from '../../actions/answer-text.ts'
import { recordDelivery } from '../../actions/record-delivery.ts'
import type { Services } from '../context.ts'
import { type FormFields, readForms } from '../form-bodies.ts'
import { plainBody, refuseRequest } from '../http-errors.ts'
import { replying } from './replying.ts'
import { deliveryOf } from './twilio-delivery.ts'
import { isSignedByTwilio } from './twilio-signature.ts'

interface TwilioRoute {
  Body: FormFields | undefined
}
interface MessageRoute extends TwilioRoute {
  Params: { clinic: string; message: string }
}

const LARGEST_BODY = 1024 * 1024
const OPT_OUTS = { STOP: 'stop', START: 'start', HELP: 'help' } as const

/** Texts that come in, what became of those that went out, and keys pressed in calls: each signed, or refused. */
export function addTwilioWebhooks(scope: FastifyInstance, services: Services, authToken: string | undefined): void {
  readForms(scope, LARGEST_BODY)
  const { origin } = new URL(services.publicUrl)
  scope.addHook('preHandler', async ({ body, headers, url }: FastifyRequest, reply) => {
    const signature = headers['x-twilio-signature']
    if (!isSignedByTwilio(authToken, { signature, url: origin + url, fields: (body ?? {}) as FormFields }))
      return refuseRequest(reply, 403, 'This is not signed as Twilio signs.', plainBody)
  })
  scope.post<TwilioRoute>('/webhooks/twilio/inbound', async ({ body = {}, id }, reply) => {
    const answer = await answerText(replying(services, id), receivedText(body))
    const response = new twilio.twiml.MessagingResponse()
    if (answer !== null) response.message(answer)
    return sendTwiml(reply, response)
  })
  scope.post<MessageRoute>('/webhooks/twilio/status/:clinic/:message', async ({ body = {}, id, params }, reply) => {
    const delivery = ids(params) && deliveryOf(body)
    if (delivery) {
      const { clinic: clinicId, message: messageId } = params
      await recordDelivery(replying(services, id), { ...delivery, clinicId, messageId })
    }
    return reply.code(204).send()
  })
  scope.post<MessageRoute>('/webhooks/twilio/voice/:clinic/:message', async ({ body = {}, id, params }, reply) => {
    const { CallSid: callId = '', Digits: digits = '' } = body
    const key = { clinicId: params.clinic, messageId: params.message, callId, digits }
    const answer = ids(params) && callId ? await answerCall(replying(services, id), key) : null
    const response = new twilio.twiml.VoiceResponse()
    if (answer) response.say({ language: answer.language === 'es' ? 'es-US' : 'en-US' }, answer.text)
    response.hangup()
    return sendTwiml(reply, response)
  })
}

const MEDIA_TYPE = /^[\w.+-]{1,40}\/[\w.+-]{1,60}$/

function receivedText(fields: FormFields) {
  const { From: phone = '', MessageSid: providerId = '', Body: body = '', OptOutType } = fields
  const attached = Object.keys(fields)
    .filter((name) => /^MediaContentType\d$/.test(name))
    .map((name) => fields[name] ?? '')
    .filter((type) => MEDIA_TYPE.test(type))
  const optOut = OPT_OUTS[OptOutType as keyof typeof OPT_OUTS] as (typeof OPT_OUTS)[keyof typeof OPT_OUTS] | undefined
  return { phone, providerId, body, attached, optOut }
}

function ids({ clinic, message }: MessageRoute['Params']): boolean {
  return validate(clinic) && validate(message)
}

function sendTwiml(reply: FastifyReply, response: { toString(): string }): FastifyReply {
  return reply.type('text/xml; charset=utf-8').send(response.toString())
}
