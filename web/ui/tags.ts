/** A skill or a feature as it is kept: small letters, single spaces. */
export function readTag(typed: string): string {
  return typed.trim().replace(/\s+/g, ' ').toLowerCase()
}

/** What may be meant by the words typed: known ones that have them, then the words themselves where they are new. */
export function tagChoices(typed: string, known: readonly string[], chosen: readonly string[]): readonly string[] {
  const wanted = readTag(typed)
  const found = [...new Set(known)].filter((tag) => tag.includes(wanted) && !chosen.includes(tag)).sort()
  const isNew = wanted !== '' && !found.includes(wanted) && !chosen.includes(wanted)
  return isNew ? [...found, wanted] : found
}
