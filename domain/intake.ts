import { oneLine, textProblem } from './text.ts'

/** Something that whoever books a type is asked. */
export interface IntakeQuestion {
  /** Tells it from the others of its type, whatever it says. */
  readonly id: string
  readonly label: string
  readonly kind: 'text' | 'long' | 'choice' | 'yes'
  readonly required: boolean
  /** Of which one is chosen. */
  readonly choices: readonly string[]
}

/** What was asked and what was answered, as it was then. */
export interface IntakeAnswer {
  readonly question: string
  readonly answer: string
}

export const intakeKinds = ['text', 'long', 'choice', 'yes'] as const

const LONGEST_LINE = 200
const LONGEST_ANSWER = 2000

/** The answers as they are kept, or the ids of the questions whose answers cannot be taken. */
export function answersTo(
  questions: readonly IntakeQuestion[],
  given: Readonly<Record<string, string | undefined>>,
): { readonly answers: readonly IntakeAnswer[] } | { readonly wrong: readonly string[] } {
  const wrong: string[] = []
  const answers: IntakeAnswer[] = []
  for (const question of questions) {
    const text = given[question.id]?.replace(/\r\n?/g, '\n').trim() ?? ''
    if (!isAnswer(question, text)) wrong.push(question.id)
    else if (text !== '')
      answers.push({ question: question.label, answer: question.kind === 'long' ? text : oneLine(text) })
  }
  return wrong.length > 0 ? { wrong } : { answers }
}

function isAnswer({ choices, kind, required }: IntakeQuestion, text: string): boolean {
  if (text === '') return !required
  if (kind === 'yes') return text === 'yes'
  if (kind === 'choice') return choices.includes(text)
  return textProblem(text, kind === 'long' ? LONGEST_ANSWER : LONGEST_LINE) === undefined
}
