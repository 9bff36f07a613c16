import { makeManageUrls } from '../../actions/make-links.ts'
import { offerToken } from '../../actions/offer-token.ts'
import { type Leaving, recheckMessages } from '../../actions/recheck-message.ts'
import { registrationToken } from '../../actions/registration-token.ts'
import { inClinic, type Trx } from '../../db/connect.ts'
import { type Appointment, listAppointments } from '../../db/queries/book.ts'
import { type ClinicRow, getClinic } from '../../db/queries/clinics.ts'
import { listMessageTemplates, type MessageTemplateRow } from '../../db/queries/message-templates.ts'
import type { MessageRow } from '../../db/queries/messages.ts'
import { listToldOfOffers, type ToldOfOffer } from '../../db/queries/offer-messages.ts'
import { type AskedProof, type AskedWait, listAskedProofs, listAskedWaits } from '../../db/queries/proof-messages.ts'
import { listToldRegistrants, type ToldRegistrant } from '../../db/queries/registrant-messages.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Outgoing } from '../channels/channel.ts'
import type { Jobs } from '../kit.ts'
import type { Template } from '../templates/language.ts'
import { languageOf } from '../templates/languages.ts'
import type { MessageFacts } from '../templates/message-facts.ts'
import { renderMessage } from '../templates/render.ts'
import { renderTest } from '../templates/render-test.ts'
import { offerFacts } from './offer-facts.ts'
import { proofFacts } from './proof-facts.ts'
import type { SenderOptions } from './sender.ts'
import { sessionFacts } from './session-facts.ts'
import { waitFacts } from './wait-facts.ts'

interface ComposerOptions {
  readonly jobs: Jobs
  /** Where people reach the program, for links in messages. */
  readonly publicUrl: string
  /** Whom an invitation comes from. */
  readonly mailFrom: string | undefined
  /** The install's own: the links of registrations and offers are made from it. Without it there are none. */
  readonly secret?: string
}

/** A message with what it is about. */
interface Written extends Leaving {
  readonly registrant: ToldRegistrant | undefined
  readonly offered: ToldOfOffer | undefined
  readonly proof: AskedProof | undefined
  readonly wait: AskedWait | undefined
}

/** Writes messages from what they are about, as it stands when they leave. */
export function makeComposer(options: ComposerOptions): Pick<SenderOptions, 'admit' | 'recall'> {
  return {
    async admit(trx, clinicId, due, now) {
      const { leaving, log } = await recheckMessages(options, trx, clinicId, due, now)
      const desk = await openDesk(options, trx, clinicId)
      const urls = await linksFor(options, trx, clinicId, leaving, now)
      const about = await aboutOf(trx, clinicId, leaving)
      const ready = leaving.map((each, at) => {
        const written = { ...each, ...about(each.message.id) }
        const url = ownUrl(options, clinicId, written) ?? urls[at]
        return { message: each.message, outgoing: () => write(desk, written, url) }
      })
      return { ready, log }
    },
    recall: (db, clinicId, message) =>
      inClinic(db, clinicId, async (trx) => {
        const desk = await openDesk(options, trx, clinicId)
        const { appointmentId } = message
        const [appointment = null] = appointmentId ? await listAppointments(trx, clinicId, [appointmentId]) : []
        const about = await aboutOf(trx, clinicId, [{ message }])
        const url = hasLink(message) ? options.publicUrl : undefined
        return write(desk, { message, appointment, ...about(message.id) }, url)
      }),
  }
}

type About = Pick<Written, 'registrant' | 'offered' | 'proof' | 'wait'>

/** What those messages are about that are about no appointment. */
async function aboutOf(
  trx: Trx,
  clinicId: string,
  messages: readonly Pick<Leaving, 'message'>[],
): Promise<(messageId: string) => About> {
  const [told, offers, proofs, waits] = await Promise.all([
    registrantsOf(trx, clinicId, messages),
    offersOf(trx, clinicId, messages),
    proofsOf(trx, clinicId, messages),
    waitsOf(trx, clinicId, messages),
  ])
  return (id) => ({ registrant: told.get(id), offered: offers.get(id), proof: proofs.get(id), wait: waits.get(id) })
}

/** What those messages are about that tell somebody of a session. */
async function registrantsOf(
  trx: Trx,
  clinicId: string,
  messages: readonly Pick<Leaving, 'message'>[],
): Promise<ReadonlyMap<string, ToldRegistrant>> {
  const ids = messages.filter(({ message }) => message.sessionId !== null).map(({ message }) => message.id)
  return new Map((await listToldRegistrants(trx, clinicId, ids)).map((each) => [each.messageId, each]))
}

