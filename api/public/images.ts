import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { validate } from 'uuid'
import { inSnapshot } from '../../db/connect.ts'
import { findImageBytes } from '../../db/queries/images.ts'
import type { Services } from '../context.ts'
import { plainBody, refuseRequest } from '../http-errors.ts'
import { clinicAsked, type PublicRoute } from './asked.ts'

/** The pictures that a clinic's pages show. What lies at such an address never changes. */
export function addImages(scope: FastifyInstance, services: Services): void {
  scope.get<PublicRoute>('/c/:clinic/images/:id', async (request, reply) => {
    const id = request.params.id ?? ''
    const clinicId = validate(id) ? await clinicAsked(services, request) : undefined
    if (!clinicId) return missing(reply)
    if (hasTag(request, id)) return describe(reply, id).code(304).send()
    const image = await inSnapshot(services.db, clinicId, (trx) => findImageBytes(trx, clinicId, id))
    return image ? describe(reply, id).type(image.mediaType).send(image.bytes) : missing(reply)
  })
}

function missing(reply: FastifyReply): FastifyReply {
  return refuseRequest(reply.header('cache-control', 'no-store'), 404, 'There is no such image.', plainBody)
}

function hasTag({ headers }: FastifyRequest, id: string): boolean {
  return headers['if-none-match']?.includes(`"${id}"`) ?? false
}

/** Other sites may show it, as they do when a link to the page is shared. */
function describe(reply: FastifyReply, id: string): FastifyReply {
  return reply.headers({
    etag: `"${id}"`,
    'cache-control': 'public, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'cross-origin',
  })
}
