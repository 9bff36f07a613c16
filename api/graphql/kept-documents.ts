import type { DocumentNode } from 'graphql'

const LONGEST = 10_000
const MOST_CHARACTERS = 500_000

export interface KeptDocuments {
  get(key: string): Promise<DocumentNode | undefined>
  set(key: string, document: DocumentNode): Promise<void>
  delete(key: string): Promise<boolean>
}

/**
 * Parsed documents by their text, so that what screens ask again and again is parsed and validated once. The one not
 * asked for longest leaves first; what is kept is counted in characters, because a short document can have a long text.
 */
export function keepDocuments(): KeptDocuments {
  const kept = new Map<string, DocumentNode>()
  let characters = 0
  const forget = (key: string): boolean => {
    characters -= lengthOf(kept.get(key))
    return kept.delete(key)
  }
  return {
    async get(key) {
      const document = kept.get(key)
      if (!document) return undefined
      kept.delete(key)
      kept.set(key, document)
      return document
    },
    async set(key, document) {
      const length = lengthOf(document)
      if (length > LONGEST) return
      forget(key)
      kept.set(key, document)
      characters += length
      for (const oldest of kept.keys()) {
        if (characters <= MOST_CHARACTERS) return
        forget(oldest)
      }
    },
    async delete(key) {
      return forget(key)
    },
  }
}

function lengthOf(document: DocumentNode | undefined): number {
  return document?.loc?.source.body.length ?? 0
}