/** What those messages offer to somebody who waits. */
function offersOf(trx: Trx, clinicId: string, messages: readonly Pick<Leaving, 'message'>[]) {
  const ids = messages.filter(({ message }) => message.offerId !== null).map(({ message }) => message.id)
  return listToldOfOffers(trx, clinicId, ids)
}

/** What those are about that ask an address to prove itself. */
async function proofsOf(
  trx: Trx,
  clinicId: string,
  messages: readonly Pick<Leaving, 'message'>[],
): Promise<ReadonlyMap<string, AskedProof>> {
  const ids = messages.filter(({ message }) => message.kind === 'booking_proof').map(({ message }) => message.id)
  return new Map((await listAskedProofs(trx, clinicId, ids)).map((each) => [each.messageId, each]))
}

/** The same, of those who asked to wait. */
async function waitsOf(
  trx: Trx,
  clinicId: string,
  messages: readonly Pick<Leaving, 'message'>[],
): Promise<ReadonlyMap<string, AskedWait>> {
  const ids = messages.filter(({ message }) => message.kind === 'waitlist_proof').map(({ message }) => message.id)
  return new Map((await listAskedWaits(trx, clinicId, ids)).map((each) => [each.messageId, each]))
}

/** Where a message leads that is about no appointment. */
function ownUrl(
  options: ComposerOptions,
  clinicId: string,
  { offered, registrant }: Pick<Written, 'registrant' | 'offered'>,
): string | undefined {
  const { publicUrl, secret } = options
  if (registrant) return registrationUrl(options, clinicId, registrant)
  if (!offered || secret === undefined) return undefined
  return new URL(`/o/${offerToken(secret, clinicId, offered.offer.id)}`, publicUrl).href
}

/** Where a registration is given back; a member of a group talks to the clinic. */
function registrationUrl(
  { publicUrl, secret }: ComposerOptions,
  clinicId: string,
  { registrationId }: ToldRegistrant,
): string | undefined {
  if (registrationId === null || secret === undefined) return undefined
  return new URL(`/r/${registrationToken(secret, clinicId, registrationId)}`, publicUrl).href
}

/** What all messages of a clinic are written with. */
interface Desk extends ComposerOptions {
  readonly clinicId: string
  readonly clinic: ClinicRow
  readonly templates: readonly MessageTemplateRow[]
}

async function openDesk(options: ComposerOptions, trx: Trx, clinicId: string): Promise<Desk> {
  const [clinic, templates] = await Promise.all([getClinic(trx, clinicId), listMessageTemplates(trx, clinicId)])
  return { ...options, clinicId, clinic, templates }
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

function write(desk: Desk, written: Written, manageUrl: string | undefined): Outgoing {
  const { message } = written
  const { kind, channel, language, content, dueAt } = message
  const { clinic, publicUrl } = desk
  const template = ownTemplate(desk, message)
  const { subject, text, html, attachments } = content?.testOf
    ? renderTest({ of: content.testOf, channel, language, clinic, askedAt: dueAt, publicUrl }, template)
    : renderMessage(kind, channel, language, factsFor(desk, written, manageUrl), template)
  return {
    ...{ clinicId: desk.clinicId, messageId: message.id, to: message.recipient, from: clinic.name, kind },
    // Words that nobody has put into the reader's language are not read aloud as if they were.
    ...{ subject, text, html, attachments, language: languageOf(language).code },
  }
}

/** The clinic's own words, in the language that the reader's is written in here. */
function ownTemplate({ templates }: Desk, { kind, channel, language, content }: MessageRow): Template | undefined {
  const wanted = { kind: content?.testOf ?? kind, language: languageOf(language).code }
  const own = templates.find(
    (each) => each.kind === wanted.kind && each.channel === channel && each.language === wanted.language,
  )
  return own && { subject: own.subject ?? undefined, body: own.body }
}

function factsFor(
  desk: Desk,
  { appointment, message, offered, proof, registrant, wait }: Written,
  url: string | undefined,
): MessageFacts {
  if (proof) return proofFacts(desk, proof)
  if (wait) return waitFacts(desk, wait)
  if (registrant) return sessionFacts(desk, registrant, url, message.language)
  return offered ? offerFacts(desk, offered, url) : factsOf(desk, message, appointment, url)
}

function factsOf(
  { clinic, mailFrom }: Desk,
  { audience, content }: MessageRow,
  appointment: Appointment | null,
  manageUrl: string | undefined,
): MessageFacts {
  return {
    audience,
    clinic,
    client: appointment?.client ?? null,
    appointment,
    manageUrl,
    previous: content?.previous,
    reply: content?.text === undefined ? undefined : { text: content.text },
    from: mailFrom,
  }
}
