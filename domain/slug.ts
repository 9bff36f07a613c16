const LONGEST_SLUG = 64

/** Whether the text can stand in a web address for a clinic. */
export function isSlug(text: string): boolean {
  return text.length <= LONGEST_SLUG && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(text)
}

/** The name as it can stand in a web address: "Praxis Søndergård & Co." becomes `praxis-sondergard-co`. */
export function slugOf(name: string, longest = LONGEST_SLUG, otherwise = 'clinic'): string {
  const folded = name
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
  const words = folded.split(/[^a-z0-9]+/).filter((word) => word !== '')
  return words.join('-').slice(0, longest).replace(/-$/, '') || otherwise
}
