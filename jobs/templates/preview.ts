import type { MessageChannel, MessageKind } from '../../domain/message.ts'
import { oneLine } from '../../domain/text.ts'
import { checkTemplate, longestBody, type TemplateProblem, type TypedTemplate } from './check-template.ts'
import type { MessageFacts } from './message-facts.ts'
import { dressMessage, type FilledTemplate, fillTemplate } from './render.ts'
import { MOST_SEGMENTS, measureText, plainer, type TextSize } from './text-message.ts'

/** What typed words would become. */
export interface Preview {
  readonly subject: string | null
  readonly text: string
  readonly html: string | null
  /** As they are counted and paid; only of a text. */
  readonly segments: number | null
  readonly encoding: string | null
  readonly characters: number
  readonly problems: readonly string[]
}

export interface PreviewRequest {
  readonly kind: MessageKind
  readonly channel: MessageChannel
  readonly language: string
  readonly template: TypedTemplate
}

/** The message as it would be; words that cannot be kept are shown as they were typed. */
export function previewMessage(request: PreviewRequest, facts: MessageFacts): Preview {
  const { kind, channel, language, template } = request
  const wrong = checkTemplate(channel, template)
  const words = wrong.length > 0 ? asTyped(channel, template) : filled(request, facts)
  const problems = wrong.map((each) => each.message)
  if (channel === 'sms') return wrong.length > 0 ? unmeasured(template, words, problems) : measured(words)
  const { subject = null, text, html = null } = dressMessage(kind, channel, language, facts, words)
  return { subject, text, html, segments: null, encoding: null, characters: text.length, problems }
}

/** Why those words cannot be kept; none when they can. */
export function wordProblems(request: PreviewRequest, facts: MessageFacts): TemplateProblem[] {
  const { channel, template } = request
  const wrong = checkTemplate(channel, template)
  if (wrong.length > 0 || channel !== 'sms') return wrong
  const size = measureText(plainer(filled(request, facts).body))
  return sizeProblems(size).map((message) => ({ field: 'body', message }))
}

function filled({ kind, language, template: { subject, body } }: PreviewRequest, facts: MessageFacts): FilledTemplate {
  return fillTemplate(kind, language, facts, { subject: subject ?? undefined, body })
}

function asTyped(channel: MessageChannel, { subject, body }: TypedTemplate): FilledTemplate {
  return { subject: oneLine(subject ?? ''), body: body.slice(0, longestBody(channel)).trim() }
}

function measured({ body }: FilledTemplate): Preview {
  const text = plainer(body)
  const size = measureText(text)
  return { subject: null, text, html: null, ...size, problems: sizeProblems(size) }
}

/** As many characters as were typed, whatever is shown of them; into how many texts they go cannot be said. */
function unmeasured({ body }: TypedTemplate, words: FilledTemplate, problems: readonly string[]): Preview {
  const text = plainer(words.body)
  return { subject: null, text, html: null, segments: null, encoding: null, characters: body.length, problems }
}

/** Why a text is too long, as the example makes it; one with longer names is cut when it is sent. */
function sizeProblems({ segments }: TextSize): string[] {
  if (segments <= MOST_SEGMENTS) return []
  return [`This takes ${segments} text messages; ${MOST_SEGMENTS} is the most. Please shorten it.`]
}
