import type { Instant } from '../../domain/interval.ts'
import type { MessageChannel, MessageKind } from '../../domain/message.ts'
import { hasSubject } from './check-template.ts'
import { type Template, templateIn } from './language.ts'
import { languageOf } from './languages.ts'
import type { MessageFacts } from './message-facts.ts'
import { dressMessage, fillTemplate, type RenderedMessage } from './render.ts'
import { sampleFacts } from './sample-facts.ts'

export interface TestRequest {
  /** What the message would say if it were meant. */
  readonly of: MessageKind
  readonly channel: MessageChannel
  readonly language: string
  readonly clinic: MessageFacts['clinic']
  /** When the test was asked for: its appointment lies in the week after. */
  readonly askedAt: Instant
  readonly publicUrl?: string
}

/** A message about an appointment that might be, for the member who wants to see one: it says that it is a test. */
export function renderTest(request: TestRequest, template?: Template): RenderedMessage {
  const { of, channel, language, clinic, askedAt, publicUrl } = request
  const facts = sampleFacts(clinic, askedAt, publicUrl, of)
  const words = template ?? templateIn(languageOf(language), of, channel)
  const { subject, body } = fillTemplate(of, language, facts, words)
  const { test } = languageOf(language).words
  const marked = hasSubject(channel) ? { subject: `${test}: ${subject}`, body } : { subject, body: `${test}. ${body}` }
  return dressMessage(of, channel, language, facts, marked)
}
