/** Whether the message of the error quotes a value that it was given, which may be anything that a clinic keeps. */
export function quotesData(error: Error): boolean {
  const { code } = error as { code?: unknown }
  return error instanceof SyntaxError || (typeof code === 'string' && DATA_EXCEPTION.test(code))
}

/** Class 22 of Postgres's codes: the message quotes the value that could not be. */
const DATA_EXCEPTION = /^22[0-9A-Z]{3}$/
