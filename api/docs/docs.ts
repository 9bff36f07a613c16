import type { FastifyInstance } from 'fastify'
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { type CalendarText, hashOfText, sendText } from '../ics/send-calendar.ts'
import { docsPage, docsPolicy } from './docs-page.ts'

/** The contract for whoever writes a program against it: as a page, and as the schema itself. */
export function addDocs(app: FastifyInstance, schema: GraphQLSchema): void {
  const page = madeOnce(() => docsPage(schema))
  const text = madeOnce(() => `${printSchema(lexicographicSortSchema(schema))}\n`)
  app.get('/docs', (request, reply) => {
    reply.headers({ 'cache-control': 'no-cache', 'content-security-policy': docsPolicy })
    return sendText(request, reply, page(), 'text/html; charset=utf-8')
  })
  app.get('/docs/schema.graphql', (request, reply) => {
    reply.header('cache-control', 'no-cache')
    return sendText(request, reply, text(), 'text/plain; charset=utf-8')
  })
}

/** Nobody may ask for it, and it stays as it is while the program runs. */
function madeOnce(make: () => string): () => CalendarText {
  let made: CalendarText | undefined
  return () => {
    if (made) return made
    const text = make()
    made = { text, hash: hashOfText(text), changedAt: new Date() }
    return made
  }
}
