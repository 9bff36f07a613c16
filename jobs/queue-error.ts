/** pg-boss tells of some errors by objects that only look like one: the log would say nothing of them. */
export function queueErrorOf(told: unknown): Error {
  if (told instanceof Error) return told
  const { code, message, stack } = Object(told) as Readonly<Record<string, unknown>>
  const error = new Error(typeof message === 'string' ? message : 'pg-boss does not say what')
  if (typeof stack === 'string') error.stack = stack
  return typeof code === 'string' ? Object.assign(error, { code }) : error
}
