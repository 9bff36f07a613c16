import { clientError } from './errors.ts'

/** A place in a list, as text that callers need not understand. */
export function cursorOf(...parts: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** The parts of a cursor of ours; refused when it is none. */
export function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(parts)) return parts
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw badCursor()
}

export function badCursor(): Error {
  return clientError('BAD_USER_INPUT', '`after` is no cursor of this list.')
}
