import type { FastifyInstance } from 'fastify'

/** The fields of a form; of one that comes twice, the first. */
export type FormFields = Readonly<Record<string, string>>

/** In this scope a body is a form, as browsers and telephone companies send them, and nothing else is read. */
export function readForms(scope: FastifyInstance, bodyLimit: number): void {
  scope.removeAllContentTypeParsers()
  const type = 'application/x-www-form-urlencoded'
  scope.addContentTypeParser(type, { parseAs: 'string', bodyLimit }, (_, body, done) => {
    const fields: Record<string, string> = Object.create(null)
    for (const [name, value] of new URLSearchParams(String(body))) fields[name] ??= value
    done(null, fields)
  })
}
