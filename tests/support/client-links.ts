import { makeManageUrls } from '../../actions/make-links.ts'
import { type Db, inClinic } from '../../db/connect.ts'
import type { Instant } from '../../domain/interval.ts'
import { makeDesk } from './desk.ts'

/** Links are asked for by the database's own clock: a Monday that it has not reached, 08:00 in New York. */
export const LATER_MONDAY = Date.parse('2040-03-05T13:00:00Z')
/** The Tuesday after it, 10:00. */
export const LATER_TUESDAY = '2040-03-06T15:00:00Z'

/** A desk with an appointment of Maya's, and what her browser does with the link she was sent. */
export async function makeLinkDesk(app: { url: string }, db: Db, now: Instant) {
  const desk = await makeDesk(app, db)
  const { appointment } = await desk.book({ startsAt: LATER_TUESDAY, roomId: desk.oak.id })
  const makeLink = async (of: { id: string; clientId: string; endsAt: string }) => {
    const wanted = { appointmentId: of.id, clientId: of.clientId, endsAt: Date.parse(of.endsAt) }
    const [url] = await inClinic(db, desk.clinic.id, (trx) =>
      makeManageUrls(trx, desk.clinic.id, [wanted], { publicUrl: app.url, now }),
    )
    return url!
  }
  const url = await makeLink({ id: appointment.id, clientId: desk.maya.id, endsAt: appointment.endsAt })
  return {
    ...{ desk, appointment, url, makeLink },
    seen: String(Date.parse(appointment.startsAt)),
    open: (query = '', headers: Record<string, string> = {}) => fetch(`${url}${query}`, { headers }),
    /** Sends a form as a browser does, and answers where it leads. */
    async send(action: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
      const response = await fetch(`${url}/${action}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: app.url, ...headers },
        redirect: 'manual',
      })
      const to = response.headers.get('location')
      return { status: response.status, to: to === null ? undefined : new URL(to, url) }
    },
  }
}

/** The hidden fields of the forms on a page that lead to an action, form by form. */
export function formsOf(page: string, action: string): Record<string, string>[] {
  const forms = page.match(/<form[\s\S]*?<\/form>/g) ?? []
  return forms
    .filter((form) => form.includes(`/${action}"`))
    .map((form) => {
      const hidden = form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)
      return Object.fromEntries([...hidden].map(([, name, value]) => [name!, value!]))
    })
}

export type LinkDesk = Awaited<ReturnType<typeof makeLinkDesk>>
