import { inSnapshot } from '../../db/connect.ts'
import { getClinic } from '../../db/queries/clinics.ts'
import { appointmentCalendar } from '../../jobs/templates/appointment-calendar.ts'
import { languageOf } from '../../jobs/templates/languages.ts'
import type { Services } from '../context.ts'
import { openLink } from '../pages/link-view.ts'
import { type CalendarText, hashOfText } from './send-calendar.ts'

/** The appointment that the link leads to, as its client's calendar shows it; undefined where the link leads nowhere. */
export async function writeAppointment(services: Services, token: string): Promise<CalendarText | undefined> {
  const link = await openLink(services, token)
  if (!link) return undefined
  const { appointment, caller } = link
  const clinic = await inSnapshot(services.db, caller.clinicId, (snapshot) => getClinic(snapshot, caller.clinicId))
  const { client, status, updatedAt } = appointment
  const manageUrl = new URL(`/m/${token}`, services.publicUrl).href
  const about = { appointment, clinic, client, manageUrl, isCancelled: status === 'cancelled' }
  const { content } = appointmentCalendar({ ...about, method: 'PUBLISH' }, languageOf(link.language))
  return { text: content, hash: hashOfText(content), changedAt: new Date(updatedAt) }
}
