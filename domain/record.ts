import { oneLine, textProblem } from './text.ts'

/** Why a record was not saved. The codes are part of the public contract. */
export const recordProblemCodes = [
  'STALE_VERSION',
  'NAME_TAKEN',
  'EMAIL_TAKEN',
  'IN_USE',
  'LAST_ADMIN',
  'INVALID',
] as const

export type RecordProblemCode = (typeof recordProblemCodes)[number]

export interface RecordProblem {
  readonly code: RecordProblemCode
  /** Fit to be read aloud to a person. */
  readonly message: string
  /** Where in the input the cause lies. */
  readonly path?: readonly string[]
}

/** Why something may not be archived while so many appointments lie ahead; undefined when none do. */
export function appointmentsAheadProblem(name: string, count: number): RecordProblem | undefined {
  if (count === 0) return undefined
  const appointments = count === 1 ? '1 appointment' : `${count} appointments`
  const message = `${name} still has ${appointments} ahead. Move or cancel ${count === 1 ? 'it' : 'them'} first.`
  return { code: 'IN_USE', message, path: ['input', 'id'] }
}

/** The same while so many sessions of events do. */
export function sessionsAheadProblem(name: string, count: number): RecordProblem | undefined {
  if (count === 0) return undefined
  const sessions = count === 1 ? '1 session of an event' : `${count} sessions of events`
  const message = `${name} still has ${sessions} ahead. Give ${count === 1 ? 'it' : 'them'} to another first.`
  return { code: 'IN_USE', message, path: ['input', 'id'] }
}

/** Why a member may not stop being an administrator; undefined when there is another, or the member goes on. */
export function lastAdminProblem(
  name: string,
  admins: number,
  change: { readonly wasAdmin: boolean; readonly staysAdmin: boolean },
): RecordProblem | undefined {
  if (!change.wasAdmin || change.staysAdmin || admins > 1) return undefined
  const message = `${name} is the only administrator. Make somebody else one first.`
  return { code: 'LAST_ADMIN', message, path: ['input', 'id'] }
}

/** Looks at one field after the other and remembers what was wrong. What was not given stays undefined. */
export interface FieldCheck {
  readonly problems: readonly RecordProblem[]
  /** One line of text that must not be empty, as it is kept. */
  line(field: string, text: string, maxLength: number): string
  line(field: string, text: string | null | undefined, maxLength: number): string | undefined
  /** One line of text, or null for none. */
  lineOrNull(field: string, text: string | null | undefined, maxLength: number): string | null | undefined
  /** A whole number between the two. */
  number(field: string, value: number | null | undefined, lowest: number, highest: number): number | undefined
  refuse(field: string, message: string): void
}

/** A check of the fields of one input. */
export function checkFields(): FieldCheck {
  const problems: RecordProblem[] = []
  const refuse = (field: string, message: string) => {
    problems.push({ code: 'INVALID', message: `${wordsOf(field)} ${message}.`, path: ['input', field] })
  }
  const kept = (field: string, text: string, maxLength: number) => {
    const problem = textProblem(text, maxLength)
    if (problem) refuse(field, problem)
    return problem ? undefined : oneLine(text)
  }
  function line(field: string, text: string, maxLength: number): string
  function line(field: string, text: string | null | undefined, maxLength: number): string | undefined
  function line(field: string, text: string | null | undefined, maxLength: number): string | undefined {
    if (text === null || text === undefined) return undefined
    const folded = kept(field, text, maxLength)
    if (folded === '') refuse(field, 'must not be empty')
    return folded ?? ''
  }
  return {
    problems,
    line,
    lineOrNull(field, text, maxLength) {
      if (text === null || text === undefined) return text
      return kept(field, text, maxLength) || null
    },
    number(field, value, lowest, highest) {
      if (value === null || value === undefined) return undefined
      if (!Number.isInteger(value) || value < lowest || value > highest)
        refuse(field, `must be a whole number from ${lowest} to ${highest}`)
      return value
    },
    refuse,
  }
}

/** The fields that were given: those left out do not replace anything. */
export function given<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> }
}

/** `bufferAfterMinutes` as a person says it: "Buffer after minutes". */
function wordsOf(field: string): string {
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
