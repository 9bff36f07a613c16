import type { FastifyInstance } from 'fastify'
import type { Db } from '../db/connect.ts'
import { checkBook } from '../db/queries/health.ts'

/** For whoever watches the program: alive, and able to work. */
export function addHealth(app: FastifyInstance, db: Db): void {
  app.get('/livez', async (_, reply) => reply.type('text/plain').send('alive\n'))
  app.get('/readyz', async (request, reply) => {
    try {
      await checkBook(db)
      return reply.type('text/plain').send('ready\n')
    } catch (error) {
      request.log.warn({ err: error }, 'not ready: the book cannot be read and written')
      return reply.code(503).type('text/plain').send('the book cannot be read and written\n')
    }
  })
}
