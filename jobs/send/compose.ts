import { makeManageUrls } from '../../actions/make-links.ts'
import { type Leaving, recheckMessages } from '../../actions/recheck-message.ts'
import { inClinic, type Trx } from '../../db/connect.ts'
import { type Appointment, listAppointments } from '../../db/queries/book.ts'
import { type ClinicRow, getClinic } from '../../db/queries/clinics.ts'
import { listMessageTemplates, type MessageTemplateRow } from '../../db/queries/message-templates.ts'
import type { MessageRow } from '../../db/queries/messages.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Outgoing } from '../channels/channel.ts'
import type { Jobs } from '../kit.ts'
import type { MessageFacts } from '../templates/message-facts.ts'
import { renderMessage } from '../templates/render.ts'
import { sampleFacts } from '../templates/sample-facts.ts'
import type { SenderOptions } from './sender.ts'

interface ComposerOptions {
  readonly jobs: Jobs
  /** Where people reach the program, for links in messages. */
  readonly publicUrl: string
  /** Whom an invitation comes from. */
  readonly mailFrom: string | undefined
}

/** Writes messages from what they are about, as it stands when they leave. */
export function makeComposer(options: ComposerOptions): Pick<SenderOptions, 'admit' | 'recall'> {
  return {
    async admit(trx, clinicId, due, now) {
      const { leaving, log } = await recheckMessages(options, trx, clinicId, due, now)
      const desk = await openDesk(options, trx, clinicId, now)
      const urls = await linksFor(options, trx, clinicId, leaving, now)
      const ready = leaving.map((each, at) => ({
        message: each.message,
        outgoing: () => write(desk, each, urls[at]),
      }))
      return { ready, log }
    },
    recall: (db, clinicId, message) =>
      inClinic(db, clinicId, async (trx) => {
        const desk = await openDesk(options, trx, clinicId, message.attemptAt)
        const { appointmentId } = message
        const [appointment = null] = appointmentId ? await listAppointments(trx, clinicId, [appointmentId]) : []
        return write(desk, { message, appointment }, hasLink(message) ? options.publicUrl : undefined)
      }),
  }
}

/** What all messages of a clinic are written with. */
interface Desk extends ComposerOptions {
  readonly clinicId: string
  readonly clinic: ClinicRow
  readonly templates: readonly MessageTemplateRow[]
  readonly now: Instant
}

async function openDesk(options: ComposerOptions, trx: Trx, clinicId: string, now: Instant): Promise<Desk> {
  const [clinic, templates] = await Promise.all([getClinic(trx, clinicId), listMessageTemplates(trx, clinicId)])
  return { ...options, clinicId, clinic, templates, now }
}

/** A link of its own for each that leads its client somewhere, in their order. */
async function linksFor(
  { publicUrl }: ComposerOptions,
  trx: Trx,
  clinicId: string,
  leaving: readonly Leaving[],
  now: Instant,
): Promise<(string | undefined)[]> {
  const wanted = leaving.map(({ message, appointment }) =>
    appointment && hasLink(message)
      ? { appointmentId: appointment.id, clientId: appointment.clientId, endsAt: appointment.endsAt }
      : undefined,
  )
  const made = await makeManageUrls(
    trx,
    clinicId,
    wanted.filter((each) => each !== undefined),
    { publicUrl, now },
  )
  let next = 0
  return wanted.map((each) => each && made[next++])
}

/** What is said aloud names no address, and staff have a calendar of their own. */
function hasLink({ audience, channel }: MessageRow): boolean {
  return audience === 'client' && channel !== 'voice'
}

function write(desk: Desk, { message, appointment }: Leaving, manageUrl: string | undefined): Outgoing {
  const { kind, channel, language, content } = message
  const template = content?.testOf ?? kind
  const facts = content?.testOf
    ? sampleFacts(desk.clinic, desk.now, desk.publicUrl)
    : factsOf(desk, message, appointment, manageUrl)
  const own = desk.templates.find(
    (each) => each.kind === template && each.channel === channel && each.language === language,
  )
  const { subject, text, html, attachments } = renderMessage(
    template,
    channel,
    language,
    facts,
    own && { subject: own.subject ?? undefined, body: own.body },
  )
  return {
    ...{ clinicId: desk.clinicId, messageId: message.id, to: message.recipient, from: desk.clinic.name, kind },
    ...{ subject, text, html, attachments, language },
  }
}

function factsOf(
  { clinic, mailFrom }: Desk,
  { content }: MessageRow,
  appointment: Appointment | null,
  manageUrl: string | undefined,
): MessageFacts {
  return {
    clinic,
    client: appointment?.client ?? null,
    appointment,
    manageUrl,
    previous: content?.previous,
    reply: content?.text === undefined ? undefined : { text: content.text },
    from: mailFrom,
  }
}
