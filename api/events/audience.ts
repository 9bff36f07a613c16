import { rightsOfCaller } from '../../actions/caller.ts'
import { inSnapshot, type Trx } from '../../db/connect.ts'
import type { NamedResource } from '../../db/queries/book.ts'
import { findClinicIdOfHost, findClinicIdOfSlug } from '../../db/queries/shown-clinic.ts'
import type { ApiContext } from '../context.ts'
import { clientError } from '../graphql/errors.ts'

/** Who reads events: whoever may read a clinic's calendar sees all of them, everybody else what is published. */
export interface Audience {
  readonly clinicId: string
  readonly isPublic: boolean
}

const audiences = new WeakMap<ApiContext, Promise<Audience>>()

/** Whose events the request is about, and how much of them it may see. */
export function audienceOf(context: ApiContext): Promise<Audience> {
  const known = audiences.get(context) ?? findAudience(context)
  audiences.set(context, known)
  return known
}

async function findAudience(context: ApiContext): Promise<Audience> {
  const { caller, askedClinic, services } = context
  if (caller) return { clinicId: caller.clinicId, isPublic: !rightsOfCaller(caller).has('read_calendar') }
  const clinicId = askedClinic?.slug
    ? await findClinicIdOfSlug(services.db, askedClinic.slug)
    : await findClinicIdOfHost(services.db, askedClinic?.host ?? '')
  if (!clinicId)
    throw clientError(
      'BAD_USER_INPUT',
      'Say which clinic by the header X-Daybook-Clinic: its slug, as in its addresses.',
    )
  return { clinicId, isPublic: true }
}

/** Reads the events of a clinic as that audience may. */
export async function readingEvents<T>(
  context: ApiContext,
  read: (trx: Trx, audience: Audience) => Promise<T>,
): Promise<T> {
  const audience = await audienceOf(context)
  return inSnapshot(context.services.db, audience.clinicId, (snapshot) => read(snapshot, audience))
}

/** What everybody may know of those who run an event and of where it is: not when they work. */
export function shownResource<Row extends NamedResource | null>(row: Row, { isPublic }: Audience): Row {
  return isPublic && row ? { ...row, weeklyHours: [], skills: [] } : row
}

/** Refuses everybody who may not read the calendar. */
export async function forStaff(context: ApiContext): Promise<void> {
  const { isPublic } = await audienceOf(context)
  if (isPublic)
    throw clientError(context.caller ? 'FORBIDDEN' : 'UNAUTHENTICATED', 'This is for the staff of the clinic.')
}
