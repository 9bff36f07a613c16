import type { BookingWords } from './booking-words.ts'

/** Every file in the folder is a language: there is no list to keep. */
const files = import.meta.glob<BookingWords>('./languages/*.ts', { eager: true, import: 'words' })

const languages = Object.values(files).sort((a, b) => (a.code < b.code ? -1 : 1))

export const bookingLanguages: readonly string[] = languages.map(({ code }) => code)

/** The words of that language; English where nobody has written them down yet. */
export function bookingWords(code: string): BookingWords {
  return languages.find((each) => each.code === code) ?? languages.find((each) => each.code === 'en')!
}

/** The others that the page can be read in. */
export function otherLanguages(code: string): readonly BookingWords[] {
  return languages.filter((each) => each.code !== code)
}
