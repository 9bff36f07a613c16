import {
  isOfEvent,
  isOfOffer,
  type MessageChannel,
  type MessageKind,
  messageChannels,
  offerKinds,
  registrantKinds,
} from '../../domain/message.ts'
import { isForTherapist, plannedKinds } from '../../domain/reminder-policy.ts'
import type { Language, Template } from './language.ts'
import { languages } from './languages.ts'

/** Which words: every clinic has its own or ours. */
export interface TemplateKey {
  readonly kind: MessageKind
  readonly channel: MessageChannel
  readonly language: string
}

export interface DefaultTemplate extends TemplateKey {
  readonly template: Template
}

const editableKinds: readonly MessageKind[] = [...plannedKinds, 'conversation', ...registrantKinds, ...offerKinds]

function channelsOf(kind: MessageKind): readonly MessageChannel[] {
  if (isOfOffer(kind)) return ['email', 'sms']
  return isForTherapist(kind) || kind === 'conversation' || isOfEvent(kind) ? ['email'] : messageChannels
}

/** Our own words wherever a clinic may have others, by kind, channel and language. */
export const defaultTemplates: readonly DefaultTemplate[] = editableKinds.flatMap((kind) =>
  channelsOf(kind).flatMap((channel) => languages.flatMap((language) => defaultIn(language, kind, channel))),
)

function defaultIn(language: Language, kind: MessageKind, channel: MessageChannel): DefaultTemplate[] {
  const template = language.templates[kind][channel]
  return template ? [{ kind, channel, language: language.code, template }] : []
}

/** Our own words for that; undefined where there is nothing to edit. */
export function findDefault({ kind, channel, language }: TemplateKey): DefaultTemplate | undefined {
  return defaultTemplates.find((each) => each.kind === kind && each.channel === channel && each.language === language)
}

/** The words that stand for one kind, channel and language in a clinic. */
export interface MessageTemplate extends TemplateKey {
  readonly subject: string | null
  readonly body: string
  /** 0 while they are ours. */
  readonly version: number
  readonly custom: boolean
}

/** The clinic's own words, or ours where it has none. */
export function standingTemplate(
  { kind, channel, language, template }: DefaultTemplate,
  own: { readonly subject: string | null; readonly body: string; readonly version: number } | undefined,
): MessageTemplate {
  const { subject, body, version } = own ?? { subject: template.subject ?? null, body: template.body, version: 0 }
  return { kind, channel, language, subject, body, version, custom: own !== undefined }
}

/** The words of every message, where a clinic has those of its own. */
export function standingTemplates(own: readonly Omit<MessageTemplate, 'custom'>[]): MessageTemplate[] {
  const keyOf = ({ kind, channel, language }: TemplateKey) => `${kind}/${channel}/${language}`
  const byKey = new Map(own.map((each) => [keyOf(each), each]))
  return defaultTemplates.map((each) => standingTemplate(each, byKey.get(keyOf(each))))
}
