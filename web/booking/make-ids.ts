import { v7 } from 'uuid'

export interface Ids {
  /** The same id for the same entries: sent again after a lost answer, they do nothing twice. */
  readonly of: (entries: unknown) => string
  /** The entries were answered; the same ones again are a new wish. */
  readonly forget: () => void
}

export function makeIds(): Ids {
  const known = new Map<string, string>()
  return {
    of(entries) {
      const key = JSON.stringify(entries)
      const id = known.get(key) ?? v7()
      known.set(key, id)
      return id
    },
    forget: () => known.clear(),
  }
}
