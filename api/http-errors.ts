import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ErrorCode, internalError } from './graphql/errors.ts'

interface Told {
  readonly message: string
  readonly extensions: { readonly code: string; readonly requestId?: string }
}

type Body = (told: Told) => object

/** As GraphQL answers, and as everything beside it does. */
export const graphqlBody: Body = (told) => ({ errors: [told] })
export const plainBody: Body = ({ message, extensions }) => ({ message, ...extensions })

const codes: Readonly<Record<number, ErrorCode>> = { 403: 'FORBIDDEN', 404: 'NOT_FOUND', 429: 'RATE_LIMITED' }

export function refuseRequest(reply: FastifyReply, status: number, message: string, body: Body): FastifyReply {
  return reply.code(status).send(body({ message, extensions: { code: codes[status] ?? 'BAD_USER_INPUT' } }))
}

/** Answers requests that fail before or outside an operation: what the sender did wrong, or only the request's id. */
export function answerErrors(app: FastifyInstance, body: Body): void {
  app.setErrorHandler(answerError(body))
}

export function answerError(body: Body) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const status = error.statusCode ?? 500
    if (status < 500) {
      refuseRequest(reply, status, error.message, body)
      return
    }
    request.log.error({ err: error }, 'a request failed')
    reply.code(500).send(body(internalError(request.id)))
  }
}
