import type { FastifyReply } from 'fastify'

export function refuse(reply: FastifyReply, status: number, code: string, message: string) {
  return reply.code(status).send({ code, message })
}

export function refuseForNow(reply: FastifyReply, seconds: number) {
  reply.header('retry-after', seconds)
  return refuse(reply, 429, 'RATE_LIMITED', 'Too many tries. Wait a little before the next one.')
}
