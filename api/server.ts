import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyHelmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { Registry } from 'prom-client'
import { v7 as uuidv7 } from 'uuid'
import { trustProxies } from './auth/proxies.ts'
import { addDocs } from './docs/docs.ts'
import { addGraphQL, type EndpointOptions } from './graphql/endpoint.ts'
import { addHealth } from './health.ts'
import { answerError, answerErrors, graphqlBody, plainBody, refuseRequest } from './http-errors.ts'
import { addCalendarFiles, type CalendarFilesOptions } from './ics/calendar-files.ts'
import { createCalendarHub } from './live/calendar-hub.ts'
import { type SocketLimits, serveSockets } from './live/socket.ts'
import { addMetrics } from './metrics.ts'
import { addLinkPages, type LinkPagesOptions } from './pages/links.ts'
import { addPublicPages, type PublicPagesOptions } from './public/public-pages.ts'
import { contentSecurityPolicy } from './security.ts'
import { addWebhooks, type WebhookOptions } from './webhooks/webhooks.ts'

export interface ServerOptions
  extends EndpointOptions,
    LinkPagesOptions,
    CalendarFilesOptions,
    PublicPagesOptions,
    WebhookOptions {
  /** Where the built app lies; left out, only the API is served. */
  readonly webRoot?: string
  /** The proxies whose word on where a request came from is taken: addresses and networks; none when left out. */
  readonly trustedProxies?: readonly string[]
  readonly socketLimits?: SocketLimits
  /** What /metrics tells besides. */
  readonly metrics?: Registry
}

const LARGEST_BODY = 1024 * 1024
/** For a whole request to arrive. */
const REQUEST_MILLISECONDS = 60_000

/** The HTTP server with everything on it, not yet listening. Closing it closes its sockets too. */
export async function makeServer(options: ServerOptions): Promise<FastifyInstance> {
  const { auth, log, schema, services, socketLimits, webRoot } = options
  const logger: FastifyBaseLogger = log
  const isTrusted = trustProxies(options.trustedProxies ?? [])
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: LARGEST_BODY,
    requestTimeout: REQUEST_MILLISECONDS,
    genReqId: () => uuidv7(),
    forceCloseConnections: true,
    trustProxy: isTrusted,
    frameworkErrors: answerUnroutable,
  })
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  answerErrors(app, plainBody)
  await app.register(fastifyHelmet, { contentSecurityPolicy, strictTransportSecurity: false })
  addMetrics(app, options.metrics)
  addHealth(app, services.db)
  await app.register(auth.routes)
  await addGraphQL(app, options)
  await addLinkPages(app, options)
  await addCalendarFiles(app, options)
  await addPublicPages(app, options)
  await addWebhooks(app, options)
  addDocs(app, schema)
  const hub = createCalendarHub(schema, services.feed, log)
  const sockets = serveSockets({ server: app.server, schema, services, auth, hub, log, isTrusted, ...socketLimits })
  app.addHook('preClose', () => sockets.stop())
  const isApp = webRoot !== undefined && existsSync(webRoot)
  if (isApp) await addApp(app, webRoot)
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && request.headers.accept?.includes('text/html')
    if (!isApp || !wantsPage) return refuseRequest(reply, 404, 'There is nothing here.', graphqlBody)
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
  return app
}

/** A path that is none comes to no hook, so nothing else puts these headers there. */
function answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({
    'x-request-id': request.id,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  })
  answerError(plainBody)(error, request, reply)
}

/** Serves the built app as it is now, built anew or not; any address that is not a file is the app's own. */
async function addApp(app: FastifyInstance, webRoot: string): Promise<void> {
  const assets = join(webRoot, 'assets')
  await app.register(fastifyStatic, {
    root: webRoot,
    setHeaders: (response, path) => {
      const forever = path.startsWith(assets)
      response.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
