import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

let ofProcess: Registry | undefined

// What watches the event loop and the garbage collector never ends, so there is one of it however many servers there are.
function processMetrics(): Registry {
  if (ofProcess) return ofProcess
  ofProcess = new Registry()
  collectDefaultMetrics({ register: ofProcess, prefix: 'daybook_' })
  return ofProcess
}

/** Serves /metrics for Prometheus: counts and times of this process and its requests, nothing about people. */
export function addMetrics(app: FastifyInstance, registry = new Registry()): void {
  const all = [processMetrics(), registry]
  const seconds = new Histogram({
    name: 'daybook_http_request_seconds',
    help: 'How long requests took, by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', async (_, reply) => reply.type(registry.contentType).send(await Registry.merge(all).metrics()))
}
