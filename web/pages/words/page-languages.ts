import { english } from './english.ts'
import type { PageWords } from './page-words.ts'
import { spanish } from './spanish.ts'

const pageLanguages: Readonly<Record<string, PageWords>> = { en: english, es: spanish }

/** The words of that language; English where nobody has written them down yet. */
export function wordsOf(code: string): PageWords {
  return pageLanguages[code] ?? english
}
