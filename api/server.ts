import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import fastifyHelmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import type { Auth } from './auth/auth.ts'
import type { ApiContext, Services } from './context.ts'
import { apolloPlugins, formatErrorWith } from './graphql/apollo.ts'
import { MOST_TOKENS } from './graphql/limits.ts'
import { addHealth } from './health.ts'
import { createCalendarHub } from './live/calendar-hub.ts'
import { serveSockets } from './live/socket.ts'
import { contentSecurityPolicy } from './security.ts'

export interface ServerOptions {
  readonly services: Services
  readonly auth: Auth
  readonly schema: GraphQLSchema
  readonly log: Logger
  /** Where the built app lies; left out, only the API is served. */
  readonly webRoot?: string
}

const LARGEST_BODY = 1024 * 1024

/** The HTTP server with everything on it, not yet listening. Closing it closes its sockets too. */
export async function makeServer(options: ServerOptions): Promise<FastifyInstance> {
  const { auth, log, services, webRoot } = options
  const logger: FastifyBaseLogger = log
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LARGEST_BODY,
    genReqId: () => uuidv7(),
    forceCloseConnections: true,
  })
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  await app.register(fastifyHelmet, { contentSecurityPolicy, strictTransportSecurity: false })
  addHealth(app, services.db)
  await app.register(auth.routes)
  await addGraphQL(app, options)
  const hub = createCalendarHub(options.schema, services.feed, log)
  const sockets = serveSockets({ server: app.server, schema: options.schema, services, auth, hub, log })
  app.addHook('preClose', () => sockets.stop())
  if (webRoot && existsSync(webRoot)) await addApp(app, webRoot)
  return app
}

async function addGraphQL(app: FastifyInstance, { schema, auth, services, log }: ServerOptions): Promise<void> {
  const apollo = new ApolloServer<ApiContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    formatError: formatErrorWith(log),
    plugins: [
      ...apolloPlugins,
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginDrainHttpServer({ httpServer: app.server }),
    ],
  })
  await apollo.start()
  await app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      if (request.method !== 'POST') return
      if (!isPlainJson(request.headers['content-type']))
        return reply.code(415).send(refusal('BAD_USER_INPUT', 'Send application/json in UTF-8.'))
      if (request.headers.cookie && auth.isForeignOrigin(request.headers))
        return reply.code(403).send(refusal('FORBIDDEN', 'This request came from another site.'))
    })
    await scope.register(fastifyApollo(apollo), {
      context: async (request): Promise<ApiContext> => ({
        services,
        caller: await auth.callerOf(request.headers),
        requestId: request.id,
        ip: request.ip,
      }),
    })
  })
}

/** `application/json`, with no charset or UTF-8: in any other, the same bytes would say something else. */
function isPlainJson(contentType: string | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  if (type !== 'application/json') return false
  return parameters.every((each) => !each.startsWith('charset=') || /^charset="?utf-?8"?$/.test(each))
}

function refusal(code: string, message: string) {
  return { errors: [{ message, extensions: { code } }] }
}

/** Serves the built app; any address that is not a file is the app's own. */
async function addApp(app: FastifyInstance, webRoot: string): Promise<void> {
  const assets = join(webRoot, 'assets')
  await app.register(fastifyStatic, {
    root: webRoot,
    wildcard: false,
    setHeaders: (response, path) => {
      const forever = path.startsWith(assets)
      response.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && request.headers.accept?.includes('text/html')
    if (!wantsPage) return reply.code(404).send(refusal('NOT_FOUND', 'There is nothing here.'))
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
