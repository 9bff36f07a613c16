import { isOfEvent, isOfOffer, type MessageChannel, type MessageKind } from '../../domain/message.ts'
import { isForTherapist } from '../../domain/reminder-policy.ts'
import { oneLine } from '../../domain/text.ts'
import type { Attachment } from '../channels/channel.ts'
import { appointmentCalendar } from './appointment-calendar.ts'
import { actionsOf, hrefOf } from './email-actions.ts'
import { emailDetails } from './email-details.ts'
import { emailHtml } from './email-html.ts'
import { type EmailContent, emailText } from './email-text.ts'
import { fill } from './fill.ts'
import { type FrameWords, type Language, type Template, templateIn } from './language.ts'
import { languageOf } from './languages.ts'
import type { MessageFacts } from './message-facts.ts'
import { messageValues, timeWriter, type WriteTime } from './message-values.ts'
import { cutToFit, plainer } from './text-message.ts'
import { wishDetails } from './wish-details.ts'

/** A message as it leaves: what is said aloud or texted is in `text`. */
export interface RenderedMessage {
  readonly subject?: string
  readonly text: string
  readonly html?: string
  readonly attachments: readonly Attachment[]
  /** How many a text is cut into. */
  readonly segments?: number
}

/** The words of a message, its variables filled in. */
export interface FilledTemplate {
  readonly subject: string
  readonly body: string
}

/** Writes the message in the language of that code, from the clinic's own template where it has one. */
export function renderMessage(
  kind: MessageKind,
  channel: MessageChannel,
  languageCode: string,
  facts: MessageFacts,
  template: Template = templateIn(languageOf(languageCode), kind, channel),
): RenderedMessage {
  return dressMessage(kind, channel, languageCode, facts, fillTemplate(kind, languageCode, facts, template))
}

/** The words of the message, before anything is put around them. */
export function fillTemplate(
  kind: MessageKind,
  languageCode: string,
  facts: MessageFacts,
  { subject, body }: Template,
): FilledTemplate {
  const values = messageValues(facts, timeWriter(facts, languageOf(languageCode), isForClient(kind, facts)))
  return { subject: oneLine(fill(subject ?? '{{clinicName}}', values)), body: fill(body, values).trim() }
}

/** Puts around the words what their channel needs. */
export function dressMessage(
  kind: MessageKind,
  channel: MessageChannel,
  languageCode: string,
  facts: MessageFacts,
  filled: FilledTemplate,
): RenderedMessage {
  const { subject, body } = filled
  if (channel === 'sms') return renderText(body)
  if (channel === 'voice') return { text: oneLine(body), attachments: [] }
  if (channel === 'portal') return { subject, text: body, attachments: [] }
  const language = languageOf(languageCode)
  const write = timeWriter(facts, language, isForClient(kind, facts))
  return renderEmail({ kind, facts, language, write, subject, body })
}

function isForClient(kind: MessageKind, { audience = 'client' }: MessageFacts): boolean {
  return audience === 'client' && !isForTherapist(kind)
}

function renderText(filled: string): RenderedMessage {
  const { text, segments } = cutToFit(plainer(filled))
  return { text, attachments: [], segments }
}

interface Email {
  readonly kind: MessageKind
  readonly facts: MessageFacts
  readonly language: Language
  readonly write: WriteTime
  readonly subject: string
  readonly body: string
}

function renderEmail(email: Email): RenderedMessage {
  const content = emailContent(email)
  const { subject } = content
  return { subject, text: emailText(content), html: emailHtml(content), attachments: attachmentsOf(email) }
}

function emailContent({ kind, facts, language, write, subject, body }: Email): EmailContent {
  const { words } = language
  const { manageUrl } = facts
  const clinicName = oneLine(facts.clinic.name)
  const actions = manageUrl === undefined ? [] : actionsOf(kind)
  return {
    ...{ language: language.code, clinicName, hue: facts.clinic.hue, subject, body },
    details: facts.wish ? wishDetails(facts.wish, language) : emailDetails(kind, facts, words, write),
    links: actions.map((action) => ({ label: words[action], href: hrefOf(manageUrl!, action) })),
    manageUrl,
    linkLead: kind === 'waitlist_offer' ? words.answer : words.manage,
    footer: footerOf(kind, facts, words)(clinicName),
  }
}

function footerOf(kind: MessageKind, facts: MessageFacts, words: FrameWords): FrameWords['footer'] {
  if (isOfEvent(kind)) return words.eventFooter
  if (isOfOffer(kind)) return words.waitingFooter
  if (kind === 'booking_proof') return words.askedFooter
  if (kind === 'waitlist_proof') return words.askedToWaitFooter
  return isForClient(kind, facts) ? words.footer : words.staffFooter
}

const METHODS: Partial<Record<MessageKind, 'REQUEST' | 'CANCEL'>> = {
  confirmation: 'REQUEST',
  changed: 'REQUEST',
  cancelled: 'CANCEL',
  registration_confirmed: 'REQUEST',
  session_changed: 'REQUEST',
  session_cancelled: 'CANCEL',
}

function attachmentsOf({ kind, facts, language }: Email): Attachment[] {
  const { appointment } = facts
  const method = METHODS[kind]
  if (!method || !appointment) return []
  return [appointmentCalendar({ ...facts, method, appointment, isOfEvent: isOfEvent(kind) }, language)]
}
