import type { Language } from './language.ts'
import { english } from './languages/english.ts'
import { spanish } from './languages/spanish.ts'

/** Every language messages are written in; another is one more file, named here. */
export const languages: readonly Language[] = [english, spanish]

const byCode = new Map(languages.map((each) => [each.code, each]))

export function findLanguage(code: string): Language | undefined {
  return byCode.get(code)
}

/** The language of that code; English for one that nobody has written down yet. */
export function languageOf(code: string): Language {
  return byCode.get(code) ?? english
}
