import { validate } from 'uuid'
import { notFound } from './errors.ts'

/** An id that cannot be one of ours is answered like one that is not there. */
export function checkId(id: string, what: string, path: readonly string[]): void {
  if (!validate(id)) throw notFound(what, path)
}
