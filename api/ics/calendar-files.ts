import { createHash } from 'node:crypto'
import fastifyRateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import { hashOfSecret } from '../../actions/one-time-secret.ts'
import { inClinic, inSnapshot } from '../../db/connect.ts'
import { getClinic } from '../../db/queries/clinics.ts'
import { insertEventsFeed, type PulledFeed, pullFeed } from '../../db/queries/feeds.ts'
import { findClinicIdOfHost, findClinicIdOfSlug } from '../../db/queries/shown-clinic.ts'
import { appointmentCalendar } from '../../jobs/templates/appointment-calendar.ts'
import { languageOf } from '../../jobs/templates/languages.ts'
import { networkOf } from '../auth/network.ts'
import type { Services } from '../context.ts'
import { plainBody, refuseRequest } from '../http-errors.ts'
import { openLink } from '../pages/link-view.ts'
import { FEED_FORM, makeFeedFiles } from './feed-files.ts'
import { type CalendarText, hasAlready, sendCalendar, sendUnchanged } from './send-calendar.ts'

export interface CalendarFilesOptions {
  readonly services: Services
  readonly feedRequestsAMinute?: number
  readonly feedMissesAMinute?: number
}

const A_MINUTE = 60_000
/** Calendars of many people ask from one address: those of a provider, or of a clinic. */
const REQUESTS_A_MINUTE = 600
/** Whoever guesses tokens comes nowhere with so few. */
const MISSES_A_MINUTE = 60
const TOKEN = /^[\w-]{43}\.ics$/
const SUFFIX = '.ics'

interface FileRoute {
  Params: { file: string }
}

/** The calendars that others ask for: one appointment by its link, the published events, and private feeds by token. */
export async function addCalendarFiles(app: FastifyInstance, options: CalendarFilesOptions): Promise<void> {
  const { services, feedMissesAMinute = MISSES_A_MINUTE, feedRequestsAMinute: max = REQUESTS_A_MINUTE } = options
  const fileOf = makeFeedFiles(services)
  await app.register(async (scope) => {
    await scope.register(fastifyRateLimit, { global: false })
    const keyGenerator = ({ ip }: FastifyRequest) => networkOf(ip)
    const count = scope.createRateLimit({ max, timeWindow: A_MINUTE, keyGenerator })
    const countMiss = scope.createRateLimit({ max: feedMissesAMinute, timeWindow: A_MINUTE, keyGenerator })
    const refuseMany = async (limited: typeof count, request: FastifyRequest, reply: FastifyReply) => {
      const limit = await limited(request)
      if (limit.isAllowed || !limit.isExceeded) return undefined
      reply.header('retry-after', limit.ttlInSeconds)
      return refuseRequest(reply, 429, 'Too many requests. Try again in a minute.', plainBody)
    }
    scope.addHook('onRequest', async (request, reply) => refuseMany(count, request, reply))

    const miss = async (request: FastifyRequest, reply: FastifyReply) =>
      (await refuseMany(countMiss, request, reply)) ??
      refuseRequest(reply, 404, 'There is no such calendar.', plainBody)
    const answer = async (pulled: PulledFeed | undefined, request: FastifyRequest, reply: FastifyReply) => {
      if (!pulled) return miss(request, reply)
      const { contentChangedAt, contentHash, isCurrent } = pulled
      const state = isCurrent && contentHash && contentChangedAt && { hash: contentHash, changedAt: contentChangedAt }
      if (state && hasAlready(request, state)) return sendUnchanged(request, reply, state)
      return sendCalendar(request, reply, await fileOf(pulled))
    }

    scope.get('/feeds/events.ics', async (request, reply) =>
      answer(await pullEvents(services, await findClinicIdOfHost(services.db, request.hostname)), request, open(reply)),
    )
    scope.get<{ Params: { clinic: string } }>('/c/:clinic/feeds/events.ics', async (request, reply) => {
      const clinicId = await findClinicIdOfSlug(services.db, request.params.clinic)
      return answer(await pullEvents(services, clinicId), request, open(reply))
    })
    scope.get<FileRoute>('/feeds/:file', async (request, reply) => {
      const token = tokenOf(request)
      const by = token === undefined ? undefined : { tokenHash: hashOfSecret(token) }
      return answer(by && (await pullFeed(services.db, by, FEED_FORM, services.now())), request, close(reply))
    })
    scope.get<FileRoute>('/appointments/:file', async (request, reply) => {
      const token = tokenOf(request)
      const file = token === undefined ? undefined : await writeAppointment(services, token)
      if (!file) return miss(request, reply)
      return sendCalendar(
        request,
        close(reply).header('content-disposition', 'inline; filename="appointment.ics"'),
        file,
      )
    })
  })
}

function tokenOf({ params }: FastifyRequest<FileRoute>): string | undefined {
  return TOKEN.test(params.file) ? params.file.slice(0, -SUFFIX.length) : undefined
}

/** Anybody may keep it for a moment. */
function open(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'public, max-age=60')
}

/** Meant for one reader: nobody else keeps it or finds it. */
function close(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'private, no-cache').header('x-robots-tag', 'noindex, nofollow')
}

async function pullEvents(services: Services, clinicId: string | undefined): Promise<PulledFeed | undefined> {
  if (clinicId === undefined) return undefined
  const pull = () => pullFeed(services.db, { clinicId }, FEED_FORM, services.now())
  const pulled = await pull()
  if (pulled) return pulled
  await inClinic(services.db, clinicId, (trx) => insertEventsFeed(trx, clinicId, uuidv7(), services.now()))
  return pull()
}

/** The appointment that the link leads to, as its client's calendar shows it. */
async function writeAppointment(services: Services, token: string): Promise<CalendarText | undefined> {
  const link = await openLink(services, token)
  if (!link) return undefined
  const { appointment, caller } = link
  const clinic = await inSnapshot(services.db, caller.clinicId, (snapshot) => getClinic(snapshot, caller.clinicId))
  const { client, status } = appointment
  const manageUrl = new URL(`/m/${token}`, services.publicUrl).href
  const about = { appointment, clinic, client, manageUrl, isCancelled: status === 'cancelled' }
  const { content } = appointmentCalendar({ ...about, method: 'PUBLISH' }, languageOf(client.language))
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 22)
  return { text: content, hash, changedAt: new Date(appointment.updatedAt) }
}
