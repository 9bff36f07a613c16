import { createHash } from 'node:crypto'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** What is known of a calendar file without having it. */
export interface CalendarState {
  /** Of its text: equal ones are the same file. */
  readonly hash: string
  readonly changedAt: Date
}

export interface CalendarText extends CalendarState {
  readonly text: string
}

/** By it two texts are told apart; 128 bits of it do. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

const GZIPPED = '-gzip'
/** What is shorter does not become shorter. */
const SHORTEST_ZIPPED = 1000

/** Whether the asking calendar has that file already. */
export function hasAlready({ headers }: FastifyRequest, { changedAt, hash }: CalendarState): boolean {
  const known = headers['if-none-match']
  if (known === undefined) return Date.parse(headers['if-modified-since'] ?? '') >= wholeSeconds(changedAt)
  const tags = known.split(',').map((each) => each.trim().replace(/^W\//, ''))
  return tags.includes('*') || tags.includes(`"${hash}"`) || tags.includes(`"${hash}${GZIPPED}"`)
}

/** Answers that nothing has changed. */
export function sendUnchanged(request: FastifyRequest, reply: FastifyReply, state: CalendarState): FastifyReply {
  return describe(reply, state, isZipped(request)).code(304).send()
}

export function sendCalendar(request: FastifyRequest, reply: FastifyReply, file: CalendarText) {
  return sendText(request, reply, file, 'text/calendar; charset=utf-8')
}

/** Sends the text, or says that the asker has it already. */
export async function sendText(request: FastifyRequest, reply: FastifyReply, file: CalendarText, mediaType: string) {
  if (hasAlready(request, file)) return sendUnchanged(request, reply, file)
  const zipped = isZipped(request) && file.text.length >= SHORTEST_ZIPPED
  describe(reply, file, zipped).type(mediaType)
  if (!zipped) return reply.send(file.text)
  return reply.header('content-encoding', 'gzip').send(await zippedOf(file))
}

function describe(reply: FastifyReply, { changedAt, hash }: CalendarState, zipped: boolean): FastifyReply {
  return reply.headers({
    etag: `"${hash}${zipped ? GZIPPED : ''}"`,
    'last-modified': new Date(wholeSeconds(changedAt)).toUTCString(),
    vary: [reply.getHeader('vary'), 'accept-encoding'].filter((each) => each !== undefined).join(', '),
  })
}

function wholeSeconds(at: Date): number {
  return Math.floor(at.getTime() / 1000) * 1000
}

function isZipped({ headers }: FastifyRequest): boolean {
  const asked = (headers['accept-encoding'] ?? '').toString().toLowerCase()
  return asked.split(',').some((each) => /^\s*(gzip|x-gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/.test(each))
}

const zips = new WeakMap<CalendarText, Promise<Buffer>>()

/** What is kept to be sent again is made shorter once. */
function zippedOf(file: CalendarText): Promise<Buffer> {
  const zipping = zips.get(file) ?? zip(file.text)
  zips.set(file, zipping)
  return zipping
}

function zip(text: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    gzip(text, (error, zipped) => (error ? reject(error) : resolve(zipped)))
  })
}
