import fastifyHelmet from '@fastify/helmet'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Db } from '../db/connect.ts'
import { addHealth } from './health.ts'
import { answerErrors, plainBody } from './http-errors.ts'
import { addMetrics } from './metrics.ts'
import { contentSecurityPolicy } from './security.ts'

interface WatchOptions {
  readonly db: Db
  readonly log: Logger
  readonly metrics: Registry
}

/** All that a process answers which does jobs alone: whether it lives and can work, and what it counts. */
export async function makeWatchServer({ db, log, metrics }: WatchOptions): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = log
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
  })
  answerErrors(app, plainBody)
  await app.register(fastifyHelmet, { contentSecurityPolicy, strictTransportSecurity: false })
  addMetrics(app, metrics)
  addHealth(app, db)
  return app
}
