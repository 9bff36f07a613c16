/** What a caller is told instead of an answer; the code is part of the public contract. */
export class ActionError extends Error {
  constructor(
    readonly code: 'BAD_USER_INPUT' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'RATE_LIMITED',
    message: string,
    readonly path?: readonly string[],
  ) {
    super(message)
    this.name = 'ActionError'
  }
}

/** Not there, or another clinic's: the two are not told apart. */
export class NotFound extends ActionError {
  constructor(
    readonly what: string,
    path?: readonly string[],
    /** What was asked for, when it could be an id of somebody's. */
    readonly id?: string,
  ) {
    super('NOT_FOUND', `There is no such ${what}.`, path)
  }
}

export function notFound(what: string, path?: readonly string[], id?: string): NotFound {
  return new NotFound(what, path, id)
}

export function forbidden(message: string): ActionError {
  return new ActionError('FORBIDDEN', message)
}

export function badInput(message: string, path: readonly string[]): ActionError {
  return new ActionError('BAD_USER_INPUT', message, path)
}
