import type { FastifyRequest } from 'fastify'
import { rightsOfCaller } from '../../actions/caller.ts'
import { inSnapshot } from '../../db/connect.ts'
import type { Auth } from '../auth/auth.ts'
import { CLINIC_HEADER } from '../auth/caller.ts'
import type { Services } from '../context.ts'
import { askedOf, type PublicRoute } from './asked.ts'
import { type Found, readPage } from './read-page.ts'

/** The page as it will be, for those of the clinic who plan its events; undefined for everybody else. */
export async function readPreview(
  services: Services,
  auth: Auth,
  clinicId: string,
  request: FastifyRequest<PublicRoute>,
): Promise<Found | undefined> {
  const caller = await auth.callerOf({ ...request.headers, [CLINIC_HEADER]: clinicId })
  const rights = caller?.clinicId === clinicId ? rightsOfCaller(caller) : undefined
  if (!rights?.has('edit_events') && !rights?.has('edit_own_events')) return undefined
  const { db, now, publicUrl } = services
  const reader = { clinicId, now: now(), publicUrl, isPreview: true }
  return inSnapshot(db, clinicId, (snapshot) => readPage(snapshot, reader, askedOf(request)))
}
