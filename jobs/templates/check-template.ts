import type { MessageChannel } from '../../domain/message.ts'
import { textProblem } from '../../domain/text.ts'
import { parseTemplate, type TemplateToken } from './fill.ts'
import { findVariable, templateVariables } from './variables.ts'

/** The words somebody gives a message; a channel without subjects has none. */
export interface TypedTemplate {
  readonly subject?: string | null
  readonly body: string
}

/** Something that is wrong with a template, and in which of its fields. */
export interface TemplateProblem {
  readonly field: 'subject' | 'body'
  /** Fit to be read by whoever typed it. */
  readonly message: string
}

/** How much a field may hold, its variables not yet filled in. */
const LONGEST_SUBJECT = 200
const LONGEST_WRITTEN = 10_000
/** Counting the segments of a text takes long, and three have room for less than half of this. */
const LONGEST_TEXT = 1_000

export function longestBody(channel: MessageChannel): number {
  return hasSubject(channel) ? LONGEST_WRITTEN : LONGEST_TEXT
}

export function hasSubject(channel: MessageChannel): boolean {
  return channel === 'email' || channel === 'portal'
}

/** Everything that is wrong with the words, in their order; none when they can be kept. */
export function checkTemplate(channel: MessageChannel, { subject, body }: TypedTemplate): TemplateProblem[] {
  const problems: TemplateProblem[] = []
  const note = (field: 'subject' | 'body', messages: readonly string[]) => {
    for (const message of new Set(messages)) problems.push({ field, message })
  }
  if (hasSubject(channel))
    note('subject', fieldProblems(subject ?? '', { name: 'The subject', longest: LONGEST_SUBJECT, isSubject: true }))
  note('body', fieldProblems(body, { name: 'The message', longest: longestBody(channel), isSubject: false }))
  return problems
}

interface TemplateField {
  readonly name: string
  readonly longest: number
  readonly isSubject: boolean
}

function fieldProblems(text: string, { name, longest, isSubject }: TemplateField): string[] {
  const problem = textProblem(text, longest)
  if (problem) return [`${name} ${problem}.`]
  if (text.trim() === '') return [`${name} must not be empty.`]
  try {
    return tokenProblems(parseTemplate(text), isSubject)
  } catch (error) {
    return [syntaxProblem(error)]
  }
}

function tokenProblems(tokens: readonly TemplateToken[], isSubject: boolean): string[] {
  return tokens.flatMap(([type, name, , , inside]) => {
    if (type === 'text') return []
    if (type === 'name' || type === '&') return variableProblem(name, isSubject)
    if ((type === '#' || type === '^') && inside)
      return [...conditionProblem(name, type), ...tokenProblems(inside, isSubject)]
    return [`{{${type}${name}}} cannot be used here: only variables and conditions can.`]
  })
}

function variableProblem(name: string, isSubject: boolean): string[] {
  const variable = findVariable(name)
  if (!variable) return [unknownProblem(name)]
  if (variable.isCondition) return [`{{${name}}} says nothing by itself: write {{#${name}}}…{{/${name}}} around words.`]
  if (isSubject && variable.isPrivate) return [`A subject must not say {{${name}}}: it is shown on locked screens.`]
  return []
}

function conditionProblem(name: string, type: '#' | '^'): string[] {
  const variable = findVariable(name)
  if (!variable) return [unknownProblem(name)]
  const conditions = templateVariables.filter((each) => 'isCondition' in each).map((each) => each.name)
  return variable.isCondition ? [] : [`{{${type}${name}}} is no condition. There are ${conditions.join(', ')}.`]
}

function unknownProblem(name: string): string {
  const meant = templateVariables.find((each) => letters(each.name) === letters(name))
  return `There is no {{${name}}}.${meant ? ` Did you mean {{${meant.name}}}?` : ''}`
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '')
}

/** What the parser says, in words for somebody who writes letters. */
function syntaxProblem(error: unknown): string {
  if (!(error instanceof Error)) throw error
  const section = /section "([^"]*)"/.exec(error.message)?.[1]
  if (section === undefined) return 'A {{ is not closed with }}.'
  if (error.message.startsWith('Unopened')) return `{{/${section}}} closes nothing.`
  return `{{#${section}}} is not closed: write {{/${section}}} where its words end.`
}
