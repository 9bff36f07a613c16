import { type DestinationStream, type Logger, pino } from 'pino'
import { quotesData } from '../db/quoting-error.ts'

/** The program's log: JSON lines, on standard output unless told otherwise. */
export function makeLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, serializers: { err: loggedError } }
  return destination ? pino(options, destination) : pino(options)
}

interface LoggedError {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly code?: string
  readonly constraint?: string
  readonly cause?: LoggedError
}

/**
 * What a log line tells of an error: what helps to find the cause, and nothing of what a clinic keeps. Postgres tells
 * the values of a row in `detail` and `where`; a query, its parameters and a document hang on other errors.
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'something that is no error', stack: '' }
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  const quotes = quotesData(error)
  return {
    type: error.constructor.name,
    message: quotes ? WITHHELD : error.message,
    stack: quotes ? framesOf(error) : (error.stack ?? ''),
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(error.cause instanceof Error && { cause: loggedError(error.cause) }),
  }
}

const WITHHELD = 'withheld: it quotes what was given'

function framesOf(error: Error): string {
  const lines = error.stack?.split('\n') ?? []
  return lines.filter((line) => /^\s+at /.test(line)).join('\n')
}
