import { english } from './english.ts'
import type { PageWords } from './page-words.ts'
import { spanish } from './spanish.ts'

const pageLanguages: Readonly<Record<string, PageWords>> = { en: english, es: spanish }

/** The page in the language of that code; in English where nobody has written it down yet. */
export function wordsOf(code: string): PageWords {
  return pageLanguages[code] ?? english
}

/** Of the languages a browser asks for, the first there is: for a reader nobody knows. */
export function languageAsked(accepted: string | undefined): string {
  const codes = (accepted ?? '').split(',').map((each) => each.trim().slice(0, 2).toLowerCase())
  return codes.find((code) => code in pageLanguages) ?? 'en'
}
