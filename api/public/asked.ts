import type { FastifyRequest } from 'fastify'
import { findClinicIdOfHost, findClinicIdOfSlug } from '../../db/queries/shown-clinic.ts'
import type { Said } from '../../domain/public-page.ts'
import type { Services } from '../context.ts'
import { languageAsked } from '../pages/words/page-languages.ts'

export interface PublicRoute {
  Params: { clinic?: string; slug?: string; id?: string }
  Querystring: Readonly<Record<string, unknown>>
}

/** What neither a clinic nor an event ever goes by is not looked for. */
export const SLUG = /^[a-z0-9-]{1,100}$/i

/** The clinic of the address, of the Host name, or the only one there is. */
export async function clinicAsked({ db }: Services, request: FastifyRequest<PublicRoute>): Promise<string | undefined> {
  const { clinic } = request.params
  if (clinic === undefined) return findClinicIdOfHost(db, request.hostname)
  return SLUG.test(clinic) ? findClinicIdOfSlug(db, clinic) : undefined
}

/** Which of the clinic's pages is wanted. */
export type Wanted =
  | { readonly kind: 'list'; readonly tag: string | null; readonly page: number }
  | {
      readonly kind: 'month'
      readonly month: string
      readonly shows: 'list' | 'calendar'
      readonly tag: string | null
      readonly page: number
    }
  | { readonly kind: 'event'; readonly slug: string; readonly said: Said | null }

export interface Asked {
  /** Where the clinic's pages begin, as it was asked for. */
  readonly base: string
  readonly language: string
  readonly wanted: Wanted
}

const MOST_PAGES = 1000
const MONTH = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/

export function askedOf(request: FastifyRequest<PublicRoute>): Asked {
  const { clinic, slug } = request.params
  const base = clinic === undefined ? '' : `/c/${clinic}`
  const language = languageAsked(request.headers['accept-language'])
  return {
    base,
    language,
    wanted: slug === undefined ? listAsked(request.query) : { kind: 'event', slug, said: saidOf(request.query) },
  }
}

function saidOf({ said }: PublicRoute['Querystring']): Said | null {
  return said === 'registered' || said === 'waitlisted' || said === 'asked' ? said : null
}

/** What is no month or page is passed over: whoever follows an old link sees the list. */
function listAsked({ month, page, tag, view }: PublicRoute['Querystring']): Wanted {
  const number = typeof page === 'string' && /^\d{1,4}$/.test(page) ? Number(page) : 1
  const one = {
    tag: typeof tag === 'string' && tag !== '' && !tag.includes('\0') ? tag.slice(0, 100).toLowerCase() : null,
    page: Math.min(Math.max(number, 1), MOST_PAGES),
  }
  if (typeof month !== 'string' || !MONTH.test(month)) return { kind: 'list', ...one }
  return { kind: 'month', month, shows: view === 'calendar' ? 'calendar' : 'list', ...one }
}
