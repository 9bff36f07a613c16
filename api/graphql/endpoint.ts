import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { CLINIC_HEADER } from '../auth/caller.ts'
import type { ApiContext, Services } from '../context.ts'
import { answerErrors, graphqlBody } from '../http-errors.ts'
import { apolloGuard } from './apollo.ts'
import { callerAt, type DoorOptions, guardDoor } from './door.ts'
import { keepDocuments } from './kept-documents.ts'
import { MOST_TOKENS } from './limits.ts'

export interface EndpointOptions extends DoorOptions {
  readonly schema: GraphQLSchema
  readonly services: Services
  readonly log: Logger
}

/** Serves GraphQL over HTTP, by POST alone. */
export async function addGraphQL(app: FastifyInstance, options: EndpointOptions): Promise<void> {
  const { schema, services, log } = options
  const { formatError, plugin } = apolloGuard(schema, log)
  const apollo = new ApolloServer<ApiContext>({
    schema,
    logger: log,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    documentStore: keepDocuments(),
    // The guard validates, once the limits have been kept.
    dangerouslyDisableValidation: true,
    formatError,
    plugins: [
      plugin,
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginDrainHttpServer({ httpServer: app.server }),
      // Both would weigh every single field of every answer.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  })
  await apollo.start()
  await app.register(async (scope) => {
    answerErrors(scope, graphqlBody)
    await guardDoor(scope, options)
    await scope.register(fastifyApollo(apollo), {
      context: async (request): Promise<ApiContext> => ({
        services,
        caller: callerAt(request),
        requestId: request.id,
        ip: request.ip,
        askedClinic: askedClinic(request),
        showsKey: request.headers.authorization !== undefined,
      }),
    })
  })
}

function askedClinic({ hostname, headers }: FastifyRequest): ApiContext['askedClinic'] {
  const slug = headers[CLINIC_HEADER]
  return { host: hostname, slug: typeof slug === 'string' ? slug : undefined }
}
